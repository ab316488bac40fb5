# `make run` opens the booth, `make test` checks everything; both set up what they need first.
PYTHON ?= python3
BIN := .venv/bin

# What Qt needs of the system, by Debian's names, and what Debian's python3 lacks.
LIBRARIES := python3-venv libegl1 libgl1 libdbus-1-3 libfontconfig1 libglib2.0-0 libxkbcommon0 libxkbcommon-x11-0 \
  libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 \
  libxcb-xinerama0 libxcb-xkb1 libwayland-cursor0 libwayland-egl1

# What a booth imports. Compiled at once, since one that is installed may write nothing there; the rest when it is used.
IMPORTED := PIL PySide6 _argon2_cffi_bindings annotated_types argon2 contourpy cycler dateutil fontTools/__init__.py \
  fontTools/agl.py fontTools/misc/__init__.py fontTools/misc/loggingTools.py fontTools/misc/textTools.py \
  kiwisolver matplotlib mpl_toolkits nacl numpy packaging paho pebble platformdirs pydantic pydantic_core \
  pyparsing rich segno shiboken6 squarify tomlkit typer typing_extensions.py typing_inspection yaml

PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
FETCH := $(BIN)/python -m ensurepip >/dev/null && $(PIP) install --no-compile --require-hashes -r

.PHONY: run test test-long soak mypy pytest requirements bundle clean help

run: .venv/run.done  ## open the booth (without a display: the tour)
	@$(BIN)/python -m kiosk run

test: .venv/test.done  ## everything that has to pass
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-logo
	@$(MAKE) --no-print-directory --jobs=2 mypy pytest  # side by side, since tests wait a good deal

mypy: .venv/test.done
	$(BIN)/mypy

pytest: .venv/test.done
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -q -n 3 --dist worksteal -m "not long and not soak"

# No stacks of what takes long: they are looked at while it runs on, which has ended Python 3.11 for good.
PATIENT := -o faulthandler_timeout=0

test-long: .venv/test.done  ## what takes longer: the benchmarks, and all of what `make test` has some of
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -q $(PATIENT) -m "long or hypothesis" --hypothesis-profile=long

soak: .venv/test.done  ## hours: 600,000 events, faults, mutated files, kills and power cuts (these need root)
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -q $(PATIENT) -m soak

requirements: .venv/test.done  ## pin newer versions, with hashes
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade -o requirements.txt
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade -o requirements-dev.txt

bundle: .venv/run.done  ## one archive in dist/ that runs on such a machine without network, Python or packages
	@$(BIN)/python -m kiosk.bundling

clean:  ## remove what these targets made
	rm -rf .venv tour dist .*_cache .hypothesis

help:  ## this list
	@sed -n 's/^\([a-z-]*\):.*##/\1:/p' Makefile

# pip goes again, with what it brings: a booth has no use for 27 MB of it.
.venv/run.done: requirements.txt .venv/libraries.done
	@echo "Fetching the Python packages of requirements.txt into .venv"
	@$(FETCH) requirements.txt && $(PIP) uninstall --yes pip setuptools
	@cd .venv/lib/python3*/site-packages && ../../../bin/python -m compileall -q -j 0 -x '/(tests|f2py|distutils|scripts)/' $(IMPORTED)
	@touch $@

.venv/test.done: requirements-dev.txt .venv/libraries.done .venv/broker.done
	@echo "Fetching the Python packages of requirements-dev.txt into .venv"
	@$(FETCH) requirements-dev.txt
	@touch $@ .venv/run.done

.venv/libraries.done: Makefile
	@if command -v dpkg-query >/dev/null; then \
	  missing=""; \
	  for name in $(LIBRARIES); do \
	    dpkg-query -W -f='$${Status}' $$name 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$name"; \
	  done; \
	  if [ -n "$$missing" ]; then \
	    echo "Installing the system libraries that Qt needs and that are missing:$$missing"; \
	    sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	    $$sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	  fi; \
	fi
	@[ -x $(BIN)/python ] || $(PYTHON) -m venv --without-pip .venv
	@touch $@

# The broker for the tests of many booths: unpacked, not installed, since an installed one would be started as a service.
.venv/broker.done: .venv/libraries.done
	@if command -v dpkg-query >/dev/null && ! PATH="$$PATH:/usr/sbin" command -v mosquitto >/dev/null; then \
	  echo "Fetching mosquitto, the broker of the tests, into .venv/broker"; \
	  sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  { rm -rf .venv/broker && mkdir -p .venv/broker/archives/partial && $$sudo apt-get update -qq && \
	  apt-get install -y -qq --no-install-recommends --download-only -o Debug::NoLocking=1 \
	    -o Dir::Cache::archives="$(CURDIR)/.venv/broker/archives" mosquitto >/dev/null && \
	  printf '%s\0' .venv/broker/archives/*.deb | xargs -0 -I PACKAGE dpkg -x PACKAGE .venv/broker && \
	  rm -rf .venv/broker/archives; } || echo "It cannot be had: what needs a broker is not tested."; \
	fi
	@touch $@

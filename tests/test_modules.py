"""Kiosk's own modules, kept in one file for the next start."""

from __future__ import annotations

import importlib.util
import shutil
import signal
import sys

import pytest
from processes import PROBE, ROOT, until

from kiosk.modules import Modules

TELLS = """
import sys
sys.path.insert(0, {checkout!r})
from kiosk.cli import main
class Told:
    def write(self, text):
        loader = sys.modules["kiosk.stage.app"].__loader__
        return stdout.write(text.replace("complete", "complete by " + type(loader).__name__))
    def flush(self):
        stdout.flush()
stdout, sys.stdout = sys.stdout, Told()
main()
"""


@pytest.fixture
def checkout(tmp_path):
    """A copy of the program that may be changed."""
    folder = tmp_path / "checkout"
    shutil.copytree(ROOT / "kiosk", folder / "kiosk", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("assets", "slides"):
        (folder / name).symlink_to(ROOT / name)
    return folder


@pytest.mark.cold
def test_a_second_start_finds_its_modules_in_one_file_and_a_changed_one_by_itself(
    start, tiny_folder, checkout, tmp_path
):
    def told() -> str:
        booth = start("run", tiny_folder, *PROBE, python=("-c", TELLS.format(checkout=str(checkout))))
        line = booth.line()
        until(lambda: list((tmp_path / "cache").glob("modules-*")))
        assert booth.end(signal.SIGTERM)[0] == 0
        assert booth.stderr() == ""
        return line

    assert told() == "slide 0 complete by SourceFileLoader"
    assert told() == "slide 0 complete by Modules"
    probe = checkout / "kiosk" / "stage" / "probe.py"
    probe.write_text(
        probe.read_text(encoding="utf-8").replace(" complete\\n", " all there, complete\\n"), encoding="utf-8"
    )
    assert told() == "slide 0 all there, complete by Modules"


@pytest.fixture
def file(tmp_path):
    """What was kept of the modules that this process has imported."""
    file = tmp_path / "cache" / "modules"
    Modules(file).keep()
    return file


def test_what_was_kept_is_imported_as_any_module(file):
    modules = Modules(file)
    for name, has in (("kiosk.places", "FAMILY"), ("kiosk.stage", "__path__"), ("kiosk.deck.model", "Deck")):
        spec = modules.find_spec(name)
        assert spec
        module = importlib.util.module_from_spec(spec)
        modules.exec_module(module)
        theirs = sys.modules[name]
        assert hasattr(module, has)
        assert (module.__file__, module.__package__) == (theirs.__file__, theirs.__package__)
        assert getattr(module, "__path__", None) == getattr(theirs, "__path__", None)


def test_what_is_not_kiosks_or_not_kept_is_left_to_python(file):
    modules = Modules(file)
    assert not modules.find_spec("yaml")
    assert not modules.find_spec("kiosk.none")
    modules.keep()
    assert not modules.find_spec("kiosk.places")  # it has what it is for behind it


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda whole: whole[:-1],
        lambda whole: whole[: len(whole) // 2] + b"?" + whole[len(whole) // 2 + 1 :],
        lambda whole: b"?" + whole[1:],
    ],
    ids=["empty", "cut off", "damaged", "another Python's"],
)
def test_a_file_that_cannot_be_used_is_made_anew(file, damage):
    file.write_bytes(damage(file.read_bytes()))
    modules = Modules(file)
    assert not modules.find_spec("kiosk.places")
    modules.keep()
    assert Modules(file).find_spec("kiosk.places")


def test_another_kiosk_with_the_same_cache_is_left_alone(file, monkeypatch):
    with monkeypatch.context() as another:
        another.setattr("kiosk.modules._OWN", "another")
        assert not Modules(file).find_spec("kiosk.places")
    assert Modules(file).find_spec("kiosk.places")


def test_a_file_that_has_all_stays_as_it_is(file):
    before = file.stat().st_mtime_ns
    Modules(file).keep()
    assert file.stat().st_mtime_ns == before


def test_a_folder_that_takes_no_file_is_no_matter(tmp_path):
    (tmp_path / "cache").write_text("in the way")
    modules = Modules(tmp_path / "cache" / "modules")
    modules.keep()
    assert not modules.find_spec("kiosk.places")

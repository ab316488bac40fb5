"""Modules that a first screen does not use are imported when somebody asks for something of theirs."""

from __future__ import annotations

import signal
import sys

import pytest
from processes import PROBE

from kiosk import lazy

TELLS = """
import atexit
import sys
there = set(sys.modules)  # what Python itself needs to run these lines
from kiosk import lazy
from kiosk.cli import main
def lazily():
    return [name for name in lazy.UNUSED if isinstance(sys.modules.get(name), lazy.Lazy)]
class Told:
    def write(self, text):
        used = sorted(set(lazy.UNUSED) - set(lazily()) - there)
        return stdout.write(text.replace("complete", f"complete with {used}"))
    def flush(self):
        stdout.flush()
stdout, sys.stdout = sys.stdout, Told()
atexit.register(lambda: "PySide6" in sys.modules and print("left:", lazily(), file=sys.stderr))
main()
"""


@pytest.mark.cold
def test_a_second_start_uses_none_of_them_and_afterwards_all_is_as_ever(start, tiny_folder):
    def told() -> str:
        booth = start("run", tiny_folder, *PROBE, python=("-c", TELLS))
        line = booth.line()
        assert booth.end(signal.SIGTERM)[0] == 0
        assert booth.stderr() == "left: []\n"
        return line

    told()
    assert told() == "slide 0 complete with []"


@pytest.fixture
def colorsys(monkeypatch):
    """A module that nobody else here imports, standing there lazily."""
    monkeypatch.setattr(lazy, "UNUSED", ("colorsys", "sys"))
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    lazy.import_lazily()
    import colorsys

    assert isinstance(colorsys, lazy.Lazy)
    return colorsys


def test_what_is_asked_for_is_the_modules_own(colorsys):
    assert colorsys.rgb_to_hsv(1, 0, 0) == (0, 1, 1)
    import colorsys as again

    assert not isinstance(again, lazy.Lazy)
    assert colorsys.hls_to_rgb is again.hls_to_rgb
    with pytest.raises(AttributeError, match="'colorsys' has no attribute 'none'"):
        colorsys.none  # noqa: B018 - that it is asked for is what is tested


@pytest.mark.usefixtures("colorsys")
def test_what_is_imported_from_it_is_there():
    from colorsys import rgb_to_yiq

    assert rgb_to_yiq(0, 0, 0) == (0, 0, 0)


def test_nobody_finds_it_lazy_once_all_is_as_ever(colorsys):
    lazy.import_at_once()
    import colorsys as again

    assert not isinstance(again, lazy.Lazy)
    lazy.import_at_once()
    assert sys.modules["colorsys"] is again
    assert colorsys.rgb_to_hsv is again.rgb_to_hsv


@pytest.mark.usefixtures("colorsys")
def test_what_is_imported_already_stays():
    assert not isinstance(sys.modules["sys"], lazy.Lazy)

"""What a booth uses of the processor while nobody touches it: on a slide that stands still, and in the attract loop."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Any, Final

from kiosk.bench.subject import Subject, subject
from kiosk.bench.surroundings import bare, kiosk
from kiosk.deck.compiled import open_deck
from kiosk.places import cache_folder

_SETTLED_S: Final = 25.0
"""After the first screen: what waits for it is imported, and the slides with charts have been laid out unseen."""
_PER_RUN_S: Final = 3.0
"""How long to look for each run that is asked for."""
_PATIENT: Final = "[idle]\nask_after = 86400\n"
"""The machine's file of a booth that does not ask whether somebody is there."""


def measure(deck: Path, runs: int) -> dict[str, Any]:
    """Percent of one core that all processes of the booth use, its watch's too, three seconds for each run.

    `still_percent` on the deck's first slide, `attract_percent` in the attract loop, `bare_percent` for a bare window.
    """
    loaded = open_deck(deck, cache_folder() / "decks")
    assert loaded.deck is not None  # noqa: S101 - the command was given a deck that opens
    first = next(slide.id for platform in loaded.deck.platforms for slide in platform.slides)
    seconds = runs * _PER_RUN_S
    return {
        "still_percent": _booth(deck, seconds, "--start", first),
        "attract_percent": _booth(deck, seconds),
        "bare_percent": _bare(seconds),
    }


def _booth(deck: Path, seconds: float, *arguments: str) -> float:
    command = kiosk("run", deck, "--windowed", "1920x1080", *arguments)
    with tempfile.TemporaryDirectory() as folder:
        state, config = Path(folder, "state"), Path(folder, "kiosk.toml")
        config.write_text(_PATIENT, encoding="utf-8")
        with subject(command, KIOSK_STATE=str(state), KIOSK_CONFIG=str(config)) as booth:
            booth.until_shown(state)
            return _percent(booth, seconds)


def _bare(seconds: float) -> float:
    with tempfile.TemporaryDirectory() as folder, subject(bare(Path(folder))) as window:
        window.line()
        return _percent(window, seconds)


def _percent(of: Subject, seconds: float) -> float:
    time.sleep(_SETTLED_S)
    began, used = time.monotonic(), of.used_s()
    time.sleep(seconds)
    return round(100 * (of.used_s() - used) / (time.monotonic() - began), 3)

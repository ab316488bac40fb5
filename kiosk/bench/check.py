"""How long an operator waits for a deck to be checked."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Final

from kiosk.bench.spread import spread
from kiosk.bench.surroundings import environment, kiosk
from kiosk.deck.compiled import open_deck
from kiosk.places import cache_folder

_SIZE: Final = "1920x1080"


def measure(deck: Path, runs: int) -> dict[str, Any]:
    """Milliseconds of `kiosk check`, and seconds of one that renders every screen in every language at one size.

    `python_ms` is an interpreter that does nothing; `deep_slide_ms` what each slide adds in each language.
    """
    loaded = open_deck(deck, cache_folder() / "decks")
    assert loaded.deck is not None  # noqa: S101 - the command was given a deck that opens
    slides = sum(len(platform.slides) for platform in loaded.deck.platforms)
    _took(kiosk("check", deck))  # writes what Python compiles
    python = [_took([sys.executable, "-c", ""]) for _ in range(runs)]
    checks = [_took(kiosk("check", deck)) for _ in range(runs)]
    deep = _took(kiosk("check", "--deep", "--size", _SIZE, deck))
    return {
        "python_ms": spread(python),
        "check_ms": spread(checks),
        "deep_s": round(deep / 1000, 1),
        "deep_slide_ms": round(deep / slides / len(loaded.deck.languages), 1),
    }


def _took(command: list[str]) -> float:
    """Milliseconds that a command takes, whatever it finds."""
    began = time.perf_counter()
    subprocess.run(command, check=False, capture_output=True, env=environment())  # noqa: S603 - our own
    return (time.perf_counter() - began) * 1000

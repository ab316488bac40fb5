"""What a very large deck costs, beside a small one of the same making."""

from __future__ import annotations

import statistics
import subprocess
import tempfile
import threading
import time
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from kiosk.bench.spread import spread
from kiosk.bench.start import first_screen
from kiosk.bench.subject import subject
from kiosk.bench.surroundings import booth, environment, kiosk
from kiosk.deck.aside import Aside
from kiosk.deck.compiled import fingerprint
from kiosk.places import cache_folder

_SMALL, _LARGE = (10, 2), (100, 20)
"""Platforms of either deck, and slides of each; every second slide has a chart with a table of its own. The small one
has a hub too, and as many cards as it shows at once: what is compared is what more slides cost, not another screen."""
_ROWS: Final = 12

_DECK: Final = """\
title: Scale
languages: [en]
theme: day
attract:
  - sentence: A deck of many slides
"""
_SOURCES: Final = """\
bureau:
  title: Yearbook
  publisher: Bureau
  date: 2020-12
"""
_PLATFORM: Final = """\
name: Platform {number}
slides:
"""
_TEXT: Final = """\
  - id: text-{slide}
    layout: text
    title: What slide {slide} says
    sources: [bureau]
    points:
      - name: One
        text: The first of its points, with some words to it.
      - name: Two
        text: The second of them, which has some more words.
"""
_CHART: Final = """\
  - id: chart-{slide}
    layout: chart
    title: What slide {slide} counts
    chart:
      kind: bar
      table: tables/{slide}.csv
      unit: billion CNY
      sources: [bureau]
"""


def measure(deck: Path, runs: int) -> dict[str, Any]:  # noqa: ARG001 - every benchmark is given one
    """Milliseconds and megabytes of a deck with 2,000 slides, 1,000 of them charts, and of one with 20.

    `start`: to the first complete screen; `memory`: of all processes when they are at rest after it;
    `check_s`: seconds of `kiosk check`; `reload_ms`: to read the deck again of which one file was changed, as a booth
    that runs does.
    """
    with tempfile.TemporaryDirectory() as folder:
        small, large = (_written(Path(folder, name), *of) for name, of in (("small", _SMALL), ("large", _LARGE)))
        figures: dict[str, Any] = {"check_s": _checked(large)}
        for of in (small, large):
            _memory(of)  # compiles it, and draws what is seen first and what may be seen next
        pairs = [(first_screen(booth(small)), first_screen(booth(large))) for _ in range(runs)]
        small_ms, large_ms = zip(*pairs, strict=True)
        small_mb, large_mb = (_memory(of) for of in (small, large))
        return figures | {
            "small_start_ms": spread(small_ms),
            "large_start_ms": spread(large_ms),
            "start_ratio": round(statistics.median(large_ms) / statistics.median(small_ms), 2),
            "small_mb": small_mb,
            "large_mb": large_mb,
            "memory_ratio": round(large_mb / small_mb, 2),
            "reload_ms": spread(_reloads(large, runs)),
        }


def _written(folder: Path, platforms: int, slides_each: int) -> Path:
    """A deck of so many platforms with so many slides each."""
    (folder / "tables").mkdir(parents=True)
    (folder / "deck.yaml").write_text(_DECK, encoding="utf-8")
    (folder / "sources.yaml").write_text(_SOURCES, encoding="utf-8")
    for number in range(platforms):
        slides = [f"{number}-{at}" for at in range(slides_each)]
        layouts = ((_CHART if at % 2 else _TEXT).format(slide=slide) for at, slide in enumerate(slides))
        text = _PLATFORM.format(number=number) + "".join(layouts)
        (folder / f"platform-{number}.yaml").write_text(text, encoding="utf-8")
        for at, slide in enumerate(slides):
            if at % 2:
                rows = "".join(f"{2010 + row},{100 + (7 * row + number + at) % 90}\n" for row in range(_ROWS))
                (folder / "tables" / f"{slide}.csv").write_text(f"year,value\n{rows}", encoding="utf-8")
    return folder


def _checked(deck: Path) -> float:
    """Seconds that a check takes. Raises CalledProcessError where it finds errors."""
    began = time.perf_counter()
    subprocess.run(kiosk("check", deck), check=True, capture_output=True, env=environment())  # noqa: S603 - our own
    return round(time.perf_counter() - began, 2)


def _memory(deck: Path) -> float:
    with subject(booth(deck)) as shown:
        shown.line()
        return shown.rested_mb()


def _reloads(deck: Path, runs: int) -> list[float]:
    """Milliseconds to read a deck again with one of its files changed, each time another."""
    times = []
    cache = cache_folder() / "decks"
    with closing(Aside(deck, cache, fingerprint(deck))) as aside:
        _read(aside)
        for run in range(runs):
            file = deck / f"platform-{run % _LARGE[0]}.yaml"
            file.write_text(file.read_text(encoding="utf-8").replace("One", f"One {run}", 1), encoding="utf-8")
            began = time.perf_counter()
            _read(aside)
            times.append((time.perf_counter() - began) * 1000)
    return times


def _read(aside: Aside) -> None:
    done = threading.Event()
    aside.read(lambda _: done.set())
    done.wait()

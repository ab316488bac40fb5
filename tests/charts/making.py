"""Decks, charts and jobs made in code, and pictures opened, for the tests of the drawing."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import yaml
from PIL import Image

from kiosk.charts import ChartJob, MotifJob, chart_job
from kiosk.charts.cache import BASE, DATA
from kiosk.deck.model import Chart, Deck, Series, Source
from kiosk.deck.tables import Table
from kiosk.deck.theme import Colours, GroupColours, Motion, Theme
from kiosk.deck.thinned import thinned
from kiosk.deck.values import Colour, SourceId, Unit, Words
from kiosk.places import ASSETS

BILLION_CNY = Unit("CNY", 10**9)


def words(en: str, zh: str = "") -> Words:
    return Words((("en", en), ("zh", zh or en)))


def theme(name: str) -> Theme:
    raw = yaml.safe_load((ASSETS / "themes" / f"{name}.yaml").read_text())
    return Theme(
        name=words(name),
        dark=raw["dark"],
        colours=Colours(**{key: Colour(value) for key, value in raw["colours"].items()}),
        groups=GroupColours(**{key: Colour(value) for key, value in raw["groups"].items()}),
        motion=Motion(**raw["motion"]),
        radius=raw["radius"],
    )


DAY, NIGHT = theme("day"), theme("two-rivers")
DECK = Deck(
    title=words("Test"),
    languages=("en", "zh"),
    sources=(
        ("ichongqing", Source(title=words("News"), publisher=words("iChongqing", "西部网"), date="2020-12-25")),
        ("customs", Source(title=words("Tables"), publisher=words("Customs", "海关"), date="n.d.")),
    ),
)
TRADE = (("2017", 450.8), ("2018", 522.26), ("2019", 579.28), ("2020", 651.34))


def table(rows: tuple[tuple, ...], columns: tuple[str, ...] = ("year", "value")) -> Table:
    return Table("t.csv", columns, rows)


def chart(kind: str = "bar", rows: tuple[tuple, ...] = TRADE, columns=("year", "value"), **more) -> Chart:
    """A chart of a kind; options by their own names beside the chart's fields."""
    module = import_module(f"kiosk.deck.charts.{kind}")
    if kind == "share" and "whole" not in more and more.get("unit", BILLION_CNY) == BILLION_CNY:
        more["whole"] = 1000.0
    names = module.Options.__dataclass_fields__
    options = module.Options(**{name: more.pop(name) for name in names if name in more})
    given = {"unit": BILLION_CNY, "sources": (SourceId("ichongqing"),), "title": words("Foreign trade", "进出口总值")}
    return thinned(module.Chart(table=table(rows, columns), options=options, **(given | more)))


def job(
    kind: str = "bar",
    rows: tuple[tuple, ...] = TRADE,
    columns=("year", "value"),
    *,
    language: str = "en",
    look: Theme = NIGHT,
    size: tuple[int, int] = (1040, 620),
    ratio: float = 1.0,
    **more,
) -> ChartJob:
    made = chart(kind, rows, columns, **more)
    return chart_job(DECK, made, look, language, *size, ratio, 1.0, look.groups.gold)


def two_series() -> dict:
    return {
        "rows": (("2020", 418.75, 232.59), ("2021", 516.83, 283.23), ("2022", 524.53, 291.31)),
        "columns": ("year", "exports", "imports"),
        "series": (Series(column="exports", name=words("Exports")), Series(column="imports", name=words("Imports"))),
    }


def motif_job(width: int = 192, height: int = 108) -> MotifJob:
    return MotifJob(NIGHT, width, height, 1.0)


def layers(files: dict[str, bytes]) -> tuple[Image.Image, Image.Image]:
    return tuple(Image.open(io.BytesIO(files[name])).convert("RGBA") for name in (BASE, DATA))


def until(condition, seconds: float = 20.0):
    """Wait for a condition; what it gave last."""
    end = time.monotonic() + seconds
    while not (found := condition()) and time.monotonic() < end:
        time.sleep(0.01)
    return found


OTHERS: set[int] = set()
"""Workers that ran before a test began: another test's crew, resting."""


def workers(parent: int) -> list[int]:
    """The worker processes of a process that still run, but for the crews of other tests."""
    of = set(templates(parent))
    return [pid for pid, its_parent in _forked() if its_parent in of and pid not in OTHERS]


def templates(parent: int) -> list[int]:
    """The process that a process has its workers forked from, as soon as it had a first one."""
    return [pid for pid, its_parent in _forked() if its_parent == parent]


def _forked() -> Iterator[tuple[int, int]]:
    """Every process that is a template of workers, or was forked from one, and its parent."""
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
                command = (folder / "cmdline").read_bytes()
            except OSError:
                continue
            if fields[0] != "Z" and b"forkserver" in command:
                yield int(folder.name), int(fields[1])


# Pixel ratios that make trouble in the worker that first uses them


class Slow(float):
    """Takes a while, and notes what it was multiplied by."""

    def __new__(cls, seconds: float, note: str = ""):  # noqa: ARG004 - __init__ takes them
        return super().__new__(cls, 1.0)

    def __init__(self, seconds: float, note: str = "") -> None:
        self.seconds, self.note = seconds, note

    def __getnewargs__(self):
        return (self.seconds, self.note)

    def __repr__(self) -> str:
        return f"Slow({self.seconds}, {self.note})"

    def __rmul__(self, other: float) -> float:
        if self.note:
            with Path(self.note).open("a") as file:
                file.write(f"{other}\n")
        time.sleep(self.seconds)
        return other


class Hungry(float):
    """Takes more memory than there is, bit by bit or all at once."""

    def __new__(cls, step: int):  # noqa: ARG004 - __init__ takes it
        return super().__new__(cls, 1.0)

    def __init__(self, step: int) -> None:
        self.step = step

    def __getnewargs__(self):
        return (self.step,)

    def __repr__(self) -> str:
        return f"Hungry({self.step})"

    def __rmul__(self, other: float) -> float:
        taken = []
        while sum(map(len, taken)) < 1 << 42:
            taken.append(bytes(self.step))
        return other


class Deadly(float):
    """Kills its process, so many times; a file counts them."""

    def __new__(cls, note: str, times: int):  # noqa: ARG004 - __init__ takes them
        return super().__new__(cls, 1.0)

    def __init__(self, note: str, times: int) -> None:
        self.note, self.times = note, times

    def __getnewargs__(self):
        return (self.note, self.times)

    def __repr__(self) -> str:
        return f"Deadly({self.note}, {self.times})"

    def __rmul__(self, other: float) -> float:
        path = Path(self.note)
        before = path.stat().st_size if path.exists() else 0
        if before < self.times:
            path.write_bytes(b"x" * (before + 1))
            os.kill(os.getpid(), 9)
        return other

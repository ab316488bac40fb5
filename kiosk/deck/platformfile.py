"""One platform's file: the platform, its indicators, what speaks for it, and its slides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from kiosk.deck.choose import slide_class
from kiosk.deck.memory import FileSaid
from kiosk.deck.model import ChartSlide, Indicator, IndicatorKind, Platform, Reason, Slide, Statement, TextSlide
from kiosk.deck.problems import At, DeckError, Fault, moved, nearest, quoted, shown_path
from kiosk.deck.reading import Names, Reading
from kiosk.deck.slidefile import SlideFile
from kiosk.deck.thinned import CLOUD, COURSE
from kiosk.sentences import sentence

_LISTS: Final = ("indicators", "suits", "slides")


@dataclass(frozen=True, slots=True)
class Groundwork:
    """What the rest of a deck gives to its platforms' files."""

    reading: Reading
    groups: Names
    kinds: Names
    kinds_by_id: dict[str, IndicatorKind]


class PlatformFile:
    """Reads one file. `taken` says where slide ids of the files before it are used."""

    def __init__(self, file: SlideFile, ground: Groundwork, taken: Mapping[str, str]) -> None:
        self._file = file
        self._reading = ground.reading
        self._groups, self._kinds, self._kinds_by_id = ground.groups, ground.kinds, ground.kinds_by_id
        self._path = shown_path(file.path)
        self._taken = taken
        self._places: dict[str, str] = {}
        self._hidden: tuple[Slide, ...] = ()

    def said(self) -> FileSaid:
        """What the file says."""
        file = self._file
        header = {key: raw for key, raw in file.refuse(Platform.ELSEWHERE).items() if key not in _LISTS}
        platform = file.entry(Platform, header | {"id": file.path.stem}, (), self._reading, apart=_LISTS)
        known = self._is_known(self._groups, platform.group, ("group",)) if platform and platform.group else True
        indicators, suits, slides = self._indicators(), self._suits(), self._slides()
        if platform and known and slides:
            platform = replace(platform, indicators=indicators, suits=suits, slides=slides)
        else:
            platform = None
        return FileSaid(platform, self._hidden, self._places, tuple(file.problems))

    def _is_known(self, names: Names, name: str, at: At) -> bool:
        try:
            names.check(name)
        except DeckError as wrong:
            self._file.tell(moved(fault, at) for fault in wrong.faults)
            return False
        return True

    def _indicators(self) -> tuple[Indicator, ...]:
        """The sound indicators of a file."""
        found: dict[str, Indicator] = {}
        for at, raw in self._file.items("indicators"):
            indicator = self._file.entry(Indicator, raw, at, self._reading)
            if indicator is None or not self._is_known(self._kinds, indicator.id, (*at, "id")):
                continue
            if indicator.id in found:
                self._file.tell(
                    [
                        Fault(
                            sentence("the indicator {id} is there twice: keep one", id=quoted(indicator.id)),
                            (*at, "id"),
                        )
                    ]
                )
            elif self._fits(indicator, at):
                found[indicator.id] = indicator
        return tuple(found.values())

    def _fits(self, indicator: Indicator, at: At) -> bool:
        """Whether an indicator is a number or words, as its kind wants it."""
        wants_number = self._kinds_by_id[indicator.id].unit is not None
        if wants_number == (indicator.value is not None):
            return True
        given = "text" if wants_number else "value"
        name = quoted(indicator.id)
        message = sentence("the indicator {id} wants `text`, not `value`: in deck.yaml it has no unit", id=name)
        if wants_number:
            message = sentence("the indicator {id} wants `value`, not `text`: in deck.yaml it has a unit", id=name)
        self._file.tell([Fault(message, (*at, given), on_key=True)])
        return False

    def _suits(self) -> tuple[Reason, ...]:
        """The sound reasons of a file."""
        found: dict[str, Reason] = {}
        for at, raw in self._file.items("suits"):
            reason = self._file.entry(Reason, raw, at, self._reading)
            if reason is None:
                continue
            if reason.answer in found:
                message = sentence(
                    "there is a reason for the answer {answer} already: keep one", answer=quoted(reason.answer)
                )
                self._file.tell([Fault(message, (*at, "answer"))])
            else:
                found[reason.answer] = reason
        return tuple(found.values())

    def _slides(self) -> tuple[Slide, ...]:
        """The sound slides of a file."""
        if not self._file.raw.get("slides") and nearest("slides", self._file.raw) in {"slides", None}:
            self._file.tell([Fault(sentence("`slides` is missing: a platform needs at least one slide"), ("slides",))])
            return ()
        slides = []
        for at, raw in self._file.items("slides"):
            own = self._is_own_id(raw, at)
            slide = self._slide(raw, at)
            if slide is not None and own:
                slides.append(slide)
                self._advise(slide, at)
        self._hidden = tuple(slide for slide in slides if slide.hidden)
        shown = tuple(slide for slide in slides if not slide.hidden)
        if slides and not shown:
            message = sentence("every slide of this platform is hidden: nobody is shown the platform")
            self._file.tell([Fault(message, ("slides",), on_key=True)], warning=True)
        return shown

    def _slide(self, raw: Any, at: At) -> Slide | None:
        try:
            kind = slide_class(raw)
        except DeckError as wrong:
            self._file.tell(moved(fault, at) for fault in wrong.faults)
            return None
        return self._file.entry(kind, {key: value for key, value in raw.items() if key != "layout"}, at, self._reading)

    def _is_own_id(self, raw: Any, at: At) -> bool:
        """Whether a slide's id is used for the first time in the deck."""
        name = raw.get("id") if isinstance(raw, dict) else None
        if not isinstance(name, str | int | float):
            return True
        at = (*at, "id")
        first = self._taken.get(str(name)) or self._places.get(str(name))
        if first is None:
            self._places[str(name)] = f"{self._path}:{self._file.line(at)}"
            return True
        self._file.tell(
            [
                Fault(
                    sentence(
                        "the slide id {name} is used already in {first}: each slide needs its own",
                        name=quoted(name),
                        first=first,
                    ),
                    at,
                )
            ]
        )
        return False

    def _advise(self, slide: Slide, at: At) -> None:
        if isinstance(slide, Statement | TextSlide) and not slide.sources:
            message = sentence("this slide names no source: add `sources: [some-id]` with an id from sources.yaml")
            self._file.tell([Fault(message, at)], warning=True)
        if isinstance(slide, ChartSlide) and slide.chart.table.kept:
            table, way = slide.chart.table, CLOUD if slide.chart.CLOUD else COURSE
            message = sentence(
                "{count:,} rows are more than a picture can show: {kept} stay, {way}",
                count=table.count,
                kept=len(table.kept),
                way=way,
            )
            self._file.tell([Fault(message, (*at, "chart", "table"))], warning=True)

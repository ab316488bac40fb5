"""The platforms' files: one platform each, its indicators, what speaks for it, and its slides."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from kiosk.deck.choose import slide_class
from kiosk.deck.model import ChartSlide, Indicator, IndicatorKind, Platform, Reason, Slide, Statement, TextSlide
from kiosk.deck.problems import At, DeckError, Fault, Problem, moved, nearest, quoted, shown_path
from kiosk.deck.reading import Names, Reading
from kiosk.deck.slidefile import SlideFile, failed
from kiosk.deck.thinned import CLOUD, COURSE

_LISTS: Final = ("indicators", "suits", "slides")


class PlatformFiles:
    """Reads the platforms of a deck whose groups and kinds of indicators are known."""

    def __init__(self, reading: Reading, groups: Names, kinds: Names, kinds_by_id: dict[str, IndicatorKind]) -> None:
        self.problems: list[Problem] = []
        self.hidden: list[Slide] = []
        """The slides that nobody is shown."""
        self._reading = reading
        self._groups = groups
        self._kinds = kinds
        self._kinds_by_id = kinds_by_id
        self._slide_places: dict[str, str] = {}
        """Where each slide id was used first."""

    def read(self, paths: list[Path]) -> tuple[Platform, ...]:
        """The sound platforms among some files, in the files' order."""
        return tuple(platform for path in paths if (platform := self._platform(path)) is not None)

    def _platform(self, path: Path) -> Platform | None:
        """The platform in a file; None where it is not sound, or has no slide that could be shown."""
        try:
            file = SlideFile.open(path)
        except DeckError as wrong:
            self.problems += failed(path, wrong)
            return None
        header = {key: raw for key, raw in file.refuse(Platform.ELSEWHERE).items() if key not in _LISTS}
        platform = file.entry(Platform, header | {"id": path.stem}, (), self._reading, apart=_LISTS)
        known = self._is_known(self._groups, platform.group, file, ("group",)) if platform and platform.group else True
        indicators = self._indicators(file)
        suits = self._suits(file)
        slides = self._slides(file)
        self.problems += file.problems
        if platform is None or not known or not slides:
            return None
        return replace(platform, indicators=indicators, suits=suits, slides=slides)

    def _is_known(self, names: Names, name: str, file: SlideFile, at: At) -> bool:
        try:
            names.check(name)
        except DeckError as wrong:
            file.tell(moved(fault, at) for fault in wrong.faults)
            return False
        return True

    def _indicators(self, file: SlideFile) -> tuple[Indicator, ...]:
        """The sound indicators of a file."""
        found: dict[str, Indicator] = {}
        for at, raw in file.items("indicators"):
            indicator = file.entry(Indicator, raw, at, self._reading)
            if indicator is None or not self._is_known(self._kinds, indicator.id, file, (*at, "id")):
                continue
            if indicator.id in found:
                file.tell([Fault(f"the indicator {quoted(indicator.id)} is there twice: keep one", (*at, "id"))])
            elif self._fits(indicator, file, at):
                found[indicator.id] = indicator
        return tuple(found.values())

    def _fits(self, indicator: Indicator, file: SlideFile, at: At) -> bool:
        """Whether an indicator is a number or words, as its kind wants it."""
        wants_number = self._kinds_by_id[indicator.id].unit is not None
        if wants_number == (indicator.value is not None):
            return True
        wanted, given = ("value", "text") if wants_number else ("text", "value")
        reason = "has a unit" if wants_number else "has no unit"
        message = f"the indicator {quoted(indicator.id)} wants `{wanted}`, not `{given}`: in deck.yaml it {reason}"
        file.tell([Fault(message, (*at, given), on_key=True)])
        return False

    def _suits(self, file: SlideFile) -> tuple[Reason, ...]:
        """The sound reasons of a file."""
        found: dict[str, Reason] = {}
        for at, raw in file.items("suits"):
            reason = file.entry(Reason, raw, at, self._reading)
            if reason is None:
                continue
            if reason.answer in found:
                message = f"there is a reason for the answer {quoted(reason.answer)} already: keep one"
                file.tell([Fault(message, (*at, "answer"))])
            else:
                found[reason.answer] = reason
        return tuple(found.values())

    def _slides(self, file: SlideFile) -> tuple[Slide, ...]:
        """The sound slides of a file."""
        if not file.raw.get("slides") and nearest("slides", file.raw) in {"slides", None}:
            file.tell([Fault("`slides` is missing: a platform needs at least one slide", ("slides",))])
            return ()
        slides = []
        for at, raw in file.items("slides"):
            own = self._is_own_id(raw, file, at)
            slide = self._slide(raw, file, at)
            if slide is not None and own:
                slides.append(slide)
                self._advise(slide, file, at)
        self.hidden += [slide for slide in slides if slide.hidden]
        shown = tuple(slide for slide in slides if not slide.hidden)
        if slides and not shown:
            message = "every slide of this platform is hidden: nobody is shown the platform"
            file.tell([Fault(message, ("slides",), on_key=True)], warning=True)
        return shown

    def _slide(self, raw: Any, file: SlideFile, at: At) -> Slide | None:
        try:
            kind = slide_class(raw)
        except DeckError as wrong:
            file.tell(moved(fault, at) for fault in wrong.faults)
            return None
        return file.entry(kind, {key: value for key, value in raw.items() if key != "layout"}, at, self._reading)

    def _is_own_id(self, raw: Any, file: SlideFile, at: At) -> bool:
        """Whether a slide's id is used for the first time in the deck."""
        name = raw.get("id") if isinstance(raw, dict) else None
        if not isinstance(name, str | int | float):
            return True
        at = (*at, "id")
        first = self._slide_places.setdefault(str(name), f"{shown_path(file.path)}:{file.line(at)}")
        if first == f"{shown_path(file.path)}:{file.line(at)}":
            return True
        file.tell([Fault(f"the slide id {quoted(name)} is used already in {first}: each slide needs its own", at)])
        return False

    def _advise(self, slide: Slide, file: SlideFile, at: At) -> None:
        if isinstance(slide, Statement | TextSlide) and not slide.sources:
            message = "this slide names no source: add `sources: [some-id]` with an id from sources.yaml"
            file.tell([Fault(message, at)], warning=True)
        if isinstance(slide, ChartSlide) and slide.chart.table.kept:
            table, way = slide.chart.table, CLOUD if slide.chart.CLOUD else COURSE
            message = f"{table.count:,} rows are more than a picture can show: {len(table.kept)} stay, {way}"
            file.tell([Fault(message, (*at, "chart", "table"))], warning=True)

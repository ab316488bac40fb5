"""The deck as lists that QML shows, in the visitor's language and the theme's colours."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.deck.model import ChartSlide, Deck, Group, Platform, Slide
from kiosk.deck.shown import CARD, SCENE, SLIDE, SOURCE, WAY, Reader, Shown
from kiosk.deck.typeset import typeset
from kiosk.stage.rows import Rows
from kiosk.stage.theme import Theme

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The stage's own")
class Lists(QObject):  # type: ignore[operator]
    """Every list model of the scene. `read` fills them all, the other methods what has changed."""

    def __init__(self, theme: Theme, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._folder = folder
        self._slides = Rows(SLIDE, self)
        self._scenes = Rows(SCENE, self)
        self._groups = Rows(CARD, self)
        self._others = Rows(CARD, self)
        self._ways = Rows(WAY, self)
        self._members = Rows(CARD, self)
        self._sheet = Rows(SOURCE, self)

    def read(self, deck: Deck, ways: Sequence[str], language: str) -> None:
        """A deck from its first slide to its last, and what it offers besides; what was there before stays."""
        self.deck = deck
        self.offered = ways
        """What the hub offers besides the platforms, by its names in the navigator."""
        self.order: list[tuple[Platform, Slide]] = [(p, s) for p in deck.platforms for s in p.slides]
        self.first = {platform.id: at for at, (platform, _) in reversed(list(enumerate(self.order)))}
        self.reader = Reader(deck, language)
        self._slides.become([(slide.id, slide.layout) for _, slide in self.order], self._slide)
        self._scenes.become(range(len(deck.attract)), self._scene)
        self._read_cards()

    def speak(self, language: str) -> None:
        """The same rows in another language, or in another theme's colours; the slides' delegates stay."""
        self.reader = Reader(self.deck, language)
        self._slides.refresh()
        self._read_cards()

    def choose(self, group: Group | None) -> None:
        """A group's platforms for its chooser."""
        _fill(self._members, [self.card(platform) for platform in self.members_of(group)] if group else [])

    def open_sheet(self, sources: list[str]) -> None:
        """What is known of the sources with these ids."""
        self._sheet.fill([self.reader.source(source) for source in sources])

    def members_of(self, group: Group) -> tuple[Platform, ...]:
        """The platforms of a group that have slides."""
        return tuple(p for p in self.deck.platforms if p.group == group.id and p.slides)

    def colour_of(self, platform: Platform) -> str:
        """The name of the colour that a platform has from its group; "" without a group."""
        return next((group.colour for group in self.deck.groups if group.id == platform.group), "")

    def card(self, platform: Platform) -> Shown:
        """A platform as a card, in its group's colour."""
        return self._painted(self.reader.platform(platform))

    def charted(self) -> list[tuple[int, str]]:
        """The indexes and ids of the slides with charts: the first ones of each platform first."""
        depth = [at - self.first[platform.id] for at, (platform, _) in enumerate(self.order)]
        charted = [(at, slide.id) for at, (_, slide) in enumerate(self.order) if isinstance(slide, ChartSlide)]
        return sorted(charted, key=lambda slide: depth[slide[0]])

    def _read_cards(self) -> None:
        shown = [(group, self.members_of(group)) for group in self.deck.groups]
        cards = [self._painted(self.reader.group(group, members)) for group, members in shown if members]
        alone = [self.card(platform) for platform in self.deck.platforms if not platform.group and platform.slides]
        _fill(self._groups, [card for card in cards if card["digit"]])
        self._ways.become(self.offered, self.reader.ways(self.offered).__getitem__)
        _fill(self._others, [*alone, *(card for card in cards if not card["digit"])])

    def _scene(self, index: int) -> Shown:
        """A scene in the deck's first language, with its sentence in every other beneath."""
        first, *others = (Reader(self.deck, language).scenes()[index] for language in self.deck.languages)
        figures = [
            figure | {"label": "\n".join([figure["label"], *(_said(other["figures"][at]) for other in others)])}
            for at, figure in enumerate(first["figures"])
        ]
        scene = first | {"translations": [other["sentence"] for other in others], "figures": figures}
        return self.stamped(typeset(scene))

    def _slide(self, index: int) -> Shown:
        return self.stamped(self._painted(self.reader.slide(*self.order[index])))

    def stamped(self, shown: Shown) -> Shown:
        """What is shown, each picture in it with the time when its file was last changed, which makes it another."""
        return {
            name: [self.stamped(each) for each in value]
            if name == "pictures"
            else f"{value}?{_changed(self._folder / value)}"
            if name in _PICTURES and value
            else value
            for name, value in shown.items()
        }

    def _painted(self, shown: Shown) -> Shown:
        return typeset(shown) | {"colour": self._theme.group(shown["colour"])}

    # What QML reads

    @Property(Rows, constant=True)
    def slides(self) -> Rows:
        return self._slides

    @Property(Rows, constant=True)
    def scenes(self) -> Rows:
        """The attract loop's."""
        return self._scenes

    @Property(Rows, constant=True)
    def groups(self) -> Rows:
        """The groups with a digit, as the hub's large cards."""
        return self._groups

    @Property(Rows, constant=True)
    def others(self) -> Rows:
        """The hub's other cards: platforms without a group, groups without a digit."""
        return self._others

    @Property(Rows, constant=True)
    def ways(self) -> Rows:
        """What the hub offers besides the platforms: the map and the like."""
        return self._ways

    @Property(Rows, constant=True)
    def members(self) -> Rows:
        """The platforms of the group whose chooser is shown."""
        return self._members

    @Property(Rows, constant=True)
    def sheet(self) -> Rows:
        """The sources on the open sheet."""
        return self._sheet


_PICTURES: Final = ("image", "background", "logo")


def _changed(path: Path) -> int:
    """When a file was changed last; 0 where it is gone."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _fill(rows: Rows, cards: Sequence[Shown]) -> None:
    """Cards from now on; one that leads where one led before stays, with its delegate."""
    rows.become([(card["group"], card["platform"]) for card in cards], cards.__getitem__)


def _said(figure: Shown) -> str:
    """A figure and what it counts, in one line of another language than the one that is shown large."""
    return f"{figure['whole']} · {figure['label']}"

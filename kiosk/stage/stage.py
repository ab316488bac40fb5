"""What QML may read of the booth, and what a touch may ask of it. The only place that changes what is on screen."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Property, QObject, QTimer, Signal, SignalInstance, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.charts import Charts
from kiosk.deck.interface import interface
from kiosk.deck.model import Deck
from kiosk.navigator import Navigator
from kiosk.place import HUSHED, Desk, Place, Screen, Show
from kiosk.stage import late
from kiosk.stage.about import About
from kiosk.stage.chart import ChartState
from kiosk.stage.comfort import Comfort
from kiosk.stage.drawings import Drawings
from kiosk.stage.lists import Lists
from kiosk.stage.owners import GroupState, PlatformState
from kiosk.stage.rehearsal import Rehearsal
from kiosk.stage.scenery import Scenery
from kiosk.stage.show import ShowState
from kiosk.stage.sizing import Sizing
from kiosk.stage.texts import Texts
from kiosk.stage.theme import Theme

if TYPE_CHECKING:
    from kiosk.stage.operating import Operating

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1

SWIPE_PX: Final = 75
"""A swipe counts from this far on, at 1080 lines …"""
SWIPE_SHARE: Final = 0.3
"""… or from this share of the width, whichever is less."""


@QmlElement
@QmlUncreatable("The stage comes from Python")
class Stage(QObject):  # type: ignore[operator]
    """The booth as its scene sees it.

    `clock` gives milliseconds that only go forward; `folder` is the deck's, for its pictures.
    """

    # The parts, for Python, which reads them by the same names as QML.
    lists: Lists
    about: About
    group: GroupState
    platform: PlatformState
    comfort: Comfort
    chart: ChartState
    show: ShowState
    scenery: Scenery
    sizing: Sizing
    rehearsal: Rehearsal

    screenChanged = Signal()
    indexChanged = Signal()
    languageChanged = Signal()
    sceneChanged = Signal()
    sourceChanged = Signal()
    askingChanged = Signal()
    deskChanged = Signal()
    partChanged = Signal()
    noticeChanged = Signal()
    placeChanged = Signal()
    """Anything that decides what a visitor sees: for screens with a state of their own (`late.py`)."""
    heading = Signal()
    """The place is another one, and is just about to be shown."""
    acted = Signal(str)
    """Somebody touched the booth (`touch`), or pressed a key that it knows (`key right`)."""
    felt = Signal(float, float, bool)
    """Where a finger came down that woke nobody, as shares of width and height; and whether the window is upright."""
    knocked = Signal()
    """Somebody tapped the corner as only the operator does."""
    answered = Signal(str)
    """The slide whose chart is there, or cannot be drawn."""

    def __init__(
        self,
        deck: Deck,
        folder: Path,
        theme: Theme,
        texts: Texts,
        charts: Charts,
        clock: Callable[[], int],
        *,
        attended: bool = False,
        probe: bool = False,
        language: str = "",
        text_size: int = 0,
        presenting: Show | None = None,
    ) -> None:
        super().__init__()
        self.charts = charts
        self.theme = theme
        self.operating: Operating | None = None
        """What the booth does for its operator, as soon as it does anything."""
        self.texts = texts
        texts.take(language or deck.languages[0])
        self.folder = folder
        self._notice: dict[str, str] = {}
        self._clock = clock
        self._probe = probe
        self._navigator = Navigator(deck, clock(), attended=attended, text_size=text_size, presenting=presenting)
        if language:
            self._navigator.set_language(language)
        self._place = self._navigator.place
        self._due = QTimer(self, singleShot=True)
        self._due.timeout.connect(self.tick)
        self._lists = Lists(theme, folder, self)
        self._lists.read(deck, self._navigator.ways(), self._place.language)
        theme.changed.connect(self._repaint)
        self.drawings = Drawings(charts, self._lists, theme, self._here, self, attended=attended)
        self._about = About(self._lists, self._here, self)
        self._group = GroupState(self._lists, theme, self._here, self)
        self._platform = PlatformState(self._lists, theme, self._here, self)
        self._comfort = Comfort(self.act, self._here, self)
        self._chart = ChartState(self.act, self._here, clock, self)
        self._show_state = ShowState(self.act, self._here, clock, self, only=self._navigator.is_only_show)
        self._scenery = Scenery(folder, self.act, clock, self)
        self._sizing = Sizing(self)
        self._rehearsal = Rehearsal(self._lists.charted, self)
        self.answered.connect(self._rehearsal.answered)
        self._attended = attended
        self.writing = False
        """Whether somebody writes in a line: what they touch and type is nobody else's."""
        if presenting:
            late.load(self._place.screen, self._place.desk, presenting=True)
        self._rehearse()
        self._await()

    # What the navigator decided

    def now(self) -> int:
        """Milliseconds that only go forward."""
        return self._clock()

    def act(self, step: Callable[[Navigator], None]) -> None:
        """Have the navigator do something, and show where that leads."""
        step(self._navigator)
        self._show()

    def _show(self) -> None:
        """Take the navigator's place and tell QML what is different in it."""
        before, self._place = self._place, self._navigator.place
        changed = self._changed(before)
        if changed & {"screen", "desk", "show"}:
            late.load(self._place.screen, self._place.desk, presenting=self._place.show is not None)
        if "language" in changed:
            self.texts.take(self._place.language)
            self._lists.offered = self._navigator.ways()
            self._lists.speak(self._place.language)
        if changed & {"language", "group"}:
            self._lists.choose(self._group.chosen)
        self.theme.suit(high_contrast=self._place.high_contrast, reduced_motion=self._place.reduced_motion)
        if "source" in changed:
            self._lists.open_sheet(self._place.source.split())
        self._tell(before, changed)
        if changed:
            self.placeChanged.emit()
        if changed & {"screen", "language", "text_size", "low_reach"}:
            self._rehearse()
        self._await()

    def _tell(self, before: Place, changed: Collection[str]) -> None:
        """Have QML read anew what stands in these fields of the place, and of the parts what is different."""
        self._about.tell(before)
        self._group.tell(before)
        for name, signals in self._signals().items():
            if name in changed:
                for changes in signals:
                    changes.emit()
        for part in (self._platform, self._comfort, self._show_state, self._chart):  # a chart's after its slide
            part.tell(before)

    def _changed(self, before: Place) -> set[str]:
        """The fields of the place that are not as they were; where there are some, the place is told."""
        changed = {f.name for f in fields(Place) if getattr(before, f.name) != getattr(self._place, f.name)}
        if changed:
            self.heading.emit()
        return changed

    def resized(self) -> None:
        """The window gets another size, for which no chart is drawn ahead yet."""
        self._sizing.unsettle()
        self._rehearse()

    def _rehearse(self) -> None:
        """Have the charts drawn ahead, unless somebody looks at slides."""
        if self._attended or self._place.screen in {Screen.SLIDE, Screen.CALM}:
            self._rehearsal.stop()
        else:
            self._rehearsal.begin()

    def _repaint(self) -> None:
        self._lists.speak(self._place.language)
        self._lists.choose(self._group.chosen)
        self._group.changed.emit()
        self._platform.changed.emit()
        self.placeChanged.emit()
        self._rehearse()

    def _signals(self) -> dict[str, tuple[SignalInstance, ...]]:
        return {
            "language": (self.languageChanged, self.noticeChanged),
            "slide": (self.indexChanged,),
            "screen": (self.screenChanged,),
            "scene": (self.sceneChanged,),
            "source": (self.sourceChanged,),
            "asking": (self.askingChanged,),
            "desk": (self.deskChanged,),
            "part": (self.partChanged,),
        }

    def _here(self) -> Place:
        return self._place

    @property
    def place(self) -> Place:
        """Where the visitor is."""
        return self._place

    @property
    def text_size(self) -> int:
        """What a visitor finds, of the navigator's `TEXT_SIZES`."""
        return self._navigator.text_size

    @property
    def deck(self) -> Deck:
        """What is shown."""
        return self._lists.deck

    @property
    def hushed(self) -> bool:
        """Whether no report may have where the booth is touched, nor which key is pressed."""
        return self.writing or self._place.screen in HUSHED

    @property
    def seen(self) -> tuple[int, ...]:
        """The slides that the visitor has seen, by their indexes, the one seen last at the end."""
        return self._navigator.seen

    @property
    def due(self) -> int | None:
        """When time does something next, by the stage's clock; None when only a touch can change anything."""
        return self._navigator.deadline()

    def _await(self) -> None:
        deadline = self._navigator.deadline()
        if deadline is None:
            self._due.stop()
        else:
            self._due.start(max(0, deadline - self._clock()))

    def tick(self) -> None:
        """Do what is due by now."""
        self.act(lambda navigator: navigator.tick(self._clock()))

    def touched(self) -> bool:
        """Somebody touched the booth. True when that woke it, and the touch must do nothing else."""
        woke = self._navigator.touched(self._clock())
        self.acted.emit("touch")
        self._show()
        return woke

    def pressed(self, key: str) -> bool:
        """A key by the name that the navigator knows it by; False where it does not."""
        known = self._navigator.key(key)
        secret = self._place.desk or self.hushed  # it might be of a PIN, which no report may have
        self.acted.emit("key" if secret else f"key {key}")
        self._show()
        if known and self._place.show and not self._place.desk:
            self._show_state.ask(key)
        return known

    def open(self, name: str) -> None:
        """Open a platform or a slide by its id; nothing where the deck has none of that name."""
        self._navigator.open_platform(name)
        self._navigator.open_slide(name)
        self._show()

    def kept(self) -> dict[str, Any]:
        """Where the visitor is, in plain words, for `resume`."""
        return self._navigator.kept()

    def resume(self, kept: dict[str, Any], touched: int) -> None:
        """Take up a visit that was cut short, with its idle clock running on."""
        self.act(lambda navigator: navigator.resume(kept, touched))

    def rest(self, scene: int = 0) -> None:
        """Show a scene of the attract loop."""
        self.act(lambda navigator: navigator.rest(scene))

    def speak(self, language: str) -> None:
        """Show the same place in a language of the deck."""
        self.act(lambda navigator: navigator.set_language(language))

    def take(self, deck: Deck) -> None:
        """Show a changed deck, at the place where the visitor is if it is still there."""
        self._navigator.reload(deck, self._clock())
        before, self._place = self._place, self._navigator.place
        self._lists.read(deck, self._navigator.ways(), self._place.language)
        self._lists.choose(self._group.chosen)
        self._lists.open_sheet([source for source in self._place.source.split() if source in dict(deck.sources)])
        self.texts.take(self._place.language)
        self._changed(before)
        self.theme.suit(high_contrast=self._place.high_contrast, reduced_motion=self._place.reduced_motion)
        self._about.deckChanged.emit()
        self._group.changed.emit()
        self._platform.changed.emit()
        self._tell(before, self._signals())
        self.placeChanged.emit()
        self._rehearse()
        self._await()

    def post(self, notice: dict[str, str]) -> None:
        """Show a message of the day, a text for each language; none takes it away."""
        self._notice = notice
        self.noticeChanged.emit()

    # What the operator does

    def open_desk(self, desk: Desk) -> None:
        """Open the pad, the panel or a page of it for the operator."""
        self.act(lambda navigator: navigator.open_desk(desk, self._clock()))

    # What QML reads

    @Property(Lists, constant=True)  # type: ignore[no-redef]
    def lists(self) -> Lists:
        return self._lists

    @Property(About, constant=True)  # type: ignore[no-redef]
    def about(self) -> About:
        return self._about

    @Property(GroupState, constant=True)  # type: ignore[no-redef]
    def group(self) -> GroupState:
        return self._group

    @Property(PlatformState, constant=True)  # type: ignore[no-redef]
    def platform(self) -> PlatformState:
        return self._platform

    @Property(Comfort, constant=True)  # type: ignore[no-redef]
    def comfort(self) -> Comfort:
        return self._comfort

    @Property(ChartState, constant=True)  # type: ignore[no-redef]
    def chart(self) -> ChartState:
        return self._chart

    @Property(ShowState, constant=True)  # type: ignore[no-redef]
    def show(self) -> ShowState:
        return self._show_state

    @Property(Scenery, constant=True)  # type: ignore[no-redef]
    def scenery(self) -> Scenery:
        return self._scenery

    @Property(Sizing, constant=True)  # type: ignore[no-redef]
    def sizing(self) -> Sizing:
        return self._sizing

    @Property(Rehearsal, constant=True)  # type: ignore[no-redef]
    def rehearsal(self) -> Rehearsal:
        return self._rehearsal

    @Property(str, notify=screenChanged)
    def screen(self) -> str:
        return self._place.screen.value

    @Property(int, notify=indexChanged)
    def index(self) -> int:
        return self._place.slide

    @Property(int, notify=sceneChanged)
    def scene(self) -> int:
        return self._place.scene

    @Property(str, notify=noticeChanged)
    def notice(self) -> str:
        """The message of the day in the language that is spoken, else in the deck's first; "" without one."""
        spoken = (self._place.language, *self.deck.languages)
        return next((self._notice[language] for language in spoken if language in self._notice), "")

    @Property(bool, notify=askingChanged)
    def asking(self) -> bool:
        return self._place.asking

    @Property(str, notify=deskChanged)
    def desk(self) -> str:
        """What the operator has open; "" for nothing."""
        return self._place.desk.value

    @Property(int, notify=askingChanged)
    def askingFor(self) -> int:
        """How long the question stands, in milliseconds."""
        return self.deck.idle.return_after * 1000

    @Property(bool, constant=True)
    def probe(self) -> bool:
        """Whether each slide shows its number as a colour, for measuring from outside."""
        return self._probe

    @Property(str, notify=languageChanged)
    def otherLanguage(self) -> str:
        """The name of the language that the language button leads to."""
        languages = self.deck.languages
        at = languages.index(self._place.language)
        return interface(languages[(at + 1) % len(languages)]).name if len(languages) > 1 else ""

    @Property(bool, notify=sourceChanged)
    def sheetOpen(self) -> bool:
        return bool(self._place.source)

    # What a touch asks

    @Slot()
    def home(self) -> None:
        self.act(Navigator.home)

    @Slot()
    def back(self) -> None:
        self.act(Navigator.back)

    @Slot()
    def next(self) -> None:
        self.act(Navigator.next)

    @Slot()
    def previous(self) -> None:
        self.act(Navigator.previous)

    @Slot(str)
    def openGroup(self, group: str) -> None:
        self.act(lambda navigator: navigator.open_group(group))

    @Slot(str)
    def openPlatform(self, platform: str) -> None:
        self.act(lambda navigator: navigator.open_platform(platform))

    @Slot(int)
    def openIndex(self, index: int) -> None:
        self.act(lambda navigator: navigator.open_index(index))

    @Slot(str)
    def openWay(self, way: str) -> None:
        self.act(lambda navigator: navigator.open_way(way))

    @Slot()
    def nextLanguage(self) -> None:
        self.act(Navigator.next_language)

    @Slot(str)
    def openSources(self, sources: str) -> None:
        self.act(lambda navigator: navigator.open_source(sources))

    @Slot(float, float, float)
    def swiped(self, distance: float, width: float, unit: float) -> None:
        """A finger let go of the slide after dragging it `distance` pixels to the right, on a screen `width` wide."""
        if abs(distance) >= min(SWIPE_PX * unit, SWIPE_SHARE * width):
            self.act(Navigator.next if distance < 0 else Navigator.turn_back)

"""The composition root: builds the booth from a deck, top to bottom, and takes it apart in the right order."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, QTimer

from kiosk.charts import Charts
from kiosk.deck.interface import INTERFACE
from kiosk.deck.load import Loaded
from kiosk.deck.model import Deck
from kiosk.deck.records import record_by_name
from kiosk.deck.typeset import know
from kiosk.deck.values import Words
from kiosk.place import Place, Screen, Show, View
from kiosk.stage.immortal import keep_constants
from kiosk.stage.scene import QmlScene
from kiosk.stage.stage import Stage

if TYPE_CHECKING:
    from kiosk.stage.touches import Touches

NOTHING: Final = Deck(title=Words(), languages=tuple(INTERFACE))
"""What is shown of a deck that cannot be opened: the calm screen."""
CALM_MS: Final = 2_000
"""After the last change of screens: nothing fades out any more, whose pictures would be kept."""


def clock() -> int:
    """Milliseconds that only go forward, whatever the wall clock does."""
    return time.monotonic_ns() // 1_000_000


@record_by_name
class BoothOptions:
    """How a booth is opened."""

    language: str = ""
    """The deck's first where it is ""."""
    theme: str = ""
    """The deck's own where it is ""."""
    attended: bool = False
    """No attract loop and no idle return."""
    probe: bool = False
    transitions: bool = True
    operator_keys: bool = False
    deaf: bool = False
    """Whether keys and touches are for the items that they are upon alone: the window is not the booth's own."""
    text_size: int = 0
    """What a visitor finds, as one of the navigator's `TEXT_SIZES`."""
    presenting: bool = False
    """Whether it is a presenter's show from its start, and never the visitors' …"""
    route: str = ""
    """… of this route of the deck, or of all of it …"""
    auto: bool = False
    """… which goes on by itself, over and over."""
    size: QSize = field(default_factory=lambda: QSize(1920, 1080))
    """Of the window when it is made, in logical pixels, so that everything is laid out once."""


class Booth:
    """A window with the scene in it, and everything that it lives on.

    `now` gives milliseconds that only go forward; a `scene` may have been begun before the deck was open.
    """

    def __init__(
        self,
        loaded: Loaded,
        folder: Path,
        charts: Charts,
        options: BoothOptions,
        now: Callable[[], int] | None = None,
        scene: QmlScene | None = None,
    ) -> None:
        deck = loaded.deck or NOTHING
        know(deck)
        self._scene = scene or QmlScene()
        self.theme = self._scene.theme
        self.theme.take(dict(loaded.themes)[options.theme or deck.theme])
        if not options.transitions:
            self.theme.still()
        self.stage = Stage(
            deck,
            folder,
            self.theme,
            self._scene.texts,
            charts,
            now or clock,
            attended=options.attended or options.probe,
            probe=options.probe,
            language=options.language,
            text_size=options.text_size,
            presenting=Show(route=options.route, auto=options.auto) if options.presenting else None,
        )
        self._themes = dict(loaded.themes)
        self._calm = QTimer(singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._tidy)
        self._operator_keys = options.operator_keys
        self._stands = False
        """Whether the first frame does."""
        self._touches: Touches | None = None
        self.window = self._scene.open(
            {
                "stage": self.stage,
                "closable": options.operator_keys,
                "width": options.size.width(),
                "height": options.size.height(),
            },
        )
        self._scene.make_bit_by_bit()
        if not options.deaf:
            self.window.frameSwapped.connect(self._framed)
        self.stage.answered.connect(self.window.update)  # a drawing that fails changes nothing, and is waited for too

    def _framed(self) -> None:
        """The first frame stands; whoever waits for it need not wait for what follows.

        With a graphics card a second one may be through before the first is heard of.
        """
        if not self._stands:
            self._stands = True
            self.window.frameSwapped.disconnect(self._framed)
            QTimer.singleShot(0, self.window, self.listen)  # not if the booth is closed by then

    def listen(self) -> Touches:
        """Hear of touches and keys from now on, which nobody gives before there is something to be seen."""
        if self._touches is None:
            from kiosk.stage.touches import Touches

            keep_constants()
            self._touches = Touches(self.stage, self._size, operator_keys=self._operator_keys)
            self._touches.attend(self.window)
        return self._touches

    def prepare(self) -> None:
        """Do what the first touch or key would have to wait for; the first screen stands."""
        from kiosk.stage.memory import keep_pictures_apart

        keep_pictures_apart()
        self._scene.backgrounds.own()
        self._scene.read_on()
        self.listen().prepare()
        self.stage.charts.learn()
        for record in (Place, View):
            fields(record)  # makes it
        self.stage.screenChanged.connect(self._calm.start)
        self.stage.rehearsal.changed.connect(self._calm.start)  # its slides leave pictures too

    def take(self, loaded: Loaded) -> None:
        """Show a changed deck, where the visitor is."""
        deck, before = loaded.deck or NOTHING, self.stage.deck
        know(deck)
        shown = next((name for name, theme in self._themes.items() if theme == self.theme.taken), "")
        self._themes = dict(loaded.themes)
        theme = self._themes[deck.theme if shown == before.theme or shown not in self._themes else shown]
        self.stage.take(deck)
        if theme != self.theme.taken:
            self.theme.take(theme)

    def wear(self, name: str) -> None:
        """Be shown in another of the deck's themes; as before where it has none of that name."""
        theme = self._themes.get(name, self.theme.taken)
        if theme != self.theme.taken:
            self.theme.take(theme)

    def _tidy(self) -> None:
        """Nobody is there any more: clear up after the visitor."""
        if self.stage.place.screen in {Screen.ATTRACT, Screen.DARK}:
            from kiosk.stage.memory import give_back

            self.window.releaseResources()  # what Qt keeps of pictures that nothing shows any more
            give_back()

    def _size(self) -> tuple[float, float]:
        """The window's width in pixels, and its shorter side as a share of 1080 lines."""
        width, height = self.window.width(), self.window.height()
        return width, min(width, height) / 1080

    def close(self) -> None:
        """Close the window; the scene goes before the objects that it binds to."""
        if self._touches:
            self._touches.leave()
        self._calm.stop()
        self.window.hide()
        self._scene.close()
        self.stage.deleteLater()

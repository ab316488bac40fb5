"""A small scene that follows the show: at the slide that is shown, or at what comes after it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kiosk.navigator import Navigator
from kiosk.place import Blank, Desk, Place
from kiosk.stage.stage import Stage
from kiosk.stage.texts import Texts
from kiosk.stage.theme import Theme


def mirrored(place: Place) -> Place:
    """What the presenter is shown of a place: the slide, whatever stands before it for the audience."""
    show = place.show
    if show:
        show = replace(show, blank=Blank.NONE, grid=False, leaving=False, typed="", help=False, auto=False)
    return replace(place, asking=False, desk=Desk.NONE, source="", show=show)


class Mirror:
    """A stage of its own for a scene in the console's window, which goes where `lead` leads from the show's place."""

    def __init__(self, shown: Stage, theme: Theme, texts: Texts, lead: Callable[[Navigator], None]) -> None:
        self.stage = Stage(
            shown.deck,
            shown.folder,
            theme,
            texts,
            shown.charts,
            shown.now,
            attended=True,
            language=shown.place.language,
        )
        self._shown, self._lead = shown, lead
        self._taken = shown.deck
        self.follow()

    def follow(self) -> None:
        """Show what the show leads to now."""
        if self._shown.deck is not self._taken:
            self._taken = self._shown.deck
            self.stage.take(self._taken)
        self.stage.act(self._go)

    def _go(self, navigator: Navigator) -> None:
        navigator.place = mirrored(self._shown.place)
        self._lead(navigator)

    def close(self) -> None:
        """Let go of it, when no scene shows it any more: and of what it holds."""
        held = self.stage.__dict__
        self.stage.destroyed.connect(lambda: held.clear())  # noqa: PLW0108 - a bound method of a dict would get the object
        self.stage.deleteLater()

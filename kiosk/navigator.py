"""What is on screen and what leads from there to elsewhere: a state machine without Qt and without a clock of its own.

Every method that a visitor or time calls takes `now`, in milliseconds of any clock that only goes forward, and may
change `place`. Whoever calls compares the places before and after, and shows the difference.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from kiosk.deck.model import Deck
from kiosk.moves import Moves
from kiosk.order import Order
from kiosk.place import VISITORS, Desk, LeadStep, Place, Screen, Show

LONGEST_FILM_MS: Final = 30 * 60_000
"""A film keeps the question off no longer than this, whatever is told of it."""
CALLOUT_MS: Final = 8_000
"""How long a callout stays without a further touch."""
PIN_MS: Final = 20_000
"""How long the pad for the operator's PIN stays without a touch …"""
PANEL_MS: Final = 60_000
"""… and the operator's panel."""
CLEANING_MS: Final = 30_000
"""How long nothing answers while the screen is cleaned."""


class Navigator(Moves):
    """Leads visitors through a deck.

    With `attended` the booth is in somebody's hands (a probe, the tour): no attract loop, no idle return, and the
    steps end at the first and the last slide. Visitors find the text as large as `text_size` says. With `presenting` it
    is a show from its start, and never the visitors'.
    """

    def __init__(
        self,
        deck: Deck,
        now: int,
        *,
        attended: bool = False,
        text_size: int = 0,
        presenting: Show | None = None,
    ) -> None:
        self._attended = attended
        self._presenting = presenting
        self.text_size = text_size
        """What a visitor finds, of the `TEXT_SIZES`."""
        self._touched = now
        self._scene_since = now
        self._spot_since = now
        self._film_until = now
        self._stands_since = now
        self._closed = False
        self.across = 4
        """How many slides stand side by side where a show lays all of them out."""
        self._take(deck)
        self.place = self._beginning()
        self.seen: tuple[int, ...] = ()
        """The slides that the visitor has seen, by their indexes, the one seen last at the end."""
        self._look()

    def _take(self, deck: Deck) -> None:
        self._deck, self._order = deck, Order(deck)

    def _beginning(self) -> Place:
        language = self._deck.languages[0]
        if not self._order.slides:
            return Place(Screen.CALM, language)
        if self._presenting:
            from kiosk.show import Rules

            bare = Place(Screen.SLIDE, language, text_size=self.text_size)
            return Rules(self._deck).begin(bare, self._presenting, -1, self._touched)
        screen = Screen.SLIDE if self._attended else self._resting()
        return Place(screen, language, text_size=self.text_size)

    def _resting(self) -> Screen:
        """The screen of a booth that nobody uses."""
        return Screen.DARK if self._closed else Screen.ATTRACT

    def deadline(self) -> int | None:
        """When `tick` has something to do next; None when only a touch can change anything."""
        return min(self._deadlines(), default=None)

    def _deadlines(self) -> list[int]:
        idle, place = self._deck.idle, self.place
        times = []
        if self._loops() and len(self._deck.attract) > 1:
            times.append(self._scene_since + idle.scene * 1000)
        if place.spot >= 0:
            times.append(self._spot_since + CALLOUT_MS)
        if place.desk and not self._attended:
            times.append(self._desk_until())
        if self._awaits_visitor():
            asked = idle.return_after if place.asking else 0
            times.append(max(self._touched, self._film_until) + (self._patience() + asked) * 1000)
        if place.show:
            times += self._show_deadlines()
        return times

    def _loops(self) -> bool:
        """Whether the attract loop goes on by itself; who attends the booth chooses its scenes."""
        return not self._attended and self.place.screen is Screen.ATTRACT

    def _awaits_visitor(self) -> bool:
        rests = self.place.screen in {Screen.ATTRACT, Screen.DARK, Screen.CALM}
        return not self._attended and not rests and self.place.show is None

    def _desk_until(self) -> int:
        """When what the operator has open closes by itself."""
        stays = {Desk.PIN: PIN_MS, Desk.CLEANING: 0}  # cleaning counts as a touch at its end
        return self._touched + stays.get(self.place.desk, PANEL_MS)

    def _patience(self) -> int:
        """Seconds without a touch until the question: more with a code to scan, or much to read or type."""
        idle = self._deck.idle
        is_long = self.place.table or self.place.screen in {Screen.TAKE_HOME, Screen.LEAD}
        return max(idle.ask_after, idle.long_ask_after) if is_long else idle.ask_after

    def touched(self, now: int) -> bool:
        """Somebody touched or pressed a key. True when that only woke the booth, and must do nothing else."""
        if self.place.desk is Desk.CLEANING:
            return True
        self._touched = now
        if self.place.screen in {Screen.ATTRACT, Screen.DARK}:
            self.place = replace(self.place, screen=Screen.HUB)
            return True
        if self.place.asking:
            self.place = replace(self.place, asking=False)
            return True
        return False

    def rest(self, scene: int = 0) -> None:
        """To the attract loop, with nothing left of the last visitor."""
        self._film_until = self._touched
        if self._presenting:
            self.place = self._beginning()
        elif self.place.screen is not Screen.CALM:
            language = self.place.language if self._attended else self._deck.languages[0]
            self.place = Place(self._resting(), language, scene=scene, text_size=self.text_size)
            self.seen = ()

    def open_desk(self, desk: Desk, now: int) -> None:
        """Open the pad, the panel or a page of it for the operator; whether they may is asked elsewhere."""
        self._touched = now + CLEANING_MS if desk is Desk.CLEANING else now
        lead = LeadStep.WHO if self.place.lead else LeadStep.NONE  # nobody else may go on with what was entered
        self.place = replace(self.place, source="", spot=-1, picking="", asking=False, lead=lead)
        self._lay(desk)

    def _lay(self, desk: Desk) -> None:
        """Open something over the visitor's screen, which is another one than that of a booth at rest."""
        asleep = desk and self.place.screen in {Screen.ATTRACT, Screen.DARK}
        self.place = replace(self.place, desk=desk, screen=Screen.HUB if asleep else self.place.screen)

    def close_desk(self) -> None:
        """The visitor's screen again, as it was."""
        self.place = replace(self.place, desk=Desk.NONE)

    def set_text_size(self, text_size: int) -> None:
        """Have visitors find the text in one of the `TEXT_SIZES` from now on."""
        self.text_size = text_size
        self.place = replace(self.place, text_size=text_size)

    def film(self, now: int, *, playing: bool) -> None:
        """A film began, or ended: nobody is asked while one plays."""
        self._film_until = now + LONGEST_FILM_MS if playing else min(now, self._film_until)

    def key(self, name: str) -> bool:
        """A key of the visitor's table (`KEYS`, or a digit). False where the booth does not know it."""
        if self.place.desk:
            if name == "escape":
                self.close_desk()
            return name in KEYS or name.isdigit()  # nothing moves beneath, and no digit of a PIN leads anywhere
        if self.place.show and name != "shift+l":
            return self._press(name)
        if name.isdigit():
            group = next((g for g in self._deck.groups if g.digit == name), None)
            if group is None:
                return False
            self.open_group(group.id)
            return True
        action = KEYS.get(name)
        if action is None:
            return False
        action(self)
        return True

    def tick(self, now: int) -> None:
        """Whatever is due at `now`: the next scene, the question, the return to the attract loop."""
        idle = self._deck.idle
        if self.place.spot >= 0 and now >= self._spot_since + CALLOUT_MS:
            self.place = replace(self.place, spot=-1)
        if self.place.desk and not self._attended and now >= self._desk_until():
            cleaned = self.place.desk is Desk.CLEANING
            self.place = replace(self.place, desk=Desk.PANEL if cleaned else Desk.NONE)
        if self._loops():
            self._next_scene(now)
        elif self._awaits_visitor():
            waited = now - max(self._touched, self._film_until)
            if waited >= (self._patience() + idle.return_after) * 1000:
                self.rest()
                self._scene_since = now
            elif waited >= self._patience() * 1000:
                self.place = replace(self.place, asking=True)
        if self.place.show:
            self._tick_show(now)

    def close(self, now: int, *, closed: bool) -> None:
        """The opening hours ended, or began again: a booth that nobody uses goes dark, or comes to life."""
        was, self._closed = self._resting(), closed
        if self.place.screen is was is not self._resting():
            self.place = replace(self.place, screen=self._resting(), scene=0)
            self._scene_since = now

    def _next_scene(self, now: int) -> None:
        if now >= self._scene_since + self._deck.idle.scene * 1000:
            self._scene_since = now
            self.place = replace(self.place, scene=(self.place.scene + 1) % max(1, len(self._deck.attract)))

    def kept(self) -> dict[str, Any]:
        """What `resume` needs of the place, in plain words; nothing that says who the visitor is or what they think."""
        from kiosk import carried

        return carried.kept(self.place, self._order)

    def resume(self, kept: dict[str, Any], touched: int) -> None:
        """Take up a visit that was cut short, last touched at `touched`; what the deck has no longer is the hub."""
        self._resume(kept, touched)
        self._lay(Desk(kept.get("desk", "")))

    def _resume(self, kept: dict[str, Any], touched: int) -> None:
        screen = kept.get("screen")
        if not self._order.slides or screen in {Screen.ATTRACT, Screen.DARK}:
            return
        self._touched = self._film_until = touched
        visitors = {name: kept[name] for name in VISITORS if name in kept}
        self.place = Place(Screen.HUB, self.place.language, **visitors)
        self.set_language(str(kept.get("language")))
        show = kept.get("show")
        if show:
            from kiosk.show import Rules

            self.place = Rules(self._deck).taken_up(self.place, show, str(kept.get("slide")))
        elif screen == Screen.SLIDE:
            self.open_slide(str(kept.get("slide")))
        elif screen == Screen.GROUP:
            self.open_group(str(kept.get("group")))
        elif screen == Screen.COMPARE:
            self.compare(*kept.get("pair", ()))

    def reload(self, deck: Deck, now: int) -> None:
        """Take a changed deck and stay at the place, or as near to it as the deck allows; the idle clock runs on."""
        desk = self.place.desk
        self._reload(deck, now, self.place)
        self._lay(desk)

    def _reload(self, deck: Deck, now: int, place: Place) -> None:
        from kiosk import carried

        before = self._order
        seen = [before.slides[at][1] for at in self.seen]
        self._take(deck)
        self.seen = tuple(self._order.index[each] for each in seen if each in self._order.index)
        if not self._order.slides or place.screen in {Screen.CALM, Screen.ATTRACT, Screen.DARK}:
            self._reload_resting(place, now)
            return
        if place.show:
            from kiosk.show import Rules

            self.place = Rules(deck).moved(place, Rules(before.deck))
        else:
            film_until = self._film_until
            language = place.language if place.language in deck.languages else deck.languages[0]
            visitors = self._visitors(place) | {"answers": carried.answers(place.answers, deck)}
            self.place = Place(Screen.HUB, language, **visitors)
            slide = carried.nearest(place.slide, before, self._order) if place.screen is Screen.SLIDE else ""
            self._reopen(place, slide)
            self._film_until = film_until
        if self.place.screen is place.screen and (self.place.group, self.place.pair) == (place.group, place.pair):
            self.place = carried.still_open(self.place, place, before, self._order)
        else:
            self._film_until = self._touched

    def _reload_resting(self, place: Place, now: int) -> None:
        """A changed deck while nobody uses the booth: the attract loop goes on with its scene, if that is there."""
        self.place = self._beginning()
        if place.screen is not Screen.ATTRACT:
            self._touched = self._film_until = self._scene_since = now
        elif self.place.screen is Screen.ATTRACT:
            language = place.language if place.language in self._deck.languages else self.place.language
            scene = place.scene if place.scene < len(self._deck.attract) else 0
            self.place = replace(self.place, language=language, scene=scene)
        self._look()

    def _reopen(self, place: Place, slide: str) -> None:
        """From the hub to the screen of a place of the deck as it was, or to a slide of this one."""
        if place.screen is Screen.GROUP:
            self.open_group(place.group)
        elif place.screen is Screen.COMPARE:
            self.compare(*place.pair)
        elif place.screen is Screen.ADVISER:
            self.open_adviser()
        elif place.screen is Screen.TAKE_HOME:
            self.take_home()
            self.open_part(place.part)
        elif place.screen is Screen.LEAD:
            self.open_lead()
            self.lead_to(place.lead)
        elif place.screen is Screen.SLIDE:
            self.open_slide(slide)


HAND_OVER: Final = ("b", "period", "f5")
"""The visitors' keys that hand the booth over: those of a clicker that begin a show or take it from the screen."""

KEYS: Final = {
    **dict.fromkeys(("right", "down", "pagedown", "space", "enter", "n"), Navigator.next),
    **dict.fromkeys(("left", "up", "pageup", "backspace", "p"), Navigator.previous),
    **dict.fromkeys(("home", "escape"), Navigator.home),
    **dict.fromkeys(("l", "shift+l"), Navigator.next_language),
    **dict.fromkeys(HAND_OVER, Navigator.hand_over),
}
"""The visitor's keys, by name (design, "Keys")."""

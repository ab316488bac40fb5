"""What leads a show on: the presenter's steps, keys and choices, and the time in which nobody does anything.

The rules themselves are in `show.py`, which is imported when a show begins.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from kiosk.place import Blank, Place, Screen, Show

if TYPE_CHECKING:
    from kiosk.deck.model import Deck
    from kiosk.order import Order
    from kiosk.show import Rules

T = TypeVar("T")


class Showing:
    """The part of the navigator that leads through a show; it is the navigator's own state that it changes."""

    place: Place
    seen: tuple[int, ...]
    text_size: int
    across: int
    _deck: Deck
    _order: Order
    _attended: bool
    _presenting: Show | None
    _touched: int
    _film_until: int
    _scene_since: int
    _stands_since: int

    def rest(self, scene: int = 0) -> None:
        """To the attract loop, or to the beginning of a booth that is only a show."""
        raise NotImplementedError

    def begin_show(self, now: int, route: str = "", at_slide: int = -1, *, guest: str = "", auto: bool = False) -> None:
        """Hand the booth over to a presenter: at a slide, else at the one on screen, else where the route begins."""
        if not self._order.slides:
            return
        from kiosk.show import Rules

        rules = Rules(self._deck)
        here = self.place.slide if self.place.screen is Screen.SLIDE else -1
        show = Show(route=route if rules.route(route) else "", guest=guest, auto=auto)
        self._touched = self._film_until = self._stands_since = now
        self.seen = ()
        bare = Place(Screen.SLIDE, self.place.language, text_size=self.text_size)
        self.place = rules.begin(bare, show, at_slide if at_slide >= 0 else here, now)

    def hand_over(self) -> None:
        """Hand the booth over to the presenter whose key was just pressed."""
        self.begin_show(self._touched)

    def end_show(self) -> None:
        """The booth is the visitors' again, with nothing left of the talk; one that is only a show begins anew."""
        if self.place.show:
            self._scene_since = self._touched
            self.rest()

    def show_next(self, now: int) -> None:
        """On to the next part of the slide, or to the next slide."""
        self._lead(lambda rules, place: rules.forward(place, now), now)

    def show_previous(self, now: int) -> None:
        """Back by one part, or to the slide before."""
        self._lead(lambda rules, place: rules.back(place, now), now)

    def show_jump(self, position: int) -> None:
        """To a slide by its position in the route, from 0."""
        self._lead(lambda rules, place: rules.jump(place, position, self._touched))

    def show_blank(self, blank: Blank) -> None:
        """A black or a white screen, or the slide again."""
        self._lead(lambda rules, place: rules.cover(place, blank))

    def show_grid(self) -> None:
        """All slides of the route to jump to one, or the slide again."""
        self._lead(lambda rules, place: rules.lay_out(place))

    def show_near(self, left: float, top: float, share: float) -> None:
        """A part of the slide as large as the screen, by its edges and its width as shares of the slide's."""
        self._lead(lambda rules, place: rules.come_near(place, left, top, share))

    def show_uncover(self) -> None:
        """The slide again, with nothing before it."""
        self._lead(lambda rules, place: rules.uncover(place))

    def show_pause(self, now: int) -> None:
        """Stop the talk's clock, or have it go on."""
        self._lead(lambda rules, place: rules.pause(place, now), now)

    def show_reset(self, now: int) -> None:
        """Have the talk's clock begin anew."""
        self._lead(lambda rules, place: rules.reset(place, now), now)

    def choose_route(self, route: str) -> None:
        """Go on with another route; "" for the whole deck."""
        self._lead(lambda rules, place: rules.choose(place, route, self._touched))

    def set_guest(self, name: str) -> None:
        """Have the welcome screen greet a delegation by its name; "" for the route's own."""
        self._lead(lambda _, place: replace(place, show=replace(place.show or Show(), guest=name)))

    @property
    def is_only_show(self) -> bool:
        """Whether there is no visitors' booth after the show."""
        return self._presenting is not None

    def show_order(self) -> tuple[int, ...]:
        """The slides of the route in its order, by their indexes in the deck; none without a show."""
        return self._asked(lambda rules, show: rules.order(show.route), ())

    def show_steps(self) -> int:
        """How many parts the slide reveals one by one; 0 where it is shown whole."""
        slide = self.place.slide
        return self._asked(lambda rules, _: rules.steps(slide), 0) if self.place.screen is Screen.SLIDE else 0

    def show_seconds(self) -> tuple[int, ...]:
        """How long each slide of the route is planned to take, by its position."""
        return self._asked(lambda rules, show: rules.seconds(show.route), ())

    def _asked(self, asks: Callable[[Rules, Show], T], without: T) -> T:
        """What the rules say of the show; something else where there is none."""
        if self.place.show is None:
            return without
        from kiosk.show import Rules

        return asks(Rules(self._deck), self.place.show)

    def _lead(self, leads: Callable[[Rules, Place], Place], now: int | None = None) -> None:
        """Follow one of the rules of a show; nothing without a show."""
        if self.place.show is None:
            return
        from kiosk.show import Rules

        self._touched = self._touched if now is None else now
        self._stand(leads(Rules(self._deck), self.place), self._touched)

    def _stand(self, place: Place, now: int) -> None:
        """Come to a place of the show, where whatever time does begins anew."""
        self.place, before = place, self.place
        if place.slide != before.slide or place.screen is not before.screen:
            self._film_until = self._touched
        if place.show != before.show:
            self._stands_since = now

    def _press(self, key: str) -> bool:
        """A key of the presenter's; False where a show does not know it."""
        from kiosk.show import ASKED, Rules

        show = self.place.show
        if key == "escape" and show and show.grid and show.leaving and not show.typed and not self._presenting:
            self.end_show()
            return True
        there = Rules(self._deck).press(self.place, key, self.across, self._touched)
        if there is not None:
            self._stand(there, self._touched)
        return there is not None or key in ASKED

    def _show_deadlines(self) -> list[int]:
        lasts = self._asked(lambda rules, _: rules.lasts(self.place), None)
        times = [] if lasts is None else [self._stands_since + lasts * 1000]
        if not self._attended and not self._presenting:
            times.append(self._show_until())
        return times

    def _show_until(self) -> int:
        """When a show that nobody goes on with is over."""
        return max(self._touched, self._film_until) + self._deck.idle.show_return_after * 1000

    def _tick_show(self, now: int) -> None:
        lasts = self._asked(lambda rules, _: rules.lasts(self.place), None)
        if not self._attended and not self._presenting and now >= self._show_until():
            self.rest()
            self._scene_since = now
        elif lasts is not None and now >= self._stands_since + lasts * 1000:
            from kiosk.show import Rules

            self._stand(Rules(self._deck).forward(self.place, now), now)

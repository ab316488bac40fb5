"""The rules of a show: through which slides of a deck it leads, in which steps, and what its keys do.

Whoever speaks with the deck goes through the slides of a route in its order. Each rule takes the place where they are
and gives the one that they come to. Only a booth that becomes a show imports this.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from kiosk.deck.model import ChartSlide, Deck, Figures, Gallery, Profile, Route, Slide, TextSlide, Timeline
from kiosk.place import VISITORS, WHOLE, Blank, Place, Screen, Show, within

SECONDS: Final = 60
"""Planned for a slide where neither it nor its route says how long it takes …"""
_LEAST: Final = 5
"""… and at least so many, however little time its route leaves for it."""
WELCOME_SECONDS: Final = 10
"""How long the welcome screen stands in a show that goes on by itself."""
_NEARER: Final = 1.5
"""How much larger the slide is at each press of a key."""
_DIGITS: Final = 4
"""More digits than this are no slide's number."""


class Rules:
    """The rules of a show of a deck."""

    def __init__(self, deck: Deck) -> None:
        self._deck = deck
        self._slides = [(platform, slide) for platform in deck.platforms for slide in platform.slides]

    # What others may ask

    def route(self, name: str) -> Route | None:
        """The deck's route of that name; None where it has none, which is the whole deck."""
        return next((route for route in self._deck.routes if route.id == name), None)

    def order(self, name: str) -> tuple[int, ...]:
        """The slides of a route in its order, by their indexes in the deck; all of them where it has no such route."""
        route = self.route(name)
        found = [at for each in route.slides for at in self._named(each)] if route else []
        return tuple(found) or tuple(range(len(self._slides)))

    def _named(self, name: str) -> list[int]:
        """The slide of a name, or else all slides of the platform of that name."""
        slides = [at for at, (_, slide) in enumerate(self._slides) if slide.id == name]
        return slides or [at for at, (platform, _) in enumerate(self._slides) if platform.id == name]

    def steps(self, at: int) -> int:
        """How many parts a slide reveals one by one; 0 for one that is shown whole at once."""
        platform, slide = self._slides[at]
        if not slide.build:
            return 0
        if isinstance(slide, Profile):
            known = {kind.id for kind in self._deck.indicators}
            return sum(indicator.id in known for indicator in platform.indicators)
        return _parts(slide)

    def seconds(self, name: str) -> tuple[int, ...]:
        """How long each slide of a route is planned to take: what its own says, or its share of the route's time."""
        route = self.route(name)
        given = [self._slides[at][1].seconds for at in self.order(name)]
        shared = given.count(None)
        rest = route.minutes * 60 - sum(each or 0 for each in given) if route else SECONDS * shared
        share = max(_LEAST, rest // shared) if shared else 0
        return tuple(each or share for each in given)

    def lasts(self, place: Place) -> int | None:
        """Seconds until a show that goes on by itself takes its next step; None where it does not."""
        show = place.show
        if show is None or not show.auto or show.blank or show.grid or show.help:
            return None
        if place.screen is Screen.WELCOME:
            return WELCOME_SECONDS
        return max(1, self.seconds(show.route)[show.at] // (self.steps(place.slide) + 1))

    # Where it leads

    def begin(self, place: Place, show: Show, slide: int, now: int) -> Place:
        """The beginning of a show: at a slide, if its route has that; else at its welcome screen or its first slide."""
        place = replace(place, show=show)
        order = self.order(show.route)
        if slide in order:
            return self._stand(place, order.index(slide), now=now)
        return self._first(place, now)

    def forward(self, place: Place, now: int) -> Place:
        """The slide again where something stands before it; else its next part, or the next slide."""
        show = place.show or Show()
        if show.blank or show.help or place.source:
            return self.uncover(place)
        if place.screen is Screen.WELCOME:
            return self._stand(place, 0, now=now)
        if show.step < self.steps(place.slide):
            return self._reveal(place, show.step + 1)
        if show.at + 1 < len(self.order(show.route)):
            return self._stand(place, show.at + 1, now=now)
        return self._first(place, now) if show.auto else self.uncover(place)

    def back(self, place: Place, now: int) -> Place:
        """The slide again where something stands before it; else without its last part, or the slide before, whole."""
        show = place.show or Show()
        if show.blank or show.help or place.source:
            return self.uncover(place)
        if show.step > 0:
            return self._reveal(place, show.step - 1)
        if show.at > 0:
            before = self.order(show.route)[show.at - 1]
            return self._stand(place, show.at - 1, step=self.steps(before), now=now)
        return self._first(place, now) if place.screen is not Screen.WELCOME else self.uncover(place)

    def jump(self, place: Place, position: int, now: int) -> Place:
        """A slide by its position in the route; the one that is shown where there is no such position."""
        show = place.show or Show()
        inside = 0 <= position < len(self.order(show.route))
        return self._stand(place, position, now=now) if inside else self.uncover(place)

    def open(self, place: Place, slide: int, now: int) -> Place:
        """A slide by its index in the deck; where the route lacks it, the show goes on through the whole deck."""
        show = place.show or Show()
        order = self.order(show.route)
        if slide in order:
            return self._stand(place, min(_places(order, slide), key=lambda at: abs(at - show.at)), now=now)
        return self._stand(replace(place, show=replace(show, route="")), slide, now=now)

    def choose(self, place: Place, name: str, now: int) -> Place:
        """Another route, at the slide that is shown if it has that, and else at its beginning; its clock runs on."""
        show = replace(place.show or Show(), route=name if self.route(name) else "")
        place = replace(place, show=show)
        order = self.order(show.route)
        if place.screen is Screen.SLIDE and place.slide in order:
            return replace(place, show=replace(show, at=order.index(place.slide), picked=order.index(place.slide)))
        return self._first(place, now)

    def cover(self, place: Place, blank: Blank) -> Place:
        """A black or a white screen in the slide's place; the slide again where that is there already."""
        show = place.show or Show()
        blank = Blank.NONE if show.blank is blank else blank
        return replace(self.uncover(place), show=replace(self.uncover(place).show or show, blank=blank))

    def come_near(self, place: Place, left: float, top: float, share: float) -> Place:
        """A part of the slide as large as the screen, or the nearest one that is within it."""
        show = replace(place.show or Show(), near=within(left, top, share))
        return replace(place, show=show) if place.screen is Screen.SLIDE else place

    def nearer(self, place: Place, by: float) -> Place:
        """The middle of what is shown, so many times as large."""
        near = (place.show or Show()).near
        off = (near.share - near.share / by) / 2
        return self.come_near(place, near.left + off, near.top + off, near.share / by)

    def lay_out(self, place: Place, *, leaving: bool = False) -> Place:
        """All slides of the route to jump to one, or the slide again."""
        show = place.show or Show()
        if show.grid:
            return self.uncover(place)
        bare = self.uncover(place)
        covered = replace(bare.show or show, grid=True, picked=show.at, leaving=leaving)
        return replace(bare, show=covered, spot=-1)

    def pick(self, place: Place, position: int) -> Place:
        """Mark the slide that Enter would jump to, or the one nearest to that position."""
        show = place.show or Show()
        last = len(self.order(show.route)) - 1
        return replace(place, show=replace(show, picked=max(0, min(last, position)), leaving=False, typed=""))

    def pause(self, place: Place, now: int) -> Place:
        """Stop the talk's clock, or have it go on; one that was not started is."""
        show = place.show or Show()
        if show.began < 0:
            return replace(place, show=replace(show, began=now, paused=-1))
        if show.paused < 0:
            return replace(place, show=replace(show, paused=now))
        return replace(place, show=replace(show, began=show.began + now - show.paused, paused=-1))

    def reset(self, place: Place, now: int) -> Place:
        """Have the talk's clock begin anew; it stands still if it did."""
        show = place.show or Show()
        return replace(place, show=replace(show, began=now, paused=now if show.paused >= 0 else -1))

    def press(self, place: Place, key: str, across: int, now: int) -> Place | None:
        """What a presenter's key leads to; None for a key that a show does not know.

        `across` is how many slides stand side by side where all are laid out.
        """
        show = place.show or Show()
        if key.isdigit():
            return replace(place, show=replace(show, typed=(show.typed + key)[-_DIGITS:]))
        if show.typed and key in _TYPING:
            typed = {"backspace": show.typed[:-1]}.get(key, "")
            cleared = replace(place, show=replace(show, typed=typed))
            return self.jump(cleared, int(show.typed) - 1, now) if key == "enter" else cleared
        if show.grid and key in _MOVES:
            return self.pick(place, show.picked + _MOVES[key] * (across if key in {"up", "down"} else 1))
        if show.grid and key in {"enter", "f5"}:
            return self._picked(place, now)
        action = KEYS.get(key)
        return action(self, place, now) if action else None

    def escape(self, place: Place) -> Place:
        """The slide again, whatever stands before it; where nothing does, all slides."""
        show = place.show or Show()
        covered = show.blank or show.help or show.grid or place.source or show.near != WHOLE
        return self.uncover(place) if covered else self.lay_out(place, leaving=True)

    def _picked(self, place: Place, now: int) -> Place:
        """The slide that is marked; the one that is shown stays as far as it was revealed."""
        show = place.show or Show()
        shown = place.screen is Screen.SLIDE and show.picked == show.at
        return self.uncover(place) if shown else self._stand(place, show.picked, now=now)

    # A show that goes on

    def moved(self, place: Place, before: Rules) -> Place:
        """The place in this deck of a show of the deck `before`: at its slide, or the nearest one that is left."""
        show = place.show or Show()
        route = show.route if self.route(show.route) else ""
        old = [before._slides[at][1].id for at in before.order(show.route)]
        new = [self._slides[at][1].id for at in self.order(route)]
        languages = self._deck.languages
        language = place.language if place.language in languages else languages[0]
        place = replace(place, language=language, show=replace(show, route=route))
        if place.screen is Screen.WELCOME:
            return self._first(place, show.began)
        near = sorted(range(len(old)), key=lambda at: abs(at - show.at))
        kept = next((old[at] for at in near if old[at] in new), new[0])
        at = min(_places(new, kept), key=lambda position: abs(position - show.at))
        step = show.step if kept == old[show.at] else 0
        stands = self._stand(place, at, step=step, now=show.began)
        covered = replace(stands.show or show, blank=show.blank, grid=show.grid, leaving=show.leaving, help=show.help)
        return replace(stands, show=replace(covered, began=show.began))

    def taken_up(self, place: Place, kept: dict[str, Any], slide: str) -> Place:
        """A show that was cut short, from what `told` said of it; of the guest nothing is known."""
        route = str(kept.get("route", ""))
        began = int(kept.get("began", -1))
        show = Show(route=route if self.route(route) else "", began=began, paused=int(kept.get("paused", -1)))
        place = replace(place, show=replace(show, auto=bool(kept.get("auto"))))
        ids = [self._slides[at][1].id for at in self.order(show.route)]
        if slide not in ids:
            return self._first(place, began)
        at = min(_places(ids, slide), key=lambda position: abs(position - int(kept.get("at", 0))))
        stands = self._stand(place, at, step=int(kept.get("step", 0)), now=began)
        return replace(stands, show=replace(stands.show or show, blank=Blank(kept.get("blank", "")), began=began))

    def _first(self, place: Place, now: int) -> Place:
        """The welcome screen of a route that has one, else its first slide."""
        show = place.show or Show()
        route = self.route(show.route)
        if route is None or not route.welcome:
            return self._stand(place, 0, now=now)
        begun = replace(show, at=0, step=0, picked=0)
        return self.uncover(replace(_bare(place), screen=Screen.WELCOME, slide=0, show=begun))

    def _stand(self, place: Place, at: int, *, step: int = 0, now: int) -> Place:
        """A slide by its position, with nothing before it; the talk's clock runs from the first one on."""
        show = place.show or Show()
        slide = self.order(show.route)[at]
        step = max(0, min(step, self.steps(slide)))
        began = now if show.began < 0 else show.began
        stands = replace(show, at=at, step=step, picked=at, began=began)
        stands_there = replace(_bare(place), screen=Screen.SLIDE, slide=slide, show=stands)
        return self._reveal(self.uncover(stands_there), step)

    def _reveal(self, place: Place, step: int) -> Place:
        """So many parts of the slide; of a chart with several series the first ones."""
        show, slide = place.show or Show(), self._slides[place.slide][1]
        series = range(self.steps(place.slide)) if isinstance(slide, ChartSlide) else range(0)
        hidden = tuple(series[step:]) if step > 0 else ()
        return replace(place, spot=-1, hidden=hidden, show=replace(show, step=step, typed="", grid=False))

    @staticmethod
    def uncover(place: Place) -> Place:
        """The place with nothing before its slide."""
        show = place.show or Show()
        bare = replace(show, blank=Blank.NONE, grid=False, leaving=False, typed="", help=False, near=WHOLE)
        return replace(place, source="", show=bare)


def told(show: Show) -> dict[str, Any]:
    """What `Rules.taken_up` needs of a show, in plain words; nothing that says who the guest is."""
    kept = {"route": show.route, "at": show.at, "step": show.step, "blank": show.blank.value}
    return kept | {"began": show.began, "paused": show.paused, "auto": show.auto}


def _bare(place: Place) -> Place:
    """The place without what was opened on its slide."""
    kept = {name: getattr(place, name) for name in VISITORS}
    bare = Place(place.screen, place.language, slide=place.slide, view=WHOLE, **kept)
    return replace(bare, desk=place.desk, show=place.show)


def _parts(slide: Slide) -> int:
    """How many parts a slide has that can be revealed one by one."""
    if isinstance(slide, ChartSlide):
        return len(slide.chart.series) if slide.chart.SWITCHED else 1
    if isinstance(slide, Figures):
        return len(slide.figures)
    if isinstance(slide, Timeline):
        return len(slide.events)
    if isinstance(slide, Gallery):
        return len(slide.pictures)
    return len(slide.points) if isinstance(slide, TextSlide) else 0


def _places(order: Any, each: Any) -> list[int]:
    """Every position of a slide in an order, which may name it more than once."""
    return [at for at, other in enumerate(order) if other == each]


def _help(_: Rules, place: Place, __: int) -> Place:
    show = place.show or Show()
    return replace(place, show=replace(show, help=not show.help, grid=False, blank=Blank.NONE, typed=""))


_TYPING: Final = frozenset({"backspace", "enter", "escape"})
_MOVES: Final = {
    **dict.fromkeys(("right", "pagedown", "space", "n", "down"), 1),
    **dict.fromkeys(("left", "pageup", "backspace", "p", "up"), -1),
}

KEYS: Final[dict[str, Callable[[Rules, Place, int], Place]]] = {
    **dict.fromkeys(("right", "down", "pagedown", "space", "enter", "n"), Rules.forward),
    **dict.fromkeys(("left", "up", "pageup", "backspace", "p"), Rules.back),
    "home": lambda rules, place, now: rules.jump(place, 0, now),
    "end": lambda rules, place, now: rules.jump(place, len(rules.order((place.show or Show()).route)) - 1, now),
    "escape": lambda rules, place, _: rules.escape(place),
    **dict.fromkeys(("b", "period"), lambda rules, place, _: rules.cover(place, Blank.BLACK)),
    "w": lambda rules, place, _: rules.cover(place, Blank.WHITE),
    "g": lambda rules, place, _: rules.lay_out(place),
    "plus": lambda rules, place, _: rules.nearer(place, _NEARER),
    "minus": lambda rules, place, _: rules.nearer(place, 1 / _NEARER),
    "f1": _help,
    "f5": lambda rules, place, _: rules.uncover(place),
}
"""A presenter's keys, by name (design, "Keys"). F5 ends nothing and begins nothing anew: a clicker's one button sends
it and Escape in turn."""
ASKED: Final = {"d": "draw", "e": "erase", "s": "swap", "t": "timer", "l": "pointer"}
"""The keys of whoever shows a console beside the show, and what they ask it for."""

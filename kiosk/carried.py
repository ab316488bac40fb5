"""What of a visitor's place is carried over: into a booth that starts again, or a deck that changed meanwhile."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from kiosk.deck.model import Deck
from kiosk.order import Order
from kiosk.place import VISITORS, Place, Screen

_PRIVATE: Final = frozenset({"answers"})
"""Of what visitors set or said (`VISITORS`), what is kept with no place; the visit log counts it by day, of nobody."""


def kept(place: Place, order: Order) -> dict[str, Any]:
    """What `Navigator.resume` needs, in plain words; nothing that says who the visitor is or what they think."""
    whole: dict[str, Any] = {
        "screen": place.screen.value,
        "language": place.language,
        "group": place.group,
        "pair": place.pair,
        "slide": order.slides[place.slide][1] if place.screen is Screen.SLIDE else "",
    }
    if place.show:
        from kiosk.show import told

        whole["show"] = told(place.show)
    return whole | {name: getattr(place, name) for name in VISITORS if name not in _PRIVATE}


def nearest(at: int, before: Order, after: Order) -> str:
    """The slide that was shown, or the one of its platform that was nearest to it; "" where all are gone."""
    platform = before.slides[at][0]
    near = sorted((abs(other - at), other) for other, (owner, _) in enumerate(before.slides) if owner == platform)
    return next((before.slides[other][1] for _, other in near if before.slides[other][1] in after.index), "")


def answers(given: tuple[str, ...], deck: Deck) -> tuple[str, ...]:
    """What was answered to the adviser, if that can be answered to the deck's first questions; else nothing."""
    known = [{"", *(answer.id for answer in question.answers)} for question in deck.questions]
    fit = len(given) <= len(known) and all(answer in ids for answer, ids in zip(given, known, strict=False))
    return given if fit else ()


def still_open(now: Place, place: Place, before: Order, after: Order) -> Place:
    """`now` with what the visitor had opened at `place`, as far as what it is about is as it was."""
    known = {source for source, _ in after.deck.sources}
    now = replace(now, asking=place.asking, picking=place.picking, origin=_origin(place.origin, before, after))
    if set(place.source.split()) <= known:
        now = replace(now, source=place.source)
    if now.screen is Screen.SLIDE and after.slides[now.slide][1] == before.slides[place.slide][1]:
        now = replace(now, table=place.table)
        if _chart(after.deck, now.slide) == _chart(before.deck, place.slide):
            now = replace(now, spot=place.spot, view=place.view, hidden=place.hidden)
    return now


def _chart(deck: Deck, at: int) -> object:
    """The chart of a deck's slide; None where it has none."""
    return getattr([slide for platform in deck.platforms for slide in platform.slides][at], "chart", None)


def _origin(origin: Place | None, before: Order, after: Order) -> Place | None:
    """Where previous leads, in the changed deck; None where that is gone."""
    if origin is None or origin.language not in after.deck.languages:
        return None
    if origin.screen is Screen.SLIDE:
        slide = before.slides[origin.slide][1]
        return replace(origin, slide=after.index[slide]) if slide in after.index else None
    return origin if set(origin.pair) <= set(after.platforms) else None

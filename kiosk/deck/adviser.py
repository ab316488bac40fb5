"""Which platforms suit a visitor, by rules that stand in the deck's files.

A platform fits an answer where its file gives a reason for it (`suits:`). The more answers a platform fits, the
better it suits; nothing else counts. Those that fit equally many share a rank.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kiosk.deck.model import Deck, Platform, Reason
from kiosk.deck.records import record

MOST: Final = 3
"""So many platforms are shown."""


@record
class Advice:
    """A platform that suits a visitor."""

    platform: Platform
    rank: int
    """1 for the best; equal ones share it, and leave out the ranks after it: 1, 1, 3."""
    reasons: tuple[Reason, ...]
    """What speaks for it, in the order of the answers: one for each answer that it fits."""


def advise(deck: Deck, answers: Iterable[str]) -> tuple[Advice, ...]:
    """Every platform that fits at least one of the answers, the best first, equal ones in the deck's order.

    `answers` are ids; "" stands for a question without a preference. Without any answer no platform is ranked.
    """
    given = [answer for answer in dict.fromkeys(answers) if answer]
    fitting = [(platform, _reasons(platform, given)) for platform in deck.platforms if platform.slides]
    counts = [len(reasons) for _, reasons in fitting]
    advice = [
        Advice(platform, 1 + sum(count > len(reasons) for count in counts), reasons)
        for platform, reasons in fitting
        if reasons
    ]
    return tuple(sorted(advice, key=lambda each: each.rank))


def _reasons(platform: Platform, answers: list[str]) -> tuple[Reason, ...]:
    by_answer = {reason.answer: reason for reason in platform.suits}
    return tuple(by_answer[answer] for answer in answers if answer in by_answer)  # type: ignore[index]


def best(advice: tuple[Advice, ...]) -> tuple[tuple[Advice, ...], int]:
    """The platforms that are shown, and how many more suit as well as the last of them."""
    shown = advice[:MOST]
    return shown, sum(each.rank == shown[-1].rank for each in advice[MOST:]) if shown else 0

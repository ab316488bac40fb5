"""Which platforms suit a visitor: the rule, and the answers that the real deck knows."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.deck.adviser import MOST, Advice, advise, best
from kiosk.deck.model import Deck, Platform, Reason, Statement
from kiosk.deck.values import AnswerId, SourceId, Words

ANSWERS = ("make", "trade", "rules", "land", "rail", "road")
SLIDES = (Statement(id="x", title=Words()),)


def reason(answer: str) -> Reason:
    return Reason(answer=AnswerId(answer), because=Words((("", answer),)), source=SourceId("bureau"))


def platform(name: str, *answers: str) -> Platform:
    return Platform(id=name, name=Words(), suits=tuple(map(reason, answers)), slides=SLIDES)


def deck(*platforms: Platform) -> Deck:
    return Deck(title=Words(), languages=("en",), platforms=platforms)


def ranks(advice: tuple[Advice, ...]) -> dict[str, int]:
    return {each.platform.id: each.rank for each in advice}


RIVER = platform("river", "make", "rules", "rail")
HILL = platform("hill", "rail", "make")
LAKE = platform("lake", "trade")
BARE = platform("bare")
ALL = deck(RIVER, HILL, LAKE, BARE)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((), {}),
        (("", "", ""), {}),
        (("road",), {}),
        (("make", "rules", "rail"), {"river": 1, "hill": 2}),
        (("make", "", "rail"), {"river": 1, "hill": 1}),
        (("trade", "rules", "rail"), {"river": 1, "hill": 2, "lake": 2}),
        (("make", "make", "trade"), {"river": 1, "hill": 1, "lake": 1}),
    ],
)
def test_the_more_answers_a_platform_fits_the_better_it_suits(answers, expected):
    assert ranks(advise(ALL, answers)) == expected


def test_reasons_stand_in_the_order_of_the_answers():
    (first, second) = advise(ALL, ("make", "", "rail"))
    assert [each.answer for each in first.reasons] == ["make", "rail"]
    assert [each.answer for each in second.reasons] == ["make", "rail"]


def test_a_platform_without_slides_is_not_advised():
    assert advise(deck(replace(RIVER, slides=())), ("make",)) == ()


def test_a_tie_with_more_than_are_shown_is_counted():
    many = deck(*(platform(f"p{number}", "make") for number in range(6)))
    shown, equal = best(advise(many, ("make",)))
    assert ([each.rank for each in shown], equal) == ([1, 1, 1], 3)
    behind = deck(*many.platforms[:3], platform("other", "rail"))
    assert best(advise(behind, ("make",)))[1] == 0
    better = deck(platform("two", "make", "rail"), *many.platforms)
    assert best(advise(better, ("make", "rail")))[1] == 4
    assert best(()) == ((), 0)


def test_every_answer_of_the_real_deck_leads_to_a_platform(real):
    questions = real.deck.questions
    assert [len(question.answers) for question in questions] == [5, 4, 5]
    for given_ in product(*([answer.id for answer in question.answers] for question in questions)):
        shown, _ = best(advise(real.deck, given_))
        assert 0 < len(shown) <= MOST
    for answer in (answer.id for question in questions for answer in question.answers):
        assert advise(real.deck, (answer,)), answer


def test_nearly_every_platform_of_the_real_deck_says_whom_it_suits(real):
    without = [each.id for each in real.deck.platforms if each.group and not each.suits]
    assert without == ["htz-rongchang"], "its sources say when and how large, and nothing for whom"


PLATFORMS = st.lists(st.sets(st.sampled_from(ANSWERS)), min_size=1, max_size=7).map(
    lambda sets: tuple(platform(f"p{number}", *sorted(answers)) for number, answers in enumerate(sets))
)
GIVEN = st.lists(st.sampled_from(["", *ANSWERS]), max_size=4)


@given(PLATFORMS, GIVEN, st.data())
def test_another_reason_never_lowers_a_platforms_rank(platforms, answers, data):
    at = data.draw(st.integers(0, len(platforms) - 1))
    new = data.draw(
        st.sampled_from([each for each in ANSWERS if each not in {r.answer for r in platforms[at].suits}] or [""])
    )
    more = replace(platforms[at], suits=(*platforms[at].suits, reason(new)))
    changed = deck(*platforms[:at], more, *platforms[at + 1 :])
    last = len(platforms) + 1
    before, after = ranks(advise(deck(*platforms), answers)), ranks(advise(changed, answers))
    assert after.get(more.id, last) <= before.get(more.id, last)


@given(PLATFORMS, GIVEN)
def test_ties_are_symmetric(platforms, answers):
    """Platforms share a rank where they fit equally many answers, and nowhere else, in whatever order they stand."""
    advice = advise(deck(*platforms), answers)
    for one, other in product(advice, repeat=2):
        assert (one.rank == other.rank) == (len(one.reasons) == len(other.reasons))
        assert (one.rank < other.rank) == (len(one.reasons) > len(other.reasons))
    assert ranks(advise(deck(*reversed(platforms)), answers)) == ranks(advice)


@given(PLATFORMS, GIVEN)
def test_ranks_count_who_is_better(platforms, answers):
    advice = advise(deck(*platforms), answers)
    assert [each.rank for each in advice] == sorted(each.rank for each in advice)
    for each in advice:
        assert each.rank == 1 + sum(len(other.reasons) > len(each.reasons) for other in advice)
        assert {r.answer for r in each.reasons} == {r.answer for r in each.platform.suits} & set(answers)


@given(PLATFORMS, st.integers(0, 5))
def test_without_any_answer_there_is_no_ranking(platforms, skipped):
    assert advise(deck(*platforms), [""] * skipped) == ()

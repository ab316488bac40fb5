"""Where a visitor's touches lead: from every screen to those that it opens, and back.

Time, the operator and what is taken up again are in `navigator.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from kiosk.deck.model import Deck, Group, Platform, Question
from kiosk.place import NOTHING, VISITORS, LeadStep, Place, Screen, within
from kiosk.showing import Showing

TEXT_SIZES: Final = 3
"""Steps of text size that a visitor can choose from; the first is the deck's own."""


class Moves(Showing):
    """The part of the navigator that a visitor moves; it is the navigator's own state that it changes."""

    _spot_since: int

    def platform(self) -> Platform | None:
        """The platform whose slide is shown; None on every other screen."""
        if self.place.screen is not Screen.SLIDE:
            return None
        return self._order.platforms[self._order.slides[self.place.slide][0]]

    def members(self, group: Group) -> tuple[Platform, ...]:
        """The platforms of a group that have slides, in order."""
        return tuple(p for p in self._deck.platforms if p.group == group.id and p.slides)

    def home(self) -> None:
        """To the hub."""
        if self.place.screen is not Screen.CALM:
            self._go(Screen.HUB)

    def open_group(self, group: str) -> None:
        """To a group's chooser, or straight to its platform where it has but one."""
        members = [p for p in self._deck.platforms if p.group == group and p.slides]
        if len(members) == 1:
            self.open_platform(members[0].id)
        elif members:
            self._go(Screen.GROUP, group=group)

    def open_platform(self, platform: str) -> None:
        """To a platform's first slide; nowhere where it has none."""
        slides = self._order.platforms[platform].slides if platform in self._order.platforms else ()
        if slides:
            origin = None if self.place.screen is Screen.SLIDE else self._left_behind()
            self._go(Screen.SLIDE, slide=self._order.index[slides[0].id], origin=origin)

    def open_slide(self, slide: str, sought: tuple[int, int] = NOTHING) -> None:
        """To a slide by its id, and a number of its chart; nowhere where the deck has none of that name."""
        if slide in self._order.index:
            self._go(Screen.SLIDE, slide=self._order.index[slide])
            self.place = replace(self.place, sought=sought)

    def open_index(self, index: int) -> None:
        """To a slide by its index in the deck, as the dots of the bar give it."""
        if 0 <= index < len(self._order.slides):
            self._go(Screen.SLIDE, slide=index)

    def ways(self) -> tuple[str, ...]:
        """What the hub offers besides the platforms, by its names in `WAYS`."""
        return tuple(way for way, (offered, _) in WAYS.items() if offered(self._deck, self.place.language))

    def open_way(self, way: str) -> None:
        """To one of the `ways`; nowhere where the deck does not offer it."""
        if way in self.ways():
            WAYS[way][1](self)

    def open_map(self) -> None:
        """To the slide with the map that leads to the platforms."""
        self.open_slide(self._deck.map)

    def compare(self, left: str = "", right: str = "") -> None:
        """Put two platforms side by side; the one whose slide is shown, or one that fits, where none is named."""
        from kiosk.deck.comparison import comparable, pair  # only a visitor who compares pays for it

        known = {platform.id for platform in comparable(self._deck)}
        here = self.platform()
        two = (left, right) if {left, right} <= known and left != right else pair(self._deck, here.id if here else "")
        if two:
            origin = self._left_behind()
            self._go(Screen.COMPARE, pair=two, origin=origin)

    def _left_behind(self) -> Place | None:
        """The place to come back to, as it was before anything was opened on it; None where that is the hub."""
        place = self.place
        if place.screen not in _COME_BACK:
            return None
        return Place(place.screen, place.language, slide=place.slide, pair=place.pair)

    def _come_back(self, origin: Place) -> None:
        self._go(origin.screen, slide=origin.slide, pair=origin.pair)

    def pick(self, side: str) -> None:
        """Offer every platform for a side of the comparison, `left` or `right`; "" closes that again."""
        if self.place.screen is Screen.COMPARE:
            self.place = replace(self.place, picking=side, source="")

    def choose(self, platform: str) -> None:
        """Compare another platform on the side that is being chosen; one that is on the other side changes sides."""
        from kiosk.deck.comparison import comparable  # as above

        left, right = self.place.pair or ("", "")
        if self.place.picking and any(each.id == platform for each in comparable(self._deck)):
            chosen = {"left": (platform, left if platform == right else right)}
            chosen["right"] = (right if platform == left else left, platform)
            self.place = replace(self.place, pair=chosen[self.place.picking], picking="")

    def swap(self) -> None:
        """The two platforms change sides."""
        self.place = replace(self.place, pair=self.place.pair[::-1])

    def open_adviser(self) -> None:
        """To the adviser, where the visitor left it: the first question, or another, or the result."""
        if "adviser" in self.ways():
            self._go(Screen.ADVISER)

    def question(self) -> Question | None:
        """The adviser's question that is asked; None where all are answered."""
        at = len(self.place.answers)
        return self._deck.questions[at] if at < len(self._deck.questions) else None

    def answer(self, answer: str) -> None:
        """Answer the question that is asked, and go on to the next one; "" is no preference."""
        question = self.question() if self.place.screen is Screen.ADVISER else None
        if question and (not answer or any(each.id == answer for each in question.answers)):
            self.place = replace(self.place, answers=(*self.place.answers, answer), source="")

    def ask_again(self, question: int) -> None:
        """Back to a question that is answered, by its place from 0; the answers from there on are dropped."""
        self.place = replace(self.place, answers=self.place.answers[: max(0, question)], source="")

    def take_home(self) -> None:
        """To the codes that carry what the visitor saw; nowhere where there is nothing to see."""
        if self._order.slides:
            self._go(Screen.TAKE_HOME)

    def open_part(self, part: int) -> None:
        """Show one of the codes to take home; nothing where there are not so many."""
        if self.place.screen is Screen.TAKE_HOME and 0 <= part < self._parts():
            self.place = replace(self.place, part=part)

    def _parts(self) -> int:
        from kiosk.deck.souvenir import souvenir  # few visitors come here, and the start does without

        return len(souvenir(self._deck, self.place.language, self.seen).cards)

    def open_lead(self) -> None:
        """To the card on which visitors leave their contact; nowhere where the deck does not ask in their language."""
        if "lead" in self.ways():
            self._go(Screen.LEAD)
            self.lead_to(LeadStep.WHO)

    def lead_to(self, step: LeadStep) -> None:
        """To a step of the card, from another one."""
        if self.place.screen is Screen.LEAD:
            self.place = replace(self.place, lead=step)

    def next(self) -> None:
        """One slide on; from the hub to the first, from the last to the hub."""
        self._step(1)

    def previous(self) -> None:
        """One slide back; from the first to the hub; from a platform that was opened elsewhere back to there."""
        if self.place.screen is Screen.SLIDE and self.place.origin is not None:
            self._come_back(self.place.origin)
        else:
            self._step(-1)

    def turn_back(self) -> None:
        """To the slide before, as a finger pulls it, wherever one came from; from the first to the hub."""
        self._step(-1)

    def _step(self, by: int) -> None:
        place = self.place
        if place.show:
            self.show_next(self._touched) if by > 0 else self.show_previous(self._touched)
        elif place.screen is Screen.HUB and by > 0:
            self._go(Screen.SLIDE, slide=0)
        elif place.screen is Screen.GROUP:
            self._step_from_group(by)
        elif place.screen is Screen.COMPARE:
            self._step_from_comparison(by)
        elif place.screen is Screen.ADVISER:
            self._step_from_adviser(by)
        elif place.screen is Screen.SLIDE:
            self._step_from_slide(place.slide + by)
        elif place.screen is Screen.TAKE_HOME:
            self._step_from_code(place.part + by)
        elif place.screen is Screen.LEAD:
            self._step_from_lead(by)

    def _step_from_group(self, by: int) -> None:
        if by > 0:
            members = [p for p in self._deck.platforms if p.group == self.place.group and p.slides]
            self.open_platform(members[0].id)
        else:
            self.home()

    def _step_from_comparison(self, by: int) -> None:
        if self.place.picking:
            self.pick("")
        elif by > 0:
            self.open_platform(self.place.pair[0])
        else:
            self.back()

    def _step_from_adviser(self, by: int) -> None:
        """On to the next question, without a preference, or to the best platform; back to the question before."""
        if by < 0:
            self.ask_again(len(self.place.answers) - 1) if self.place.answers else self.home()
        elif self.question() is not None:
            self.answer("")
        else:
            from kiosk.deck.adviser import advise  # only a visitor who is advised pays for it

            advice = advise(self._deck, self.place.answers)
            self.open_platform(advice[0].platform.id) if advice else self.home()

    def _step_from_slide(self, index: int) -> None:
        if 0 <= index < len(self._order.slides):
            self._go(Screen.SLIDE, slide=index)
        elif not self._attended:
            self.home()

    def _step_from_code(self, part: int) -> None:
        if 0 <= part < self._parts():
            self.open_part(part)
        elif not self._attended:
            self.home()

    def _step_from_lead(self, by: int) -> None:
        """To the step before or after; the last one is left by what it asks, and what comes after it for the hub."""
        at = LEAD_STEPS.index(self.place.lead) + by if self.place.lead in LEAD_STEPS else -1
        if 0 <= at < len(LEAD_STEPS):
            self.lead_to(LEAD_STEPS[at])
        elif at < 0:
            self.home()

    def back(self) -> None:
        """Up by one: from a slide to its group's chooser or the hub, from a chooser to the hub; else where one was."""
        if self.place.origin is not None:
            self._come_back(self.place.origin)
            return
        platform = self.platform()
        group = next((g for g in self._deck.groups if platform and g.id == platform.group), None)
        if group and len(self.members(group)) > 1:
            self._go(Screen.GROUP, group=group.id)
        else:
            self.home()

    def set_language(self, language: str) -> None:
        """The same place in another language; nothing where the deck does not speak it."""
        if language in self._deck.languages:
            self.place = replace(self.place, language=language, part=0)  # another language, other codes
            if self.place.screen is Screen.LEAD and "lead" not in self.ways():
                self.home()

    def next_language(self) -> None:
        """The same place in the deck's next language."""
        languages = self._deck.languages
        at = languages.index(self.place.language)
        self.set_language(languages[(at + 1) % len(languages)])

    def next_text_size(self) -> None:
        """The next larger text; after the largest the deck's own again."""
        self.place = replace(self.place, text_size=(self.place.text_size + 1) % TEXT_SIZES)

    def toggle_contrast(self) -> None:
        """Colours that are told apart more easily, or the theme's own again."""
        self.place = replace(self.place, high_contrast=not self.place.high_contrast)

    def toggle_motion(self) -> None:
        """Nothing moves by itself, or it does again."""
        self.place = replace(self.place, reduced_motion=not self.place.reduced_motion)

    def toggle_reach(self) -> None:
        """Everything that can be touched comes down, or goes back to its own place."""
        self.place = replace(self.place, low_reach=not self.place.low_reach, spot=-1)

    def open_spot(self, spot: int, now: int) -> None:
        """Open the callout of a hot spot of the slide's chart; -1 closes it."""
        self._spot_since = now
        self.place = replace(self.place, spot=spot, sought=NOTHING)

    def zoom(self, left: float, top: float, share: float) -> None:
        """Show a part of the slide's chart, or the nearest one that is within it and not closer than `CLOSEST`."""
        self.place = replace(self.place, view=within(left, top, share), spot=-1)

    def toggle_series(self, series: int) -> None:
        """Switch a series of the slide's chart off, or on again."""
        hidden = set(self.place.hidden) ^ {series}
        self.place = replace(self.place, hidden=tuple(sorted(hidden)), spot=-1)

    def show_table(self, *, shown: bool) -> None:
        """Show the numbers in the place of the slide's chart, or the chart again."""
        self.place = replace(self.place, table=shown, spot=-1)

    def open_source(self, source: str) -> None:
        """Open the sheet of a source; "" closes it."""
        self.place = replace(self.place, source=source, spot=-1)

    def _go(
        self,
        screen: Screen,
        *,
        group: str = "",
        slide: int = 0,
        pair: tuple[str, ...] = (),
        origin: Place | None = None,
    ) -> None:
        place = self.place
        if place.show:  # which has no screen but its slides
            if screen is Screen.SLIDE:
                self._lead(lambda rules, here: rules.open(here, slide, self._touched))
            return
        self._film_until = self._touched
        new = Place(screen, place.language, group=group, slide=slide, **self._visitors(place))
        self.place = replace(new, pair=pair, origin=origin)
        self._look()

    def _look(self) -> None:
        """The visitor sees the slide on screen, if there is one."""
        if self.place.screen is Screen.SLIDE:
            self.seen = (*(at for at in self.seen if at != self.place.slide), self.place.slide)

    @staticmethod
    def _visitors(place: Place) -> dict[str, Any]:
        return {name: getattr(place, name) for name in VISITORS}


_COME_BACK: Final = frozenset({Screen.SLIDE, Screen.COMPARE, Screen.ADVISER})
"""The screens that previous leads back to, from what was opened there."""

LEAD_STEPS: Final = (LeadStep.WHO, LeadStep.WHAT, LeadStep.CONSENT)
"""What the card asks, in this order."""

WAYS: Final[dict[str, tuple[Callable[[Deck, str], bool], Callable[[Moves], None]]]] = {
    "map": (lambda deck, _: bool(deck.map), Moves.open_map),
    "compare": (lambda deck, _: sum(bool(p.indicators and p.slides) for p in deck.platforms) > 1, Moves.compare),
    "adviser": (
        lambda deck, _: bool(deck.questions) and any(p.suits and p.slides for p in deck.platforms),
        Moves.open_adviser,
    ),
    "take_home": (lambda *_: True, Moves.take_home),
    "lead": (
        lambda deck, language: deck.leads is not None and deck.leads.consent.speaks(language),
        Moves.open_lead,
    ),
}
"""What the hub offers besides the platforms, in this order: for which decks and languages, and where it leads.

A name is also that of its words in `deck/interface.py` and of its sign in `Icons.qml`."""

"""What is on screen and what leads from there to elsewhere: a state machine without Qt and without a clock of its own.

Every method that a visitor or time calls takes `now`, in milliseconds of any clock that only goes forward, and may
change `place`. Whoever calls compares the places before and after, and shows the difference.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from kiosk.deck.model import Deck, Group, Platform, Question
from kiosk.order import Order
from kiosk.place import NOTHING, VISITORS, WHOLE, Blank, Desk, LeadStep, Place, Screen, Show, View, within
from kiosk.showing import Showing

__all__ = ["WHOLE", "Blank", "Desk", "LeadStep", "Navigator", "Place", "Screen", "Show", "View"]

TEXT_SIZES: Final = 3
"""Steps of text size that a visitor can choose from; the first is the deck's own."""
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


_PRIVATE: Final = frozenset({"answers"})
"""Of what visitors set or said (`VISITORS`), what is kept with no place; the visit log counts it by day, of nobody."""


class Navigator(Showing):
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

    # What others may ask

    def platform(self) -> Platform | None:
        """The platform whose slide is shown; None on every other screen."""
        if self.place.screen is not Screen.SLIDE:
            return None
        return self._order.platforms[self._order.slides[self.place.slide][0]]

    def members(self, group: Group) -> tuple[Platform, ...]:
        """The platforms of a group that have slides, in order."""
        return tuple(p for p in self._deck.platforms if p.group == group.id and p.slides)

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

    # What a visitor does

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

    def home(self) -> None:
        """To the hub."""
        if self.place.screen is not Screen.CALM:
            self._go(Screen.HUB)

    def rest(self, scene: int = 0) -> None:
        """To the attract loop, with nothing left of the last visitor."""
        self._film_until = self._touched
        if self._presenting:
            self.place = self._beginning()
        elif self.place.screen is not Screen.CALM:
            language = self.place.language if self._attended else self._deck.languages[0]
            self.place = Place(self._resting(), language, scene=scene, text_size=self.text_size)
            self.seen = ()

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

    # What time does

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
        place = self.place
        kept: dict[str, Any] = {
            "screen": place.screen.value,
            "language": place.language,
            "group": place.group,
            "pair": place.pair,
        }
        slide = self._order.slides[place.slide][1] if place.screen is Screen.SLIDE else ""
        if place.show:
            from kiosk.show import told

            kept["show"] = told(place.show)
        return kept | {"slide": slide} | {name: getattr(place, name) for name in VISITORS if name not in _PRIVATE}

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

WAYS: Final[dict[str, tuple[Callable[[Deck, str], bool], Callable[[Navigator], None]]]] = {
    "map": (lambda deck, _: bool(deck.map), Navigator.open_map),
    "compare": (lambda deck, _: sum(bool(p.indicators and p.slides) for p in deck.platforms) > 1, Navigator.compare),
    "adviser": (
        lambda deck, _: bool(deck.questions) and any(p.suits and p.slides for p in deck.platforms),
        Navigator.open_adviser,
    ),
    "take_home": (lambda *_: True, Navigator.take_home),
    "lead": (
        lambda deck, language: deck.leads is not None and deck.leads.consent.speaks(language),
        Navigator.open_lead,
    ),
}
"""What the hub offers besides the platforms, in this order: for which decks and languages, and where it leads.

A name is also that of its words in `deck/interface.py` and of its sign in `Icons.qml`."""

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

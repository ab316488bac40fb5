"""The navigator's tests: a deck, places in it, and what happens there."""

from __future__ import annotations

from dataclasses import replace

from kiosk.deck.model import (
    Answer,
    Deck,
    Group,
    Idle,
    Indicator,
    Leads,
    Platform,
    Point,
    Question,
    Reason,
    Route,
    Scene,
    Source,
    TextSlide,
)
from kiosk.deck.values import AnswerId, Consent, LeadKey, SourceId, Words
from kiosk.navigator import Navigator
from kiosk.place import Place, Screen, View

HOUR = 3_600_000
ASK, RETURN, SCENE, LONG_ASK = 30_000, 10_000, 5_000, 90_000


def words(text: str) -> Words:
    return Words((("", text),))


def platform(name: str, group: str, slides: int, *, known: bool = False) -> Platform:
    """A platform; one that is `known` says something to an indicator, and suits somebody."""
    made = tuple(TextSlide(id=f"{name}-{number}", title=words(name)) for number in range(slides))
    if not known:
        return Platform(id=name, name=words(name), group=group, slides=made)
    area = Indicator(id="area", value=1, source=SourceId("bureau"))
    suits = Reason(answer=AnswerId("make"), because=words(name), source=SourceId("bureau"))
    return Platform(id=name, name=words(name), group=group, slides=made, indicators=(area,), suits=(suits,))


def question(name: str, *answers: str) -> Question:
    return Question(id=name, text=words(name), answers=tuple(Answer(id=each, text=words(each)) for each in answers))


def group(name: str, digit: str) -> Group:
    return Group(id=name, name=words(name), digit=digit, colour="gold")


def built(deck: Deck, name: str, parts: int, seconds: int | None = None) -> Deck:
    """The deck with a slide that is built up of so many parts."""
    points = tuple(Point(name=words("point")) for _ in range(parts))
    platforms = tuple(
        replace(
            each,
            slides=tuple(
                replace(s, build=True, points=points, seconds=seconds) if s.id == name else s for s in each.slides
            ),
        )
        for each in deck.platforms
    )
    return replace(deck, platforms=platforms)


DECK = Deck(
    title=words("Deck"),
    languages=("en", "zh", "fr"),
    idle=Idle(ask_after=ASK // 1000, return_after=RETURN // 1000, scene=SCENE // 1000, long_ask_after=LONG_ASK // 1000),
    attract=(Scene(sentence=words("a")), Scene(sentence=words("b"))),
    map="alone-1",
    questions=(question("business", "make", "trade"), question("route", "rail", "road")),
    sources=(("bureau", Source(title=words("Yearbook"), publisher=words("Bureau"), date="2020")),),
    groups=(group("none", "7"), group("one", "1"), group("several", "2"), group("empty", "9")),
    platforms=(
        platform("overview", "", 2),
        platform("alone", "one", 2, known=True),
        platform("first", "several", 1, known=True),
        platform("second", "several", 2, known=True),
        platform("hollow", "several", 0, known=True),
        platform("bare", "empty", 0),
    ),
)
"""Slides 0 and 1 are the overview's, 2 and 3 of the group of one, 4, 5 and 6 of the group of several."""
LAST = 6
EMPTY = replace(DECK, platforms=())
WITHOUT_ALONE = replace(DECK, platforms=tuple(p for p in DECK.platforms if p.id != "alone"))
WITHOUT_SEVERAL = replace(DECK, platforms=DECK.platforms[:2], groups=DECK.groups[:2])
ONE_OF_SEVERAL = replace(DECK, platforms=DECK.platforms[:3])
FEWER_QUESTIONS = replace(DECK, questions=(question("business", "make", "sell"),))
ENGLISH = replace(DECK, languages=("en", "fr"))

LONG = Route(id="long", title=words("Long"), minutes=9, slides=("second", "overview-1", "alone-0"))
SHORT = Route(id="short", title=words("Short"), minutes=1, welcome=words("Hello"), slides=("alone-0", "first"))


ROUTED = built(replace(DECK, routes=(LONG, SHORT)), "overview-1", 2)
"""The long route is through slides 5, 6, 1 and 2, of which 1 has two parts; the short one through 2 and 4."""

ASKING = replace(
    ROUTED,
    leads=Leads(
        key=LeadKey("key"), consent=Consent((("en", "Yes"), ("zh", "同意"))), version="1", keep_days=30, ask=("email",)
    ),
)
"""Asks visitors for their contact, but not those who read French."""

ATTRACT = Place(Screen.ATTRACT, "en")
HUB = Place(Screen.HUB, "en")
CHOOSER = Place(Screen.GROUP, "en", group="several")
TAKE_HOME = Place(Screen.TAKE_HOME, "en")
CALM = Place(Screen.CALM, "en")
COMPARED = Place(Screen.COMPARE, "en", pair=("alone", "first"))
PICKING = replace(COMPARED, picking="left")
FIRST = Place(Screen.ADVISER, "en")
SECOND = replace(FIRST, answers=("make",))
RESULT = replace(FIRST, answers=("make", "rail"))
VISIT = replace(CHOOSER, language="zh", text_size=2, high_contrast=True, low_reach=True)
UNSUITED = replace(FIRST, answers=("", ""))


def slide(index: int) -> Place:
    return Place(Screen.SLIDE, "en", slide=index)


OPENED = replace(slide(5), spot=1, view=View(0.5, 0, 0.5), hidden=(1,), source="bureau", asking=True, table=True)


def changed(deck: Deck, change) -> Deck:
    """The deck with the slides of each of its platforms changed."""
    return replace(deck, platforms=tuple(replace(each, slides=change(each.slides)) for each in deck.platforms))


def without_slide(name: str) -> Deck:
    return changed(DECK, lambda slides: tuple(each for each in slides if each.id != name))


def changed_chart(deck: Deck) -> Deck:
    """The deck with another chart on each slide: here any object is as good as one."""

    class Charted(TextSlide):
        chart = object()

    return changed(deck, lambda slides: tuple(Charted(id=each.id, title=each.title) for each in slides))


def compared(left: str, right: str, origin: Place | None = None) -> Place:
    return Place(Screen.COMPARE, "en", pair=(left, right), origin=origin)


def suited(place: Place) -> Place:
    """The place of a visitor who has set everything that can be set."""
    return replace(place, text_size=2, high_contrast=True, reduced_motion=True, low_reach=True)


def at(place: Place, deck: Deck = DECK, *, attended: bool = False) -> Navigator:
    """A navigator that stands at a place."""
    navigator = Navigator(deck, 0, attended=attended)
    navigator.place = place
    return navigator


def does(name: str, *arguments) -> tuple:
    return (name, *arguments)


def happen(navigator: Navigator, event: tuple, now: int) -> int:
    """Let an event happen, and give the time after it."""
    name, *arguments = event
    if name == "due":
        now = max(now, navigator.deadline() or now)
        navigator.tick(now)
        assert navigator.deadline() is None or navigator.deadline() > now, "whatever was due has been done"
    elif name in {"touched", "tick"}:
        getattr(navigator, name)(now)
    elif name in {"show_next", "show_previous", "show_pause", "begin_show"}:
        getattr(navigator, name)(now, *arguments)
    elif name == "film":
        navigator.film(now, playing=arguments[0])
    elif name == "open_desk":
        navigator.open_desk(arguments[0], now)
    elif name == "spot":
        navigator.open_spot(arguments[0], now)
    elif name == "reload":
        navigator.reload(arguments[0], now)
    else:
        getattr(navigator, name)(*arguments)
    return now

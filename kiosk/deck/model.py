"""What a deck is made of: groups of platforms, their slides, the figures on them and where those come from.

Plain frozen dataclasses, so that a deck opens without the library that checked its files. A field's name is the key
that operators write; the loader (`load.py`) makes these from the files and is the only one to do so.
"""

from __future__ import annotations

from dataclasses import field, fields
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal

from kiosk.deck import rules
from kiosk.deck.columns import check_columns
from kiosk.deck.entry import entry
from kiosk.deck.tables import Table
from kiosk.deck.theme import GroupColours
from kiosk.deck.values import AnswerId, Consent, DeckFile, FilmFile, LeadKey, Notes, SourceId, Unit, Words
from kiosk.sentences import sentence

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

Qualifier = Literal["exact", "about", "at_least"]
"""How a number is meant: as it stands, as an approximation, as a lower bound ("more than 500")."""

NO_WORDS = Words()
NO_NOTES = Notes()


@entry
class Source:
    """One entry of `sources.yaml`: where a figure was published."""

    title: Words
    publisher: Words
    """Who published it; with the date, this stands under each figure."""
    date: str
    """`2020`, `2020-12` or `2020-12-25`; `n.d.` where the source has none."""
    url: str = ""
    """Shown as text, never opened. Left out where the address is not fit for a booth."""
    note: Words = NO_WORDS

    def __post_init__(self) -> None:
        rules.check_date(self.date)


@entry
class Figure:
    """A number with its unit, what it says, and where it comes from."""

    value: float
    unit: Unit
    label: Words
    source: SourceId
    qualifier: Qualifier = "exact"
    period: Words = NO_WORDS
    note: Words = NO_WORDS

    def __post_init__(self) -> None:
        rules.check_size("value", self.value)


@entry
class IndicatorKind:
    """A property that platforms can be compared by; `deck.yaml` lists them, in the order in which they are shown."""

    id: str
    label: Words
    unit: Unit | None = None
    """None for an indicator in words, such as what a platform specialises in."""

    def __post_init__(self) -> None:
        rules.check_id(self.id)


@entry
class Indicator:
    """What one platform says to one indicator: a number, or words."""

    id: str
    value: float | None = None
    text: Words = NO_WORDS
    qualifier: Qualifier = "exact"
    period: Words = NO_WORDS
    source: SourceId
    note: Words = NO_WORDS

    def __post_init__(self) -> None:
        rules.check_one_of(value=self.value is not None, text=bool(self.text))
        rules.check_size("value", self.value or 0)


@entry
class Answer:
    """What a visitor may answer to one of the adviser's questions."""

    id: str
    text: Words
    note: Words = NO_WORDS

    def __post_init__(self) -> None:
        rules.check_id(self.id)


@entry
class Question:
    """One of the questions that `adviser.yaml` has the booth ask to find the platforms that suit a visitor."""

    id: str
    text: Words
    answers: tuple[Answer, ...]

    def __post_init__(self) -> None:
        rules.check_id(self.id)
        rules.check_count("answers", self.answers, 2, 5)


@entry
class Reason:
    """That a platform suits whoever gave an answer, the fact that says so, and where that comes from."""

    answer: AnswerId
    because: Words
    """The fact that makes the platform suit who gave the answer."""
    source: SourceId


@entry
class Series:
    """A column of a chart's table, and what the visitor reads for it."""

    column: str
    """The column's name, as the table's first row has it."""
    name: Words = NO_WORDS


@entry
class Chart:
    """A picture of a table. Each kind adds its own `options` (`kiosk/deck/charts/KIND.py`).

    A table may have these columns besides the labels', the series' and those that the options name: `LABEL.zh` (the
    label in another language; so with other columns of words), `qualifier` (about, at_least), `source` (an id of
    `sources.yaml`, one a row), `note`.
    """

    SWITCHED: ClassVar[bool] = False
    """Whether a visitor can switch its series off and on."""
    MOST_ROWS: ClassVar[int] = 40
    """So many rows a kind can show; one that thins its points out takes as many as a table may have."""
    CLOUD: ClassVar[bool] = False
    """Whether its points are thinned out as a cloud, and not as a course."""

    kind: str
    table: Table
    unit: Unit
    sources: tuple[SourceId, ...]
    title: Words = NO_WORDS
    """What is measured, in a few words; the unit is added by Kiosk."""
    label: str = ""
    """The column with the labels; the first one where it is not named."""
    series: tuple[Series, ...] = ()
    """The columns with numbers; the first numeric one where none is named."""
    period: Words = NO_WORDS
    """When it was measured, where the labels do not say so."""
    highlight: str = ""
    """The label (as the table has it) that stands out while the rest steps back."""
    note: Words = NO_WORDS

    def __post_init__(self) -> None:
        rules.check_count("sources", self.sources, 1)
        rules.check_rows(self.table, self.kind, self.MOST_ROWS)
        label = rules.label_column(self.table, self.label)
        series = tuple(each.column for each in self.series)
        others = check_columns(self.table, getattr(self, "options", None))
        columns = rules.series_columns(self.table, label, series, others)
        rules.check_highlight(self.table, label, self.highlight)
        rules.check_qualifiers(self.table)
        object.__setattr__(self, "label", label)
        object.__setattr__(self, "series", self.series or tuple(Series(column=column) for column in columns))

    @property
    def shows_unit(self) -> bool:
        """Whether the marks are in the unit; not where they say per cent of one another, or ranks."""
        return True

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        if cls is not Chart:
            return handler(source)
        from pydantic_core import core_schema  # only the loader pays for pydantic

        from kiosk.deck.choose import read_chart  # as above

        return core_schema.with_info_plain_validator_function(lambda raw, info: read_chart(raw, info.context))


@entry
class Background:
    """What stands behind a slide or a scene in the place of the rivers: a picture, or a film without its sound."""

    image: DeckFile
    """With a film, what is seen until it plays, and where it cannot be played."""
    film: FilmFile | None = None
    loop: bool = False
    """Whether the film begins anew at its end; otherwise its last frame stays."""


@entry
class Slide:
    """What every slide has, whatever its layout."""

    layout: ClassVar[str]

    id: str
    title: Words
    notes: Notes = NO_NOTES
    """For the presenter; visitors never see them."""
    sources: tuple[SourceId, ...] = ()
    """Where the slide's words come from; figures and charts name their own."""
    background: Background | None = None
    hidden: bool = False
    """Whether it stays in its file and is checked there, but nobody is shown it."""
    seconds: int | None = None
    """How long a presenter plans to speak about it; its share of the route's time if left out."""
    build: bool = False
    """Whether its parts come one by one while somebody presents; visitors see it whole."""

    def __post_init__(self) -> None:
        rules.check_id(self.id)
        if self.seconds is not None:
            rules.check_range("seconds", self.seconds, 1, rules.DAY)


@entry
class Cover(Slide):
    """Opens a platform: its name, one line, a picture or none."""

    layout = "cover"

    subtitle: Words = NO_WORDS
    """One line under the title."""
    image: DeckFile | None = None


@entry
class Profile(Slide):
    """A platform at a glance, made from its indicators."""

    layout = "profile"

    text: Words = NO_WORDS


@entry
class Statement(Slide):
    """One sentence, large, and a few words that support it."""

    layout = "statement"

    text: Words = NO_WORDS


@entry
class Figures(Slide):
    """One to four big numbers."""

    layout = "figures"

    figures: tuple[Figure, ...]
    text: Words = NO_WORDS

    def __post_init__(self) -> None:
        super().__post_init__()
        rules.check_count("figures", self.figures, 1, 4)


@entry
class ChartSlide(Slide):
    """A chart beside a few words.

    In a deck's compiled form the chart is kept by itself, and opened when it is first asked for: half of what a deck
    weighs, and the modules of all its kinds, need not be there before the first screen.
    """

    layout = "chart"

    chart: Chart
    text: Words = NO_WORDS

    def __getstate__(self) -> dict[str, Any]:
        import pickle  # only to compile a deck

        return parts(self) | {"chart": pickle.dumps(self.chart, pickle.HIGHEST_PROTOCOL)}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update({"_kept" if name == "chart" else name: value for name, value in state.items()})

    def __getattr__(self, name: str) -> Any:
        if name != "chart" or "_kept" not in self.__dict__:
            raise AttributeError(name)
        import pickle

        self.__dict__["chart"] = pickle.loads(self.__dict__.pop("_kept"))  # noqa: S301 - of Kiosk's own file
        return self.__dict__["chart"]


def parts(entry: Any) -> dict[str, Any]:
    """What an entry has, by the names of its fields."""
    if isinstance(entry, ChartSlide):
        _ = entry.chart  # which may be kept by itself
    own: dict[str, Any] = vars(entry)
    return own


@entry
class Event:
    """A moment on a timeline."""

    period: Words
    text: Words
    source: SourceId


@entry
class Timeline(Slide):
    """Two to eight moments in order."""

    layout = "timeline"

    events: tuple[Event, ...]
    text: Words = NO_WORDS

    def __post_init__(self) -> None:
        super().__post_init__()
        rules.check_count("events", self.events, 2, 8)


@entry
class Picture:
    """A picture with what it shows."""

    image: DeckFile
    caption: Words
    """What the picture shows."""
    source: SourceId


@entry
class Gallery(Slide):
    """One to six pictures."""

    layout = "gallery"

    pictures: tuple[Picture, ...]
    text: Words = NO_WORDS

    def __post_init__(self) -> None:
        super().__post_init__()
        rules.check_count("pictures", self.pictures, 1, 6)


@entry
class Point:
    """One line of a text slide: a name, and a few words about it."""

    name: Words
    text: Words = NO_WORDS


@entry
class TextSlide(Slide):
    """A short text, points, or both."""

    layout = "text"

    text: Words = NO_WORDS
    points: tuple[Point, ...] = ()


LAYOUTS: dict[str, type[Slide]] = {
    slide.layout: slide for slide in (Cover, Profile, Statement, Figures, ChartSlide, Timeline, Gallery, TextSlide)
}
"""Every layout by the name that a slide file gives it."""


@entry
class Place:
    """Where a platform stands, in degrees (WGS 84)."""

    longitude: float
    """Degrees east; negative ones are west."""
    latitude: float
    """Degrees north; negative ones are south."""

    def __post_init__(self) -> None:
        rules.check_range("longitude", self.longitude, -180, 180)
        rules.check_range("latitude", self.latitude, -90, 90)


@entry
class Platform:
    """One slide file: a platform, what is known of it, and its slides in order."""

    ELSEWHERE: ClassVar = {"id": sentence("a platform's id is the name of its file: remove this line")}

    id: str
    """The file's name without `.yaml`."""
    name: Words
    short: Words = NO_WORDS
    """A shorter name for buttons and headers, where the full one is long."""
    summary: Words = NO_WORDS
    icon: str = ""
    """The name of one of Kiosk's signs (`icons.py`), such as ship; "" for none."""
    group: str = ""
    """The id of its group; "" for a platform that stands by itself on the hub, such as the overview."""
    order: int = 0
    """Its rank among the platforms of its group; equal ones follow their file names."""
    place: Place | None = None
    indicators: tuple[Indicator, ...] = ()
    suits: tuple[Reason, ...] = ()
    """The answers of the adviser's visitors that speak for it, each once."""
    slides: tuple[Slide, ...] = ()

    def __post_init__(self) -> None:
        rules.check_file_name(self.id)
        rules.check_icon(self.icon)


@entry
class Group:
    """A digit of the system and the platforms behind it."""

    id: str
    name: Words
    digit: str = ""
    """"1", "2", "7" or "9"; "" for a group without one."""
    summary: Words = NO_WORDS
    colour: str
    """The name of one of the theme's group colours: gold, jade, coral, sky, violet, sand."""

    def __post_init__(self) -> None:
        rules.check_id(self.id)
        rules.check_digit(self.digit)
        rules.check_group_colour(self.colour, [field.name for field in fields(GroupColours)])


@entry
class UnitName:
    """How a unit is written in each language; `deck.yaml` may add units to the ones that Kiosk knows."""

    id: str
    after: Words
    """What stands after the number: `companies`, 家."""


@entry
class Scene:
    """One scene of the attract loop: a sentence, and a number or none."""

    sentence: Words
    """What is read from five metres away."""
    figure: Figure | None = None
    background: Background | None = None


@entry
class Idle:
    """When a visitor who stopped touching is asked, and when the booth returns to the attract loop. Seconds."""

    ask_after: int = 45
    """Without a touch, until "Still exploring?" is asked."""
    return_after: int = 20
    """Counted from the question."""
    scene: int = 9
    """How long each scene of the attract loop stays."""
    long_ask_after: int = 120
    """In the place of `ask_after` where there is much to read, or a code to scan."""
    show_return_after: int = 600
    """Without a touch or a key, until a presenter's show is over and the booth is the visitors' again."""

    def __post_init__(self) -> None:
        for key in ("ask_after", "return_after", "scene", "long_ask_after", "show_return_after"):
            rules.check_range(key, getattr(self, key), 1, rules.DAY)


@entry
class Brand:
    """Whose booth it is: what stands at the top of the attract loop and of the hub."""

    logo: DeckFile | None = None
    logo_dark: DeckFile | None = None
    """For dark themes; where only one of the two is given, it stands in every theme."""
    event: Words = NO_WORDS
    """The fair's name, and its date."""


CONTACT_BYTES: Final = 300
"""What all of a contact may take of each code, so that enough is left for what the visitor saw."""


@entry
class Contact:
    """Whom visitors may turn to afterwards: on the closing screen, and in each code that they take home."""

    name: Words = NO_WORDS
    organisation: Words = NO_WORDS
    """The office or company."""
    phone: str = ""
    """In quotes, so that the plus stays: "+86 23 1234 5678"."""
    email: str = ""
    """Such as name@example.org."""
    url: str = ""
    """Such as https://example.org; shown and carried in the codes, never opened."""
    address: Words = NO_WORDS
    """The street and the city."""

    def __post_init__(self) -> None:
        given: list[tuple[str, str | Words]] = list(vars(self).items())
        rules.check_form("phone", self.phone, r"\+?[0-9][0-9 ()./-]{2,}", "`+86 23 1234 5678`")
        rules.check_form("email", self.email, r"[^@\s]+@[^@\s]+\.[^@\s]+", "`name@example.org`")
        rules.check_form("url", self.url, r"https?://\S+", "`https://example.org`")
        texts = {key: (value,) if isinstance(value, str) else dict(value.texts).values() for key, value in given}
        rules.check_together(texts, CONTACT_BYTES)


@entry
class Leads:
    """The card on which visitors leave their contact: sealed at once, and readable for the organiser alone."""

    key: LeadKey
    """The organiser's public key: the line that `kiosk leads keygen` prints."""
    consent: Consent
    """What visitors agree to: who keeps what, for what, and how they have it deleted."""
    version: str
    """Of the consent's text, such as 2026-05; it is kept with each contact."""
    keep_days: int
    """How long the organiser keeps a contact; visitors are told."""
    ask: tuple[Literal["name", "organisation", "email", "phone", "note"], ...] = (
        "name",
        "organisation",
        "email",
        "phone",
        "note",
    )
    """What is asked for: a name, if it is asked for, and an email or a phone number are needed."""
    thanks: Words = NO_WORDS
    """Under "Thank you", such as who will be in touch."""

    def __post_init__(self) -> None:
        rules.check_form("version", self.version or " ", r"\S.{0,39}", "`2026-05`")
        rules.check_range("keep_days", self.keep_days, 1, 3650)
        rules.check_asked(self.ask)


@entry
class Mounting:
    """How large the booth's screen is, and how high it hangs; a seated visitor's reach is worked out from it."""

    diagonal: float
    """Of the picture, in inches."""
    bottom: float
    """From the floor to the picture's lower edge, in millimetres."""
    distance: float | None = None
    """From the screen to its visitors, in millimetres: `kiosk check --deep` then says what is too small to be read."""

    def __post_init__(self) -> None:
        rules.check_range("diagonal", self.diagonal, 5, 500)
        rules.check_range("bottom", self.bottom, 0, 3000)
        if self.distance is not None:
            rules.check_range("distance", self.distance, 100, 50_000)


@entry
class Hours:
    """When the booth is open, by the clock of its machine: at other times it dims, and a touch wakes it."""

    open: str
    """Such as "09:00"."""
    close: str
    """Before `open` where the booth is open past midnight."""
    days: tuple[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"], ...] = ()
    """On which it opens; none named means every day."""

    def __post_init__(self) -> None:
        for key in ("open", "close"):
            rules.check_form(key, getattr(self, key) or " ", r"([01]\d|2[0-3]):[0-5]\d", '"09:30"')


@entry
class Route:
    """A selection of slides in an order of their own, for whoever presents the deck to a delegation."""

    id: str
    title: Words
    """What presenters choose it by."""
    minutes: int
    """How long it is planned to take."""
    slides: tuple[str, ...]
    """The ids of slides in the order in which they are shown; a platform's id stands for all its slides."""
    welcome: Words = NO_WORDS
    """The greeting on a screen before the first slide; there is no such screen if left out."""
    guest: Words = NO_WORDS
    """The delegation's name under the greeting, which a presenter may change."""

    def __post_init__(self) -> None:
        rules.check_id(self.id)
        rules.check_range("minutes", self.minutes, 1, rules.DAY // 60)
        rules.check_count("slides", self.slides, 1)


@entry
class Deck:
    """A whole presentation, whole and sound: everything in it was checked."""

    ELSEWHERE: ClassVar = {
        "hidden": sentence("a slide is hidden by a line of its own: write `hidden: true` into it"),
        "platforms": sentence("platforms are not listed: each `.yaml` file beside this one is a platform"),
        "questions": sentence("the adviser's questions have a file of their own: write them into adviser.yaml"),
        "sources": sentence("sources have a file of their own: write them into sources.yaml"),
    }
    """Fields that are no keys of deck.yaml, and why."""

    title: Words
    subtitle: Words = NO_WORDS
    """One line under the deck's title."""
    languages: tuple[str, ...]
    """The first one is what a new visitor meets."""
    theme: str = "two-rivers"
    """Kiosk's own two-rivers (dark) or day (light), or one of the deck's folder `themes`."""
    idle: Idle = field(default_factory=Idle)
    screen: Mounting | None = None
    """None where it is not known: the controls of the low reach then keep to the lower third."""
    hours: Hours | None = None
    """None where the booth is always open."""
    stale_after: int | None = None
    """Months after which `kiosk check` names a figure, by its period's date or else its source's; never if left out."""
    map: str = ""
    """The id of the slide with the map that leads to the platforms; the hub offers it."""
    attract: tuple[Scene, ...] = ()
    brand: Brand | None = None
    contact: Contact | None = None
    leads: Leads | None = None
    """None where visitors are not asked for their contact."""
    attract_background: Background | None = None
    """Behind every scene of the loop that has none of its own."""
    indicators: tuple[IndicatorKind, ...] = ()
    units: tuple[UnitName, ...] = ()
    groups: tuple[Group, ...] = ()
    platforms: tuple[Platform, ...] = ()
    """In the order in which Right steps through them: those without a group first, then group by group."""
    hidden: tuple[Slide, ...] = ()
    """The slides that nobody is shown: a packed deck has the files that they name, too."""
    questions: tuple[Question, ...] = ()
    """What the adviser asks."""
    routes: tuple[Route, ...] = ()
    """What presenters may choose from besides the whole deck."""
    sources: tuple[tuple[str, Source], ...] = ()
    """(id, source) pairs."""

    def __post_init__(self) -> None:
        rules.check_count("languages", self.languages, 1)
        rules.check_languages(self.languages)

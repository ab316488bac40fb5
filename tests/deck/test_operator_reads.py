"""What an operator reads for one thing that is wrong in an otherwise sound deck, and what is still shown."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest
from leads.sealing import LINE
from spread import rather_these
from tiny import FILES, add_adviser

from kiosk.deck.load import Loaded, load
from kiosk.deck.outline import outline
from kiosk.deck.shown import Reader
from kiosk.navigator import Navigator

ALL = {"welcome", "idea", "numbers", "river-profile", "trade", "history", "sights", "more"}
OVERVIEW = {"welcome", "idea", "numbers"}
RIVER = {"river-profile", "trade"}
HILL = {"history", "sights", "more"}
FIRST_EVENT = "- period: 2010\n        text: {en: Founded, zh: 成立}\n        source: bureau\n      "
TITLE = "{en: Welcome, zh: 欢迎}"


def change(folder: Path, file: str, old: str, new: str) -> None:
    text = FILES[file]
    assert text.count(old) >= 1, old
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def slides(loaded: Loaded) -> set[str]:
    assert loaded.deck is not None
    return {slide.id for platform in loaded.deck.platforms for slide in platform.slides}


def test_a_hidden_slide_is_checked_and_not_shown(tiny: Path):
    change(tiny, "overview.yaml", "sources: [press]", "hidden: true\n    sources: [press]")
    loaded = load(tiny)
    assert loaded.problems == ()
    assert slides(loaded) == ALL - {"idea"}
    change(tiny, "overview.yaml", "sources: [press]", "hidden: true\n    sources: [pres]")
    assert next(problem.message for problem in load(tiny).problems).startswith("there is no source `pres`")


def test_a_map_that_is_hidden_is_told(tiny: Path):
    change(tiny, "deck.yaml", "theme: day", "map: idea")
    change(tiny, "overview.yaml", "sources: [press]", "hidden: true\n    sources: [press]")
    assert [problem.message for problem in load(tiny).problems] == ["`idea` is hidden: show it, or remove this line"]


def test_a_route_goes_on_without_a_slide_that_it_cannot_have(tiny: Path):
    change(tiny, "deck.yaml", "theme: day", f"routes: [{{{ROUTE}, slides: [idea, hill, trad]}}, {TWICE}]")
    assert [route.slides for route in load(tiny).deck.routes] == [("idea", "hill")]
    change(tiny, "overview.yaml", "sources: [press]", "hidden: true\n    sources: [press]")
    loaded = load(tiny)
    assert "`idea` is hidden: show it, or remove this line" in [problem.message for problem in loaded.problems]
    assert [route.slides for route in loaded.deck.routes] == [("hill",)]


def test_a_platform_of_hidden_slides_is_told(tiny: Path):
    text = FILES["river.yaml"].replace("    layout:", "    hidden: true\n    layout:")
    (tiny / "river.yaml").write_text(text, encoding="utf-8")
    loaded = load(tiny)
    assert [problem.severity for problem in loaded.problems] == ["warning"]
    assert "every slide of this platform is hidden" in loaded.problems[0].message
    assert slides(loaded) == ALL - RIVER


def test_the_tiny_deck_is_sound(tiny: Path):
    loaded = load(tiny)
    assert loaded.problems == ()
    assert slides(loaded) == ALL
    assert loaded.deck is not None
    assert [platform.id for platform in loaded.deck.platforms] == ["overview", "river", "hill"]
    assert [name for name, _ in loaded.themes] == ["day", "two-rivers"]


def leads(line: str) -> str:
    """The deck's `leads:` on the lines from 3 on, with one of their lines changed."""
    lines = {"key": f"key: {LINE}", "version": "version: 1", "keep_days": "keep_days: 30"}
    lines |= {"consent": "consent: {en: Yes, zh: 好}", "ask": "ask: [name, email, phone, note]"}
    lines[line.partition(":")[0]] = line
    return "leads:\n  " + "\n  ".join(lines.values())


ROUTE = "id: short, title: Short, minutes: 10"
TWICE = f"{{{ROUTE}, slides: [idea]}}"
ONE_LINE = [
    # Values of another kind
    ("overview.yaml", "value: 5105", "value: many", "16:16", "a number is wanted here", {"numbers"}),
    ("overview.yaml", "value: 5105", "value: true", "16:16", "a number is wanted here", {"numbers"}),
    ("overview.yaml", "value: 5105", "value: [1]", "16:16", "a number is wanted here", {"numbers"}),
    ("overview.yaml", "value: 5105", "value: .nan", "16:16", "a number is wanted here", {"numbers"}),
    ("overview.yaml", "value: 5105", "value: -.inf", "16:16", "a number is wanted here", {"numbers"}),
    ("overview.yaml", "value: 5105", f"value: {'9' * 5000}", "16:16", "a number is wanted here", {"numbers"}),
    ("overview.yaml", "value: 5105", "value: 1e300", "16:16", "too large", {"numbers"}),
    ("overview.yaml", "value: 5105", "value:", "16:9", "`value` is empty", {"numbers"}),
    ("overview.yaml", "image: pictures/port.png", "image: [x]", "7:12", "a text is wanted here", {"welcome"}),
    ("overview.yaml", "sources: [press]", "sources: press", "11:14", "a list is wanted here", {"idea"}),
    ("deck.yaml", "ask_after: 30", "ask_after: soon", "4:19", "a whole number is wanted here", set()),
    ("deck.yaml", "ask_after: 30", "ask_after: 0", "4:19", "between 1 and", set()),
    ("deck.yaml", "theme: day", "theme: [x]", "3:8", "a text is wanted here", set()),
    ("deck.yaml", "theme: day", "map: trad", "3:6", "`trad` is not a sound slide: did you mean `trade`?", set()),
    (
        "river.yaml",
        "group: one",
        "group: one\nicon: shipp",
        "4:7",
        "`shipp` is not a sign that Kiosk has: did you mean `ship`?",
        RIVER,
    ),
    ("deck.yaml", "ask_after: 30", "long_ask_after: 0", "4:24", "between 1 and", set()),
    ("deck.yaml", "theme: day", "stale_after: 0", "3:14", "between 1 and 1200", set()),
    ("deck.yaml", "theme: day", "stale_after: soon", "3:14", "a whole number is wanted here", set()),
    ("deck.yaml", "theme: day", "screen: {diagonal: 55, bottom: 0, distance: 2}", "3:45", "between 100 and", set()),
    # Visitors' contacts
    ("deck.yaml", "theme: day", leads("ask: [name]"), "8:8", "neither `email` nor `phone` is asked for", set()),
    ("deck.yaml", "theme: day", leads("ask: [email, email]"), "8:16", "`email` is there twice", set()),
    ("deck.yaml", "theme: day", leads("ask: [fax]"), "8:9", "`phone`", set()),
    ("deck.yaml", "theme: day", leads("keep_days: 0"), "6:14", "between 1 and 3650", set()),
    ("deck.yaml", "theme: day", leads("version: ' '"), "5:12", "write it like `2026-05`", set()),
    ("deck.yaml", "theme: day", leads(f"key: {LINE[:-1]}"), "4:8", "not a whole public key", set()),
    ("deck.yaml", "theme: day", leads("consent: Yes"), "7:12", "write `consent: {en: …, zh: …}`", set()),
    ("deck.yaml", "theme: day", leads("consent: {en: Yes}"), "7:12", "the consent in `zh` is missing", set()),
    ("deck.yaml", "theme: day", leads("consent: {en: Yes, zh: 好, fr: Oui}"), "7:29", "`fr` is not one of", set()),
    # The contact
    ("deck.yaml", "theme: day", "hours: {open: 9, close: 18:00}", "3:15", 'write it like "09:30"', set()),
    ("deck.yaml", "theme: day", "hours: {open: 09:00, close: 18:00, days: [mo]}", "3:43", "`mon`, `tue`", set()),
    ("deck.yaml", "theme: day", "hours: {open: 09:00}", "3:8", "`close` is missing", set()),
    ("deck.yaml", "theme: day", "contact: x", "3:10", "keys and values are wanted here", set()),
    ("deck.yaml", "theme: day", "contact: {phone: call me}", "3:18", "cannot be used as `phone`", set()),
    ("deck.yaml", "theme: day", "contact: {email: li.example.org}", "3:18", "write it like `name@example.org`", set()),
    ("deck.yaml", "theme: day", "contact: {url: example.org}", "3:16", "write it like `https://example.org`", set()),
    ("deck.yaml", "theme: day", "contact: {naem: Li}", "3:11", "did you mean `name`?", set()),
    ("deck.yaml", "theme: day", "contact: {name: {en: Li}}", "3:17", "the text in `zh` is missing", set()),
    (
        "deck.yaml",
        "theme: day",
        f"contact: {{address: {'x' * 301}}}",
        "3:20",
        "300 are the most: shorten `address`",
        set(),
    ),
    # The brand
    ("deck.yaml", "theme: day", "brand: {logo: pictures/prot.png}", "3:15", "did you mean `pictures/port.png`?", set()),
    ("deck.yaml", "theme: day", "brand: {logo: trade.csv}", "3:15", "is not a picture that Kiosk shows", set()),
    ("deck.yaml", "theme: day", "brand: {logo_drak: pictures/port.png}", "3:9", "did you mean `logo_dark`?", set()),
    ("deck.yaml", "theme: day", "brand: {event: {en: Fair}}", "3:16", "the text in `zh` is missing", set()),
    ("deck.yaml", "theme: day", "screen: {diagonal: 55}", "3:9", "`bottom` is missing", set()),
    (
        "deck.yaml",
        "theme: day",
        "screen: {diagonal: 55, bottom: 9000}",
        "3:32",
        "`bottom` is 9000: it must be between 0 and 3000",
        set(),
    ),
    # Routes
    ("deck.yaml", "theme: day", f"routes: [{{{ROUTE}, slides: [idea, trad]}}]", "3:64", "did you mean `trade`?", set()),
    ("deck.yaml", "theme: day", f"routes: [{{{ROUTE}, slides: []}}]", "3:57", "at least 1 is wanted", set()),
    ("deck.yaml", "theme: day", f"routes: [{{{ROUTE}}}]", "3:10", "`slides` is missing", set()),
    ("deck.yaml", "theme: day", "routes: [{id: a, title: A, minutes: 0, slides: [idea]}]", "3:37", "between 1", set()),
    ("deck.yaml", "theme: day", f"routes: [{TWICE}, {TWICE}]", "3:71", "the id `short` is there twice", set()),
    ("deck.yaml", "theme: day", f"routes: [{{{ROUTE}, slide: [idea]}}]", "3:49", "did you mean `slides`?", set()),
    ("deck.yaml", "theme: day", "routes: short", "3:9", "a list is wanted under `routes`", set()),
    ("deck.yaml", "ask_after: 30", "show_return_after: 0", "4:27", "between 1 and", set()),
    ("overview.yaml", "sources: [press]", "seconds: 0", "11:14", "between 1 and", {"idea"}),
    ("overview.yaml", "sources: [press]", "build: slowly", "11:12", "`true` or `false`", {"idea"}),
    # Backgrounds
    ("overview.yaml", "sources: [press]", "hidden: perhaps", "11:13", "`true` or `false`", {"idea"}),
    ("overview.yaml", "sources: [press]", "background: {loop: true}", "11:17", "`image` is missing", {"idea"}),
    (
        "overview.yaml",
        "sources: [press]",
        "background: {image: pictures/port.png, film: pictures/port.png}",
        "11:50",
        "`port.png` is not a film that Kiosk shows: use .mp4, .webm",
        {"idea"},
    ),
    (
        "overview.yaml",
        "sources: [press]",
        "background: {image: pictures/port.png, film: x.mp4}",
        "11:50",
        "there is no file `x.mp4`",
        {"idea"},
    ),
    ("deck.yaml", "theme: day", "attract_background: {image: x.png}", "3:29", "there is no file `x.png`", set()),
    # Keys
    ("overview.yaml", "value: 5105", "valeu: 5105", "16:9", "unknown key `valeu`: did you mean `value`?", {"numbers"}),
    ("overview.yaml", "    image:", "    imgae:", "7:5", "did you mean `image`?", {"welcome"}),
    ("overview.yaml", "name: {en: O", "nmae: {en: O", "1:1", "did you mean `name`?", OVERVIEW),
    ("overview.yaml", "slides:", "sldes:", "2:1", "did you mean `slides`?", OVERVIEW),
    ("overview.yaml", "slides:", "id: x\nslides:", "2:1", "the name of its file", set()),
    ("overview.yaml", "        source: bureau\n", "", "16:9", "`source` is missing", {"numbers"}),
    ("overview.yaml", "    title: {en: W", "    id: x\n    title: {en: W", "5:5", "a second time", {"welcome"}),
    ("deck.yaml", "theme: day", "theme: day\nplatforms: []", "4:1", "platforms are not listed", set()),
    ("deck.yaml", "theme: day", "theem: day", "3:1", "did you mean `theme`?", set()),
    # Names that there are not
    ("overview.yaml", "source: bureau", "source: buro", "19:17", "did you mean `bureau`?", {"numbers"}),
    ("overview.yaml", "sources: [press]", "sources: [x]", "11:15", "known are `bureau`, `press`", {"idea"}),
    ("overview.yaml", "unit: companies", "unit: compnies", "17:15", "did you mean `companies`?", {"numbers"}),
    ("overview.yaml", "unit: companies", "unit: billion", "17:15", "not of what", {"numbers"}),
    ("overview.yaml", "layout: cover", "layout: covr", "4:13", "did you mean `cover`?", {"welcome"}),
    ("overview.yaml", "    layout: cover\n", "", "3:5", "`layout` is missing", {"welcome"}),
    (
        "overview.yaml",
        "qualifier: about",
        "qualifier: abuot",
        "22:20",
        "write `exact`, `about` or `at_least`",
        {"numbers"},
    ),
    ("river.yaml", "group: one", "group: oen", "3:8", "did you mean `one`?", RIVER),
    ("river.yaml", "id: area", "id: aera", "6:9", "did you mean `area`?", set()),
    ("river.yaml", "kind: bar", "kind: bra", "20:13", "did you mean `bar`?", {"trade"}),
    ("deck.yaml", "theme: day", "theme: dya", "3:8", "did you mean `day`?", set()),
    ("deck.yaml", "colour: gold", "colour: godl", "26:13", "did you mean `gold`?", RIVER),
    ("deck.yaml", "unit: km2", "unit: km3", "16:11", "did you mean `km`?", set()),
    ("deck.yaml", "source: bureau", "source: buro", "12:15", "did you mean `bureau`?", set()),
    # Ids
    ("overview.yaml", "id: welcome", "id: Wel come", "3:9", "cannot be an id", {"welcome"}),
    ("overview.yaml", "id: welcome", "id: idea", "8:9", "used already in overview.yaml:3", {"welcome"}),
    ("river.yaml", "id: trade", "id: sights", "16:9", "used already in hill.yaml:14", {"trade"}),
    ("river.yaml", "id: focus", "id: area", "9:9", "the indicator `area` is there twice", set()),
    # Texts in the deck's languages
    ("overview.yaml", TITLE, "{en: Welcome}", "5:12", "the text in `zh` is missing", {"welcome"}),
    ("overview.yaml", "zh: 欢迎}", "zh: 欢迎, fr: x}", "5:34", "`fr` is not one of the deck's languages", {"welcome"}),
    ("overview.yaml", TITLE, "{en: Welcome, zh: }", "5:26", "this text is empty", {"welcome"}),
    ("overview.yaml", TITLE, "", "5:5", "this text is empty", {"welcome"}),
    ("overview.yaml", TITLE, "[a]", "5:12", "a text is wanted here, not a list", {"welcome"}),
    ("overview.yaml", TITLE, '"a\\0b"', "5:12", "a control character", {"welcome"}),
    ("deck.yaml", "[en, zh]", "[en, zh, ZH]", "2:21", "not the code of a language", None),
    ("deck.yaml", "languages: [en, zh]", "languages: []", "2:12", "at least 1 is wanted", None),
    ("deck.yaml", "title: {en", "titel: {en", "1:1", "did you mean `title`?", None),
    # How many, how large, which together
    ("hill.yaml", FIRST_EVENT, "", "8:7", "`events` has one entry: 2 to 8 are possible", {"history"}),
    ("river.yaml", "latitude: 29.6", "latitude: 129.6", "4:37", "between -90 and 90", RIVER),
    ("river.yaml", "    value: 120.5\n", "", "6:5", "either `value` or `text`", set()),
    ("river.yaml", "value: 120.5", "text: large", "7:5", "wants `value`, not `text`", set()),
    ("river.yaml", "text: {en: Logistics, zh: 物流}", "value: 3", "10:5", "wants `text`, not `value`", set()),
    ("deck.yaml", "digit: 1", "digit: 12", "25:12", "not a single digit", RIVER),
    ("sources.yaml", "date: 2020-12", "date: 2026-99-99", "4:9", "not a date", {"numbers", "trade", "history"}),
    # Charts
    ("river.yaml", "table: trade.csv", "table: trad.csv", "21:14", "did you mean `trade.csv`?", {"trade"}),
    ("river.yaml", "table: trade.csv", "table: pictures/port.png", "21:14", "save it as CSV", {"trade"}),
    ("river.yaml", "column: exports", "column: expotrs", "26:19", "did you mean `exports`?", {"trade"}),
    ("river.yaml", "column: exports", "column: note", "26:19", "has no numbers", {"trade"}),
    ("river.yaml", "highlight: 2020", "highlight: 2021", "30:18", "did you mean `2020`?", {"trade"}),
    ("river.yaml", "sources: [bureau]", "sources: []", "23:16", "at least 1 is wanted", {"trade"}),
    ("river.yaml", "kind: bar", "kind: donut", "26:9", "a donut shows one column, not 2", {"trade"}),
    (
        "river.yaml",
        "kind: bar",
        "kind: bar\n      options: {sort: up}",
        "21:23",
        "write `table` or `descending`",
        {"trade"},
    ),
    ("river.yaml", "kind: bar", "kind: bar\n      options: {srot: table}", "21:17", "did you mean `sort`?", {"trade"}),
    # Files outside the deck's folder, and ones that are not there
    (
        "overview.yaml",
        "pictures/port.png",
        "pictures/prot.png",
        "7:12",
        "did you mean `pictures/port.png`?",
        {"welcome"},
    ),
    ("overview.yaml", "pictures/port.png", "/etc/hostname.png", "7:12", "leads out of the deck's folder", {"welcome"}),
    ("overview.yaml", "pictures/port.png", "a/../../x.png", "7:12", "leads out of the deck's folder", {"welcome"}),
    ("overview.yaml", "pictures/port.png", "file:///x.png", "7:12", "is an address", {"welcome"}),
    ("overview.yaml", "pictures/port.png", "http://x/y.png", "7:12", "is an address", {"welcome"}),
    ("overview.yaml", "pictures/port.png", "pictures\\port.png", "7:12", "backslash", {"welcome"}),
    ("overview.yaml", "pictures/port.png", "trade.csv", "7:12", "is not a picture that Kiosk shows", {"welcome"}),
    ("overview.yaml", "pictures/port.png", "x" * 900 + ".png", "7:12", "there is no file", {"welcome"}),
    # YAML that slide files do without
    ("overview.yaml", TITLE, "*x", "5:12", "put the text in quotes", {"welcome"}),
    ("overview.yaml", TITLE, "&x Hello", "5:12", "put the text in quotes", {"welcome"}),
    (
        "overview.yaml",
        TITLE,
        "!!python/object:os.system x",
        "5:12",
        "`!!python/object:os.system` is a YAML tag",
        {"welcome"},
    ),
    ("overview.yaml", TITLE, "!!int 3", "5:12", "is a YAML tag", {"welcome"}),
    ("overview.yaml", TITLE, "[" * 100_000, "5:1009", "nested too deep", OVERVIEW),
    ("overview.yaml", TITLE, "{a: " * 40 + "1" + "}" * 40, "5:120", "deeper than 30", OVERVIEW),
    # YAML that is none
    ("overview.yaml", "    title: {en: W", "\ttitle: {en: W", "5:1", "a tab is used to indent", OVERVIEW),
    ("overview.yaml", "    title: {en: W", "  \t title: {en: W", "5:3", "a tab is used to indent", OVERVIEW),
    ("overview.yaml", TITLE, "Welcome: home", "5:19", "put the text in quotes", OVERVIEW),
    ("overview.yaml", TITLE, '"Welcome', "5:12", "opened here, but not closed", OVERVIEW),
    ("overview.yaml", TITLE, "{en: Welcome", "5:12", "not closed with `}`", OVERVIEW),
    ("overview.yaml", TITLE, "@home", "5:12", "starts with `@` needs quotes", OVERVIEW),
    ("overview.yaml", TITLE, "*bold*", "5:12", "starts with `*` needs quotes", OVERVIEW),
    ("overview.yaml", "    title: {en: W", "   title: {en: W", "5:4", "this line stands in a list", OVERVIEW),
    # Tables
    ("trade.csv", "2019,120", "2019,abc", "3:6", "`abc` in the column `exports` is not a number", {"trade"}),
    ("trade.csv", "about", "abuot", "3:16", "did you mean `about`?", {"trade"}),
    ("trade.csv", ",press,", ",prss,", "3:22", "did you mean `press`?", {"trade"}),
    ("trade.csv", "2019,", ",", "3:1", "no label in the column `year`", {"trade"}),
    ("trade.csv", "2019,120,90.25,about,press,", "2019,120", "3:1", "has 2 cells, the first row 6", {"trade"}),
    ("trade.csv", "90.25,about,press,", "90.25,about,press,x,y", "3:1", "has 7 cells", {"trade"}),
    ("trade.csv", "year,exports,imports", "year,exports,exports", "1:1", "two columns are named `exports`", {"trade"}),
    ("trade.csv", "year,exports,imports", "year,,imports", "1:1", "column 2 has no name", {"trade"}),
]


@pytest.mark.parametrize(("file", "old", "new", "place", "words", "left_out"), ONE_LINE)
def test_one_mistake_is_one_line_with_its_place_and_costs_its_own_entry(
    tiny: Path, file: str, old: str, new: str, place: str, words: str, left_out: set[str] | None
):
    """`left_out` is None where there is no deck at all."""
    change(tiny, file, old, new)
    begun = process_time()
    loaded = load(tiny)
    assert process_time() - begun < 1
    lines = [str(problem) for problem in loaded.problems]
    assert len(lines) == 1, lines
    assert lines[0].startswith(f"{file}:{place}: error: ")
    assert words in lines[0]
    assert "\n" not in lines[0]
    if left_out is None:
        assert loaded.deck is None
    else:
        assert slides(loaded) == ALL - left_out


def test_without_a_consent_in_a_language_nobody_who_reads_it_is_asked(tiny: Path):
    change(tiny, "deck.yaml", "theme: day", leads("consent: {en: Yes}"))
    deck = load(tiny).deck
    assert deck is not None
    navigator = Navigator(deck, 0)
    assert "lead" in navigator.ways()
    navigator.set_language("zh")
    assert "lead" not in navigator.ways()
    assert "## Leave your contact" in outline(deck, "en")
    assert "## 留下联系方式" not in outline(deck, "zh")


OF_ADVISER = [
    ("river.yaml", "answer: make", "answer: maek", "32:13", "did you mean `make`?"),
    ("river.yaml", "answer: rail", "answer: make", "35:13", "a reason for the answer `make` already"),
    ("river.yaml", "    source: bureau\n  - answer: rail", "  - answer: rail", "32:5", "`source` is missing"),
    ("river.yaml", "source: bureau\n  - answer: rail", "source: buro\n  - answer: rail", "34:13", "`bureau`?"),
    ("river.yaml", "because: {en: Ships, zh: 造船}", "because:", "33:5", "this text is empty"),
    (
        "river.yaml",
        "because: {en: Ships, zh: 造船}",
        "becuase: {en: Ships, zh: 造船}",
        "33:5",
        "did you mean `because`?",
    ),
    ("adviser.yaml", "id: road", "id: make", "15:13", "the answer `make` is there twice"),
    ("adviser.yaml", "id: trade", "id: make", "7:13", "the answer `make` is there twice"),
    ("adviser.yaml", "id: route", "id: work", "10:9", "the question `work` is there twice"),
    ("adviser.yaml", "id: trade", "id: Trade it", "7:13", "cannot be an id"),
    ("adviser.yaml", "      - id: road\n        text: {en: Road, zh: 公路}\n", "", "13:7", "has one entry"),
    ("adviser.yaml", "questions:", "qestions:", "1:1", "did you mean `questions`?"),
    ("adviser.yaml", "text: {en: Rail, zh: 铁路}", "txt: Rail", "14:9", "did you mean `text`?"),
    ("deck.yaml", "theme: day", "theme: day\nquestions: []", "4:1", "write them into adviser.yaml"),
]


@pytest.mark.parametrize(("file", "old", "new", "place", "words"), OF_ADVISER)
def test_one_mistake_of_the_adviser_is_one_line_and_costs_no_slide(
    tiny: Path, file: str, old: str, new: str, place: str, words: str
):
    add_adviser(tiny)
    assert load(tiny).problems == ()
    text = (tiny / file).read_text(encoding="utf-8")
    assert old in text
    (tiny / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    loaded = load(tiny)
    lines = [str(problem) for problem in loaded.problems]
    assert len(lines) == 1, lines
    assert lines[0].startswith(f"{file}:{place}: error: ")
    assert words in lines[0]
    assert slides(loaded) == ALL


def test_reasons_need_an_adviser(tiny: Path):
    add_adviser(tiny)
    (tiny / "adviser.yaml").unlink()
    assert [str(problem).partition(" in ")[0] for problem in load(tiny).problems] == [
        "hill.yaml:29:13: error: there is no answer `rail`",
        "river.yaml:32:13: error: there is no answer `make`",
        "river.yaml:35:13: error: there is no answer `rail`",
    ]


def test_an_adviser_that_cannot_be_read_is_told_once(tiny: Path):
    add_adviser(tiny)
    (tiny / "adviser.yaml").write_text("questions: [", encoding="utf-8")
    loaded = load(tiny)
    assert [problem.path.name for problem in loaded.problems] == ["adviser.yaml"]
    assert slides(loaded) == ALL


def test_an_adviser_asks_five_questions_at_most(tiny: Path):
    questions = "".join(
        f"  - {{id: q{n}, text: Q, answers: [{{id: a{n}, text: A}}, {{id: b{n}, text: B}}]}}\n" for n in range(6)
    )
    (tiny / "adviser.yaml").write_text(f"questions:\n{questions}", encoding="utf-8")
    (problem,) = load(tiny).problems
    assert str(problem) == "adviser.yaml:2:3: error: `questions` has 6 entries: 0 to 5 are possible"


SEVERAL = [
    (
        "river.yaml",
        "kind: bar",
        "kind: bar\n      knid: x\n      options: {directon: vertical, sort: up}",
        [
            "21:7: error: unknown key `knid`",
            "22:17: error: unknown key `directon`",
            "22:43: error: `up` is not possible",
        ],
    ),
    ("overview.yaml", TITLE, "&x [*x]", ["5:12: error: `&x` names", "5:16: error: `*x` repeats"]),
    (
        "overview.yaml",
        TITLE,
        "{[a]: b}",
        ["5:13: error: a key must be a plain word"],
    ),
    ("overview.yaml", "value: 5105", "much: 1", ["16:9: error: `value` is missing", "16:9: error: unknown key `much`"]),
    ("overview.yaml", TITLE, "{en: Hi, fr: Salut}", ["5:12: error: the text in `zh`", "5:21: error: `fr` is not one"]),
    (
        "deck.yaml",
        "[en, zh]\ntheme: day",
        "[en, en]\ntheme: []",
        ["2:17: error: the language", "3:8: error: a text is"],
    ),
    ("deck.yaml", "id: two", "id: one", ["27:9: error: the id `one` is there twice"]),
]


@pytest.mark.parametrize(("file", "old", "new", "wanted"), SEVERAL)
def test_all_mistakes_are_told_in_one_run(tiny: Path, file: str, old: str, new: str, wanted: list[str]):
    change(tiny, file, old, new)
    lines = [str(problem) for problem in load(tiny).problems if problem.path.name == file]
    assert len(lines) == len(wanted), lines
    assert all(line.startswith(f"{file}:{start}") for line, start in zip(lines, wanted, strict=True)), lines


def test_problems_of_several_files_are_sorted_by_place(tiny: Path):
    change(tiny, "river.yaml", "highlight: 2020", "highlight: 1900")
    change(tiny, "hill.yaml", "layout: text", "layout: tetx")
    change(tiny, "deck.yaml", "theme: day", "theme: x")
    assert [problem.path.name for problem in load(tiny).problems] == ["deck.yaml", "hill.yaml", "river.yaml"]


def test_a_broken_source_is_told_once_and_not_where_it_is_used(tiny: Path):
    change(tiny, "sources.yaml", "  date: 2020-12\n", "")
    loaded = load(tiny)
    assert [str(problem) for problem in loaded.problems] == ["sources.yaml:2:3: error: `date` is missing"]
    assert slides(loaded) == ALL - {"numbers", "trade", "history"}


def test_unreadable_sources_leave_the_slides_that_need_none(tiny: Path):
    (tiny / "sources.yaml").write_text("a: [", encoding="utf-8")
    loaded = load(tiny)
    assert [problem.path.name for problem in loaded.problems] == ["sources.yaml"]
    assert slides(loaded) == {"welcome", "river-profile"}


def test_without_deck_yaml_there_is_no_deck_and_the_other_files_are_checked_all_the_same(tiny: Path):
    (tiny / "deck.yaml").unlink()
    change(tiny, "hill.yaml", "layout: text", "layout: tetx")
    loaded = load(tiny)
    assert loaded.deck is None
    assert [str(problem).partition(": error: ")[0] for problem in loaded.problems] == [
        "deck.yaml:1:1",
        "hill.yaml:22:13",
    ]


def test_no_such_folder_is_one_problem(tmp_path: Path):
    loaded = load(tmp_path / "nowhere")
    assert str(loaded.problems[0]).endswith("nowhere:1:1: error: there is no such folder")
    assert loaded.deck is None


def test_a_deck_may_have_no_platforms_yet(tiny: Path):
    for name in ("overview.yaml", "river.yaml", "hill.yaml"):
        (tiny / name).unlink()
    loaded = load(tiny)
    assert loaded.problems == ()
    assert slides(loaded) == set()


@pytest.mark.parametrize(("file", "place"), [("overview.yaml", "8:5"), ("hill.yaml", "21:5")])
def test_a_slide_of_words_without_a_source_is_a_warning(tiny: Path, file: str, place: str):
    change(tiny, file, "    sources: [press]\n", "")
    loaded = load(tiny)
    assert [str(problem).partition(": this")[0] for problem in loaded.problems] == [f"{file}:{place}: warning"]
    assert loaded.errors == ()
    assert slides(loaded) == ALL


def test_a_broken_scene_leaves_the_other_scenes(tiny: Path):
    change(tiny, "deck.yaml", "value: 359.5", "value: x")
    loaded = load(tiny)
    assert loaded.deck is not None
    assert [scene.sentence.say("en") for scene in loaded.deck.attract] == ["Hello"]


def test_platforms_stand_in_the_order_of_groups_then_their_own_then_their_names(tiny: Path):
    (tiny / "a-hill.yaml").write_text(FILES["hill.yaml"].replace("id: ", "id: a-") + "order: 1\n", encoding="utf-8")
    (tiny / "z-plain.yaml").write_text(FILES["overview.yaml"].replace("id: ", "id: z-"), encoding="utf-8")
    loaded = load(tiny)
    assert loaded.deck is not None
    assert [each.id for each in loaded.deck.platforms] == ["overview", "z-plain", "river", "hill", "a-hill"]


def test_a_text_is_what_was_typed(tiny: Path):
    typed = {"010": "010", "2020": "2020", "1.50": "1.50", "no": "no", "12:30": "12:30", "true": "true", "0x1F": "0x1F"}
    for text, shown in typed.items():
        change(tiny, "overview.yaml", TITLE, text)
        deck = load(tiny).deck
        assert deck is not None
        assert deck.platforms[0].slides[0].title.say("zh") == shown


def test_the_id_of_a_source_is_one(tiny: Path):
    for file, text in FILES.items():
        (tiny / file).write_text(text.replace("press", "The Press"), encoding="utf-8")
    (problem,) = load(tiny).problems
    assert str(problem).startswith("sources.yaml:5:1: error: `The Press` cannot be an id")


@pytest.mark.parametrize(
    ("kind", "way"), rather_these(("scatter", "one from each field of a grid"), ("line", "chosen by largest triangles"))
)
def test_a_hundred_thousand_points_are_shown_and_it_is_said_how(tiny: Path, kind: str, way: str):
    rows = "".join(f"{at},{at % 977},{at % 1009}\n" for at in range(100_000))
    (tiny / "trade.csv").write_text("year,exports,imports\n" + rows, encoding="utf-8")
    options = "\n      options: {across: {column: imports}}" if kind == "scatter" else ""
    river = FILES["river.yaml"].replace("kind: bar", f"kind: {kind}{options}").replace("      highlight: 2020\n", "")
    second = "        - column: imports\n          name: {en: Imports, zh: 进口}\n"
    (tiny / "river.yaml").write_text(river.replace(second, "") if kind == "scatter" else river, encoding="utf-8")
    loaded = load(tiny)
    assert slides(loaded) == ALL
    (problem,) = loaded.problems
    assert problem.severity == "warning"
    assert "100,000 rows are more than a picture can show" in problem.message
    assert way in problem.message
    assert loaded.deck is not None
    trade = next(s for p in loaded.deck.platforms for s in p.slides if s.id == "trade")
    assert 100 < len(trade.chart.table.rows) <= 400
    behind = Reader(loaded.deck, "en").slide(loaded.deck.platforms[1], trade)["rows"]
    assert behind[-1]["label"] == f"{len(behind) - 1} of 100,000 rows are shown"

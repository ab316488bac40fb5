"""A change of a deck's file touches its own entry and nothing else: comments, order and quoting stay."""

from __future__ import annotations

import difflib

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.deck.scalars import resolve
from kiosk.editing.layout import EditError, Layout
from kiosk.editing.splice import bring, drop, duplicate, insert, move, put, take, tree
from kiosk.places import SAMPLE_DECK

DECK = """\
# The head.
name: {en: River, zh: 江}  # Its name.
order: 2
slides:
  # About the first.
  - id: one   # an id
    layout: text
    title: {en: "One, two", zh: '一，二'}
    text:
      en: >-
        The first line of a text that is folded, and goes on for so long that it takes more than a single line of
        the file; the second line ends here.
      zh: 一二三
    points:
      - name: Rail
        # Above the text.
        text: By land
      - name: Ships
    # At the end.

  # About the second.
  - id: two
    layout: cover
    title: "Two"
    sources: [a, b, c]

  - layout: cover
    id: three
    title: |
      Three
      lines
# The foot.
"""


def changed(before: str, after: str) -> list[str]:
    """What is different, as lines of a diff."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def test_a_text_keeps_its_style():
    assert changed(DECK, put(DECK, ("slides", 0, "title", "en"), "One")) == [
        "-    title: {en: \"One, two\", zh: '一，二'}",
        "+    title: {en: \"One\", zh: '一，二'}",
    ]
    assert changed(DECK, put(DECK, ("slides", 0, "title", "zh"), "it's")) == [
        "-    title: {en: \"One, two\", zh: '一，二'}",
        "+    title: {en: \"One, two\", zh: 'it''s'}",
    ]
    assert changed(DECK, put(DECK, ("name", "en"), "River, and hill")) == [
        "-name: {en: River, zh: 江}  # Its name.",
        '+name: {en: "River, and hill", zh: 江}  # Its name.',
    ]
    assert changed(DECK, put(DECK, ("slides", 0, "id"), "first")) == [
        "-  - id: one   # an id",
        "+  - id: first   # an id",
    ]
    assert changed(DECK, put(DECK, ("slides", 2, "title"), "Three\nnew\nlines")) == ["+      new"]


def test_a_folded_text_keeps_the_lines_that_did_not_change():
    path = ("slides", 0, "text", "en")
    text = tree(DECK)["slides"][0]["text"]["en"]
    assert changed(DECK, put(DECK, path, text.replace("ends here", "ends there"))) == [
        "-        the file; the second line ends here.",
        "+        the file; the second line ends there.",
    ]
    gone, new = changed(DECK, put(DECK, path, text.replace("is folded", "was folded")))
    assert (gone[1:].replace("is folded", "was folded"), gone[0], new[0]) == (new[1:], "-", "+")


@pytest.mark.parametrize(
    "text", ["2010", "no: yes", "- a", "# not a comment", "a # b", "", " x", "a\nb", "'", '"', "{"]
)
def test_a_text_stays_a_text(text):
    for path in (("slides", 1, "title"), ("slides", 0, "id"), ("name", "zh"), ("slides", 0, "text", "en")):
        after = tree(put(DECK, path, text))
        for step in path:
            after = after[step]
        assert type(after) is str
        assert after == text


def test_a_text_that_was_emptied_is_written_anew_as_a_new_one():
    path = ("slides", 0, "text", "en")
    text = tree(DECK)["slides"][0]["text"]["en"]
    emptied = put(DECK, path, "")
    assert '      en: ""\n      zh: 一二三' in emptied
    assert put(emptied, path, text).count("en: >-") == 1
    assert "      en: Short\n" in put(emptied, path, "Short")


def test_a_number_stays_a_number():
    assert changed(DECK, put(DECK, ("order",), resolve("2.50"))) == ["-order: 2", "+order: 2.50"]


def test_new_keys_stand_in_their_order():
    order = ("id", "title", "subtitle", "sources")
    after = put(DECK, ("slides", 1, "subtitle"), {"en": "A line", "zh": "一行"}, order)
    assert changed(DECK, after) == ["+    subtitle: {en: A line, zh: 一行}"]
    assert after.index("subtitle") < after.index("sources: [a")
    assert changed(DECK, put(DECK, ("name", "de"), "Fluss")) == [
        "-name: {en: River, zh: 江}  # Its name.",
        "+name: {en: River, zh: 江, de: Fluss}  # Its name.",
    ]


def test_one_text_becomes_one_for_each_language_and_back():
    path = ("slides", 1, "title")
    after = put(DECK, path, {"en": "Two", "zh": "二"})
    assert changed(DECK, after) == ['-    title: "Two"', "+    title: {en: Two, zh: 二}"]
    assert changed(DECK, put(after, path, "Two")) == ['-    title: "Two"', "+    title: Two"]


def test_entries_are_removed_with_their_lines():
    assert changed(DECK, drop(DECK, ("slides", 1, "sources", 1))) == [
        "-    sources: [a, b, c]",
        "+    sources: [a, c]",
    ]
    assert changed(DECK, drop(DECK, ("slides", 1, "sources"))) == ["-    sources: [a, b, c]"]
    assert changed(DECK, drop(DECK, ("slides", 0, "points", 1))) == ["-      - name: Ships", "-    # At the end."][:1]
    assert tree(drop(DECK, ("slides", 2, "layout")))["slides"][2] == {"id": "three", "title": "Three\nlines\n"}
    gone = drop(DECK, ("slides", 1))
    assert "# About the second." not in gone
    assert "# About the first." in gone
    assert "# At the end." in gone
    assert gone.endswith("lines\n# The foot.\n")
    assert "slides" not in tree(drop(drop(drop(DECK, ("slides", 0)), ("slides", 0)), ("slides", 0)))


def test_items_move_with_their_comments():
    after = move(DECK, ("slides", 1), 0)
    assert [slide["id"] for slide in tree(after)["slides"]] == ["two", "one", "three"]
    assert after.index("# About the second.") < after.index("id: two") < after.index("id: one")
    assert sorted(after.splitlines()) == sorted(DECK.splitlines())
    assert move(after, ("slides", 0), 1) == DECK
    assert tree(move(DECK, ("slides", 1, "sources", 2), 0))["slides"][1]["sources"] == ["c", "a", "b"]


def test_a_slide_is_duplicated_as_it_is_written():
    after = duplicate(DECK, ("slides", 0), {"id": "one-2"})
    added = [line[1:] for line in changed(DECK, after)]
    assert [slide["id"] for slide in tree(after)["slides"]] == ["one", "one-2", "two", "three"]
    assert "  - id: one-2   # an id" in added
    assert "        # Above the text." in added


def test_new_items_are_written_as_their_neighbours():
    after = insert(DECK, ("slides", 3), {"id": "new", "layout": "cover", "title": {"en": "New", "zh": "新"}})
    assert "\n\n  - id: new\n    layout: cover\n    title: {en: New, zh: 新}\n# The foot." in after
    assert tree(insert(DECK, ("slides", 0, "points", 0), {"name": "Air"}))["slides"][0]["points"][0] == {"name": "Air"}
    assert tree(insert(DECK, ("slides", 1, "sources", 3), "d"))["slides"][1]["sources"] == ["a", "b", "c", "d"]
    assert "    events:\n      - period: 2010" in put(DECK, ("slides", 1, "events"), [{"period": resolve("2010")}])


def test_windows_line_ends_stay():
    text = DECK.replace("\n", "\r\n")
    for after in (
        put(text, ("slides", 0, "text", "en"), "Short"),
        put(text, ("slides", 1, "text"), "New"),
        insert(text, ("slides", 1), {"id": "new", "layout": "cover"}),
        move(text, ("slides", 0), 2),
        duplicate(text, ("slides", 1), {"id": "more"}),
    ):
        assert "\n" not in after.replace("\r\n", "")


def test_what_cannot_be_written_is_refused():
    with pytest.raises(EditError):
        put("a: [1, 2", ("a",), "x")
    with pytest.raises(EditError):
        put(DECK, ("slides", 9, "title"), "x")


FILES = sorted(path for path in SAMPLE_DECK.glob("*.yaml") if path.name != "sources.yaml")
WRITTEN = {path.name: path.read_text(encoding="utf-8") for path in FILES}
TEXTS = st.text(st.sampled_from("abc XY,:#'\"{}[]-&*!|>%@`\\0123.é中文，“”"), max_size=200)


def places(value, at=()):
    """Every entry's place."""
    yield at
    if isinstance(value, dict | list):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(each, (*at, key))


def comments(text: str) -> list[str]:
    """The comments of a text: what its tokens are not."""
    ends = [(token.start_mark.index, token.end_mark.index) for token in yaml.scan(text, Loader=yaml.SafeLoader)]
    found, last = [], 0
    for start, end in ends:
        between = text[last:start] if start > last else ""
        found += [line.strip() for line in between.split("\n") if line.strip().startswith("#")]
        last = max(last, end)
    return found


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_any_edit_of_a_real_file_keeps_every_other_line(data):
    name = data.draw(st.sampled_from(sorted(WRITTEN)))
    before = WRITTEN[name]
    entries = tree(before)
    at = data.draw(st.sampled_from([place for place in places(entries) if place]))
    layout = Layout(before)
    first, last = before.count("\n", 0, layout.start(at)), before.count("\n", 0, layout.end(at))
    parent, value = entries, entries
    for step in at:
        parent, value = value, value[step]
    kinds = ["drop"] + ["put"] * (not isinstance(value, dict | list)) * 3
    kinds += ["move", "duplicate"] * (
        isinstance(at[-1], int) and isinstance(value, dict) and not layout.in_flow(at)
    )  # in brackets they share a line
    kind = data.draw(st.sampled_from(kinds))
    old, lines = before.splitlines(), None
    if kind == "put":
        after = put(before, at, data.draw(TEXTS))
        lines = after.splitlines()
        assert lines[:first] == old[:first]
        assert lines[len(lines) - (len(old) - last - 1) :] == old[last + 1 :]
        assert comments(after) == comments(before)
    elif kind == "drop":
        if len(at) == 1 and len(entries) == 1:
            return
        lines = drop(before, at).splitlines()
        kept = [line for block in difflib.SequenceMatcher(None, old, lines, autojunk=False).get_matching_blocks()
                for line in lines[block.b : block.b + block.size]]  # fmt: skip
        assert len(kept) >= len(lines) - 1  # a line in which something else stands, too, stays with what it had
    elif kind == "duplicate":
        lines = duplicate(before, at, {}).splitlines()
        assert lines[: last + 1] == old[: last + 1]
        assert lines[len(lines) - (len(old) - last - 1) :] == old[last + 1 :]
    else:
        after = move(before, at, data.draw(st.integers(0, len(parent) - 1)))
        assert sorted(after.splitlines()) == sorted(old)


@settings(max_examples=1, deadline=None)
@given(st.randoms(use_true_random=False))
def test_a_hundred_edits_one_after_another_keep_comments_and_order(random):
    text = before = WRITTEN[random.choice([name for name, text in sorted(WRITTEN.items()) if text.count("\n") < 100])]
    texts = [place for place in places(tree(text)) if place and isinstance(_at(tree(text), place), str)]
    for number in range(100):
        at = random.choice(texts)
        text = put(text, at, f"{random.choice(['Words', '字，', 'a: b', 'x' * 30])} {number}")
    assert comments(text) == comments(before)
    assert list(places(tree(text))) == list(places(tree(before)))


def _at(value, at):
    for step in at:
        value = value[step]
    return value


SLIDES = """\
name: One
slides:
    # The first
    - id: a
      title: A

    # What is said
    # in two lines
    - id: b   # beside
      title: >-
        Several words
        in two lines

      text: |
        kept

        as it is
    - {id: c, title: C}
"""
OTHERS = "name: Two\r\nslides:\r\n- id: x\r\n  title: X\r\n\r\n- id: y\r\n  title: Y\r\n"


def test_an_item_goes_to_another_text_with_its_comments():
    rest, item = take(SLIDES, ("slides", 1))
    assert rest == SLIDES.partition("    # What")[0] + "    - {id: c, title: C}\n"
    assert item.startswith("# What is said\n# in two lines\n- id: b   # beside\n  title: >-\n    Several words\n")
    brought = bring(OTHERS, ("slides", 1), item)
    assert brought == OTHERS.replace("- id: y", item.replace("\n", "\r\n") + "\r\n- id: y")
    again, back = take(brought, ("slides", 1))
    assert (again, back) == (OTHERS, item)


@pytest.mark.parametrize("place", range(3))
def test_an_item_comes_back_to_where_it_was(place):
    rest, item = take(SLIDES, ("slides", place))
    lines = [line.strip() for line in bring(rest, ("slides", place), item).splitlines() if line.strip()]
    assert lines == [line.strip() for line in SLIDES.splitlines() if line.strip()]


@pytest.mark.parametrize("text", ["name: Two\n", "name: Two\nslides:\n", "name: Two\nslides: []\n", "name: Two"])
def test_an_item_begins_a_list(text):
    _, item = take(SLIDES, ("slides", 0))
    assert tree(bring(text, ("slides", 0), item)) == {"name": "Two", "slides": [{"id": "a", "title": "A"}]}


def test_an_item_of_a_list_in_brackets_goes_too():
    rest, item = take("slides: [{id: a}, {id: b}]\n", ("slides", 0))
    assert rest == "slides: [{id: b}]\n"
    assert bring(rest, ("slides", 1), item) == "slides: [{id: b}, {id: a}]\n"

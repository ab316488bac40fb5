"""Changes of single entries of a YAML text: everything else stays as it was written, to the character.

A change takes the place of the entry's own text alone. The result is read again and compared with what it should say:
where the two differ, the change is refused, and nothing is lost.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, Final

import yaml

from kiosk.deck.marks import read_document
from kiosk.deck.problems import At, DeckError
from kiosk.deck.scalars import Real, Whole
from kiosk.editing import written
from kiosk.editing.layout import EditError, Layout

_STEP: Final = 2


@lru_cache(maxsize=8)
def tree(text: str) -> Any:
    """What a text says, not to be changed. Raises EditError where it is not YAML."""
    try:
        return read_document(text).value
    except DeckError as wrong:
        raise EditError(str(wrong)) from None


def put(text: str, at: At, value: Any, order: Sequence[str] = ()) -> str:
    """The text with a value in the place of another, or under a new key, which keeps to the `order` of keys given."""
    layout, before = _laid_out(text)
    if not layout.has(at):
        layout.pairs(at[:-1])
        return _chosen(_with_key(layout, at, value, order), _with(before, at, value))
    old = _entry(before, at)
    node = layout.node(at)
    if isinstance(old, str) and isinstance(value, str) and node.style in {"|", ">"} and old.endswith("\n"):
        value = value.rstrip("\n") + "\n"
    if same(old, value):
        return text
    return _chosen(_replaced(layout, at, value), _with(before, at, value))


def drop(text: str, at: At) -> str:
    """The text without an entry; the last item of a list takes the list's key with it."""
    layout, before = _laid_out(text)
    parent = layout.node(at[:-1])
    if len(parent.value) == 1:
        if len(at) == 1:
            raise EditError("a file needs at least one entry")
        return drop(text, at[:-1])
    after = copy.deepcopy(before)
    del _entry(after, at[:-1])[at[-1]]
    if parent.flow_style:
        return _chosen([_without_in_flow(layout, at)], after)
    if isinstance(at[-1], int):
        return _chosen([_without_item(layout, at[:-1], at[-1])], after)
    return _chosen([_without_key(layout, at)], after)


def insert(text: str, at: At, value: Any) -> str:
    """The text with a new item in a list, before the one that is at this place now; a list that is not there begins."""
    layout, before = _laid_out(text)
    listed, place = at[:-1], int(at[-1])
    if not layout.has(listed) or not layout.node(listed).value:
        return put(text, listed, [value])
    after = copy.deepcopy(before)
    _entry(after, listed).insert(place, value)
    if layout.node(listed).flow_style:
        return _chosen([_inserted_in_flow(layout, listed, place, value)], after)
    item = written.item(value, layout.node(listed).start_mark.column)
    return _chosen([_inserted(layout, listed, place, item)], after)


def duplicate(text: str, at: At, changes: dict[str, Any]) -> str:
    """The text with an item of a list once more behind itself, some of its keys with other values."""
    layout, before = _laid_out(text)
    listed, place = at[:-1], int(at[-1])
    if layout.node(listed).flow_style:
        return insert(text, (*listed, place + 1), _entry(before, at) | changes)
    start, end = layout.items(listed)[place]
    lines = layout.text[start:end].splitlines(keepends=True)
    while lines and lines[0].lstrip().startswith("#"):
        lines.pop(0)
    after = copy.deepcopy(before)
    _entry(after, listed).insert(place + 1, copy.deepcopy(_entry(before, at)))
    result = _chosen([_inserted(layout, listed, place + 1, _ended("".join(lines), layout.newline))], after)
    for key, value in changes.items():
        result = put(result, (*listed, place + 1, key), value)
    return result


def take(text: str, at: At) -> tuple[str, str]:
    """The text without an item of a list, and the item as it stood there, with the comments above it, from column 0."""
    layout, before = _laid_out(text)
    listed, place = at[:-1], int(at[-1])
    value = _entry(before, at)
    if layout.node(listed).flow_style:
        return drop(text, at), written.item(value, 0)
    start, end = layout.items(listed)[place]
    piece = _ended(text[start:end].replace("\r\n", "\n"), "\n")
    after = copy.deepcopy(before)
    del _entry(after, listed)[place]
    rest = _chosen([_without_item(layout, listed, place, begins=start)], after)
    return rest, _moved_in(piece, -layout.node(listed).start_mark.column)


def bring(text: str, at: At, item: str) -> str:
    """The text with an item that was taken from another, before the one that is at this place of a list now."""
    layout, before = _laid_out(text)
    listed, place = at[:-1], int(at[-1])
    value = tree(item)[0]
    after = copy.deepcopy(before)
    if not layout.has(listed):
        lines = f"{listed[-1]}:\n{_moved_in(item, _STEP)}".replace("\n", layout.newline)
        return _chosen([_ended(text, layout.newline) + lines], _with(before, listed, [value]))
    if not isinstance(layout.node(listed), yaml.SequenceNode) or layout.node(listed).flow_style:
        return insert(text, at, value)
    _entry(after, listed).insert(place, value)
    piece = _moved_in(item, layout.node(listed).start_mark.column)
    return _chosen([_inserted(layout, listed, place, piece)], after)


def move(text: str, at: At, to: int) -> str:
    """The text with an item of a list at another place of it; the blank lines between the items stay."""
    layout, before = _laid_out(text)
    listed, place = at[:-1], int(at[-1])
    after = copy.deepcopy(before)
    entries = _entry(after, listed)
    entries.insert(to, entries.pop(place))
    order = list(range(len(entries)))
    order.insert(to, order.pop(place))
    if layout.node(listed).flow_style:
        spans = [(layout.start((*listed, number)), layout.end((*listed, number))) for number in range(len(entries))]
        pieces = [text[start:end] for start, end in spans]
    else:
        spans = layout.items(listed)
        pieces = [_ended(text[start:end], layout.newline) for start, end in spans]
    result = text[: spans[0][0]]
    for number, origin in enumerate(order):
        follows = spans[number + 1][0] if number + 1 < len(spans) else len(text)
        result += pieces[origin] + text[spans[number][1] : follows]
    return _chosen([result], after)


def lines(value: dict[str, Any]) -> list[str]:
    """A whole file that says something."""
    return [line + "\n" for line in written.block(value)]


def same(one: Any, other: Any) -> bool:
    """Whether two values say the same, a number as it was typed."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    numbers = (Whole, Real)
    if isinstance(one, numbers) or isinstance(other, numbers):
        return type(one) is type(other) and str(one) == str(other)
    return bool(type(one) is type(other) and one == other)


def _laid_out(text: str) -> tuple[Layout, Any]:
    before = tree(text)
    try:
        return Layout(text), before
    except yaml.YAMLError as wrong:
        raise EditError(str(wrong)) from None


def _chosen(candidates: Iterable[str], wanted: Any) -> str:
    """The first text that says what is wanted. Raises EditError where none does."""
    for candidate in candidates:
        try:
            if _says(tree(candidate), wanted):
                return candidate
        except EditError:
            continue
    raise EditError("this change cannot be written without touching what is beside it")


def _says(now: Any, wanted: Any) -> bool:
    """As `same`, wherever a new key was put."""
    if isinstance(now, dict) and isinstance(wanted, dict):
        return now.keys() == wanted.keys() and all(_says(now[key], wanted[key]) for key in now)
    if isinstance(now, list) and isinstance(wanted, list):
        return len(now) == len(wanted) and all(map(_says, now, wanted))
    return same(now, wanted)


def _entry(value: Any, at: At) -> Any:
    for step in at:
        value = value[step]
    return value


def _with(before: Any, at: At, value: Any) -> Any:
    after = copy.deepcopy(before)
    _entry(after, at[:-1])[at[-1]] = value
    return after


def _moved_in(lines: str, by: int) -> str:
    """Whole lines further in by some columns, or further out as far as there is nothing but space."""
    if by >= 0:
        return "".join(" " * by + line if line.strip() else line for line in lines.splitlines(keepends=True))
    return "".join(line[min(-by, len(line) - len(line.lstrip(" "))) :] for line in lines.splitlines(keepends=True))


def _ended(text: str, newline: str) -> str:
    return text if text.endswith("\n") else text + newline


def _replaced(layout: Layout, at: At, value: Any) -> Iterable[str]:
    """The text with another value at a place, in the ways in which that can be written, the likeliest first."""
    text, node = layout.text, layout.node(at)
    start, end = layout.start(at), layout.end(at)
    in_flow = layout.in_flow(at)
    if not isinstance(node, yaml.ScalarNode) or isinstance(value, dict | list):
        yield from _put_anew(layout, at, value, in_flow=in_flow)
        return
    before = text[:start] + (" " if start == end else "")
    if isinstance(value, str):
        for written_as in _as_before(layout, at, value, in_flow=in_flow):
            yield before + written_as + text[end:]
    yield before + written.scalar(value, in_flow=in_flow) + text[end:]
    if isinstance(value, str):
        yield before + written.in_quotes(value) + text[end:]


def _as_before(layout: Layout, at: At, value: str, *, in_flow: bool) -> Iterable[str]:
    """A text in the style of the one that it replaces."""
    node, newline = layout.node(at), layout.newline
    style = node.style if node.value else ""  # quotes around nothing are for the nothing
    header, *lines = layout.text[layout.start(at) : layout.end(at)].split("\n")
    if style == '"':
        yield written.in_quotes(value)
    elif style == "'":
        yield written.in_single_quotes(value)
    elif style in {"|", ">"}:
        if value.strip("\n"):
            margin = lines[0][: len(lines[0]) - len(lines[0].lstrip(" "))]
            kept, text = [line.strip() for line in lines], value.rstrip("\n")
            new = _refolded(kept, text, len(margin)) if style == ">" else text.split("\n")
            yield header.rstrip("\r") + newline + newline.join(margin + line if line else "" for line in new)
    elif not in_flow and not lines:
        if isinstance(at[-1], str) and written.wants_folding(value, layout.column(layout.start(at))):
            indent = layout.column(layout.key(at).start_mark.index)
            yield written.behind_key(value, indent).lstrip(" ").replace("\n", newline)
        yield written.scalar(value)


def _refolded(lines: list[str], text: str, indent: int) -> list[str]:
    """The lines of a folded text that was changed: those before and after the change stay as they were broken."""
    width = written.WIDTH - indent
    if "\n" in text or not all(lines):
        return [line for part in text.split("\n") for line in (*written.folded(part, width), "")][:-1]
    first, last = 0, len(lines)
    while first < len(lines) and text.startswith(" ".join(lines[: first + 1]) + " "):
        first += 1
    rest = text[len(" ".join(lines[:first])) + 1 :] if first else text
    while last > first + 1 and rest.endswith(" " + " ".join(lines[last - 1 :])):
        last -= 1
    while True:  # words that find no room any more go to the next line, and not to one of their own
        tail = " ".join(lines[last:])
        middle = written.folded(rest[: len(rest) - len(tail) - 1] if tail else rest, width)
        if not tail or len(middle) <= max(1, last - first):
            return [*lines[:first], *middle, *lines[last:]]
        last += 1


def _put_anew(layout: Layout, at: At, value: Any, *, in_flow: bool) -> Iterable[str]:
    """A list or a mapping in the place of something, or something in the place of one."""
    text, start, end = layout.text, layout.start(at), layout.end(at)
    if in_flow or isinstance(at[-1], int):
        yield text[:start] + written.flow(value) + text[end:]
        return
    key = layout.key(at)
    behind = written.behind_key(value, layout.column(key.start_mark.index)).replace("\n", layout.newline)
    yield text[: layout.colon(at) + 1] + behind + text[end:]


def _with_key(layout: Layout, at: At, value: Any, order: Sequence[str]) -> Iterable[str]:
    """The text with a new key in a mapping, behind the one that it follows in an order."""
    pairs, text, name = layout.pairs(at[:-1]), layout.text, str(at[-1])
    before = order[: order.index(name)] if name in order else ()
    earlier = [each for each, (key, _) in enumerate(pairs) if key.value in before]
    follows = pairs[max(earlier) if earlier else -1][0] if pairs else None
    if layout.node(at[:-1]).flow_style:
        new = f"{written.scalar(name, in_flow=True)}: {written.flow(value)}"
        place = layout.end((*at[:-1], follows.value)) if follows else layout.start(at[:-1]) + 1
        yield text[:place] + (", " if follows else "") + new + text[place:]
        return
    if follows is None:
        raise EditError("there is no entry to put this behind")
    indent = layout.column(pairs[0][0].start_mark.index)
    place = layout.past_comments(layout.line_end(layout.end((*at[:-1], follows.value))), indent)
    line = f"{' ' * indent}{written.scalar(name)}:{written.behind_key(value, indent)}\n".replace("\n", layout.newline)
    yield _ended(text[:place], layout.newline) + line + text[place:]


def _without_key(layout: Layout, at: At) -> str:
    text, start = layout.text, layout.key(at).start_mark.index
    if text[layout.line_start(start) : start].strip():  # its line begins with the dash of an item
        keys = [key for key, _ in layout.pairs(at[:-1])]
        return text[:start] + text[keys[1].start_mark.index :]
    return text[: layout.line_start(start)] + text[layout.line_end(layout.end(at)) :]


def _without_in_flow(layout: Layout, at: At) -> str:
    text, node = layout.text, layout.node(at[:-1])
    if isinstance(node, yaml.MappingNode):
        names: list[str | int] = [key.value for key, _ in node.value]
        starts = [key.start_mark.index for key, _ in node.value]
    else:
        names = list(range(len(node.value)))
        starts = [layout.start((*at[:-1], name)) for name in names]
    place = names.index(at[-1])
    if place + 1 < len(names):
        return text[: starts[place]] + text[starts[place + 1] :]
    return text[: layout.end((*at[:-1], names[place - 1]))] + text[layout.end(at) :]


def _without_item(layout: Layout, listed: At, place: int, begins: int = -1) -> str:
    text, spans = layout.text, layout.items(listed)
    start, end = spans[place]
    if begins >= 0:
        start = begins
    elif not place:  # what stands above the first one may be about all of them
        start = layout.line_start(layout.start((*listed, 0)))
    if place + 1 < len(spans):
        between = text[end : spans[place + 1][0]]
        return text[:start] + (between if between.strip() else "") + text[spans[place + 1][0] :]
    between = text[spans[place - 1][1] : start]
    return text[: spans[place - 1][1]] + (between if between.strip() else "") + text[end:]


def _inserted(layout: Layout, listed: At, place: int, item: str) -> str:
    """The text with a new item, with as much room between it and its neighbours as they have."""
    text, spans = layout.text, layout.items(listed)
    item = item.replace("\r\n", "\n").replace("\n", layout.newline)
    between = layout.newline if len(spans) == 1 and item.count("\n") > len(("key", "key")) else ""
    if len(spans) > 1 and not text[spans[0][1] : spans[1][0]].strip():
        between = text[spans[0][1] : spans[1][0]]
    if place < len(spans):
        return text[: spans[place][0]] + item + between + text[spans[place][0] :]
    return _ended(text[: spans[-1][1]], layout.newline) + between + item + text[spans[-1][1] :]


def _inserted_in_flow(layout: Layout, listed: At, place: int, value: Any) -> str:
    text, count = layout.text, len(layout.node(listed).value)
    if place < count:
        start = layout.start((*listed, place))
        return text[:start] + written.flow(value) + ", " + text[start:]
    end = layout.end((*listed, count - 1))
    return text[:end] + ", " + written.flow(value) + text[end:]

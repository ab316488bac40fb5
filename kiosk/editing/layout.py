"""Where the entries of a YAML text stand in it, to the character."""

from __future__ import annotations

import re
from typing import Any, Final

import yaml

from kiosk.deck.problems import At

_COMMENT: Final = re.compile(r"[ \t]*#.*")


class EditError(ValueError):
    """A change that cannot be made without touching what is beside it."""


class Layout:
    """A sound YAML text and the nodes in it. Raises yaml.YAMLError for another text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.newline = "\r\n" if "\r\n" in text else "\n"
        self._root = yaml.compose(text, Loader=yaml.CSafeLoader)

    def node(self, at: At) -> Any:
        """The node of an entry. Raises EditError where there is none."""
        node = self._root
        for step in at:
            node = self._child(node, step)
            if node is None:
                raise EditError(f"there is no entry {'.'.join(map(str, at))}")
        return node

    def has(self, at: At) -> bool:
        """Whether there is such an entry."""
        try:
            return self.node(at) is not None
        except EditError:
            return False

    @staticmethod
    def _child(node: Any, step: str | int) -> Any:
        if isinstance(node, yaml.MappingNode):
            return next((value for key, value in node.value if key.value == step), None)
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            return node.value[step]
        return None

    def pairs(self, at: At) -> list[tuple[Any, Any]]:
        """The keys of a mapping, each with its value. Raises EditError where the entry is no mapping."""
        node = self.node(at)
        if not isinstance(node, yaml.MappingNode):
            raise EditError(f"{'.'.join(map(str, at))} has no keys")
        return list(node.value)

    def key(self, at: At) -> Any:
        """The node of an entry's key."""
        return next(key for key, _ in self.pairs(at[:-1]) if key.value == at[-1])

    def in_flow(self, at: At) -> bool:
        """Whether an entry stands in brackets or braces."""
        return any(self.node(at[:deep]).flow_style for deep in range(len(at)))

    def start(self, at: At) -> int:
        """Where an entry's value begins; where there is none yet, behind its colon."""
        node = self.node(at)
        if _is_empty(node) and isinstance(at[-1], str):
            return self.colon(at) + 1
        begins: int = node.start_mark.index
        return begins

    def end(self, at: At) -> int:
        """Where an entry's value ends: before the space and the comments that follow it."""
        node = self.node(at)
        if isinstance(node, yaml.ScalarNode):
            if _is_empty(node) and isinstance(at[-1], str):
                return self.colon(at) + 1
            begins, ends = node.start_mark.index, node.end_mark.index
            return begins + len(self.text[begins:ends].rstrip()) if node.style in {"|", ">"} else int(ends)
        if node.flow_style or not node.value:
            return int(node.end_mark.index)
        last = node.value[-1]
        return self.end((*at, last[0].value if isinstance(node, yaml.MappingNode) else len(node.value) - 1))

    def colon(self, at: At) -> int:
        """Where the colon behind an entry's key stands."""
        return self.text.index(":", self.key(at).end_mark.index)

    def line_start(self, position: int) -> int:
        """Where the line of a position begins."""
        return self.text.rfind("\n", 0, position) + 1

    def line_end(self, position: int) -> int:
        """Where the line after that of a position begins."""
        found = self.text.find("\n", position)
        return len(self.text) if found < 0 else found + 1

    def column(self, position: int) -> int:
        """How far a position is from the beginning of its line."""
        return position - self.line_start(position)

    def past_comments(self, position: int, indent: int) -> int:
        """Behind the comments that follow at the beginning of a line and are further in than `indent`."""
        while (found := _COMMENT.match(self.text, position)) and self._indent(found) > indent:
            position = self.line_end(position)
        return position

    def items(self, at: At) -> list[tuple[int, int]]:
        """From where to where each item of a list that is not in brackets stands, in whole lines.

        With the comment lines right above its dash. Raises EditError where items share their lines with others.
        """
        node = self.node(at)
        found: list[tuple[int, int]] = []
        dash = node.start_mark.column
        for number, item in enumerate(node.value):
            start = self._dash(item.start_mark.index, dash)
            floor = found[-1][1] if found else 0
            while start > floor and self._is_comment(above := self.line_start(start - 1), dash):
                start = above
            end = self.past_comments(self.line_end(self.end((*at, number))), dash)
            found.append((start, end))
        return found

    def _dash(self, position: int, column: int) -> int:
        """The beginning of the line with the dash before an item."""
        start = self.line_start(position)
        if not re.match(rf" {{{column}}}-(\s|$)", self.text[start : start + column + 2]):
            raise EditError("this list shares its lines with something else")
        return start

    def _is_comment(self, start: int, indent: int) -> bool:
        found = _COMMENT.match(self.text, start)
        return found is not None and self._indent(found) == indent

    @staticmethod
    def _indent(comment: re.Match[str]) -> int:
        return comment.group().index("#")


def _is_empty(node: Any) -> bool:
    """Whether nothing is written where a value could stand."""
    return isinstance(node, yaml.ScalarNode) and node.start_mark.index == node.end_mark.index

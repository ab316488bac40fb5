"""What the YAML parser does not understand, said for somebody who does not know YAML."""

from __future__ import annotations

import re
from typing import Any, Final

from kiosk.deck.problems import Fault, quoted
from kiosk.sentences import sentence

_ADVICE: Final = (
    (
        "mapping values are not allowed",
        sentence("a second `: ` on this line, or wrong spaces before it: put the text in quotes"),
    ),
    ("could not find expected ':'", sentence("this line is not `key: value`: a `:` is missing, or spaces before it")),
    ("did not find expected ',' or ']'", sentence("a `[` is opened here, but not closed with `]`")),
    ("did not find expected ',' or '}'", sentence("a `{{` is opened here, but not closed with `}}`")),
    ("did not find expected '-' indicator", sentence("this line stands in a list, but does not start with `- `")),
    (
        "did not find expected key",
        sentence("this line does not fit: check its spaces, and quotation marks inside a text"),
    ),
    (
        "block sequence entries are not allowed",
        sentence("a `- ` cannot stand here: begin the list on a line of its own"),
    ),
    ("found unexpected end of stream", sentence("a quotation mark is opened here, but not closed")),
    ("found unexpected document indicator", sentence("a quotation mark is opened here, but not closed")),
    ("found unknown escape character", sentence("a `\\` in double quotes is not understood: use single quotes")),
    ("found invalid Unicode character escape code", sentence("a `\\u…` in double quotes is not a character")),
    ("did not find expected node content", sentence("a value is missing here, or a bracket is not closed")),
    ("exceeded maximum nesting depth", sentence("entries are nested too deep here: this cannot be a slide file")),
    ("while scanning an alias", sentence("a text that starts with `*` needs quotes")),
    ("while scanning an anchor", sentence("a text that starts with `&` needs quotes")),
    ("while parsing a tag", sentence("a text that starts with `!` needs quotes")),
    ("while scanning a directive", sentence("a line cannot start with `%`: put the text in quotes")),
)
_AT_ITS_START: Final = ("expected ',' or", "end of stream", "document indicator", "scanning an a", "parsing a tag")
"""Where the place at which something began says more than the place at which it failed."""


def syntax_fault(error: Any, text: str) -> Fault:
    """A fault that says what to do about an error of the YAML parser."""
    said = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or ''}"
    mark = getattr(error, "problem_mark", None)
    start = getattr(error, "context_mark", None)
    if start is not None and any(part in said for part in _AT_ITS_START):
        mark = start
    lines = re.split(r"\r\n|[\n\r\x85\u2028\u2029]", text)
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    tab = _indenting_tab(lines, line)
    if tab is not None:
        message = sentence("a tab is used to indent this line: use spaces")
        return Fault(message, line=tab[0] + 1, column=tab[1] + 1)
    return Fault(_advice(said, lines[line][column:] if line < len(lines) else ""), line=line + 1, column=column + 1)


def _advice(said: str, rest: str) -> str:
    for part, advice in _ADVICE:
        if part in said:
            return advice
    if "cannot start any token" in said and rest:
        return sentence("a text that starts with {sign} needs quotes", sign=quoted(rest[0]))
    return sentence("this is not valid YAML ({said})", said=" ".join(said.split()))


def _indenting_tab(lines: list[str], failed: int) -> tuple[int, int] | None:
    """The tab before the failing line's text, or before that of the line above, if there is one."""
    for at in (failed, failed - 1):
        if 0 <= at < len(lines):
            indent = lines[at][: len(lines[at]) - len(lines[at].lstrip(" \t"))]
            if "\t" in indent and lines[at].strip():
                return at, indent.index("\t")
    return None

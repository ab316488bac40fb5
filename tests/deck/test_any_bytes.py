"""Whatever stands in a deck's files: problems or a deck, never an exception."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tiny import FILES, write_tiny_deck

from kiosk.deck.load import load
from kiosk.deck.shown import Reader

LINE = re.compile(r"[^\n]+:\d+:\d+: (error|warning): [^\n]+")
QUICK = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
NAMES = st.sampled_from(sorted(FILES))


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    top = Path(tempfile.mkdtemp())
    write_tiny_deck(top)
    yield top
    shutil.rmtree(top)


def survives(folder: Path, file: str, content: bytes) -> None:
    """Read a deck with other content in a file; show what is left of it in each language."""
    try:
        (folder / file).write_bytes(content)
        loaded = load(folder)
        for problem in loaded.problems:
            assert LINE.fullmatch(str(problem)), str(problem)
        if loaded.deck is None:
            assert loaded.errors
            return
        for language in (*loaded.deck.languages, "en", "zh"):
            reader = Reader(loaded.deck, language)
            reader.scenes()
            for platform in loaded.deck.platforms:
                for slide in platform.slides:
                    reader.slide(platform, slide)
    finally:
        (folder / file).write_text(FILES[file], encoding="utf-8")


@QUICK
@given(
    file=NAMES, content=st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode(errors="replace"))
)
def test_any_bytes(folder: Path, file: str, content: bytes):
    survives(folder, file, content)


@QUICK
@given(data=st.data(), file=NAMES)
def test_a_sound_file_with_a_few_bytes_changed(folder: Path, data: st.DataObject, file: str):
    content = bytearray(FILES[file].encode())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    survives(folder, file, bytes(content))


WORDS = (
    "null true no 0 -1 1e308 .nan 0x1F 12:30 2026-99-99 [] {} [1] {en:} {en:x} '' &a !!x ../x / bar donut share - x |"
)
PHRASES = (
    "'*a'",
    "{en: x, zh: y}",
    "[{}]",
    "[[]]",
    "{a: {b: c}}",
    "'\\0'",
    '"\\0"',
    "9" * 5000,
    "- x",
    "[bureau]",
    "bureau",
)
VALUES = st.sampled_from((*WORDS.split(), *PHRASES))


@QUICK
@given(data=st.data(), file=NAMES)
def test_a_sound_file_with_lines_and_values_changed(folder: Path, data: st.DataObject, file: str):
    lines = FILES[file].splitlines()
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1))
        match data.draw(st.sampled_from(["value", "delete", "double", "indent", "swap"])):
            case "value":
                lines[at] = re.sub(r"(: ?|,).*", lambda found: found[1] + data.draw(VALUES), lines[at], count=1)
            case "delete":
                lines[at] = ""
            case "double":
                lines.insert(at, lines[at])
            case "indent":
                lines[at] = " " * data.draw(st.integers(0, 6)) + lines[at].strip()
            case _:
                lines[at], lines[-1] = lines[-1], lines[at]
    survives(folder, file, "\n".join(lines).encode())

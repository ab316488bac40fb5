"""PySide's import, spared what an earlier start has done, and what a first screen can wait for.

It carries its own sources in its library, not compiled, and names all that Qt names before somebody asks.
"""

from __future__ import annotations

import builtins
import enum
import re
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from types import CodeType
from typing import Any, Final

from kiosk import codefile

_ITS: Final = "shibokensupport/"
"""What the names of its sources begin with."""
_UNUSED: Final = "shibokensupport/signature/lib/pyi_generator.py"
"""Writes files for editors of programs; what it imports takes 5 ms more."""
_OWN: Final = "PySide's sources"
_EAGER: Final = ("QtGui", "QtQml")
"""Modules that make enumerations when they are imported, or import some that do; a first screen needs them all."""
_FEW: Final = 8
"""Members of an enumeration that are not worth to be made later."""
_LONG: Final = 5_000
"""Characters of a regular expression that is compiled only when something is searched for with it."""


class Sources:
    """PySide's sources as they were compiled at an earlier start, in a file of the cache's folder."""

    def __init__(self, cache: Path) -> None:
        self._file = cache / f"pyside-{sys.implementation.cache_tag}"
        self._codes: dict[tuple[str, int, int], CodeType] = codefile.read(self._file, _OWN)
        """By the source's name, its sum and its length: another PySide has others."""
        self._learnt = False
        self._names = _Names()

    def begin(self) -> None:
        """Import PySide, which compiles only what is not known yet: some 30 ms of a start are spared."""
        with self._compiling(), _searching_late():
            import_module("PySide6")
        _spare_others()
        with self._names.postponed():
            for name in _EAGER:
                import_module(f"PySide6.{name}")

    def keep(self) -> None:
        """The first screen stands: make what was postponed, and keep what was compiled for the next start.

        Without it that one takes some 30 ms longer.
        """
        self._names.make()
        if self._learnt:
            with suppress(OSError):
                codefile.write(self._file, _OWN, self._codes)
        self._codes.clear()

    @contextmanager
    def _compiling(self) -> Iterator[None]:
        """Have what PySide compiles taken from what is known."""
        compile_ = builtins.compile

        def compiled(source: Any, filename: Any, mode: str, *more: Any, **named: Any) -> Any:
            if more or named or not isinstance(source, bytes) or not str(filename).startswith(_ITS):
                return compile_(source, filename, mode, *more, **named)
            if filename == _UNUSED:
                source = b""
            name = (filename, zlib.crc32(source), len(source))
            if name not in self._codes:
                self._codes[name] = compile_(source, filename, mode)
                self._learnt = True
            return self._codes[name]

        builtins.compile = compiled
        try:
            yield
        finally:
            builtins.compile = compile_


def _spare_others() -> None:
    """Have PySide not look through the source of each module that is imported after it, which costs 8 ms of a start.

    It looks for modules that use it, to keep them from its `__feature__` switches, which nothing in Kiosk sets.
    """
    from shibokensupport import feature  # PySide's own

    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = lambda _: True  # noqa: SLF001 - there is no public way


class _Expression:
    """A regular expression that is compiled when something is first searched for with it."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._said = pattern, flags

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As of any compiled expression."""
        return re.compile(*self._said).finditer(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(re.compile(*self._said), name)


@contextmanager
def _searching_late() -> Iterator[None]:
    """Spare a start 3 ms for the expression by which PySide reads functions' signatures: few read them."""
    compile_ = re.compile

    def compiled(pattern: Any, flags: Any = 0) -> Any:
        is_long = isinstance(pattern, str) and len(pattern) > _LONG
        return _Expression(pattern, flags) if is_long else compile_(pattern, flags)

    re.compile = compiled
    try:
        yield
    finally:
        re.compile = compile_


_CREATE: Final = enum.EnumType._create_  # type: ignore[attr-defined]
"""Makes an enumeration that is no `class` of a program's."""


class _Names:
    """Spares a start 7 ms for a thousand names that PySide makes when it is imported, 800 of them QLocale's.

    They are made when the first screen stands, which needs none of these enumerations; until then each has but one.
    """

    def __init__(self) -> None:
        self._lacking: list[tuple[Any, list[tuple[str, int]]]] = []

    @contextmanager
    def postponed(self) -> Iterator[None]:
        """Have the members of larger enumerations that are made meanwhile made later."""

        def create(cls: Any, name: str, names: Any, *more: Any, **named: Any) -> Any:
            if cls is not enum.Enum or not isinstance(names, list) or len(names) <= _FEW:
                return _CREATE(cls, name, names, *more, **named)
            made = _CREATE(cls, name, names[:1], *more, **named)
            self._lacking.append((made, names))
            return made

        enum.EnumType._create_ = create  # type: ignore[attr-defined]
        try:
            yield
        finally:
            enum.EnumType._create_ = _CREATE  # type: ignore[attr-defined]

    def make(self) -> None:
        """Make what was postponed, as `enum` makes it."""
        for made, names in self._lacking:
            for name, value in names:
                _add(made, name, value)
        self._lacking.clear()


def _add(made: Any, name: str, value: int) -> None:
    member = made._value2member_map_.get(value)  # if so, this is another name of the same
    if member is None:
        member = object.__new__(made)
        member._value_, member._name_, member.__objclass__ = value, name, made
        member._sort_order_ = len(made._member_names_)
        made._member_names_.append(name)
        made._value2member_map_[value] = member
    if name not in made._member_map_:
        made._member_map_[name] = member
        type.__setattr__(made, name, member)

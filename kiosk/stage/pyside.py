"""PySide, spared what it would do anew at each start: it carries its own sources in its library, and not compiled."""

from __future__ import annotations

import builtins
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


class Sources:
    """PySide's sources as they were compiled at an earlier start, in a file of the cache's folder."""

    def __init__(self, cache: Path) -> None:
        self._file = cache / f"pyside-{sys.implementation.cache_tag}"
        self._codes: dict[tuple[str, int, int], CodeType] = codefile.read(self._file, _OWN)
        """By the source's name, its sum and its length: another PySide has others."""
        self._learnt = False

    def begin(self) -> None:
        """Import PySide, which compiles only what is not known yet: some 30 ms of a start are spared."""
        with self._compiling():
            import_module("PySide6")
        _spare_others()

    def keep(self) -> None:
        """Keep for the next start what was compiled at this one; without it that one takes some 30 ms longer."""
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

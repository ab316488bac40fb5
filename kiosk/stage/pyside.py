"""PySide's import, spared what an earlier start has done, and what a first screen can wait for.

It carries its own sources in its library, not compiled, and names all that Qt names before somebody asks.
"""

from __future__ import annotations

import builtins
import enum
import sys
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from types import CodeType
from typing import Any, Final

from kiosk import codefile

_ITS: Final = "shibokensupport/"
"""What the names of its sources begin with."""
_LATER: Final = frozenset(
    f"{_ITS}signature/{name}.py"
    for name in ("errorhandler", "layout", "parser", "lib/enum_sig", "lib/pyi_generator", "lib/tool")
)
"""Those about the signatures of Qt's functions, which the text of an error has: run when something of them is asked
for, or when the first screen stands. At once they cost 12 ms, with the modules that they import and an expression of
6,000 characters. A look into their names past `__getattr__` would find nothing; PySide has one into `mapping`.
"""
_CHANGED: Final = {
    f"{_ITS}feature.py": (b"def _mod_uses_pyside(module):\n", b"def _mod_uses_pyside(module):\n    return True\n"),
    f"{_ITS}signature/parser.py": (b"    os.environ[envname] = str(flag)\n", b""),
}
"""Lines of sources, and what is run in their place.

The first would have each module's source read that is imported after it, 8 ms of a start, for those that use PySide: to
keep the others from its `__feature__` switches, which nothing in Kiosk sets. The second tells PySides of processes that
this one starts what they would do anyway; run later, it would change what other threads may just be reading.
"""
_OWN: Final = "PySide's sources"
_EAGER: Final = ("QtGui", "QtQml")
"""Modules that make enumerations when they are imported, or import some that do; a first screen needs them all."""
_FEW: Final = 8
"""Members of an enumeration that are not worth to be made later."""


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
        with self._compiling():
            import_module("PySide6")
        with self._names.postponed():
            for name in _EAGER:
                import_module(f"PySide6.{name}")

    def keep(self) -> None:
        """The first screen stands: make what was postponed, and keep what was compiled for the next start.

        Without it that one takes some 30 ms longer.
        """
        self._names.make()
        for module in tuple(_later):
            _run(module, vars(sys.modules[module]))
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
            source = source.replace(*_CHANGED.get(filename, (b"", b"")))
            name = (filename, zlib.crc32(source), len(source))
            if name not in self._codes:
                self._codes[name] = compile_(source, filename, mode)
                self._learnt = True
            if filename not in _LATER:
                return self._codes[name]
            _later[filename.removesuffix(".py").replace("/", ".")] = self._codes[name]
            return _stand_in.__code__

        builtins.compile = compiled
        try:
            yield
        finally:
            builtins.compile = compile_


_later: Final[dict[str, CodeType]] = {}
"""The codes of modules that stand there without it."""
_running: Final = threading.RLock()


def run_when_asked(names: dict[str, Any]) -> Callable[[str], Any]:
    """A `__getattr__` (PEP 562) for a module with so far these names, which runs its code first."""
    module = names["__name__"]

    def asked(name: str) -> Any:
        _run(module, names)
        if name in names:
            return names[name]
        raise AttributeError(f"module {module!r} has no attribute {name!r}")

    return asked


def _run(module: str, names: dict[str, Any]) -> None:
    """Run a module's code, unless that was done; whoever asks meanwhile waits."""
    with _running:
        code = _later.pop(module, None)
        if code:
            exec(code, names)  # noqa: S102 - what importing is


def _stand_in() -> None:
    """Its code is that of a module whose own is run later, and whose names `globals` then has."""
    from kiosk.stage.pyside import run_when_asked

    names = globals()
    names["__getattr__"] = run_when_asked(names)


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

        def create(cls: Any, class_name: str, names: Any, **named: Any) -> Any:  # by name from Python 3.12 on
            if cls is not enum.Enum or not isinstance(names, list) or len(names) <= _FEW:
                return _CREATE(cls, class_name, names, **named)
            made = _CREATE(cls, class_name, names[:1], **named)
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

"""Kiosk's own modules in one file of the cache, as an earlier start needed them before its first screen.

To find and read each of some ninety by itself takes a start 4 % longer, and 5 % where the disk has to be asked (5 of
137 ms, 13 of 268).
"""

from __future__ import annotations

import marshal
import os
import sys
import zlib
from contextlib import suppress
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType, ModuleType
from typing import Final

import kiosk
from kiosk.places import cache_folder

_OWN: Final = f"{Path(kiosk.__file__).parent} {sys.flags.optimize}"
"""Where this Kiosk is, and how its modules are compiled."""
_SUM_BYTES: Final = 4
_Compiled = tuple[CodeType, str, int, int]
"""A module's code and its file, with the size and the time that this had when it was compiled."""


class Modules:
    """Finds those of Kiosk's modules that the file has as they are, and imports them; Python does the others."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known = self._read()

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:  # noqa: ARG002
        """What Python asks each finder."""
        compiled = self._known.get(name)
        if compiled is None or not _is_current(compiled):
            return None
        folder, _, base = compiled[1].rpartition(os.sep)
        spec = ModuleSpec(name, self, origin=compiled[1], is_package=base == "__init__.py")  # type: ignore[arg-type]
        spec.has_location = True
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(folder)
        return spec

    def create_module(self, spec: ModuleSpec) -> None:
        """What Python asks each loader: a module as any other."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the module's code."""
        exec(self._known[module.__name__][0], vars(module))  # noqa: S102 - what importing is

    def keep(self) -> None:
        """Keep for the next start what was imported by now and is not kept yet; without it that one takes longer."""
        known = {name: each for name, each in self._known.items() if _is_current(each)}
        new = [each for each in sys.modules if each.startswith("kiosk.") and each not in known]
        if new:
            with suppress(OSError):
                self._write(known | dict(filter(None, map(_compiled, new))))
        self._known.clear()

    def _read(self) -> dict[str, _Compiled]:
        """By their names; none where there is no whole file, or that of another Kiosk or Python."""
        with suppress(OSError):
            whole = self._file.read_bytes()
            data = whole[len(MAGIC_NUMBER) + _SUM_BYTES :]
            if whole.startswith(_head(data)):
                own, known = marshal.loads(data)  # noqa: S302 - as Python reads its own compiled files
                if own == _OWN:
                    return dict(known)
        return {}

    def _write(self, known: dict[str, _Compiled]) -> None:
        from kiosk import atomic

        data = marshal.dumps((_OWN, known))
        atomic.write(self._file, _head(data) + data)


def take_modules() -> None:
    """Have Kiosk's modules that are imported from now on come from the cache's file, where it has them."""
    sys.meta_path.insert(0, Modules(cache_folder() / f"modules-{sys.implementation.cache_tag}"))


def keep_modules() -> None:
    """The first screen stands: keep for the next start what this one imported."""
    for finder in sys.meta_path:
        if isinstance(finder, Modules):
            finder.keep()


def _head(data: bytes) -> bytes:
    return MAGIC_NUMBER + zlib.crc32(data).to_bytes(_SUM_BYTES, "big")


def _is_current(compiled: _Compiled) -> bool:
    try:
        facts = os.stat(compiled[1])  # noqa: PTH116 - at each start, for each module: Path is slow
    except OSError:
        return False
    return (facts.st_size, facts.st_mtime_ns) == compiled[2:]


def _compiled(name: str) -> tuple[str, _Compiled] | None:
    """A module that is imported; None for one that Python has not from a file of its own."""
    spec = sys.modules[name].__spec__
    if spec is None or spec.origin is None or not isinstance(spec.loader, SourceFileLoader):
        return None
    facts = os.stat(spec.origin)  # noqa: PTH116
    code = spec.loader.get_code(name)
    return (name, (code, spec.origin, facts.st_size, facts.st_mtime_ns)) if code else None

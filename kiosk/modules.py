"""Kiosk's own modules in one file of the cache, as an earlier start needed them before its first screen.

To find and read each of some ninety by itself takes a start 4 % longer, and 5 % where the disk has to be asked (5 of
137 ms, 13 of 268).
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import ModuleType
from typing import Final

import kiosk
from kiosk import codefile
from kiosk.places import cache_folder

_OWN: Final = f"modules as bytes {kiosk.__version__} {Path(kiosk.__file__).parent} {sys.flags.optimize}"
"""What the file has, which Kiosk this is, where, and how its modules are compiled."""
_Compiled = tuple[bytes, str, int, int]
"""A module's code and its file, with the size and the time that this had when it was compiled.

The code is one that `marshal` gave: a start needs two modules of three that are in the file, and makes no more of them.
"""


class Modules:
    """Finds those of Kiosk's modules that the file has as they are, and imports them; Python does the others."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known: dict[str, _Compiled] = codefile.read(file, _OWN)

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:  # noqa: ARG002
        """What Python asks each finder."""
        compiled = self._known.get(name)
        if compiled is None or not _is_current(compiled):
            return None
        folder, _, base = compiled[1].rpartition(os.sep)
        spec = ModuleSpec(name, self, origin=compiled[1], is_package=base == "__init__.py")  # type: ignore[arg-type]
        spec.has_location = True
        spec.loader_state = compiled[0]
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(folder)
        return spec

    def create_module(self, spec: ModuleSpec) -> None:
        """What Python asks each loader: a module as any other."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the module's code."""
        spec = module.__spec__
        assert spec is not None  # noqa: S101 - the one from above
        code, spec.loader_state = spec.loader_state, None
        exec(marshal.loads(code), vars(module))  # noqa: S102, S302 - what importing is

    def keep(self) -> None:
        """Keep for the next start what was imported by now and is not kept yet; without it that one takes longer."""
        known = {name: each for name, each in self._known.items() if _is_current(each)}
        new = [each for each in tuple(sys.modules) if each.startswith("kiosk.") and each not in known]
        if new:
            with suppress(OSError, SyntaxError):  # this Kiosk is just being replaced by another
                codefile.write(self._file, _OWN, known | dict(filter(None, map(_compiled, new))))
        self._known.clear()


def take_modules() -> None:
    """Have Kiosk's modules that are imported from now on come from the cache's file, where it has them."""
    sys.meta_path.insert(0, Modules(cache_folder() / f"modules-{sys.implementation.cache_tag}"))


def keep_modules() -> None:
    """The first screen stands: keep for the next start what this one imported."""
    for finder in sys.meta_path:
        if isinstance(finder, Modules):
            finder.keep()


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
    return (name, (marshal.dumps(code), spec.origin, facts.st_size, facts.st_mtime_ns)) if code else None

"""Python's modules that a first screen does not use, though what it imports names them: imported when somebody asks.

As the `lazy import` of Python 3.15 (PEP 810) would have it, for imports that are not Kiosk's own but PySide's and
Python's. Spares a start 7 ms of 109.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any, Final

UNUSED: Final = (
    *("ast", "bz2", "copy", "datetime", "dis", "inspect", "ipaddress", "linecache", "lzma", "opcode"),
    *("random", "shutil", "tempfile", "textwrap", "token", "tokenize", "traceback"),
)


class Lazy(ModuleType):
    """Stands for a module until something of that is asked for. Whoever has it by then may keep it."""

    def __getattr__(self, name: str) -> Any:
        self.step_aside()
        return getattr(import_module(self.__name__), name)

    def step_aside(self) -> None:
        """Have the module itself imported by whoever names it from now on."""
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]


def import_lazily() -> None:
    """From now on import those modules, if they are not yet, when something of them is asked for."""
    for name in UNUSED:
        sys.modules.setdefault(name, Lazy(name))


def import_at_once() -> None:
    """Import them when they are named, as ever."""
    for name in UNUSED:
        module = sys.modules.get(name)
        if isinstance(module, Lazy):
            module.step_aside()

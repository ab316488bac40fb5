"""Exports: a deck in a form that can be handed out. Each form is one module of this package, listed in `FORMS`."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Final, Protocol

from kiosk.export.wish import Wish

FORMS: Final = {".html": "webpage", ".md": "markdown", ".pdf": "pages", ".pptx": "powerpoint", "": "pictures"}
"""The module that writes files with an ending; "" for a folder."""
Progress = Callable[[int, int], None]
"""Is told how many steps of how many are done; may raise what ends the export."""


class Form(Protocol):
    """A module of `FORMS`."""

    OPTIONS: frozenset[str]
    """The names of those of a wish's options that this form can fulfil."""

    def write(self, wish: Wish, progress: Progress) -> None:
        """Write the whole export, or nothing at all. Raises OSError."""


def form_of(file: Path) -> Form:
    """What writes such a file. Raises ValueError in plain words for an ending that no form has."""
    if file.suffix not in FORMS:
        known = ", ".join(ending for ending in FORMS if ending)
        raise ValueError(
            f"Nothing can be exported as {file.suffix!r}, but as {known}, or as pictures into a folder, "
            f"whose name has no ending."
        )
    module: Form = import_module(f"kiosk.export.{FORMS[file.suffix]}")
    return module

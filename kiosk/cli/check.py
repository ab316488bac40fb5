"""`kiosk check`: what is wrong with a deck's files, with their age, and with its screens."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.deck.problems import Problem


def checked(deck: Path, sizes: list[str], *, deep: bool, html: Path | None) -> list[Problem]:
    """Every problem of a deck; the report is written too. Raises ValueError in plain words for what cannot be done."""
    if html is not None and not html.parent.is_dir():
        raise ValueError(f"There is no folder {html.parent} for the report.")
    from kiosk.deck.advice import advice
    from kiosk.deck.load import load

    loaded = load(deck)
    problems = list(loaded.problems)
    if loaded.deck is None:
        return problems
    problems += advice(deck, loaded, date.today())  # noqa: DTZ011 - the operator's own day
    if not deep and html is None:
        return problems
    from kiosk.cli.pictures import looked

    examination = looked(loaded, deck, sizes, shots=html is not None)
    if html is not None:
        from kiosk.deep.report import report

        try:
            html.write_text(report(loaded, problems, examination), encoding="utf-8")
        except OSError as error:
            raise ValueError(f"The report cannot be written to {html}: {error.strerror}.") from error
    return problems + examination.problems

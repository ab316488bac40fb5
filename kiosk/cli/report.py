"""The command that reports what visitors did."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final

from kiosk.cli.booth import EXIT_FAILED, refuse
from kiosk.cli.pictures import bar, chosen, offscreen, opened
from kiosk.places import state_folder
from kiosk.report import Form, form_of
from kiosk.report.asked import Asked
from kiosk.sentences import in_language, said_by, sentence, why
from kiosk.visits.figures import Logs
from kiosk.visits.log import FILE

_NEAR: Final = {"today": 0, "yesterday": 1}
"""Days that have names, and how many days ago they were."""


@dataclass(frozen=True, kw_only=True)
class Options:
    """What was said on the command line, as it was said."""

    first: str = ""
    last: str = ""
    language: str = ""
    logs: Sequence[Path] = ()
    steps: bool = False
    """Whether a program reads on stderr how far it is: what it hears there it shows to somebody, in the language."""


def report(deck: Path, out: Path, options: Options) -> int:
    """Write a report and give the exit code; what is printed is the path of each file."""
    logs = list(options.logs) or [state_folder() / FILE]
    if out.is_dir():
        return refuse(f"{out} is a folder: name a file.")
    try:
        form = form_of(out)
        first, last = _days(options.first, options.last)
        offscreen()
        loaded = opened(deck)
        if loaded.deck is None:
            return EXIT_FAILED
        chosen([options.language] if options.language else [], loaded.deck.languages, "language")
        with Logs(logs) as read:
            asked = Asked(
                loaded=loaded,
                folder=deck,
                logs=read,
                booths=len(logs),
                figures=read.figures(first, last),
                language=options.language or loaded.deck.languages[0],
                to=out,
            )
            if not asked.figures.visits:
                sys.stderr.write(f"kiosk: {_told(_nothing(read, first, last), options)}\n")
                return EXIT_FAILED
            return _write(form, asked, options)
    except FileNotFoundError as error:
        said = sentence(
            "There is no visit log {file}: a booth writes one, and --log names another.", file=error.filename
        )
        return refuse(_told(said, options))
    except ValueError as error:
        return refuse(_told(said_by(error), options))


def _told(said: str, options: Options) -> str:
    """What is wrong, for whoever hears of it: a person at a terminal, or one at the booth's panel."""
    return in_language(said, options.language) if options.steps else said


def _write(form: Form, asked: Asked, options: Options) -> int:
    try:
        with bar("Reporting") as progress:

            def tell(done: int, total: int) -> None:
                if options.steps:
                    sys.stderr.write(f"report {done} {total}\n")
                    sys.stderr.flush()
                progress(done, total)

            files = form.write(asked, tell)
    except OSError as error:
        said = sentence("The report cannot be written to {file}: {why}.", file=asked.to, why=why(error))
        return refuse(_told(said, options))
    sys.stdout.write("".join(f"{file}\n" for file in files))
    return 0


def _days(first: str, last: str) -> tuple[date, date]:
    """The first and the last day: of one that is not named, the other one decides. Raises ValueError in plain words."""
    today = datetime.now().astimezone().date()
    end = _day("--to", last, today) if last else today
    begin = _day("--from", first, today) if first else end
    if begin > end:
        raise ValueError(f"--from {begin} is after --to {end}.")
    return begin, end


def _day(option: str, said: str, today: date) -> date:
    if said in _NEAR:
        return today - timedelta(days=_NEAR[said])
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise ValueError(f"{option} wants a day such as 2026-05-04, or today, or yesterday, not {said!r}.") from None


def _nothing(logs: Logs, first: date, last: date) -> str:
    """That there is nothing to report, and when there would be."""
    when = sentence("No visit began from {first} to {last}.", first=first, last=last)
    if first == last:
        when = sentence("No visit began on {day}.", day=first)
    span = logs.span()
    if not span:
        return sentence("{none} The log has none at all.", none=when)
    return sentence(
        "{none} The log has visits from {first} to {last}: --from and --to choose among them.",
        none=when,
        first=span[0],
        last=span[1],
    )

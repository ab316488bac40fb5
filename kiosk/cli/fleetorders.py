"""What `kiosk fleet reload`, `restart`, `route`, `message`, `check` and `back` do."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any, Final

from kiosk.cli.booth import EXIT_FAILED, EXIT_INTERRUPTED, refuse
from kiosk.cli.fleetview import linked, no_broker, unknown
from kiosk.fleet.messages import Does
from kiosk.fleet.organiser.link import NoBrokerError
from kiosk.fleet.organiser.orders import Desk, Order, cannot, wait
from kiosk.fleet.organiser.roster import Roster, by_number
from kiosk.fleet.topics import Topic
from kiosk.packing.fault import PackError
from kiosk.packing.signing import key_in
from kiosk.places import state_folder
from kiosk.sparing import tell

FOLDER: Final = "fleet"
LONGEST_TEXT: Final = 200
"""Letters of a message of the day."""


class UnknownBoothError(Exception):
    """Nobody knows a booth; a sentence for the organiser."""


def fleet_folder() -> Path:
    """Where the organiser's state is."""
    return state_folder() / FOLDER


def command(
    does: Does, names: Sequence[str], key: Path, seconds: float, details: Mapping[str, Any], *, everyone: bool
) -> int:
    """Ask something of some booths, and wait for what becomes of it; the exit code."""
    if why := wrong_key(key) or wrong_names(names, everyone=everyone):
        return refuse(why)
    try:
        with linked(Topic.ANSWER) as (link, roster):
            booths = meant(names, roster, everyone=everyone)
            return _ask(Desk(link, roster, key, fleet_folder()), booths, does, details, seconds)
    except UnknownBoothError as error:
        return refuse(str(error))
    except NoBrokerError as error:
        return no_broker(error)
    except OSError as error:
        tell(f"kiosk: Nothing was asked: {error.filename or 'the disk'}: {error.strerror}.")
        return EXIT_FAILED
    except KeyboardInterrupt:
        tell("kiosk: Not waited for: what was asked may still be done.")
        return EXIT_INTERRUPTED


def _ask(desk: Desk, booths: Sequence[str], does: Does, details: Mapping[str, Any], seconds: float) -> int:
    failed = False
    asked = []
    for name in booths:
        why = cannot(desk.roster.booths[name], does)
        failed = failed or bool(why)
        if why:
            sys.stdout.write(f"{name}: {why}\n")
        else:
            asked.append(name)
    orders = desk.send(asked, does, details)
    wait(desk, orders, seconds, say)
    for order in orders:
        if not order.is_over:
            sys.stdout.write(f"{order.booth}: {order.said}\n")
    return EXIT_FAILED if failed or any(order.outcome != "done" for order in orders) else 0


def say(order: Order) -> None:
    """A line of what a booth has answered."""
    sys.stdout.write(f"{order}\n")
    sys.stdout.flush()


def wrong_key(key: Path) -> str:
    """Why nothing can be signed with a key; "" where it can."""
    try:
        key_in(key)
    except FileNotFoundError:
        return f"There is no key {key}: `kiosk pack --keygen FILE` makes one."
    except OSError as error:
        return f"The key {key} cannot be read: {error.strerror}."
    except PackError as error:
        return f"{error}."
    return ""


def wrong_names(names: Sequence[str], *, everyone: bool) -> str:
    """Why nobody knows who is meant; "" where it is clear."""
    if everyone and names:
        return "Name booths, or say --all: not both."
    return "" if everyone or names else "Name the booths, or say --all."


def meant(names: Sequence[str], roster: Roster, *, everyone: bool) -> list[str]:
    """The booths that are meant, each once. Raises UnknownBoothError."""
    for name in names:
        if name not in roster.booths:
            raise UnknownBoothError(unknown(name, roster))
    if not roster.booths:
        raise UnknownBoothError("There is no booth to ask: none has spoken with this broker yet.")
    return sorted(roster.booths, key=by_number) if everyone else list(dict.fromkeys(names))


def texts_of(said: Sequence[str], until: str, *, remove: bool) -> dict[str, Any]:
    """The details of a message of the day. Raises ValueError in plain words."""
    if remove and (said or until):
        raise ValueError("--remove takes the message away: it wants no --text and no --until.")
    texts = {}
    for each in said:
        language, equals, text = each.partition("=")
        if not equals or not language or not text.strip():
            raise ValueError(f"--text wants a language and a text, such as zh=下午好, not {each!r}.")
        if len(text) > LONGEST_TEXT:
            raise ValueError(f"The text for {language} has {len(text)} letters: {LONGEST_TEXT} are the most.")
        if language in texts:
            raise ValueError(f"There are two texts for {language}.")
        texts[language] = text.strip()
    if not texts and not remove:
        raise ValueError("Say what is to be shown, such as --text en='Tea at four', or --remove.")
    return {"texts": texts, "until": moment_of(until) if until else ""}


def moment_of(until: str, now: datetime | None = None) -> str:
    """The time in UTC that somebody means by 17:00, or by a day and a time. Raises ValueError in plain words."""
    here = (now or datetime.now(UTC)).astimezone()
    try:
        if len(until) <= len("17:00"):
            clock = time.fromisoformat(until)
            at = here.replace(hour=clock.hour, minute=clock.minute, second=0, microsecond=0)
        else:
            at = datetime.fromisoformat(until).astimezone()
    except ValueError:
        raise ValueError(f"--until wants a time such as 17:00 or 2026-05-04T17:00, not {until!r}.") from None
    if at <= here:
        raise ValueError(f"--until {until} is over already.")
    return at.astimezone(UTC).isoformat(timespec="seconds")

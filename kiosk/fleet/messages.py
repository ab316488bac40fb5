"""What booths and their organiser say to each other: records, and the JSON that they travel as.

A reader takes no notice of keys that it does not know, so that a newer writer may add some.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from enum import StrEnum, unique
from functools import cache
from typing import Any, Final, Literal, TypeVar

MOST_BYTES: Final = 256 * 1024
"""No message is longer: a visit of a whole day with a touch in every cell is not."""
MOST_PROBLEMS: Final = 20
T = TypeVar("T", bound="Status | VisitMessage | LeadMessage | Command | Signed | Answer")


class MessageError(ValueError):
    """Something that arrived is not what its topic has; the argument says why, for a log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Display:
    """A booth's screen, in pixels."""

    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What a booth has and the broker has not taken yet."""

    visits: int = 0
    leads: int = 0
    dropped: int = 0
    """Visits that were given up since the queue was full, ever."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """How a booth is. The broker keeps the last one, and puts one that is not `online` in its place when it is gone."""

    booth: str
    online: bool
    at: str = ""
    """When it was said, by the booth's clock: UTC, ISO 8601; "" in what the broker says for a booth that is gone."""
    kiosk: str = ""
    """The version of Kiosk."""
    deck: str = ""
    """The deck's title in its first language."""
    deck_hash: str = ""
    """Of all that the deck shows."""
    previous: bool = False
    """Whether there is a deck from before to come back to."""
    language: str = ""
    """The one that is spoken now."""
    showing: str = ""
    """The screen, and the slide's id where it is one, such as `attract` or `slide ferries`."""
    message: str = ""
    """The message of the day that is shown, in the language that is spoken; "" without one."""
    display: Display | None = None
    uptime_s: int = 0
    last_touch: str = ""
    """UTC, ISO 8601; "" where nobody touched since the start."""
    problems: tuple[str, ...] = ()
    """What the operator should know, in plain words; at most `MOST_PROBLEMS`."""
    waiting: Waiting = field(default_factory=Waiting)
    allows: tuple[str, ...] = ()
    """The commands that it takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitMessage:
    """A visit that is over; each has an id of its own, by which one that comes twice is known."""

    id: str
    booth: str
    visit: dict[str, Any]
    """As `kiosk.fleet.visits` writes and reads it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadMessage:
    """A lead, which nobody on the way can read."""

    id: str
    booth: str
    day: str
    """ISO 8601."""
    sealed: str
    """Base64."""


@unique
class Does(StrEnum):
    """The commands."""

    RELOAD = "reload"
    """Read the deck's files anew."""
    RESTART = "restart"
    """Start the booth anew."""
    ROUTE = "route"
    """Show a route (`route`: its id; "" ends the show)."""
    MESSAGE = "message"
    """Show a message of the day (`texts`: one a language; none takes it away; `until`: UTC, ISO 8601, or "")."""
    CHECK = "check"
    """Do the opening check, as far as no hand is needed."""
    FETCH = "fetch"
    """Fetch a signed deck (`address`, `sha256`, `bytes`) and put it in the place of the one that is there."""
    BACK = "back"
    """Have the deck from before again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """What the organiser asks of some booths."""

    id: str
    to: tuple[str, ...]
    """The booths' names."""
    does: Does
    details: dict[str, Any] = field(default_factory=dict)
    """What else it says; see `Does`."""
    at: str
    """When it was signed: UTC, ISO 8601. One that is older than `signing.STALE_S`, or as far ahead, is not heard."""
    count: int
    """Higher in each command than in all before by the same key; one that is not is not heard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A command as it travels."""

    command: str
    """A `Command` as JSON, which is what was signed."""
    key: str
    """The public key, as the booth's `kiosk.toml` has it."""
    signature: str
    """Base64."""


State = Literal["under way", "done", "refused", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What became of a command at one booth."""

    booth: str
    command: str
    """Its id; "" where it could not be read."""
    state: State
    at: str
    said: str = ""
    """Why not, or what came of it, in plain words."""
    deck_hash: str = ""
    """The deck's afterwards, where it is another one."""


def to_bytes(message: Status | VisitMessage | LeadMessage | Command | Signed | Answer) -> bytes:
    """A message as JSON in UTF-8."""
    return json.dumps(asdict(message), ensure_ascii=False, separators=(",", ":")).encode()


def from_bytes(kind: type[T], data: bytes) -> T:
    """The message that JSON is. Raises MessageError."""
    from pydantic import ValidationError

    if len(data) > MOST_BYTES:
        raise MessageError(f"this is longer than {MOST_BYTES:,} bytes")
    try:
        message: T = _reader(kind).validate_json(data)  # type: ignore[arg-type] # a class can be hashed
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise MessageError(f"{where}: {first['msg']}" if where else first["msg"]) from None
    return message


def schema(kind: type[T]) -> dict[str, Any]:
    """The JSON Schema of a message."""
    form: dict[str, Any] = _reader(kind).json_schema()  # type: ignore[arg-type] # as above
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | form


def now() -> str:
    """The time as messages have it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


@cache
def _reader(kind: Any) -> Any:
    from pydantic import TypeAdapter  # 170 ms: not before something is to be read

    return TypeAdapter(kind)

"""What may stand in the messages of booths and organiser, as JSON Schema."""

from __future__ import annotations

from typing import Any, Final

from kiosk.fleet.messages import Answer, Command, LeadMessage, Signed, Status, VisitMessage, schema

KINDS: Final = {
    "status": Status,
    "visit": VisitMessage,
    "lead": LeadMessage,
    "signed": Signed,
    "command": Command,
    "answer": Answer,
}
"""The messages; a `command` travels within a `signed` one."""


def schemas() -> dict[str, dict[str, Any]]:
    """A schema for each message, by its name."""
    return {name: schema(kind) for name, kind in KINDS.items()}

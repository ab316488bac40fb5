"""A key whose private half the tests know, and leads sealed with it."""

from __future__ import annotations

from nacl.public import PrivateKey

from kiosk.deck.leadkey import as_text
from kiosk.leads.lead import Lead, of_bytes
from kiosk.leads.seal import unseal
from kiosk.leads.store import each, file_in

PRIVATE = bytes(range(7, 39))
PUBLIC = bytes(PrivateKey(PRIVATE).public_key)
LINE = as_text(PUBLIC)


def leads_in(state) -> list[Lead]:
    """What visitors left on a machine, as the organiser reads it."""
    file = file_in(state)
    return [of_bytes(unseal(sealed, PRIVATE)) for sealed in each(file)] if file.exists() else []

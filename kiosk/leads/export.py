"""Leads as the organiser's other programs read them: CSV and XLSX for spreadsheets, vCards for address books."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from kiosk.deck.cells import harmless
from kiosk.deck.vcard import escaped, vcard
from kiosk.leads.lead import Lead

HEADINGS: Final = (
    *("name", "organisation", "email", "phone", "interests", "note", "language", "viewed"),
    *("consent given (UTC)", "consent version", "consent"),
)


def rows(leads: Iterable[Lead]) -> list[tuple[str, ...]]:
    """A row for each lead, under `HEADINGS`."""
    return [
        (
            *(lead.name, lead.organisation, lead.email, lead.phone),
            "; ".join(name for _, name in lead.interests),
            *(lead.note, lead.language, "; ".join(lead.viewed)),
            *(lead.given, lead.version, lead.consent),
        )
        for lead in leads
    ]


def as_csv(leads: Sequence[Lead]) -> bytes:
    """A table that Excel opens as what it is: it begins with a mark for UTF-8, and no cell is a formula."""
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(HEADINGS)
    table.writerows([harmless(cell) for cell in row] for row in rows(leads))
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(leads: Sequence[Lead]) -> bytes:
    """A workbook whose every cell is a text, and nothing of it in a temporary file."""
    from xlsxwriter import Workbook

    data = io.BytesIO()
    with Workbook(data, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Contacts")
        bold = book.add_format({"bold": True})
        for column, heading in enumerate(HEADINGS):
            sheet.write_string(0, column, heading, bold)
        for at, row in enumerate(rows(leads), start=1):
            for column, cell in enumerate(row):
                sheet.write_string(at, column, cell)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(HEADINGS) - 1, 24)
    return data.getvalue()


def as_vcards(leads: Sequence[Lead]) -> bytes:
    """A card for each lead, one after the other."""
    return "".join(map(_card, leads)).encode()


def _card(lead: Lead) -> str:
    who = lead.name or lead.organisation or lead.email or lead.phone
    given = {
        "ORG": lead.organisation,
        "EMAIL": lead.email,
        "TEL": lead.phone,
        "NOTE": lead.note,
        "X-LANGUAGE": lead.language,
        "X-CONSENT": lead.consent,
        "X-CONSENT-VERSION": lead.version,
        "X-CONSENT-GIVEN": lead.given,
    }
    properties = [("N", f"{escaped(who)};;;;"), ("FN", escaped(who))]
    properties += [(key, escaped(text)) for key, text in given.items() if text]
    if lead.interests:
        properties.append(("CATEGORIES", ",".join(escaped(name) for _, name in lead.interests)))
    return vcard(properties)


FORMS: Final[dict[str, Callable[[Sequence[Lead]], bytes]]] = {".csv": as_csv, ".xlsx": as_xlsx, ".vcf": as_vcards}
"""By the ending of the file that is wanted."""

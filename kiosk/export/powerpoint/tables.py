"""Tables on slides, whose cells can be edited: a line under each row, and nothing else around them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from kiosk.deck.theme import Theme
from kiosk.export.content import Sheet
from kiosk.export.powerpoint.lettering import Run, put, said
from kiosk.export.powerpoint.measures import INNER, MARGIN, Box, emu, width_of
from kiosk.export.powerpoint.shapes import move
from kiosk.export.powerpoint.template import BODY, NAMESPACES, rule

ROWS: Final = 12
"""Of a table, at most, on one slide."""
_LOW, _HIGH = 25.0, 36.0
"""Of a row, at least and at most."""
_LETTERS: Final = 13.0
_WIDEST: Final = 420.0
_UNSTYLED: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


def add_table(slot: Any, sheet: Sheet, top: float, accent: str, theme: Theme, language: str, *, numbers: bool) -> None:
    """Put a table into a placeholder, from a height on; `numbers` where all but its first column are numbers."""
    lines = (sheet.heads, *sheet.rows)
    placed = slot.insert_table(rows=len(lines), cols=len(sheet.heads))
    high = min(_HIGH, max(_LOW, (BODY.top + BODY.height - top) / len(lines)))
    widths = _widths(sheet)
    size = _LETTERS + 2 if high == _HIGH and _is_on_single_lines(lines, widths) else _LETTERS
    move(placed, Box(MARGIN, top, INNER, high * len(lines)))
    table = placed.table
    table.horz_banding = False
    table._tbl.tblPr.find("{*}tableStyleId").text = _UNSTYLED  # noqa: SLF001 - there is no public way
    for column, wide in zip(table.columns, widths, strict=True):
        column.width = emu(wide)
    for at, line in enumerate(lines):
        table.rows[at].height = emu(high)
        for across, text in enumerate(line):
            head = at == 0
            bold = head or (across == 1 and not numbers)
            run = Run(text=text, size=size - 2 if head else size, bold=bold, colour="tx2" if head else "tx1")
            cell = table.cell(at, across)
            put(cell, [said(run)], language)
            _finish(cell, f'<a:schemeClr val="{accent}"/>' if head else rule(theme), right=numbers and across > 0)


def _finish(cell: Any, line: str, *, right: bool) -> None:
    from pptx.oxml import parse_xml

    for paragraph in cell.text_frame.paragraphs if right else ():
        paragraph._p.get_or_add_pPr().set("algn", "r")  # noqa: SLF001 - there is no public way
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - there is no public way
    for edge, points in (("marL", 6), ("marR", 6), ("marT", 2), ("marB", 2)):
        properties.set(edge, str(emu(points)))
    properties.set("anchor", "ctr")
    properties.append(parse_xml(f'<a:lnB {NAMESPACES} w="{emu(1)}"><a:solidFill>{line}</a:solidFill></a:lnB>'))
    properties.append(parse_xml(f"<a:noFill {NAMESPACES}/>"))


def _widths(sheet: Sheet) -> list[float]:
    """How wide the columns are: the first as its texts ask for, and the others share what the slide has left."""
    lines = (sheet.heads, *sheet.rows)
    wanted = [
        min(_WIDEST, 30 + max(width_of(line[at], _LETTERS + 2) for line in lines)) for at in range(len(sheet.heads))
    ]
    first, *others = wanted
    first = min(first, INNER / 3) if others else INNER
    return [first, *(wide * (INNER - first) / sum(others) for wide in others)]


def _is_on_single_lines(lines: Sequence[Sequence[str]], widths: Sequence[float]) -> bool:
    """Whether larger letters leave every cell on one line."""
    return all(
        width_of(text, _LETTERS + 2) + 12 <= wide for line in lines for text, wide in zip(line, widths, strict=True)
    )

"""XLSX workbooks made in code, as small as they can be, for the tests of their reading."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
DAY = 's="1"'
"""The style of a date."""


def cell(address: str, value: object) -> str:
    """A cell as its XML: a number, a truth value, a text, a date as ("day", number), an error as ("error", text)."""
    match value:
        case bool():
            return f'<c r="{address}" t="b"><v>{int(value)}</v></c>'
        case int() | float():
            return f'<c r="{address}"><v>{value}</v></c>'
        case ("day", number):
            return f'<c r="{address}" {DAY}><v>{number}</v></c>'
        case ("error", text):
            return f'<c r="{address}" t="e"><v>{text}</v></c>'
        case None:
            return ""
        case _:
            return f'<c r="{address}" t="inlineStr"><is><t>{escape(str(value))}</t></is></c>'


def sheet(rows: dict[int, dict[str, object]], merged: tuple[str, ...] = ()) -> str:
    """A sheet's XML: rows by number, their cells by column."""
    lines = (
        f'<row r="{row}">{"".join(cell(f"{column}{row}", value) for column, value in cells.items())}</row>'
        for row, cells in rows.items()
    )
    areas = "".join(f'<mergeCell ref="{area}"/>' for area in merged)
    merges = f"<mergeCells>{areas}</mergeCells>" if areas else ""
    return f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData>{merges}</worksheet>'


def book(**sheets: str) -> bytes:
    """A workbook of some sheets' XML, by their names."""
    names = list(sheets)
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{at}" r:id="rId{at}"/>' for at, name in enumerate(names, 1)
    )
    links = "".join(
        f'<Relationship Id="rId{at}" Type="{LINKS}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at in range(1, len(names) + 1)
    )
    return packed(
        {
            "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types"/>',
            "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>{listed}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{links}'
            f'<Relationship Id="rId99" Type="{LINKS}/styles" Target="styles.xml"/></Relationships>',
            "xl/styles.xml": f'{HEAD}<styleSheet xmlns="{MAIN}"><cellXfs count="2"><xf numFmtId="0"/>'
            '<xf numFmtId="14"/></cellXfs></styleSheet>',
            **{f"xl/worksheets/sheet{at}.xml": sheets[name] for at, name in enumerate(names, 1)},
        }
    )


def packed(files: dict[str, str]) -> bytes:
    """Files as a ZIP archive."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content)
    return archive.getvalue()

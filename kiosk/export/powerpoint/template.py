"""An empty presentation of our own: its theme, its master and its layouts, in the colours of a theme of Kiosk's."""

from __future__ import annotations

import colorsys
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from typing import Any, Final
from xml.sax.saxutils import quoteattr

from kiosk.charts.colours import rgba
from kiosk.charts.prepare import ground
from kiosk.deck.theme import GroupColours, Theme
from kiosk.export.powerpoint.measures import INNER, MARGIN, PAGE, Box, emu, grid

LEAD, CAPTION, CHART, TABLE = 1, 14, 15, 16
BLOCKS, PICTURES = 20, 40
"""The numbers of placeholders; of blocks and pictures, of the first."""
COVER, CONTENTS, TABLES, STATEMENT, FIGURES = "Cover", "Contents", "Table", "Statement", "Figures"
NATIVE, DRAWN, TIMELINE, GALLERY, TEXT, SOURCES = "Chart", "Drawn chart", "Timeline", "Pictures", "Text", "Sources"

BODY: Final = Box(MARGIN, 172, INNER, 316)
"""Where the parts of a slide stand, under its words."""
UNDER_TITLE: Final = 120
"""Where they begin where it has no words."""
TITLE: Final = Box(MARGIN, 50, INNER, 50)
WORDS: Final = Box(MARGIN, 102, INNER, 62)
CARD: Final = Box(318, 108, PAGE[0] - MARGIN - 318, 384)
"""Behind a chart."""
PADDING: Final = 16
CAPTION_BOX: Final = Box(CARD.left + PADDING, CARD.top + 10, CARD.width - 2 * PADDING, 30)
CHART_BOX: Final = Box(CARD.left + PADDING, CARD.top + 44, CARD.width - 2 * PADDING, CARD.height - 44 - 12)
ASIDE: Final = Box(MARGIN, 112, CARD.left - MARGIN - 22, 372)
COVER_TITLE: Final = Box(MARGIN, 180, 600, 120)
COVER_WORDS: Final = Box(MARGIN, 332, 600, 100)
GAP: Final = 16
MOST_BLOCKS, MOST_PICTURES = 8, 6
COLUMNS: Final = 3
"""Of the contents."""

_NAMES: Final = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}
NAMESPACES: Final = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _NAMES.items())
ACCENTS: Final = tuple(field.name for field in fields(GroupColours))
"""The groups' colours; each is PowerPoint's accent of its position, counted from 1."""
_FONT: Final = '<a:latin typeface="Noto Sans SC" panose="020B0500000000000000"/><a:ea typeface="Noto Sans SC"/>'


@dataclass(frozen=True, kw_only=True)
class Slot:
    """A placeholder of a layout."""

    number: int
    name: str
    box: Box
    kind: str = "body"
    size: float = 16
    bold: bool = False
    colour: str = "tx1"
    anchor: str = "t"
    card: bool = False
    """Whether it is a card with its own ground."""


SOURCE_BOX: Final = Box(MARGIN, 500, 780, 26)
SOURCE: Final = Slot(number=10, kind="ftr", name="Source", box=SOURCE_BOX, size=10, colour="tx2", anchor="ctr")


def accent_of(theme: Theme, colour: str) -> str:
    """PowerPoint's name for a group's colour, or for the theme's own accent."""
    if colour in ACCENTS:
        return f"accent{ACCENTS.index(colour) + 1}"
    own = astuple(theme.groups)
    return f"accent{own.index(theme.colours.accent) + 1}" if theme.colours.accent in own else "hlink"


def blank(theme: Theme, language: str, backdrop: bytes) -> Any:
    """A presentation without slides; the backdrop (a JPEG) lies behind its covers."""
    from pptx import Presentation
    from pptx.oxml import parse_xml

    show: Any = Presentation()
    show.slide_width, show.slide_height = emu(PAGE[0]), emu(PAGE[1])
    show.element.attrib.pop("type", None)
    show.element.sldSz.attrib.pop("type", None)
    master = show.slide_masters[0]
    for part in _themes(master.part):
        part._blob = _theme_xml(theme, language).encode()  # noqa: SLF001 - there is no public way
    _refill(master.element, parse_xml(_master_xml(theme)), {"cSld", "clrMap", "txStyles"})
    for layout, (name, slots) in zip(master.slide_layouts, _LAYOUTS.items(), strict=True):
        element = layout.element
        element.attrib.pop("type", None)
        element.set("preserve", "1")
        under = ""
        if name == COVER:
            picture = layout.part.get_or_add_image_part(_file(backdrop))[1]
            under = _backdrop_xml(picture)
        if name in {NATIVE, DRAWN}:
            under = _card_xml(CARD)
        _refill(element, parse_xml(_layout_xml(name, slots, under)), {"cSld"})
    return show


def _file(data: bytes) -> Any:
    import io

    return io.BytesIO(data)


def _themes(part: Any) -> Iterator[Any]:
    for relation in part.rels.values():
        if relation.reltype.endswith("/theme"):
            yield relation.target_part


def _refill(element: Any, new: Any, names: set[str]) -> None:
    """Put the parts of one element that are so named in the places of another's."""
    for child in list(element):
        name = child.tag.partition("}")[2]
        if name in names:
            own = next(each for each in new if each.tag == child.tag)
            element.replace(child, own)


# The theme


def _theme_xml(theme: Theme, language: str) -> str:
    colours = theme.colours
    dark, light = (colours.sky_bottom, colours.text) if theme.dark else (colours.text, colours.sky_bottom)
    card, soft = ground(theme), colours.text_soft
    second = (card, soft) if theme.dark else (soft, card)
    named = {"dk1": dark, "lt1": light, "dk2": second[0], "lt2": second[1]}
    named |= {f"accent{at}": colour for at, colour in enumerate(astuple(theme.groups), start=1)}
    named |= {"hlink": colours.accent, "folHlink": colours.text_faint}
    scheme = "".join(f'<a:{name}><a:srgbClr val="{colour[1:7].upper()}"/></a:{name}>' for name, colour in named.items())
    name = quoteattr(f"Kiosk: {theme.name.say(language)}")
    font = f'{_FONT}<a:cs typeface=""/><a:font script="Hans" typeface="Noto Sans SC"/>'
    line = '<a:ln w="{}"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>'
    lines = "".join(line.format(width) for width in (6350, 12_700, 19_050))
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<a:theme xmlns:a="{_NAMES["a"]}" name={name}>'
        f"<a:themeElements><a:clrScheme name={name}>{scheme}</a:clrScheme>"
        f'<a:fontScheme name="Kiosk"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="Kiosk"><a:fillStyleLst>{3 * fill}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>'
        f"<a:effectStyleLst>{3 * effect}</a:effectStyleLst><a:bgFillStyleLst>{3 * fill}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


# The master


def _master_xml(theme: Theme) -> str:
    one, two = ("dk", "lt") if theme.dark else ("lt", "dk")
    accents = " ".join(f'accent{at}="accent{at}"' for at in range(1, len(ACCENTS) + 1))
    mapped = (
        f'<p:clrMap bg1="{one}1" tx1="{two}1" bg2="{one}2" tx2="{two}2" {accents} hlink="hlink" folHlink="folHlink"/>'
    )
    top, bottom = (_lightness(colour) for colour in (theme.colours.sky_top, theme.colours.sky_bottom))
    lifted = f'<a:schemeClr val="bg1"><a:lumMod val="{round(100_000 * top / max(bottom, 0.01))}"/></a:schemeClr>'
    sky = (
        f'<p:bg><p:bgPr><a:gradFill rotWithShape="1"><a:gsLst><a:gs pos="0">{lifted}</a:gs>'
        '<a:gs pos="100000"><a:schemeClr val="bg1"/></a:gs></a:gsLst><a:lin ang="5400000" scaled="0"/></a:gradFill>'
        "<a:effectLst/></p:bgPr></p:bg>"
    )
    slots = [
        Slot(number=0, kind="title", name="Title", box=TITLE, size=30, bold=True, anchor="ctr"),
        Slot(number=LEAD, name="Text", box=Box(MARGIN, WORDS.top, INNER, 386), size=17),
        *_FOOT,
    ]
    levels = "".join(_level(at, "+mn", 1700, "tx1") for at in range(1, 10))
    return (
        f"<p:sldMaster {NAMESPACES}><p:cSld>{sky}{_tree('', slots)}</p:cSld>{mapped}<p:txStyles><p:titleStyle>"
        f"{_level(1, '+mj', 3000, 'tx1', bold=True, leading=95)}</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>"
        f"<p:otherStyle>{levels}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _level(at: int, font: str, size: int, colour: str, *, bold: bool = False, leading: int = 108) -> str:
    weight = ' b="1"' if bold else ""
    return (
        f'<a:lvl{at}pPr marL="0" indent="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" hangingPunct="1">'
        f'<a:lnSpc><a:spcPct val="{leading}000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{size}"{weight} kern="1200"><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
        f'<a:latin typeface="{font}-lt"/><a:ea typeface="{font}-ea"/><a:cs typeface="{font}-cs"/></a:defRPr>'
        f"</a:lvl{at}pPr>"
    )


def _lightness(colour: str) -> float:
    red, green, blue, _ = rgba(colour)
    return colorsys.rgb_to_hls(red, green, blue)[1]


# The layouts


_FOOT: Final = (
    SOURCE,
    Slot(number=11, kind="sldNum", name="Number", box=Box(PAGE[0] - MARGIN - 60, 500, 60, 26), size=10, colour="tx2"),
)
_HEAD: Final = Slot(number=0, kind="title", name="Title", box=TITLE, size=30, bold=True, anchor="ctr")
_WORDS: Final = Slot(number=LEAD, name="Text", box=WORDS, size=17, colour="tx2")
_BESIDE: Final = Slot(number=LEAD, name="Text", box=ASIDE, size=17, colour="tx2")
_CAPTION: Final = Slot(number=CAPTION, name="Caption", box=CAPTION_BOX, size=14, bold=True, anchor="ctr")


def _blocks(count: int, columns: int, *, card: bool = True, first: int = BLOCKS) -> Iterator[Slot]:
    for at, box in enumerate(grid(BODY, count, columns, GAP)):
        yield Slot(number=first + at, name=f"Block {at + 1}", box=box, size=16, card=card)


def _gallery() -> Iterator[Slot]:
    for at, box in enumerate(grid(BODY, MOST_PICTURES, 3, GAP)):
        photo = Box(box.left, box.top, box.width, box.height - 28)
        caption = Box(box.left, box.top + photo.height, box.width, 28)
        yield Slot(number=PICTURES + at, kind="pic", name=f"Picture {at + 1}", box=photo)
        yield Slot(number=BLOCKS + at, name=f"Caption {at + 1}", box=caption, size=12, colour="tx2", anchor="ctr")


def _columns(count: int) -> Iterator[Slot]:
    box = Box(MARGIN, 112, INNER, 376)
    for at, column in enumerate(grid(box, count, count, 24)):
        yield Slot(number=BLOCKS + at, name=f"Column {at + 1}", box=column, size=14)


_LAYOUTS: Final[dict[str, Sequence[Slot]]] = {
    COVER: (
        Slot(number=0, kind="title", name="Title", box=COVER_TITLE, size=44, bold=True, anchor="b"),
        Slot(number=LEAD, name="Text", box=COVER_WORDS, size=20, colour="tx2"),
    ),
    CONTENTS: (_HEAD, *_columns(COLUMNS)),
    TABLES: (_HEAD, _WORDS, Slot(number=TABLE, kind="tbl", name="Table", box=BODY)),
    STATEMENT: (
        Slot(number=0, kind="title", name="Title", box=Box(MARGIN, 120, 800, 150), size=44, bold=True, anchor="b"),
        Slot(number=LEAD, name="Text", box=Box(MARGIN, 300, 760, 180), size=20, colour="tx2"),
    ),
    FIGURES: (_HEAD, _WORDS, *_blocks(4, 4)),
    NATIVE: (_HEAD, _BESIDE, _CAPTION, Slot(number=CHART, kind="chart", name="Chart", box=CHART_BOX)),
    DRAWN: (_HEAD, _BESIDE, _CAPTION, Slot(number=CHART, kind="pic", name="Chart", box=CHART_BOX)),
    TIMELINE: (_HEAD, _WORDS, *_blocks(MOST_BLOCKS, 4, card=False)),
    GALLERY: (_HEAD, _WORDS, *_gallery()),
    TEXT: (_HEAD, _WORDS, *_blocks(MOST_BLOCKS, 4)),
    SOURCES: (_HEAD, *_columns(2)),
}
"""Every layout by its name: as many as the presentation has that python-pptx begins with."""


def _layout_xml(name: str, slots: Sequence[Slot], under: str) -> str:
    foot = _FOOT[:1] if name == COVER else _FOOT
    return f'<p:sldLayout {NAMESPACES}><p:cSld name="{name}">{_tree(under, [*slots, *foot])}</p:cSld></p:sldLayout>'


def _tree(under: str, slots: Sequence[Slot]) -> str:
    inner = "".join(_slot_xml(at, slot) for at, slot in enumerate(slots, start=2))
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr/>{under}{inner}</p:spTree>"
    )


def _slot_xml(at: int, slot: Slot) -> str:
    kind = f'type="{slot.kind}" ' if slot.kind != "body" or slot.number == LEAD else 'type="body" sz="quarter" '
    number = f'idx="{slot.number}"' if slot.number else ""
    bold = "1" if slot.bold else "0"
    align = ' algn="r"' if slot.kind == "sldNum" else ""
    style = (
        f'<a:lvl1pPr{align}><a:defRPr sz="{round(100 * slot.size)}" b="{bold}"><a:solidFill>'
        f'<a:schemeClr val="{slot.colour}"/></a:solidFill></a:defRPr></a:lvl1pPr>'
    )
    said = "<a:r><a:rPr/><a:t>‹#›</a:t></a:r>" if slot.kind == "" else f"<a:r><a:rPr/><a:t>{slot.name}</a:t></a:r>"
    if slot.kind == "sldNum":
        said = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr/><a:t>‹#›</a:t></a:fld>'
    inset = PADDING if slot.card else 0
    edges = " ".join(f'{edge}Ins="{emu(inset)}"' for edge in "ltrb")
    shape = f"{_geometry(slot.box)}{_CARD}" if slot.card else '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{at}" name="{slot.name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {kind}{number}/></p:nvPr></p:nvSpPr><p:spPr>{frame(slot.box)}{shape}</p:spPr>"
        f'<p:txBody><a:bodyPr vert="horz" {edges} anchor="{slot.anchor}"><a:normAutofit/></a:bodyPr>'
        f"<a:lstStyle>{style}</a:lstStyle><a:p>{said}</a:p></p:txBody></p:sp>"
    )


def rule(theme: Theme) -> str:
    """The colour of fine lines, which stays near the ground's."""
    parts = (70, 22) if theme.dark else (86, 0)
    return '<a:schemeClr val="bg2"><a:lumMod val="{}000"/><a:lumOff val="{}000"/></a:schemeClr>'.format(*parts)


_CARD: Final = (
    '<a:solidFill><a:schemeClr val="bg2"/></a:solidFill><a:ln w="9525"><a:solidFill><a:schemeClr val="tx1">'
    '<a:alpha val="16000"/></a:schemeClr></a:solidFill></a:ln>'
)


def _geometry(box: Box) -> str:
    """Corners as round as the booth's cards have them, whatever the box's size."""
    adjusted = round(100_000 * 10 / min(box.width, box.height))
    return f'<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val {adjusted}"/></a:avLst></a:prstGeom>'


def frame(box: Box) -> str:
    """A box as a shape's place."""
    return (
        f'<a:xfrm><a:off x="{emu(box.left)}" y="{emu(box.top)}"/>'
        f'<a:ext cx="{emu(box.width)}" cy="{emu(box.height)}"/></a:xfrm>'
    )


def _card_xml(box: Box) -> str:
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="90" name="Card"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f"<p:spPr>{frame(box)}{_geometry(box)}{_CARD}</p:spPr></p:sp>"
    )


def _backdrop_xml(picture: str) -> str:
    return (
        '<p:pic><p:nvPicPr><p:cNvPr id="91" name="Rivers" descr=""/><p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{picture}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr>{frame(Box(0, 0, *PAGE))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )

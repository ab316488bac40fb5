"""Reads a presentation slide by slide: what each says, and what of it has no place in a deck."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from kiosk.importing.bullets import has_bullet
from kiosk.importing.graphs import graph_of
from kiosk.importing.markup import LINK, find, find_in
from kiosk.importing.talk import Leaf, Left, Photo, Point, Talk

_UNSHOWABLE: Final = re.compile("[\x00-\x08\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_MARK: Final = "kiosk"
"""What our own exports are identified by."""
_ADORNS: Final = "Kiosk "
"""How the shapes begin that only adorn their slides."""
_MADE: Final = ("Contents", "Sources")
"""Layouts of ours for slides that Kiosk makes of a deck by itself."""
_EMUS: Final = 12_700
_NOT_TEXT: Final = frozenset({"DATE", "FOOTER", "HEADER", "SLIDE_NUMBER"})
_COVERS: Final = frozenset({"CENTER_TITLE", "SUBTITLE"})
_URIS: Final = {"diagram": "a SmartArt drawing", "ole": "an embedded document"}


def talk_of(show: Any, name: str, language: str = "") -> Talk:
    """Everything that a presentation says; `name` is its file's, for one that has no title."""
    about = show.core_properties
    left: list[Left] = []
    leaves: list[Leaf] = []
    for number, slide in enumerate(show.slides, start=1):
        try:
            leaf = _Reading(slide, number, left, ours=about.identifier == _MARK).leaf()
        except Exception as error:  # noqa: BLE001 - whatever a broken slide makes the library stumble over
            left.append(Left(slide=number, what=f"the whole slide, which is damaged ({type(error).__name__})"))
            continue
        if leaf is not None:
            leaves.append(leaf)
    modified = about.modified or about.created
    title = clean(about.title or "")
    if title in {"", "PowerPoint Presentation", "PowerPoint 演示文稿"}:
        title = next((leaf.title for leaf in leaves if leaf.title), "") or name
    return Talk(
        title=title,
        author=clean(about.author or ""),
        modified=f"{modified:%Y-%m-%d}" if modified and modified.year >= 1900 else "n.d.",  # noqa: PLR2004 - sound years
        language=language or _language(show),
        parts=list(_parts(show, leaves, title)),
        left=left,
    )


def clean(text: str) -> str:
    """A text without what no file may hold; PowerPoint's own breaks are ends of lines."""
    lines = _UNSHOWABLE.sub("", text.replace("\v", "\n").replace("_x000D_", "\n")).split("\n")
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def _language(show: Any) -> str:
    """The language that most of the text is marked as."""
    count: Counter[str] = Counter()
    for slide in show.slides:
        for run in find_in(slide, ".//a:r[a:rPr/@lang]"):
            said = "".join(find(run, "./a:t/text()"))
            count[str(find(run, "./a:rPr/@lang")[0]).partition("-")[0].lower()] += len(said)
    found = next((name for name, _ in count.most_common() if re.fullmatch(r"[a-z]{2,3}", name)), "")
    return found or "en"


def _parts(show: Any, leaves: list[Leaf], title: str) -> Iterator[tuple[str, list[Leaf]]]:
    """The sections, or all slides as one."""
    ids = {str(slide.slide_id): at for at, slide in enumerate(show.slides, start=1)}
    sections: dict[int, tuple[int, str]] = {}
    found = find_in(show.part, ".//*[local-name()='sectionLst']/*[local-name()='section']")
    for at, section in enumerate(found):
        name = clean(section.get("name") or "")
        for slide in find(section, ".//*[local-name()='sldId']"):
            sections[ids.get(slide.get("id"), 0)] = (at, name)
    parts: dict[tuple[int, str], list[Leaf]] = {}
    for leaf in leaves:
        parts.setdefault(sections.get(leaf.number, (-1, "")), []).append(leaf)
    for (_, name), of in parts.items():
        yield name or title, of


class _Reading:
    """Reads one slide."""

    def __init__(self, slide: Any, number: int, left: list[Left], *, ours: bool) -> None:
        self._slide, self._left, self._ours = slide, left, ours
        self._leaf = Leaf(number=number, key=slide._element.cSld.get("name") or "")  # noqa: SLF001
        self._drawings: Counter[str] = Counter()

    def leaf(self) -> Leaf | None:
        """What it says; None for one that Kiosk makes by itself."""
        leaf, layout = self._leaf, self._slide.slide_layout.name
        if self._ours and layout in _MADE:
            self._leave(f"the slide, since Kiosk makes its own ({layout.lower()})")
            return None
        leaf.hidden = self._slide._element.get("show") in {"0", "false"}  # noqa: SLF001 - there is no public way
        title = self._slide.shapes.title
        leaf.title = (
            clean(title.text_frame.text).replace("\n", " ") if title is not None and title.has_text_frame else ""
        )
        leaf.is_cover = self._is_cover(layout)
        for shape in self._in_order(self._slide.shapes):
            if title is None or shape.shape_id != title.shape_id:
                self._shape(shape)
        self._around()
        if self._slide.has_notes_slide:
            frame = self._slide.notes_slide.notes_text_frame
            text = frame.text if frame is not None else ""
            leaf.notes = _UNSHOWABLE.sub("", text.replace("\v", "\n")).strip()
        for what, count in self._drawings.items():
            self._leave(f"{count} x {what}" if count > 1 else what)
        if not leaf.title:
            first = next((line for line in (*leaf.words, *(point.name for point in leaf.points)) if line), "")
            leaf.title = first.split("\n")[0][:80]
        return leaf

    def _is_cover(self, layout: str) -> bool:
        kinds = {
            shape.placeholder_format.type.name for shape in self._slide.placeholders if shape.placeholder_format.type
        }
        return bool(kinds & _COVERS) or (self._ours and layout == "Cover")

    def _leave(self, what: str) -> None:
        self._left.append(Left(slide=self._leaf.number, what=what))

    @staticmethod
    def _in_order(shapes: Any) -> list[Any]:
        """Shapes as one reads: row by row, each from the left."""
        return sorted(shapes, key=lambda shape: (round((shape.top or 0) / (12 * _EMUS)), shape.left or 0))

    def _shape(self, shape: Any) -> None:
        try:
            self._take(shape)
        except Exception as error:  # noqa: BLE001 - whatever a broken shape makes the library stumble over
            self._leave(f"{shape.name!r}, which is damaged ({type(error).__name__})")

    def _take(self, shape: Any) -> None:
        if shape.name.startswith(_ADORNS):
            return
        if hasattr(shape, "shapes"):
            for each in self._in_order(shape.shapes):
                self._shape(each)
            return
        element = shape._element  # noqa: SLF001 - there is no public way
        if find(element, ".//*[local-name()='videoFile' or local-name()='audioFile' or local-name()='media']"):
            self._leave(f"a film or a sound, {shape.name!r}")
        elif getattr(shape, "has_chart", False):
            self._chart(shape)
        elif getattr(shape, "has_table", False):
            self._leaf.grids.append([[clean(cell.text) for cell in row.cells] for row in shape.table.rows])
        elif element.tag.endswith("}graphicFrame"):
            uri = "".join(find(element, ".//a:graphicData/@uri"))
            self._leave(next((what for key, what in _URIS.items() if key in uri), f"an object, {shape.name!r}"))
        elif element.tag.endswith("}pic"):
            self._picture(shape)
        elif shape.has_text_frame and clean(shape.text_frame.text):
            self._text(shape)
        else:
            self._empty(shape)

    def _empty(self, shape: Any) -> None:
        """Note a shape that says nothing, and is no place that nobody filled."""
        if find_in(shape, "./p:spPr/a:blipFill"):
            self._leave(f"the picture that fills {shape.name!r}")
        elif not shape.is_placeholder:
            self._drawings["a drawing without text"] += 1

    def _picture(self, shape: Any) -> None:
        told = find_in(shape, "./*/p:cNvPr/@descr")
        try:
            image = shape.image
        except (ValueError, KeyError, AttributeError):
            self._leave(f"the picture {shape.name!r}, which is not in the file")
            return
        if any(abs(getattr(shape, f"crop_{side}")) > 0.01 for side in ("left", "right", "top", "bottom")):  # noqa: PLR2004
            self._leave(f"the cut of the picture {shape.name!r}: it was taken whole")
        told_there, caption = clean("".join(told)).replace("\n", " "), self._caption()
        if caption and told_there not in {"", caption}:
            self._leave(f"what the picture {shape.name!r} says to those who do not see it: {told_there}")
        caption = caption or told_there
        self._leaf.photos.append(Photo(data=image.blob, ending=f".{image.ext.lower()}", caption=caption))

    def _chart(self, shape: Any) -> None:
        try:
            graph, remark = graph_of(shape.chart, self._caption())
        except (ValueError, StopIteration, IndexError):
            self._leave(f"the chart {shape.name!r}, which has no numbers")
            return
        self._leaf.graphs.append(graph)
        if remark:
            self._leave(remark)

    def _caption(self) -> str:
        """What stands above a chart in the place that our layouts have for it."""
        slots = [
            slot.placeholder_format.idx for slot in self._slide.slide_layout.placeholders if slot.name == "Caption"
        ]
        if not any(each.has_chart or each._element.tag.endswith("}pic") for each in self._slide.shapes):  # noqa: SLF001
            return ""
        for shape in self._slide.placeholders:
            if shape.placeholder_format.idx in slots and shape.has_text_frame:
                return clean(shape.text_frame.text).replace("\n", " ")
        return ""

    def _text(self, shape: Any) -> None:
        leaf = self._leaf
        kind = shape.placeholder_format.type if shape.is_placeholder else None
        if kind is not None and kind.name in _NOT_TEXT:
            if find_in(shape, ".//a:r"):
                self._leave(f"at the foot: {clean(shape.text_frame.text)}")
            return
        if self._caption() and self._caption() == clean(shape.text_frame.text):
            return
        paragraphs = [each for each in shape.text_frame.paragraphs if clean(_said(each))]
        for link in find_in(shape, ".//a:hlinkClick[@r:id!='']"):
            self._link(link)
        if len(paragraphs) > 1 and _is_bold(paragraphs[0]) and not all(map(_is_bold, paragraphs)):
            rest = "\n".join(clean(_said(each)) for each in paragraphs[1:])
            leaf.points.append(Point(name=clean(_said(paragraphs[0])).replace("\n", " "), text=rest))
            return
        for paragraph in paragraphs:
            text = clean(_said(paragraph))
            bulleted = has_bullet(paragraph, shape, self._slide) and len(paragraphs) > 1
            if paragraph.level and leaf.points:
                last = leaf.points.pop()
                leaf.points.append(Point(name=last.name, text="\n".join(filter(None, (last.text, text)))))
            elif bulleted:
                leaf.points.append(Point(name=text.replace("\n", " ")))
            else:
                leaf.words.append(text)

    def _link(self, link: Any) -> None:
        relation = self._slide.part.rels.get(link.get(LINK))
        if relation is not None and relation.is_external:
            self._leave(f"a link to {relation.target_ref[:200]}")
        elif relation is not None:
            self._leave("a link to another slide")

    def _around(self) -> None:
        """Note what is on a slide besides its shapes."""
        element = self._slide._element  # noqa: SLF001 - there is no public way
        if find(element, ".//p:timing//p:animEffect | .//p:timing//p:anim | .//p:timing//p:set"):
            self._leave("its animations")
        if find(element, ".//*[local-name()='transition']"):
            self._leave("its transition")
        if find(element, "./p:cSld/p:bg//a:blip"):
            self._leave("the picture in its background")
        if find(element, ".//*[local-name()='oMath']"):
            self._leave("a formula")
        kinds = {relation.reltype.rpartition("/")[2] for relation in self._slide.part.rels.values()}
        if "comments" in kinds or any("comment" in kind for kind in kinds):
            self._leave("its comments")
        for alternate in find(element, "./p:cSld/p:spTree//*[local-name()='AlternateContent']"):
            said = clean("\n".join(find(alternate, ".//*[local-name()='Fallback']//*[local-name()='t']/text()")))
            if said:
                self._leaf.words.append(said)
            self._leave("a drawing of a kind that only newer PowerPoints have" + (", but its text" if said else ""))


def _said(paragraph: Any) -> str:
    """A paragraph's text, what fields say with it."""
    parts = find(paragraph._p, "./a:r/a:t | ./a:fld/a:t | ./a:br")  # noqa: SLF001 - there is no public way
    return "".join("\n" if part.tag.endswith("}br") else part.text or "" for part in parts)


def _is_bold(paragraph: Any) -> bool:
    runs = [run for run in paragraph.runs if run.text.strip()]
    return bool(runs) and all(run.font.bold for run in runs)

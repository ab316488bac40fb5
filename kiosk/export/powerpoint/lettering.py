"""Text in a presentation's shapes: paragraphs of runs, each in its language, and links to other slides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

from kiosk.export.powerpoint.template import NAMESPACES

_LOCALES: Final = {"en": "en-US", "zh": "zh-CN"}
_AS_TEXT: Final = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr val="tx" '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor"/></a:ext></a:extLst>'
)
"""Has a link keep the colour of its text."""


@dataclass(frozen=True, kw_only=True)
class Run:
    """Words that look alike. What is None is as the layout has it."""

    text: str
    size: float | None = None
    bold: bool | None = None
    colour: str = ""
    to: Any = None
    """The slide that it leads to."""


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """Runs, one after another; a run that begins with a line break begins a line."""

    runs: Sequence[Run]
    before: float = 0
    """Points above it."""


def said(*runs: Run, before: float = 0) -> Paragraph:
    """A paragraph of these runs, without those that say nothing."""
    return Paragraph(runs=[run for run in runs if run.text], before=before)


def locale(language: str) -> str:
    """A language as PowerPoint names it, so that it checks the spelling of the right one."""
    return _LOCALES.get(language, language)


def put(shape: Any, paragraphs: Iterable[Paragraph], language: str) -> None:
    """Have a shape say these paragraphs and nothing else."""
    from pptx.oxml import parse_xml

    body = shape.text_frame._txBody  # noqa: SLF001 - there is no public way
    for old in list(body.p_lst):
        body.remove(old)
    for paragraph in paragraphs:
        body.append(parse_xml(_paragraph_xml(paragraph, shape.part, language)))
    if not body.p_lst:
        body.append(parse_xml(f"<a:p {NAMESPACES}/>"))


def _paragraph_xml(paragraph: Paragraph, part: Any, language: str) -> str:
    before = f'<a:spcBef><a:spcPts val="{round(100 * paragraph.before)}"/></a:spcBef>' if paragraph.before else ""
    runs = "".join(_run_xml(run, part, language) for run in paragraph.runs)
    return f"<a:p {NAMESPACES}><a:pPr>{before}</a:pPr>{runs}</a:p>"


def _run_xml(run: Run, part: Any, language: str) -> str:
    looks = f" lang={quoteattr(locale(language))}"
    looks += f' sz="{round(100 * run.size)}"' if run.size else ""
    looks += "" if run.bold is None else f' b="{int(run.bold)}"'
    inner = f'<a:solidFill><a:schemeClr val="{run.colour}"/></a:solidFill>' if run.colour else ""
    if run.to is not None:
        from pptx.opc.constants import RELATIONSHIP_TYPE

        name = part.relate_to(run.to.part, RELATIONSHIP_TYPE.SLIDE)
        inner += f'<a:hlinkClick r:id="{name}" action="ppaction://hlinksldjump">{_AS_TEXT}</a:hlinkClick>'
    look = f"<a:rPr{looks}>{inner}</a:rPr>"
    lines = run.text.split("\n")
    return f"<a:br>{look}</a:br>".join(f"<a:r>{look}<a:t>{escape(line)}</a:t></a:r>" if line else "" for line in lines)

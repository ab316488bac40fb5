"""The booths as a table for people, as wide as their terminal, and as plain values for programs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, Final

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from kiosk.fleet.organiser.roster import Booth, Roster, plain, span

_HASH: Final = 8
"""Letters of a deck's hash: enough to compare two."""


@dataclass(frozen=True, slots=True)
class _Column:
    """One column; it stands only where the terminal has `from_width` letters or more."""

    head: str
    says: Callable[[Roster, Booth, float], Text]
    from_width: int = 0
    wraps: bool = False
    right: bool = False


def table(roster: Roster, width: int, now: float, note: str = "") -> RenderableType:
    """All booths, those in trouble first; `note` is a line of what else there is to say."""
    columns = [column for column in _COLUMNS if width >= column.from_width]
    made = Table(box=None, pad_edge=False, expand=False, header_style="bold")
    for column in columns:
        made.add_column(
            column.head,
            no_wrap=not column.wraps,
            overflow="fold" if column.wraps else "ellipsis",
            justify="right" if column.right else "left",
            min_width=8 if column.wraps else None,
        )
    for booth in roster.in_order():
        made.add_row(*(column.says(roster, booth, now) for column in columns))
    lines: list[RenderableType] = [Text(summary(roster), style="bold"), Text("")]
    if note:
        lines.insert(1, Text(plain(note), style="red"))
    return Group(*lines, made) if roster.booths else Group(*lines)


def summary(roster: Roster) -> str:
    """How many there are, and how many of them are to be looked after."""
    booths = list(roster.booths.values())
    if not booths:
        return "No booth has spoken with this broker yet."
    gone = sum(not booth.online for booth in booths)
    troubled = sum(booth.online and bool(roster.troubles(booth)) for booth in booths)
    other = sum(roster.differs(booth) for booth in booths)
    said = [f"{len(booths):,} booth" + ("s" * (len(booths) != 1))]
    said += [f"{gone:,} offline"] * bool(gone)
    said += [f"{troubled:,} with problems"] * bool(troubled)
    said += [f"{other:,} with another deck"] * bool(other)
    return ", ".join(said if len(said) > 1 else [*said, "all well"])


def details(roster: Roster, booth: Booth, now: float) -> RenderableType:
    """Everything that is known of one booth, a line each."""
    status, made = booth.status, Table(box=None, pad_edge=False, show_header=False)
    made.add_column(style="bold", no_wrap=True)
    made.add_column(overflow="fold")
    size = f"{status.display.width} x {status.display.height}" if status.display else ""
    waiting = f"{status.waiting.visits:,} visits, {status.waiting.leads:,} contacts"
    waiting += f"; {status.waiting.dropped:,} visits given up" * bool(status.waiting.dropped)
    touched = booth.touched_s(now)
    lines = [
        ("Booth", booth.name),
        ("State", _state(roster, booth, now).plain),
        ("Deck", status.deck),
        ("Its hash", status.deck_hash + (" (not that of most booths)" if roster.differs(booth) else "")),
        ("Deck before", "kept: `kiosk fleet back` has it again" if status.previous else "none"),
        ("Showing", f"{status.showing} ({status.language})" if status.language else status.showing),
        ("Message", status.message),
        ("Screen", size),
        ("Last touch", "none since its start" if touched is None else f"{span(touched)} ago"),
        ("Running for", span(booth.uptime_s(now))),
        ("Waiting", waiting),
        ("Takes", ", ".join(status.allows) or "no commands"),
        ("Kiosk", status.kiosk),
        ("Said", status.at),
    ]
    for name, said in lines:
        if said:
            made.add_row(name, Text(said))
    for number, trouble in enumerate(roster.troubles(booth)):
        made.add_row("" if number else "Problems", Text(trouble, style="red"))
    return made


def as_plain(roster: Roster, booth: Booth) -> dict[str, Any]:
    """One booth for programs: its status, and what the organiser makes of it."""
    return asdict(booth.status) | {
        "heard": booth.heard_at.isoformat(timespec="seconds"),
        "gone_since": booth.gone_since.isoformat(timespec="seconds") if booth.gone_since else "",
        "clock_off_s": round(booth.clock_off_s),
        "other_deck": roster.differs(booth),
        "troubles": roster.troubles(booth),
    }


def _name(roster: Roster, booth: Booth, _now: float) -> Text:
    return Text(booth.name, style="red" if roster.troubles(booth) else "")


def _state(_roster: Roster, booth: Booth, _now: float) -> Text:
    if booth.online:
        return Text("online", style="green")
    if booth.gone_since is None:
        return Text("offline", style="red")
    since = booth.gone_since.astimezone()
    form = "%H:%M" if since.date() == booth.heard_at.astimezone().date() else "%m-%d %H:%M"
    return Text(f"offline since {since.strftime(form)}", style="red")


def _deck(_roster: Roster, booth: Booth, _now: float) -> Text:
    text = Text(booth.status.deck)
    text.truncate(24, overflow="ellipsis")
    return text


def _hash(roster: Roster, booth: Booth, _now: float) -> Text:
    short = booth.status.deck_hash[:_HASH]
    return Text(f"{short} *", style="yellow") if roster.differs(booth) else Text(short)


def _problems(roster: Roster, booth: Booth, _now: float) -> Text:
    troubles = roster.troubles(booth)
    words = [each for each in troubles if each != "offline"]
    if not words:
        return Text("")
    more = f" (and {len(words) - 1} more)" if len(words) > 1 else ""
    return Text(words[0] + more, style="red")


def _touched(_roster: Roster, booth: Booth, now: float) -> Text:
    ago = booth.touched_s(now)
    return Text("" if ago is None else f"{span(ago)} ago")


def _uptime(_roster: Roster, booth: Booth, now: float) -> Text:
    return Text(span(booth.uptime_s(now)) if booth.online and booth.status.at else "")


def _waiting(_roster: Roster, booth: Booth, _now: float) -> Text:
    both = booth.status.waiting.visits + booth.status.waiting.leads
    return Text(f"{both:,}" if both else "")


_COLUMNS: Final = (
    _Column("booth", _name),
    _Column("state", _state),
    _Column("deck", _deck, from_width=100),
    _Column("hash", _hash),
    _Column("in", lambda _r, booth, _n: Text(booth.status.language), from_width=120),
    _Column("showing", lambda _r, booth, _n: Text(booth.status.showing), from_width=120),
    _Column("touched", _touched, right=True),
    _Column("running", _uptime, from_width=120, right=True),
    _Column("waiting", _waiting, from_width=100, right=True),
    _Column("problems", _problems, wraps=True),
)

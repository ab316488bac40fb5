"""What a visitor takes home: figures and sources of the slides that were seen, as vCards for a phone's camera.

A code holds the content itself, so nothing leaves the booth, and the phone needs no network. As few codes as possible,
since each is scanned, and kept as a contact, one by one; and of so many codes each as coarse as possible.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from kiosk.deck.interface import interface
from kiosk.deck.kept import MORE, Keeper, Kept
from kiosk.deck.model import Deck
from kiosk.deck.records import record
from kiosk.deck.vcard import escaped, vcard

MOST_BYTES: Final = 858
"""What a QR code of version 20 holds at error correction L (ISO/IEC 18004, table of capacities).

A camera has trouble with larger versions. L, because DENSO WAVE, who made the codes, gives it for clean places and much
content (qrcode.com, "Error correction feature"): nothing wears off a screen, and what limits a camera there is how
large a module is, which every higher level would lessen.
"""
MOST_CODES: Final = 4
"""More than that nobody scans. Of too many slides those with figures are kept before those without, and of these the
ones seen last, since the visitor has just come from them."""
_NAME: Final = 90
"""Bytes of a contact's name, which every card has twice."""
_PAYLOAD: Final = 71 / 74
"""How much of the room a long value has for itself: at worst so much, the rest goes into folding it."""


@record
class Card:
    """One code: a vCard, and the titles of what its note holds."""

    text: str
    titles: tuple[str, ...]


@record
class Souvenir:
    """All codes of one visit: at least one."""

    cards: tuple[Card, ...]
    of_visit: bool
    """False where nothing was seen that can be kept: then these are the deck's key figures."""
    left_out: int
    """How many of the slides seen found no room."""


def souvenir(deck: Deck, language: str, seen: Sequence[int]) -> Souvenir:
    """What somebody takes home who saw these slides, by their indexes in the deck, the one seen last at the end.

    Whatever the order in which they were seen, they are told in the deck's, platform by platform.
    """
    keeper = Keeper(deck, language)
    order = [(platform, slide) for platform in deck.platforms for slide in platform.slides]
    found = {at: kept for at in seen if (kept := keeper.slide(*order[at]))}
    of_visit = bool(found)
    latest = list(reversed(found))
    wanted = sorted(latest, key=lambda at: not found[at].facts)
    if not of_visit:
        found = dict(enumerate(keeper.key_figures()))
        wanted = list(found)
    frame = _Frame(deck, language)
    fitting = {at: frame.fitting(kept) for at, kept in found.items()}
    chosen = _chosen(fitting, wanted, frame.packed)
    parts = _coarsest([fitting[at] for at in chosen], frame)
    left_out = len(found) - len(chosen)
    return Souvenir(tuple(frame.cards(parts, cut=left_out > 0)), of_visit, left_out)


def contact_lines(deck: Deck, language: str) -> list[str]:
    """Whom visitors may turn to, as the screen says it: only what the deck gives."""
    contact = deck.contact
    if contact is None:
        return []
    who = (contact.name.say(language), contact.organisation.say(language))
    return [line for line in (*who, contact.phone, contact.email, contact.url, contact.address.say(language)) if line]


class _Part:
    """What one card's note says: slides, each with the numbers of its sources, and the sources below them."""

    def __init__(self, heading: str, weight: int = 0) -> None:
        self.kept: list[Kept] = []
        self.weight = weight
        """Bytes of its text in a card, with what else stands in that card alone."""
        self._heading = heading
        self._above: list[str] = []
        self._below: list[str] = []
        self._numbers: dict[str, int] = {}

    def add(self, kept: Kept) -> None:
        """A further slide."""
        above, below, numbers = self._with(kept)
        self.weight += _weight(*above, *below)
        self._above += above
        self._below += below
        self._numbers = numbers
        self.kept.append(kept)

    def weight_with(self, kept: Kept) -> int:
        """What it would weigh with a further slide."""
        above, below, _ = self._with(kept)
        return self.weight + _weight(*above, *below)

    def lines(self, *, cut: bool) -> list[str]:
        """Its text; with `cut` it says that there was more."""
        return [*self._above, *([MORE] if cut else []), *self._below]

    def _with(self, kept: Kept) -> tuple[list[str], list[str], dict[str, int]]:
        """What a further slide adds above and below, and the numbers of all sources then."""
        new = [source for source in kept.sources if source not in self._numbers]
        numbers = self._numbers | {source: at for at, source in enumerate(new, start=len(self._numbers) + 1)}
        marks = "".join(f"[{number}]" for number in sorted(numbers[source] for source in kept.sources))
        is_first_of_platform = kept.platform and (not self.kept or self.kept[-1].platform != kept.platform)
        above = [
            *([""] if self.kept else []),
            *([f"◆ {kept.platform}"] if is_first_of_platform else []),
            f"{kept.title} {marks}".strip(),
            *kept.facts,
        ]
        below = [f"[{numbers[source]}] {source}" for source in new]
        return above, [*(["", self._heading] if new and not self._numbers else []), *below], numbers


class _Frame:
    """What every card of a deck has besides its part of the content, and how much room that leaves."""

    def __init__(self, deck: Deck, language: str) -> None:
        words = interface(language)
        self._part, self._heading = words.part, words.sources
        title = deck.title.say(language)
        self._name, self._head = title, ""
        self._details: list[tuple[str, str]] = []
        """Of the contact, in the first card alone: every card has the name."""
        contact = deck.contact
        if contact:
            organisation, address = contact.organisation.say(language), contact.address.say(language)
            self._name = contact.name.say(language) or organisation or title
            self._head = cut(title, _NAME) if self._name != title else ""
            given = {"ORG": organisation, "TEL": contact.phone, "EMAIL": contact.email, "URL": contact.url}
            self._details = [(key, escaped(text)) for key, text in given.items() if text]
            self._details += [("ADR", f";;{escaped(address)};;;;")] if address else []
        self._name = cut(self._name, _NAME)
        first, other = (len(self._card([MORE, ""], part, MOST_CODES).encode()) for part in (1, MOST_CODES))
        self.room = int((MOST_BYTES - other) * _PAYLOAD)
        """Bytes for what is kept, in each card but the first, which holds the contact's details, too."""
        self._taken = first - other

    def packed(self, kept: Sequence[Kept], room: int = 0) -> list[_Part]:
        """In order, as many in each part as find room."""
        parts = [_Part(self._heading, self._taken)]
        for each in kept:
            if parts[-1].kept and parts[-1].weight_with(each) > (room or self.room):
                parts.append(_Part(self._heading))
            parts[-1].add(each)
        return parts

    def fitting(self, kept: Kept) -> Kept:
        """What is kept, so that it fits a card: facts and sources that find no room are left out, long texts cut."""
        share = (self.room - self._taken) // 5
        facts, sources = ([cut(text, share) for text in texts] for texts in (kept.facts, kept.sources))
        title, platform = cut(kept.title, share), cut(kept.platform, share // 2)
        whole = Kept(title, tuple(facts), tuple(sources), platform)
        while self.packed([whole])[0].weight > self.room and (facts or len(sources) > 1):
            longer = facts if len(facts) >= len(sources) else sources
            longer.pop()
            more = (MORE,) if len(facts) < len(kept.facts) else ()
            whole = Kept(title, (*facts, *more), tuple(sources), platform)
        return whole

    def cards(self, parts: Sequence[_Part], *, cut: bool) -> Iterator[Card]:
        """A card for each part; with `cut` the last one says that there was more."""
        for number, part in enumerate(parts, start=1):
            text = self._card(part.lines(cut=cut and number == len(parts)), number, len(parts))
            yield Card(text, tuple(kept.title for kept in part.kept))

    def _card(self, lines: Sequence[str], part: int, parts: int) -> str:
        name = f"{self._name} ({self._part.format(part=part, parts=parts)})" if parts > 1 else self._name
        note = "\n".join([*([self._head] if self._head else []), *lines])
        named = [("N", f"{escaped(name)};;;;"), ("FN", escaped(name)), *(self._details if part == 1 else [])]
        return vcard([*named, *([("NOTE", escaped(note))] if note else [])])


def _weight(*lines: str) -> int:
    """Bytes of lines of a note, each with its end."""
    return sum(len(escaped(line + "\n").encode()) for line in lines)


def cut(text: str, most: int) -> str:
    """The text, or as much of it as takes so many bytes in a card, with "…" where it was cut."""
    if len(escaped(text).encode()) <= most:
        return text
    size = len("…".encode())
    for at, character in enumerate(text):
        size += len(escaped(character).encode())
        if size > most:
            return text[:at].rstrip() + "…"
    return text


def _chosen(kept: dict[int, Kept], wanted: Sequence[int], packed: Callable[[list[Kept]], list[_Part]]) -> list[int]:
    """As many of those wanted first as all codes hold, in the deck's order."""
    chosen: list[int] = []
    for at in wanted:
        more = sorted([*chosen, at])
        if len(packed([kept[each] for each in more])) > MOST_CODES:
            break
        chosen = more
    return chosen


def _coarsest(kept: Sequence[Kept], frame: _Frame) -> list[_Part]:
    """As few parts as there is room for, the largest of them as small as possible."""
    parts = frame.packed(kept)
    least, most = 1, frame.room
    while least < most:
        tried = (least + most) // 2
        packed = frame.packed(kept, tried)
        if len(packed) > len(parts) or any(part.weight > tried for part in packed):
            least = tried + 1
        else:
            parts, most = packed, tried
    return parts

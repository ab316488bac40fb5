"""PowerPoint: titles, texts, tables, notes and charts that whoever receives the file goes on working with."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any, Final

from kiosk import atomic
from kiosk.charts.vectors import keep_fonts_in
from kiosk.deck.model import Deck
from kiosk.export import Progress
from kiosk.export.wish import Wish
from kiosk.places import cache_folder

OPTIONS: Final = frozenset({"theme", "notes"})
"""Notes have a place of their own in such a file: they are always there, and asking for them changes nothing."""


def write(wish: Wish, progress: Progress) -> None:
    """Write one file, the languages one after another. Raises OSError."""
    from pptx.oxml import parse_xml

    from kiosk.export.powerpoint.drawn import backdrop
    from kiosk.export.powerpoint.sealed import sealed
    from kiosk.export.powerpoint.slides import Speech, sections_xml
    from kiosk.export.powerpoint.template import blank

    keep_fonts_in(cache_folder() / "charts")
    deck, theme = wish.deck, dict(wish.loaded.themes)[wish.theme]
    total, done = len(wish.languages) * sum(len(platform.slides) for platform in deck.platforms), 0

    def step() -> None:
        nonlocal done
        done += 1
        progress(done, total)

    show: Any = blank(theme, wish.languages[0], backdrop(theme))
    parts = [part for language in wish.languages for part in Speech(wish, theme, language, show, step).add()]
    show.part._element.append(parse_xml(sections_xml(parts)))  # noqa: SLF001 - there is no public way
    moment = newest(deck)
    _describe(show, wish, moment)
    file = io.BytesIO()
    show.save(file)
    atomic.write(wish.to, sealed(file.getvalue(), moment.strftime("%Y-%m-%dT%H:%M:%SZ")))


def newest(deck: Deck) -> datetime:
    """When the newest of a deck's sources was published: its file says that it was made then."""
    dates = [source.date for _, source in deck.sources if source.date[:1].isdigit()]
    year, month, day = ([int(part) for part in max(dates, default="1980").split("-")] + [1, 1])[:3]
    return datetime(max(1980, year), month, day, tzinfo=UTC)


def _describe(show: Any, wish: Wish, moment: datetime) -> None:
    """What a file's properties say."""
    about, language = show.core_properties, wish.languages[0]
    about.title = wish.deck.title.say(language)
    about.subject = wish.deck.subtitle.say(language)
    contact = wish.deck.contact
    organisation = (contact.organisation.say(language) or contact.name.say(language)) if contact else ""
    about.author = about.last_modified_by = organisation or "Kiosk"
    about.identifier = "kiosk"  # by which an import knows it again
    about.language = language
    about.comments = about.keywords = ""
    about.revision = 1
    about.created = about.modified = moment

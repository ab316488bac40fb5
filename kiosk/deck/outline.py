"""Everything that a visitor can read of a deck in one language, in the order of the screens."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.deck.comparison import comparable, pair
from kiosk.deck.interface import interface
from kiosk.deck.lead_words import lead_words
from kiosk.deck.model import Deck
from kiosk.deck.shown import Reader, Shown
from kiosk.deck.souvenir import contact_lines


def outline(deck: Deck, language: str) -> Iterator[str]:
    """Lines of text: attract loop, hub, every platform's slides, closing screen, sources; "" between two screens."""
    reader = Reader(deck, language)
    if deck.brand and deck.brand.event:
        yield reader.words(deck.brand.event)
    yield from _attract(reader)
    yield ""
    yield from (reader.words(deck.title), reader.words(deck.subtitle))
    for group in deck.groups:
        shown = reader.group(group, ())
        yield " – ".join(filter(None, (f"{shown['digit']} {shown['name']}".strip(), shown["summary"])))
    for platform in deck.platforms:
        card = reader.platform(platform)
        yield ""
        yield f"## {card['name']}"
        yield from filter(None, (card["summary"],))
        for slide in platform.slides:
            yield ""
            yield from filter(None, _slide(reader.slide(platform, slide), language))
    yield from _comparison(deck, reader, language)
    yield from _adviser(deck, reader, language)
    yield from _take_home(deck, language)
    yield from _leads(deck, language)
    yield from _routes(deck, reader)
    yield from _sources(deck, reader, interface(language).sources)


def _attract(reader: Reader) -> Iterator[str]:
    for scene in reader.scenes():
        yield scene["sentence"]
        yield from (_figure(figure) for figure in scene["figures"])


def _comparison(deck: Deck, reader: Reader, language: str) -> Iterator[str]:
    """What platforms can be compared by: each indicator with what every platform says to it."""
    if not pair(deck):
        return
    yield ""
    yield f"## {interface(language).compare}"
    for kind in deck.indicators:
        given = [
            (platform, each) for platform in comparable(deck) for each in platform.indicators if each.id == kind.id
        ]
        if given:
            yield ""
            yield reader.words(kind.label)
        for platform, indicator in given:
            shown = reader.indicator(kind, indicator)
            name = reader.platform(platform)["short"]
            yield _with_notes(f"{name}: {shown['value']}", shown, language)


def _adviser(deck: Deck, reader: Reader, language: str) -> Iterator[str]:
    """What is asked and can be answered, and which platforms each answer speaks for."""
    if not deck.questions:
        return
    yield ""
    yield f"## {interface(language).adviser}"
    for question in deck.questions:
        yield ""
        yield reader.words(question.text)
        for answer in question.answers:
            yield ": ".join(filter(None, (reader.words(answer.text), reader.words(answer.note))))
            for platform in deck.platforms:
                for reason in (each for each in platform.suits if each.answer == answer.id):
                    name = reader.platform(platform)["short"]
                    yield f"{name}: {reader.words(reason.because)} ({reader.origin([reason.source])})"


def _take_home(deck: Deck, language: str) -> Iterator[str]:
    """What the closing screen says besides the titles of the slides that were seen."""
    words, contact = interface(language), contact_lines(deck, language)
    yield ""
    yield f"## {words.take_home}"
    yield words.take_home_how
    yield from (words.contact, *contact) if contact else ()


def _leads(deck: Deck, language: str) -> Iterator[str]:
    """What the card says on which visitors leave their contact."""
    if deck.leads is None or not deck.leads.consent.speaks(language):
        return
    words = lead_words(language)
    yield ""
    yield f"## {interface(language).lead}"
    yield words.who
    yield from (words.fields[name] for name in deck.leads.ask)
    yield from (words.what, words.interests, words.consent)
    yield deck.leads.consent.say(language)
    yield from (words.sealed.format(days=deck.leads.keep_days), words.agree, words.thanks)
    yield deck.leads.thanks.say(language) or words.thanks_more


def _routes(deck: Deck, reader: Reader) -> Iterator[str]:
    """What a delegation reads on the screens that only a presenter shows."""
    for route in deck.routes:
        yield ""
        yield f"## {reader.words(route.title)}"
        yield from filter(None, (reader.words(route.welcome), reader.words(route.guest)))


def _sources(deck: Deck, reader: Reader, heading: str) -> Iterator[str]:
    """What the sheets say that a touch on a number opens."""
    yield ""
    yield f"## {heading}"
    for name, _ in deck.sources:
        shown = reader.source(name)
        yield " · ".join(
            filter(None, (shown["title"], shown["publisher"], shown["date"], shown["note"] or shown["url"]))
        )


def _slide(shown: Shown, language: str) -> Iterator[str]:
    yield shown["title"]
    yield shown.get("subtitle", "")
    yield shown.get("text", "")
    yield from (_figure(figure) for figure in shown.get("figures", ()))
    yield shown.get("chart", "")
    for row in shown.get("rows", ()):
        yield _with_notes(f"{row['label']}: {row['values']}", row | {"period": ""}, language)
    yield from (f"{event['period']}: {event['text']}" for event in shown.get("events", ()))
    yield from (picture["caption"] for picture in shown.get("pictures", ()))
    yield from (": ".join(filter(None, (point["name"], point["text"]))) for point in shown.get("points", ()))
    for indicator in shown.get("indicators", ()):
        yield f"{indicator['label']}: {_with_notes(indicator['value'], indicator, language)}"
    yield shown["origin"]


def _figure(figure: Shown) -> str:
    return _with_notes(f"{figure['whole']} {figure['label']}", figure, "")


def _with_notes(text: str, shown: Shown, language: str) -> str:
    comma = interface(language).list_comma if language else "; "
    notes = comma.join(filter(None, (shown["period"], shown["note"])))
    return f"{text} ({notes})" if notes else text

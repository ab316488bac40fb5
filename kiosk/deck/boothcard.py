"""What stands on the booth card: one printed page for those who look after the booth, in two of its languages."""

from __future__ import annotations

from typing import Final

from kiosk.deck.model import Contact, Deck
from kiosk.deck.operator_words import OperatorWords, operator_words
from kiosk.deck.records import record

_MOST: Final = 2
"""Languages that find room beside each other."""


@record
class Step:
    """One thing to know, by a heading and what to do."""

    heading: str
    text: str


@record
class Column:
    """The card in one language."""

    language: str
    card: str
    """What the page is."""
    title: str
    event: str
    """The fair's name; "" where the deck has none."""
    steps: tuple[Step, ...]
    call: str
    """Above whom to call."""
    people: tuple[str, ...]
    """Whom to call, a line each; nothing where the deck does not say."""
    blanks: tuple[str, ...]
    """What is to be filled in by hand."""


@record
class _Words:
    card: str
    start: Step
    stop: Step
    panel: Step
    clean: Step
    wrong: Step
    call: str
    name: str
    phone: str
    booth: str


_WORDS: Final = {
    "en": _Words(
        card="Booth card",
        start=Step(
            "Start",
            "Switch on the screen, then the machine. The booth opens by itself, with nobody at a keyboard. If the "
            "screen stays dark for two minutes, look at its own switch, its cable and its input.",
        ),
        stop=Step(
            "Stop",
            "Switch the machine off whenever you like: hold its power button, or cut the power. Nothing is lost. A "
            "short press of the button does nothing, so that no visitor can do it.",
        ),
        panel=Step(
            "Open the panel",
            "Tap the top right corner of the picture five times, then enter the PIN. After five wrong PINs, wait for a "
            "minute. The panel closes by itself a minute after the last touch.",
        ),
        clean=Step(
            "Clean",
            'Panel, "{cleaning}": for 30 seconds no touch counts. Wipe with a soft cloth, barely damp, and never spray '
            "on the glass.",
        ),
        wrong=Step(
            "If something is wrong",
            'Panel, "{restart}". If nothing answers for a minute, switch the machine off, wait ten seconds, and switch '
            'it on. If it goes on: panel, "{export}" onto a stick, and call.',
        ),
        call="Whom to call",
        name="Name",
        phone="Phone",
        booth="Booth no.",
    ),
    "zh": _Words(
        card="展台操作卡",
        start=Step(
            "开机",
            "先打开屏幕，再打开主机。展示内容会自动打开，无需键盘操作。如果两分钟后屏幕仍然不亮，请检查屏幕电源开关、"
            "信号线和输入源。",
        ),
        stop=Step(
            "关机",
            "可随时关闭主机：长按电源键，或直接断电，数据不会丢失。短按电源键不起作用，以免观众误触。",
        ),
        panel=Step(
            "打开操作面板",
            "连续点按画面右上角五次，然后输入操作员密码。连续输错五次，需等待一分钟。一分钟无操作，面板会自动关闭。",
        ),
        clean=Step(
            "清洁屏幕",
            "在操作面板中点按“{cleaning}”，此后30秒内触摸无效。请用柔软的微湿布擦拭，不要向屏幕喷洒清洁液。",
        ),
        wrong=Step(
            "出现故障时",
            "在操作面板中点按“{restart}”。如果一分钟内没有反应，请关闭主机，等待十秒后再打开。如果问题依旧，请插入U盘，"
            "在操作面板中点按“{export}”，并联系负责人。",
        ),
        call="联系人",
        name="姓名",
        phone="电话",
        booth="展位号",
    ),
}


def columns(deck: Deck) -> tuple[Column, ...]:
    """The card of a deck, in its first two languages."""
    return tuple(_column(deck, language) for language in deck.languages[:_MOST])


def _column(deck: Deck, language: str) -> Column:
    words = _WORDS.get(language) or _WORDS.get(language.partition("-")[0]) or _WORDS["en"]
    panel = operator_words(language)
    people = _people(deck.contact, language) if deck.contact else ()
    return Column(
        language=language,
        card=words.card,
        title=deck.title.say(language),
        event=deck.brand.event.say(language) if deck.brand else "",
        steps=tuple(_filled(step, panel) for step in (words.start, words.stop, words.panel, words.clean, words.wrong)),
        call=words.call,
        people=people,
        blanks=(words.booth,) if people else (words.name, words.phone, words.booth),
    )


def _filled(step: Step, panel: OperatorWords) -> Step:
    text = step.text.format(**panel.actions)
    return Step(step.heading, text)


def _people(contact: Contact, language: str) -> tuple[str, ...]:
    lines = (contact.name.say(language), contact.organisation.say(language), contact.phone, contact.email)
    return tuple(line for line in lines if line)

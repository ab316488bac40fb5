"""The card on which visitors leave their contact: filled in, sent, taken back; and nothing of it left behind."""

from __future__ import annotations

import resource
import signal
from pathlib import Path

import pytest
from clocks import Clock
from leads.sealing import LINE, leads_in
from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from spread import rather_these
from tiny import LEADS, add_leads
from written import Striking

from kiosk.deck.lead_words import LEAD_WORDS
from kiosk.deck.load import load
from kiosk.leads.store import file_in
from kiosk.place import Desk
from kiosk.stage.complete import visible_items
from kiosk.walk import settle, stops

Key = Qt.Key
CANARY = "Canary Seven-of-Nine"
MAIL = "canary.seven@example.org"


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def state(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture
def asking(open_booth, tiny_folder, clock, state):  # noqa: ARG001 - where it keeps them
    """The small deck's booth at its hub, which asks for contacts."""
    add_leads(tiny_folder, LINE)
    loaded = load(tiny_folder)
    assert loaded.problems == ()
    screen = open_booth(loaded, tiny_folder, now=clock)
    screen.wake()
    return screen


def write(screen, text: str) -> None:
    """Type a text on a keyboard."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QGuiApplication.sendEvent(
                screen.window, QKeyEvent(kind, Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            )


def fold(screen) -> None:
    """Put the keyboard away that stands before what is below a field."""
    if any(item.objectName() == "keyboard" for item in visible_items(screen.window)):
        screen.tap("key.done")


def go_on(screen) -> None:
    fold(screen)
    screen.tap("lead.on")


def fill_in(screen, name: str = CANARY, email: str = MAIL) -> None:
    """From the hub to the last step, with what is needed."""
    screen.tap("hub.lead")
    screen.tap("lead.name")
    write(screen, name)
    screen.tap("lead.email")
    write(screen, email)
    go_on(screen)
    go_on(screen)


def send(screen) -> None:
    screen.tap("lead.agree")
    screen.tap("lead.send")


def written(screen) -> str:
    """Everything that stands in the fields that are on screen."""
    return "".join(item.property("text") for item in visible_items(screen.window) if item.inherits("QQuickTextInput"))


@pytest.mark.parametrize(
    ("language", "name", "note"), [("en", CANARY, "Call me, please"), ("zh", "李华", "请联系我：谢谢！")]
)
def test_what_was_entered_is_sealed_with_what_was_looked_at(asking, state, language, name, note):
    asking.tap("hub.one")
    asking.tap("bar.home")
    if language == "zh":
        asking.tap("bar.language")
    asking.tap("hub.lead")
    asking.tap("lead.name")
    write(asking, name)
    asking.tap("lead.phone")
    write(asking, "+86 23 1234")
    go_on(asking)
    asking.tap("lead.note")
    write(asking, note)
    fold(asking)
    asking.tap("lead.interest.hill")
    go_on(asking)
    send(asking)
    asking.until(lambda: asking.place.lead == "thanks")
    (lead,) = leads_in(state)
    assert (lead.name, lead.phone, lead.note, lead.email) == (name, "+86 23 1234", note, "")
    zones = {"en": (("river", "River zone"), ("hill", "Hill zone")), "zh": (("river", "江区"), ("hill", "山区"))}
    assert lead.interests == zones[language]
    assert lead.viewed == ("river",)
    assert (lead.language, lead.version) == (language, "2026-05")
    assert lead.consent == asking.booth.stage.deck.leads.consent.say(language)
    assert LEAD_WORDS[language].thanks in asking.texts()
    tap_drawn(asking, "lead.home")
    assert asking.place.screen == "hub"


@pytest.mark.parametrize(
    ("size", "language"),
    [((1280, 720), "en"), *rather_these(((720, 1280), "zh"), ((1280, 720), "zh"), ((1920, 1080), "en"))],
)
def test_it_is_filled_in_by_touch_alone(asking, state, size, language):
    """Every key is one of the keyboard's; no field is ever behind it."""
    asking.window.resize(QSize(*size))
    asking.until(lambda: asking.window.contentItem().width() == size[0])
    asking.until_complete()
    keys = Striking(asking)
    if language == "zh":
        asking.tap("bar.language")
    asking.tap("hub.lead")
    written_by_touch = {}
    for field, struck in STRUCK[language].items():
        if field == "note":
            go_on(asking)
        asking.tap(f"lead.{field}")
        asking.until(lambda field=field: asking.item(f"lead.{field}").property("activeFocus"))
        lower = asking.item(f"lead.{field}").mapToScene(QPointF(0, asking.item(f"lead.{field}").height())).y()
        assert lower <= asking.item("keys").mapToScene(QPointF(0, 0)).y()
        struck(keys)
        written_by_touch[field] = asking.item(f"lead.{field}").property("text")
    go_on(asking)
    send(asking)
    asking.until(lambda: asking.place.lead == "thanks")
    (lead,) = leads_in(state)
    assert {name: getattr(lead, name) for name in WRITTEN[language]} == written_by_touch == WRITTEN[language]


def _holds(before: str, key: str, picked: str, after: str):
    def strike(keys: Striking) -> None:
        keys.type(before)
        keys.hold(key, picked)
        keys.type(after)

    return strike


def _pinyin(**words: str):
    """Letters, and the word that is chosen for them."""

    def strike(keys: Striking) -> None:
        for letters, word in words.items():
            keys.type(letters)
            keys.choose(word)

    return strike


def _types(text: str):
    return lambda keys: keys.type(text)


STRUCK = {
    "en": {
        "name": _holds("zo", "e", "ë", " li"),
        "organisation": _types("acme"),
        "email": _types("zoe.li@example.org"),
        "phone": _types("+4930123"),
        "note": _types("call me"),
    },
    "zh": {
        "name": _pinyin(li="李", hua="华"),
        "organisation": _pinyin(chongqing="重庆", touzi="投资"),
        "email": _types("lihua@example.cn"),
        "phone": _types("+8623123"),
        "note": _pinyin(xiexie="谢谢"),
    },
}
"""How each field is filled in …"""
WRITTEN = {
    "en": {
        "name": "Zoë Li",
        "organisation": "Acme",
        "email": "zoe.li@example.org",
        "phone": "+4930123",
        "note": "Call me",
    },
    "zh": {
        "name": "李华",
        "organisation": "重庆投资",
        "email": "lihua@example.cn",
        "phone": "+8623123",
        "note": "谢谢",
    },
}
"""… and what stands in it then."""


def test_take_it_home_leads_to_the_card(asking):
    asking.tap("hub.take_home")
    asking.tap("takeHome.lead")
    assert asking.place.screen == "lead"


def test_a_deck_that_does_not_ask_has_no_card(screen):
    screen.wake()
    assert not [item for item in visible_items(screen.window) if item.objectName() == "hub.lead"]
    screen.tap("hub.take_home")
    assert "Leave your contact" not in screen.texts()


def test_nothing_is_sent_without_consent_or_what_is_needed(asking, state):
    words = LEAD_WORDS["en"]
    fill_in(asking, name="", email="li@example")
    assert [each for each in asking.texts() if words.wrong["name"] in each and words.wrong["email"] in each]
    send(asking)
    assert asking.place.lead == "consent"
    asking.tap("lead.missing")
    assert {words.wrong["name"], words.wrong["email"]} <= set(asking.texts()), "said at the fields"
    asking.tap("lead.name")
    write(asking, "Li")
    assert words.wrong["name"] not in asking.texts()
    asking.tap("lead.email")
    write(asking, ".org")
    go_on(asking)
    go_on(asking)
    asking.tap("lead.agree")  # it was ticked
    assert words.wrong["agree"] in asking.texts()
    asking.tap("lead.send")
    assert asking.place.lead == "consent"
    assert leads_in(state) == []


def test_what_was_entered_is_deleted_at_any_step(asking):
    fill_in(asking)
    asking.tap("lead.agree")
    asking.tap("lead.forget")
    assert (asking.place.lead, written(asking)) == ("who", "")
    go_on(asking)
    go_on(asking)
    assert LEAD_WORDS["en"].wrong["name"] in " ".join(asking.texts())


def test_deleted_on_the_spot_it_cannot_be_undone(asking):
    asking.tap("hub.lead")
    asking.tap("lead.name")
    write(asking, CANARY)
    asking.tap("lead.forget")
    asking.tap("lead.name")
    QTest.keyClick(asking.window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert written(asking) == ""


def test_what_was_sent_can_be_deleted_as_long_as_thanks_are_said(asking, state):
    fill_in(asking)
    send(asking)
    asking.until(lambda: asking.place.lead == "thanks")
    assert len(leads_in(state)) == 1
    tap_drawn(asking, "lead.withdraw")
    asking.until(lambda: asking.place.lead == "deleted")
    assert leads_in(state) == []
    asking.tap("bar.home")


def tap_drawn(screen, name: str) -> None:
    """Touch something that is just being laid out, as soon as it is drawn where it stays."""
    screen.window.grabWindow()
    screen.window.grabWindow()  # what depends on how high a text is comes with the frame after that
    screen.tap(name)


def leave_by_home(screen, _clock) -> None:
    fold(screen)  # it stands before the bar
    screen.tap("bar.home")


def leave_by_idling(screen, clock) -> None:
    clock.now += 121_000
    screen.booth.stage.tick()
    assert screen.place.asking
    clock.now += 11_000
    screen.booth.stage.tick()
    screen.wake()


def leave_by_a_talk(screen, _clock) -> None:
    screen.booth.stage.act(lambda navigator: navigator.begin_show(0))
    screen.booth.stage.act(lambda navigator: navigator.end_show())
    screen.wake()


def leave_by_the_panel(screen, _clock) -> None:
    screen.booth.stage.open_desk(Desk.PANEL)
    screen.booth.stage.act(lambda navigator: navigator.close_desk())
    assert screen.place.lead == "who"
    assert written(screen) == ""
    screen.tap("bar.home")


def leave_by_escape(screen, _clock) -> None:
    QTest.keyClick(screen.window, Key.Key_Escape)
    assert screen.place.screen == "lead", "it only ends writing"
    QTest.keyClick(screen.window, Key.Key_Escape)


@pytest.mark.parametrize(
    "leave", [leave_by_home, leave_by_idling, leave_by_a_talk, leave_by_the_panel, leave_by_escape]
)
def test_nothing_is_left_for_the_next_one(asking, clock, leave):
    fill_in(asking)
    asking.tap("lead.agree")
    asking.tap("bar.previous")
    asking.tap("bar.previous")
    assert CANARY in written(asking)
    asking.tap("lead.name")
    leave(asking, clock)
    assert asking.place.screen == "hub"
    asking.tap("hub.lead")
    assert written(asking) == ""
    go_on(asking)
    go_on(asking)
    assert LEAD_WORDS["en"].wrong["name"] in " ".join(asking.texts())


def test_the_language_can_be_changed_and_what_was_written_stays(asking):
    asking.tap("hub.lead")
    asking.tap("lead.name")
    write(asking, CANARY)
    fold(asking)
    asking.tap("bar.language")
    assert {"姓名", "必填"} <= set(asking.texts())
    assert written(asking) == CANARY
    asking.tap("lead.email")
    write(asking, MAIL)
    go_on(asking)
    go_on(asking)
    asking.tap("lead.agree")
    asking.tap("bar.language")
    assert LEAD_WORDS["en"].wrong["agree"] in asking.texts(), "they have not agreed to this text"


def test_typing_counts_as_being_there_and_is_no_key_of_the_booth(asking, clock):
    acts = []
    asking.booth.stage.acted.connect(acts.append)
    asking.tap("hub.lead")
    asking.tap("lead.name")
    acts.clear()
    for _ in range(5):
        clock.now += 100_000
        write(asking, "n")
        QTest.keyClick(asking.window, Key.Key_Home)
        asking.booth.stage.tick()
    assert (asking.place.screen, asking.place.lead, asking.place.asking) == ("lead", "who", False)
    assert written(asking) == "nnnnn"
    assert set(acts) == {"touch"}


@pytest.mark.parametrize("key", [Key.Key_A, Key.Key_C, Key.Key_X, Key.Key_V])
def test_the_clipboard_is_out_of_reach(asking, key):
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("from elsewhere")
    asking.tap("hub.lead")
    asking.tap("lead.name")
    write(asking, CANARY)
    for each in (Key.Key_A, key):
        QTest.keyClick(asking.window, each, Qt.KeyboardModifier.ControlModifier)
    assert written(asking) == CANARY
    assert clipboard.text() == "from elsewhere"
    clipboard.clear()


def test_a_store_that_cannot_be_written_is_told_plainly(asking, state, capfd):
    state.write_text("in the way")  # of the folder, which stops root, too
    fill_in(asking)
    send(asking)
    asking.until(lambda: asking.place.lead == "sorry")
    assert LEAD_WORDS["en"].sorry_more in asking.texts()
    told = capfd.readouterr().err
    assert "not kept" in told
    assert CANARY not in told
    state.unlink()
    tap_drawn(asking, "lead.again")
    asking.tap("lead.send")
    asking.until(lambda: asking.place.lead == "thanks")
    assert len(leads_in(state)) == 1


def test_a_full_disk_is_told_plainly(asking, state, capfd):
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    fill_in(asking)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2048, limits[1]))
        send(asking)
        asking.until(lambda: asking.place.lead == "sorry")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)
    assert "not kept" in capfd.readouterr().err
    tap_drawn(asking, "lead.again")
    asking.tap("lead.send")
    asking.until(lambda: asking.place.lead == "thanks")
    assert len(leads_in(state)) == 1


def test_a_canary_is_found_nowhere_but_sealed(asking, state, tmp_path, drawn, capfd):
    """Not in the state, the cache, temporary files, the visit log, what is told, or the core that is never written."""
    from kiosk.stage.visitors import follow

    visitors = follow(asking.booth.stage, state)
    fill_in(asking)
    send(asking)
    asking.until(lambda: asking.place.lead == "thanks")
    asking.tap("bar.home")
    visitors.close()
    assert [lead.name for lead in leads_in(state)] == [CANARY]
    said = capfd.readouterr()
    assert CANARY not in said.out + said.err
    assert CANARY not in str(asking.booth.stage.kept())
    wanted = [text.encode(form) for text in (CANARY, MAIL) for form in ("utf-8", "utf-16-le", "utf-16-be")]
    files = [path for folder in (tmp_path, drawn) for path in folder.rglob("*") if path.is_file()]
    assert file_in(state) in files
    assert not [path for path in files if any(each in path.read_bytes() for each in wanted)]
    assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0


def test_a_card_without_a_name_or_a_note_asks_for_neither(open_booth, tiny_folder, state):
    add_leads(tiny_folder, LINE, LEADS + "  ask: [email]\n")
    screen = open_booth(load(tiny_folder), tiny_folder)
    screen.wake()
    screen.tap("hub.lead")
    assert "Name" not in screen.texts()
    assert "needed" in screen.texts()
    screen.tap("lead.email")
    write(screen, MAIL)
    go_on(screen)
    go_on(screen)
    send(screen)
    screen.until(lambda: screen.place.lead == "thanks")
    assert [lead.email for lead in leads_in(state)] == [MAIL]


def test_each_step_is_a_stop_of_the_tour(asking):
    shown = [stop for stop in stops(asking.booth.stage.deck) if stop.id.startswith("lead-")]
    assert [stop.id for stop in shown] == [
        f"lead-{s}" for s in ("who", "what", "consent", "thanks", "deleted", "sorry")
    ]
    for stop in shown:
        stop.show(asking.booth.stage)
        settle(asking.booth)
        assert asking.place.lead == stop.id.removeprefix("lead-")

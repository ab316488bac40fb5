"""What a booth's screen does for an organiser: a message of the day, the opening check, another deck at rest only."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta

import pytest
from fleet.lines import Organiser, write_settings
from operated import Clock, Machine
from PySide6.QtCore import QObject, QPoint, QPointF

from kiosk.deck.load import load
from kiosk.fleet.messages import Does
from kiosk.machine.file import read
from kiosk.packing.signing import make_keys
from kiosk.place import Desk
from kiosk.session.voice import Voice
from kiosk.stage.afar import Afar
from kiosk.stage.visitors import Visitors
from kiosk.visits.log import VisitLog

ALL = ["reload", "restart", "route", "message", "check", "fetch", "back"]


class Reached:
    """A booth with an organiser, in this process."""

    def __init__(self, broker, open_booth, folder, tmp_path, rest_ms=300, **running) -> None:
        key = make_keys(tmp_path / "organiser.key")
        self.clock = Clock()
        self.screen = open_booth(load(folder), folder, now=lambda: self.clock.now)
        running = {"loaded": load(folder)} | running
        self.machine = Machine(self.screen, tmp_path, self.clock, **running)
        write_settings(self.machine.config, broker, "hall-3", keys=[key], allow=ALL)
        self.organiser = Organiser(broker, tmp_path / "organiser.key")
        self._parent = QObject()
        operating, booth = self.machine.operating, self.screen.booth
        self.afar = Afar(operating, booth, read(self.machine.config), Voice(), self._parent, rest_ms=rest_ms)
        self._visitors = Visitors(booth.stage, VisitLog(operating.state, outbox=self.afar.sends))
        self.afar.begin(self._visitors.log)
        self.hear(lambda message: getattr(message, "online", False))

    def hear(self, condition):
        """Wait until the organiser hears something, while the booth's own loop goes on."""
        found = []

        def heard() -> bool:
            found[:] = filter(condition, self.organiser.gathered())
            return bool(found)

        self.screen.until(heard)
        return found[0]

    def ask(self, does: Does, state: str = "done", **details):
        """Ask for something, and give the answer."""
        command = self.organiser.ask(does, **details)
        return self.hear(lambda message: getattr(message, "state", "") == state and message.command == command.id)

    def hear_answer(self, command):
        """How a command ended, which may take a minute."""

        def ended() -> list:
            answers = [each for each in self.organiser.gathered() if getattr(each, "command", "") == command.id]
            return [each for each in answers if each.state != "under way"]

        self.screen.until(ended, 120_000)
        return ended()[0]

    def close(self) -> None:
        self._visitors.close()
        self.afar.close()
        self.organiser.go()


@pytest.fixture
def reach(broker, open_booth, tiny_folder, tmp_path):
    reached = []

    def reach_(**running) -> Reached:
        reached.append(Reached(broker, open_booth, tiny_folder, tmp_path, **running))
        return reached[-1]

    yield reach_
    for each in reached:
        each.close()


def test_a_message_of_the_day_stands_on_the_loop_and_the_hub_until_it_is_over(reach):
    reached = reach()
    screen, texts = reached.screen, {"en": "The talk begins\nat  three.", "zh": "三点开讲。"}
    screen.booth.stage.home()
    before = screen.item("hub.one").mapToScene(QPointF()).y()
    screen.booth.stage.rest()
    reached.ask(Does.MESSAGE, texts=texts)
    assert "The talk begins at three." in screen.texts()
    screen.wake()
    assert "The talk begins at three." in screen.texts()
    screen.tap("bar.language")
    assert "三点开讲。" in screen.texts()
    notice, heading = screen.item("notice"), screen.item("hub.one")
    assert notice.mapToScene(notice.boundingRect().bottomLeft()).y() < heading.mapToScene(heading.position()).y()
    screen.booth.stage.open("trade")
    assert not {"The talk begins at three.", "三点开讲。"} & set(screen.texts())
    screen.booth.stage.home()
    reached.ask(Does.MESSAGE, texts={"en": "Only in English."})
    assert "Only in English." in screen.texts(), "the deck's first language, where that of the visitor has none"
    soon = (datetime.now(UTC) + timedelta(seconds=2)).isoformat()
    reached.ask(Does.MESSAGE, texts=texts, until=soon)
    assert "三点开讲。" in screen.texts()
    screen.until(lambda: "三点开讲。" not in screen.texts())
    reached.ask(Does.MESSAGE, texts=texts)
    assert reached.ask(Does.MESSAGE).said == "No message is shown."
    assert screen.booth.stage.notice == ""
    assert screen.item("hub.one").mapToScene(QPointF()).y() == before


@pytest.mark.parametrize(
    ("details", "why"),
    [
        ({"texts": {"en": "x" * 201}}, "200 characters"),
        ({"texts": "hello"}, "a text for each language"),
        ({"texts": {"fr": "bonjour"}}, "in a language of the deck: en, zh"),
        ({"texts": {"en": "a"}, "until": "soon"}, "no time"),
        ({"texts": {"en": "a"}, "until": "2026-05-04T10:00:00"}, "time zone"),
    ],
)
def test_a_message_that_is_none_is_refused(reach, details, why):
    assert why in reach().ask(Does.MESSAGE, "refused", **details).said


def test_a_booth_without_a_watch_is_not_started_again(reach):
    assert "nobody watches" in reach(again=None).ask(Does.RESTART, "refused").said


def test_what_the_organiser_asks_is_done_as_the_panel_does_it(reach):
    reached = reach()
    command = reached.organiser.ask(Does.RESTART)
    reached.screen.until(lambda: reached.machine.asked == [("again", None)])
    assert not any(getattr(each, "state", "") == "done" for each in reached.organiser.heard), command


@pytest.mark.parametrize("stays", [True, False])
def test_the_deck_from_before_waits_until_the_visitor_is_gone_or_for_so_long(reach, tiny_folder, stays):
    shutil.copytree(tiny_folder, tiny_folder.with_name(f".{tiny_folder.name}.previous"))
    reached = reach(rest_ms=300 if stays else 60_000)
    reached.screen.wake()
    reached.organiser.ask(Does.BACK)
    reached.hear(lambda message: getattr(message, "state", "") == "under way")
    busy = reached.organiser.ask(Does.BACK)
    assert "busy" in reached.hear(lambda message: getattr(message, "command", "") == busy.id and message.said).said
    if not stays:
        assert not reached.machine.asked
        reached.screen.booth.stage.rest()
    reached.screen.until(lambda: reached.machine.asked)
    assert reached.screen.place.screen == ("hub" if stays else "attract")


def test_the_operator_sees_at_the_panel_what_is_wrong_with_the_line(reach, broker):
    reached = reach()
    broker.stop()
    until_told = reached.machine.operating
    reached.screen.until(lambda: until_told.afar)
    reached.screen.booth.stage.open_desk(Desk.PANEL)
    assert any("no line to the organiser" in text for text in reached.screen.texts())
    broker.start()
    reached.screen.until(lambda: not until_told.afar)


def test_visitors_notice_nothing_of_a_broker_that_is_gone(reach, broker):
    reached = reach()
    broker.stop()
    screen = reached.screen
    screen.until(lambda: reached.machine.operating.afar)
    screen.wake()
    screen.booth.stage.open("trade")
    before = screen.place.slide
    width, middle = screen.window.width(), screen.window.height() // 2
    screen.fingers.drag(QPoint(width * 3 // 4, middle), QPoint(-width // 2, 0))
    screen.until(lambda: screen.place.slide == before + 1)
    assert not any("organiser" in text for text in screen.texts())
    broker.start()


def test_visits_come_as_they_close(reach):
    from kiosk.fleet.messages import VisitMessage

    reached = reach()
    reached.screen.wake()
    reached.screen.booth.stage.rest()
    visit = reached.hear(lambda message: isinstance(message, VisitMessage))
    assert [stay[0] for stay in visit.visit["stays"]] == ["hub"]


@pytest.mark.long
def test_the_opening_check_is_done_beside_the_booth_and_its_card_is_the_answer(reach):
    reached = reach()
    answer = reached.hear_answer(reached.organiser.ask(Does.CHECK))
    assert answer.state == "failed", "there is no touchscreen here"
    assert answer.said.startswith("NOT READY\n✗ Touch: no touchscreen was found")
    assert "✓ Charts: all" in answer.said

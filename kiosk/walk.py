"""Steps a booth through every screen and waits until each is complete: what tour, deep check and warming share."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QEventLoop, QSize, QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.deck.model import Deck
from kiosk.navigator import Navigator
from kiosk.place import Desk, LeadStep
from kiosk.stage.app import Booth
from kiosk.stage.complete import complete
from kiosk.stage.stage import Stage

DEADLINE_S: Final = 180.0
"""How long one screen may take until its charts are drawn."""
_SEEN: Final = 9
"""So many slides a visitor has seen at the closing screen: enough for several codes."""
_NOTICES: Final = {
    "en": "This is where a message of the day stands, as the organiser sends it: what begins when and where, "
    "and whom to ask. It may be as long as this one, which has two hundred characters, and no more.",
    "zh": "主办方发送的当日通知显示在这里，例如活动的时间、地点与联系人。"
    "通知的长度与本条相当，仅在待机画面与首页的上方显示，到时即自动撤下，不遮挡任何内容。",
}
"""Messages of the day to be looked at."""
_LOOK_MS: Final = 5
"""How often to look while nothing happens; in between the threads that feed the workers have Python to themselves."""


@dataclass(frozen=True, kw_only=True)
class Route:
    """What a walk goes through."""

    sizes: tuple[QSize, ...]
    languages: tuple[str, ...]
    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """A screen of the walk."""

    id: str
    """`attract`, `dark`, `hub`, `attract-message`, `hub-message`, `group-ID`, `compare`, `adviser`, `lead-STEP`,
    `operator-PAGE`, `take-home`, `welcome-guests`, `show-PART`, or a slide's id."""
    show: Callable[[Stage], None]
    slide: str = ""
    """The slide's id again; "" for a screen that is made from several files."""


def stops(deck: Deck) -> Iterator[Stop]:
    """Every screen of a deck in a visitor's order, and then those that only a presenter shows."""
    for stop in _of_visitors(deck):
        yield replace(stop, show=partial(_visit, show=stop.show))
    greeting = next((route for route in deck.routes if route.welcome), None)
    if greeting:
        yield Stop("welcome-guests", partial(_present, route=greeting.id, step=None))
    yield Stop("show-slides", partial(_present, route="", step=Navigator.show_grid))
    yield Stop("show-keys", partial(_present, route="", step=_keys))


def _visit(stage: Stage, show: Callable[[Stage], None]) -> None:
    """A visitor's screen, whatever was shown before."""
    stage.act(Navigator.end_show)
    stage.post({})
    show(stage)


def _present(stage: Stage, route: str, step: Callable[[Navigator], None] | None) -> None:
    """A screen of a show from its beginning."""
    stage.act(Navigator.end_show)
    stage.post({})
    stage.home()
    stage.act(lambda navigator: navigator.begin_show(0, route))
    if step:
        stage.act(step)


def _keys(navigator: Navigator) -> None:
    navigator.key("f1")


def _of_visitors(deck: Deck) -> Iterator[Stop]:
    for scene in range(max(1, len(deck.attract))):
        yield Stop(f"attract-{scene + 1}" if scene else "attract", partial(_rest, scene=scene))
    if deck.hours:
        yield Stop("dark", partial(_rest, closed=True))
    yield Stop("hub", Stage.home)
    yield Stop("attract-message", partial(_noticed, show=_rest))
    yield Stop("hub-message", partial(_noticed, show=Stage.home))
    for group in deck.groups:
        if sum(platform.group == group.id and bool(platform.slides) for platform in deck.platforms) > 1:
            yield Stop(f"group-{group.id}", partial(Stage.openGroup, group=group.id))
    yield from _late(deck)
    for platform in deck.platforms:
        for slide in platform.slides:
            yield Stop(slide.id, partial(Stage.open, name=slide.id), slide.id)
    for desk in (Desk.PIN, Desk.PANEL, Desk.IMPORT, Desk.READY, Desk.VISITS, Desk.TEST, Desk.CLEANING, Desk.QUIT):
        yield Stop(f"operator-{desk}", partial(_operate, desk=desk))
    yield Stop("take-home", lambda stage: stage.act(_take_home))


def _rest(stage: Stage, scene: int = 0, *, closed: bool = False) -> None:
    """A scene of the attract loop, or what stands in its place outside the opening hours."""
    stage.act(lambda navigator: navigator.close(0, closed=closed))
    stage.rest(scene)


def _noticed(stage: Stage, show: Callable[[Stage], None]) -> None:
    """A screen with a message of the day, as long as one may be."""
    show(stage)
    stage.post({language: _NOTICES.get(language, _NOTICES["en"]) for language in stage.deck.languages})


def _take_home(navigator: Navigator) -> None:
    """Come to the closing screen as somebody who has seen some slides, whatever was shown before."""
    navigator.seen = ()
    for slide in range(_SEEN):
        navigator.open_index(slide)
    navigator.take_home()


def _operate(stage: Stage, desk: Desk) -> None:
    """What an operator sees, without being asked for a PIN."""
    stage.home()
    stage.open_desk(desk)


def _late(deck: Deck) -> Iterator[Stop]:
    """The screens that the hub's ways lead to, beside slides."""
    ways = Navigator(deck, 0).ways()
    if "compare" in ways:
        yield Stop("compare", partial(_go_way, way="compare"))
    if "adviser" in ways:
        yield Stop("adviser", partial(_advised, answers=()))
        first = tuple(question.answers[0].id for question in deck.questions)
        yield Stop("adviser-result", partial(_advised, answers=first))
        yield Stop("adviser-none", partial(_advised, answers=("",) * len(first)))
    if deck.leads:
        for step in (each for each in LeadStep if each):
            yield Stop(f"lead-{step}", partial(_asked, step=step))


def _asked(stage: Stage, step: LeadStep) -> None:
    """A step of the card, as somebody comes to it who has seen some slides; the hub where nobody is asked."""
    stage.home()
    stage.act(_take_home)
    stage.openWay("lead")
    stage.act(partial(Navigator.lead_to, step=step))


def _go_way(stage: Stage, way: str) -> None:
    stage.home()
    stage.openWay(way)


def _advised(stage: Stage, answers: tuple[str, ...]) -> None:
    """The adviser after some answers."""
    _go_way(stage, "adviser")
    stage.act(lambda navigator: navigator.ask_again(0))
    for answer in answers:
        stage.act(partial(Navigator.answer, answer=answer))


def resize(booth: Booth, size: QSize) -> None:
    """Give the booth's window a size in pixels and wait until it has it."""
    booth.window.resize(size)
    booth.window.show()
    settle(booth)


def settle(booth: Booth) -> None:
    """Wait until everything on screen is complete. Raises TimeoutError after `DEADLINE_S`."""
    end = time.monotonic() + DEADLINE_S
    QGuiApplication.processEvents()
    # Without a loop that runs, Qt deletes nothing later: every slide that was left would go on asking for its chart.
    QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    look = QTimer(interval=_LOOK_MS)
    look.start()
    while not complete(booth.window):
        if time.monotonic() > end:
            raise TimeoutError(f"A screen was not complete within {DEADLINE_S:.0f} s.")
        QGuiApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

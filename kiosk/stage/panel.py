"""The operator's panel as QML reads it: what is running, what is wrong, what can be set and done."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path
from typing import Final

import PySide6
from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

import kiosk
from kiosk.deck.interface import interface
from kiosk.deck.operator_words import OperatorWords, operator_words
from kiosk.deck.problems import shown_path
from kiosk.deck.shown import Reader, Shown
from kiosk.navigator import CLEANING_MS, Navigator
from kiosk.place import Desk
from kiosk.sentences import in_language
from kiosk.session.safemode import Level
from kiosk.stage.follower import Follower
from kiosk.stage.operating import Operating, Running
from kiosk.stage.rows import Rows
from kiosk.stage.stage import Stage

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1

FACT: Final = ("name", "value")
PROBLEM: Final = ("where", "message", "severe")
CHOICE: Final = ("id", "name", "more", "on")
ACTION: Final = ("id", "name", "available")

_LEAST_S: Final = 5
_STEP_S: Final = 5
_MOST_S: Final = 600
_PATH: Final = 44
"""Letters of a path that are shown: what tells folders apart stands at its ends."""
_HASH: Final = 12
"""Letters of a deck's fingerprint that are shown: enough to compare two."""


@QmlElement
class Panel(Follower):
    """What the operator sees and does; the rows are filled anew with each change, there are few of them."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = operator_words("")
        self._listens = self._kept = False
        self._page = Desk.NONE
        self._status = ""
        self._facts = Rows(FACT, self)
        self._problems = Rows(PROBLEM, self)
        self._languages = Rows(CHOICE, self)
        self._themes = Rows(CHOICE, self)
        self._text_sizes = Rows(CHOICE, self)
        self._decks = Rows(CHOICE, self)
        self._actions = Rows(ACTION, self)

    def _follow(self) -> None:
        stage = self._stage
        if stage is None:
            return
        operating = stage.operating
        if operating and not self._listens:
            self._listens = True
            operating.told.connect(self._tell)
        if stage.place.desk not in {Desk.NONE, Desk.PIN}:  # else it is just being closed, and stays as it was
            before, self._page = self._page, stage.place.desk
            if self._page is Desk.DECKS is not before:
                self._find_decks(stage)
        self._read(stage)

    @Slot()
    def _tell(self) -> None:
        self._kept = False
        if self._stage is not None:
            self._read(self._stage)

    def _read(self, stage: Stage) -> None:
        """Fill the rows."""
        self._words = operator_words(stage.place.language)
        operating = stage.operating
        again = operating is not None and operating.running.again is not None
        self._facts.fill(_facts(stage))
        problems = operating.running.loaded.problems if operating else ()
        language = stage.place.language
        afar = operating.afar if operating else ()
        self._problems.fill(
            [{"where": "[broker]", "message": in_language(each, language), "severe": True} for each in afar]
            + [
                {
                    "where": f"{_short(shown_path(each.path))}:{each.line}:{each.column}",
                    "message": in_language(each.message, language),
                    "severe": each.severity == "error",
                }
                for each in sorted(problems, key=lambda problem: problem.severity)
            ]
        )
        languages = sorted(stage.deck.languages, key=lambda each: interface(each).name)
        self._languages.fill([_choice(each, interface(each).name, stage.deck.languages[0]) for each in languages])
        theme = operating.theme if operating else stage.deck.theme
        themes = operating.running.loaded.themes if operating else ()
        reader = Reader(stage.deck, stage.place.language)
        self._themes.fill([_choice(name, reader.words(each.name), theme) for name, each in themes])
        size = str(stage.text_size)
        self._text_sizes.fill([_choice(str(at), name, size) for at, name in enumerate(self._words.sizes)])
        reread = again or (operating is not None and operating.reload is not None)
        ends = {"reload": reread, "decks": again, "restart": again, "quit": bool(operating and operating.running.leave)}
        talk = "end_show" if stage.place.show else "present"
        ends["end_show"] = stage.show.handed_over
        names = (talk, "reload", "decks", "import", "ready", "visits", "test", "export", "cleaning", "restart", "quit")
        self._actions.fill(
            [{"id": name, "name": self._words.actions[name], "available": ends.get(name, True)} for name in names]
        )
        self.changed.emit()

    # What is running

    @Property(str, notify=changed)
    def page(self) -> str:
        """Which page of the panel is shown."""
        return self._page.value

    @Property(Rows, constant=True)
    def facts(self) -> Rows:
        return self._facts

    @Property(Rows, constant=True)
    def problems(self) -> Rows:
        """Everything that is wrong with the deck, errors first."""
        return self._problems

    @Property(Rows, constant=True)
    def languages(self) -> Rows:
        return self._languages

    @Property(Rows, constant=True)
    def themes(self) -> Rows:
        return self._themes

    @Property(Rows, constant=True)
    def textSizes(self) -> Rows:
        return self._text_sizes

    @Property(Rows, constant=True)
    def decks(self) -> Rows:
        """The decks that can be chosen, the one that is shown among them."""
        return self._decks

    @Property(Rows, constant=True)
    def actions(self) -> Rows:
        return self._actions

    @Property(int, notify=changed)
    def askAfter(self) -> int:
        return self._stage.deck.idle.ask_after if self._stage else 0

    @Property(int, notify=changed)
    def returnAfter(self) -> int:
        return self._stage.deck.idle.return_after if self._stage else 0

    @Property(bool, notify=changed)
    def canKeep(self) -> bool:
        """Whether something was set that the machine's file does not say yet."""
        return self._stage is not None and self._stage.operating is not None and bool(self._stage.operating.changes)

    @Property(str, notify=changed)
    def status(self) -> str:
        """What became of what the operator asked for last; "" for nothing."""
        return self._status

    @Property(int, constant=True)
    def cleaningFor(self) -> int:
        """Milliseconds that nothing answers."""
        return CLEANING_MS

    # Words

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._words.panel

    @Property(str, notify=changed)
    def runningTitle(self) -> str:
        return self._words.running

    @Property(str, notify=changed)
    def problemsTitle(self) -> str:
        count = self._problems.rowCount()
        return self._words.problems.format(count=count) if count else self._words.no_problems

    @Property(str, notify=changed)
    def decksTitle(self) -> str:
        return self._words.actions["decks"]

    @Property(str, notify=changed)
    def languageTitle(self) -> str:
        return self._words.language

    @Property(str, notify=changed)
    def themeTitle(self) -> str:
        return self._words.theme

    @Property(str, notify=changed)
    def askTitle(self) -> str:
        return self._words.ask_after

    @Property(str, notify=changed)
    def returnTitle(self) -> str:
        return self._words.return_after

    @Property(str, notify=changed)
    def keepTitle(self) -> str:
        return self._words.keep

    @Property(str, notify=changed)
    def keepMore(self) -> str:
        """What becomes of what is set."""
        return self._words.kept if self._kept else self._words.for_this_run

    @Property(str, notify=changed)
    def testHow(self) -> str:
        return self._words.test_how

    @Property(str, notify=changed)
    def done(self) -> str:
        return self._words.done

    @Property(str, notify=changed)
    def cancelName(self) -> str:
        return self._words.cancel

    @Property(str, notify=changed)
    def cleaningHow(self) -> str:
        return self._words.cleaning_how

    @Property(str, notify=changed)
    def sure(self) -> str:
        """What is asked once more."""
        return self._words.quit_sure if self._page is Desk.QUIT else self._words.restart_sure

    @Property(str, notify=changed)
    def sureMore(self) -> str:
        return self._words.quit_more if self._page is Desk.QUIT else self._words.restart_more

    @Property(str, notify=changed)
    def yes(self) -> str:
        return self._words.actions["quit" if self._page is Desk.QUIT else "restart"]

    @Slot(int, result=str)
    def moreProblems(self, rest: int) -> str:
        """That so many find no room; "" for none."""
        return self._words.more_problems.format(rest=rest) if rest > 0 else ""

    @Slot(int, result=str)
    def inSeconds(self, seconds: int) -> str:
        return self._words.seconds.format(seconds=seconds)

    @Slot(int, int, result=str)
    def tested(self, count: int, fields: int) -> str:
        """How many of the test's fields have felt a finger."""
        return self._words.tested.format(count=count, all=fields)

    # What a touch asks

    @Slot()
    def close(self) -> None:
        self._act(Navigator.close_desk)

    @Slot(str)
    def go(self, page: str) -> None:
        """To a page of the panel."""
        if self._stage is not None:
            self._stage.open_desk(Desk(page))

    @Slot(str)
    def do(self, action: str) -> None:
        """One of the `actions`."""
        operating = self._stage.operating if self._stage else None
        if action == "export":
            self._export()
        elif action == "present" and self._stage:
            stage = self._stage
            self._act(lambda navigator: navigator.begin_show(stage.now()))
        elif action == "end_show":
            self._act(Navigator.end_show)
        elif action != "reload":
            self.go(action)
        elif operating:
            operating.read_again()

    @Slot()
    def confirm(self) -> None:
        """What was asked once more is meant."""
        operating = self._stage.operating if self._stage else None
        if operating and self._page is Desk.RESTART:
            operating.start_again(rested=True)
        elif operating and self._page is Desk.QUIT:
            operating.leave()

    @Slot(str)
    def speak(self, language: str) -> None:
        if operating := self._operating():
            operating.speak(language)

    @Slot(str)
    def paint(self, theme: str) -> None:
        if operating := self._operating():
            operating.paint(theme)

    @Slot(str)
    def write(self, text_size: str) -> None:
        if operating := self._operating():
            operating.write_in(int(text_size))

    @Slot(int)
    def ask(self, by: int) -> None:
        """Ask visitors who stopped touching sooner or later, by so many steps."""
        if operating := self._operating():
            operating.wait("ask_after", _stepped(operating.idle.ask_after, by))

    @Slot(int)
    def back(self, by: int) -> None:
        """The same for the return after the question."""
        if operating := self._operating():
            operating.wait("return_after", _stepped(operating.idle.return_after, by))

    @Slot()
    def keep(self) -> None:
        """Write what was set into the machine's file."""

        def kept(wrong: str) -> None:
            self._kept, self._status = not wrong, in_language(wrong, self._language())
            self.changed.emit()

        if operating := self._operating():
            operating.keep(kept)

    @Slot(str)
    def choose(self, deck: str) -> None:
        """Start again with another deck."""
        if operating := self._operating():
            operating.start_again(Path(deck))

    def _language(self) -> str:
        return self._stage.place.language if self._stage else ""

    def _operating(self) -> Operating | None:
        return self._stage.operating if self._stage else None

    # What takes its time

    def _find_decks(self, stage: Stage) -> None:
        from kiosk.operator.decks import decks_in

        self._decks.fill([])
        here = stage.folder.absolute()
        operating = stage.operating
        # What lies on a stick in the open is signed by nobody.
        drives = operating.drives if operating and not operating.settings.keys else list

        def fill(found: list[Path]) -> None:
            self._decks.fill([_deck(each, here) for each in found])
            self._status = "" if found else self._words.no_decks
            self.changed.emit()

        if operating:
            operating.aside(lambda: decks_in(here, drives()), fill)
        else:
            fill(decks_in(here, []))

    def _export(self) -> None:
        """Copy what the booth wrote to the stick that is plugged in."""
        from kiosk.operator.export import export

        operating = self._operating()
        if operating is None:
            return
        self._status = self._words.exporting

        def done(result: tuple[str, str]) -> None:
            folder, wrong = result
            if folder:
                self._status = self._words.exported.format(folder=folder)
            else:
                self._status = (
                    self._words.not_exported.format(reason=in_language(wrong, self._language()))
                    if wrong
                    else self._words.no_stick
                )
            self.changed.emit()

        self.changed.emit()
        operating.aside(partial(export, operating.state, operating.reports, operating.drives), done)


def _choice(name: str, shown: str, chosen: str) -> Shown:
    return {"id": name, "name": shown, "more": "", "on": name == chosen}


def _deck(folder: Path, here: Path) -> Shown:
    return {"id": str(folder), "name": folder.name, "more": _short(str(folder.parent)), "on": folder == here}


def _short(path: str) -> str:
    """A path, or its two ends."""
    half = _PATH // 2
    return path if len(path) <= _PATH else f"{path[: half - 1]}…{path[-half:]}"


def _stepped(seconds: int, by: int) -> int:
    """The next of the whole steps from some seconds on."""
    whole = (seconds // _STEP_S + by) * _STEP_S if by > 0 else -(-seconds // _STEP_S) * _STEP_S + by * _STEP_S
    return min(_MOST_S, max(_LEAST_S, whole))


def _state(words: OperatorWords, running: Running) -> str:
    """What is left out after crashes; "" where nothing is."""
    said = {Level.LESS: words.less.format(slides=", ".join(running.left_out)), Level.GOOD: words.good}
    return said.get(running.level, words.nothing if running.level is Level.CALM else "")


def _since(words: OperatorWords, began: float) -> str:
    """How long the session lasts, and since when by what the clock on the wall says now."""
    seconds = time.monotonic() - began
    minutes = int(seconds // 60)
    uptime = words.uptime.format(days=minutes // 1440, hours=minutes // 60 % 24, minutes=minutes % 60)
    return f"{time.strftime('%Y-%m-%d %H:%M', time.localtime(time.time() - seconds))}  ·  {uptime}"


def _facts(stage: Stage) -> list[Shown]:
    """What is running, since when."""
    words, operating = operator_words(stage.place.language), stage.operating
    facts = [
        (words.deck, stage.about.title),
        (words.folder, _short(str(stage.folder.absolute())) if operating else ""),
        (words.version, operating.running.fingerprint[:_HASH] if operating else ""),
        (words.since, _since(words, operating.began) if operating else ""),
        (words.software, f"Kiosk {kiosk.__version__}  ·  Qt {PySide6.__version__}"),
        (words.state, _state(words, operating.running) if operating else ""),
    ]
    return [{"name": name, "value": value} for name, value in facts if value]

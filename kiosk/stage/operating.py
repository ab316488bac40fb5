"""What the booth does for its operator: lets them in, and does what they ask for at the panel.

Whatever may take its time (a slow PIN on purpose, a stick, a disk) is done on a thread.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from kiosk.deck.load import Loaded
from kiosk.deck.model import Idle
from kiosk.deck.records import record_by_name
from kiosk.machine.settings import Settings, folder_of
from kiosk.machine.suit import on_this_machine, suited
from kiosk.navigator import Navigator
from kiosk.place import Desk
from kiosk.sentences import said_by, sentence, why
from kiosk.session.safemode import Level
from kiosk.sparing import tell
from kiosk.stage.stage import Stage

if TYPE_CHECKING:
    from kiosk.operator.lock import Answer, Lock
    from kiosk.stage.reload import Reload

NO_PIN: Final = (
    "kiosk: No operator's PIN is set, so nobody can open the panel at the booth. `kiosk pin` sets one;"
    " then five taps in the top right corner ask for it."
)
_KEY_MS: Final = 5_000
"""A stick with the key has so long to be found, where there is no PIN that is asked for meanwhile."""


@record_by_name
class Running:
    """The booth as its operator's panel tells of it, and what ends it."""

    loaded: Loaded
    theme: str = ""
    """The name of the theme that is shown."""
    fingerprint: str = ""
    """Of the deck."""
    began: float = 0.0
    """When the session was started, in seconds of the monotonic clock."""
    level: Level = Level.WHOLE
    """How much of the deck is shown after crashes."""
    left_out: tuple[str, ...] = ()
    """The slides that are not, by their ids."""
    chosen: bool = False
    """Whether the deck was chosen at the panel."""
    again: Callable[[Path | None], None] | None = None
    """Starts the booth again, with another deck where one is given; None where nobody would do that."""
    leave: Callable[[], None] | None = None
    """Ends the booth for good."""


class Operating(QObject):
    """Opens pad and panel of a `stage`, by the machine's file `config`, and keeps what must be kept in `state`.

    `drives` gives the removable drives in the folders that it is told.
    """

    answered = Signal()
    """There is something else to be said at the pad."""
    told = Signal()
    """There is something else to be said at the panel."""
    _done = Signal(object, object)

    def __init__(
        self,
        stage: Stage,
        config: Path,
        state: Path,
        running: Running,
        drives: Callable[[tuple[str, ...]], list[Path]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._stage, self.config, self.state, self._drives = stage, config, state, drives
        self.running = running
        self.began = running.began or time.monotonic()
        self.theme = running.theme
        self.settings = Settings()
        self.lock: Lock | None = None
        self.answer: Answer | None = None
        """What became of the last PIN; None where there is none yet."""
        self.looks = False
        """Whether a PIN is being looked at."""
        self.changes: dict[tuple[str, str], Any] = {}
        """What was set at the panel and is not kept yet, by the tables and keys of the machine's file."""
        if running.chosen:
            self.changes["", "deck"] = str(stage.folder.absolute())
        self._suits: dict[tuple[str, str], Settings] = {}
        """What of it changes the deck."""
        self.reload: Reload | None = None
        """What reads the deck again in place; None where less than all of it is shown."""
        self.afar: tuple[str, ...] = ()
        """What is wrong with the line to the organiser, in plain words."""
        self._knocked = 0
        self._done.connect(self._take)
        stage.knocked.connect(self._knock)
        stage.operating = self
        if stage.place.desk:  # after a start from the panel
            self.aside(self._settings, self._go_on)

    def introduce(self) -> None:
        """Tell on stderr how a PIN is set, where none is."""
        if self.config.exists():  # else a start need not read it, with a library that takes its time
            self.aside(self._settings, lambda read: None if read.pin or read.key else tell(NO_PIN))
        else:
            tell(NO_PIN)

    def _go_on(self, settings: Settings) -> None:
        self.settings = settings
        self._stage.placeChanged.emit()

    # Threads

    def aside(self, work: Callable[[], Any], then: Callable[[Any], object]) -> None:
        """Have something done on a thread, and then go on here with what came of it; nothing where it failed."""
        threading.Thread(target=self._work, args=(work, then), name="operating", daemon=True).start()

    def _work(self, work: Callable[[], Any], then: Callable[[Any], object]) -> None:
        try:
            result = work()
        except Exception as error:  # noqa: BLE001 - the booth goes on
            tell(f"kiosk: {error}")
            return
        with suppress(RuntimeError):  # the booth closed meanwhile
            self._done.emit(then, result)

    @Slot(object, object)
    def _take(self, then: Callable[[Any], object], result: Any) -> None:
        page = getattr(then, "__self__", None)
        if not isinstance(page, QObject) or isValid(page):  # else QML has taken the page away meanwhile
            then(result)

    # Letting the operator in

    @Slot()
    def _knock(self) -> None:
        self._knocked = self._stage.now()
        self.aside(self._settings, self._ask)

    def _settings(self) -> Settings:
        from kiosk.machine.file import read
        from kiosk.operator.lock import Lock

        if self.lock is None:
            self.lock = Lock(self.state)
        return read(self.config)

    def _ask(self, settings: Settings) -> None:
        """Open the pad where there is a PIN, and look for a key where there is one."""
        self.settings, self.answer = settings, None
        if settings.pin and not self._stage.place.desk:
            self._stage.open_desk(Desk.PIN)
        if settings.key:
            from kiosk.operator import key

            self.aside(lambda: key.is_on(self.drives(), settings.key), self._use_key)

    def drives(self) -> list[Path]:
        """The removable drives that are there now. Takes as long as they do."""
        return self._drives(self.settings.drives)

    def _use_key(self, is_there: bool) -> None:
        soon = self._stage.now() - self._knocked < _KEY_MS and not self._stage.place.desk
        if is_there and (self._stage.place.desk is Desk.PIN or soon):
            if self.lock:
                self.aside(self.lock.opened, lambda _: None)
            self._stage.open_desk(Desk.PANEL)

    @property
    def reports(self) -> Path:
        """The folder of the reports of crashes."""
        named = self.settings.reports
        return folder_of(named, self.config.parent) if named else self.state / "reports"

    def enter(self, pin: str) -> None:
        """Have a PIN looked at; `answered` tells when that begins and when it is done."""
        if self.looks or self.lock is None:
            return
        from kiosk.operator.pin import matches

        self.looks = True
        self.aside(partial(self.lock.attempt, pin, partial(matches, self.settings.pin)), self._let_in)
        self.answered.emit()

    def _let_in(self, answer: Answer) -> None:
        from kiosk.operator.lock import Answer

        self.looks, self.answer = False, answer
        if answer is Answer.RIGHT and self._stage.place.desk is Desk.PIN:
            self._stage.open_desk(Desk.PANEL)
        self.answered.emit()

    # What is set at the panel, for as long as the booth runs

    @property
    def idle(self) -> Idle:
        """The idle times that hold now."""
        return self._stage.deck.idle

    def speak(self, language: str) -> None:
        """Begin each visit in a language of the deck."""
        self._suit(Settings(language=language), ("", "language"), language)
        self._stage.speak(language)

    def wait(self, key: str, seconds: int) -> None:
        """Another of the idle times, by its name in the deck and in the machine's file."""
        settings = Settings(ask_after=seconds) if key == "ask_after" else Settings(return_after=seconds)
        self._suit(settings, ("idle", key), seconds)

    def _suit(self, settings: Settings, key: tuple[str, str], value: Any) -> None:
        self.changes[key] = value
        self._suits[key] = settings
        self._stage.take(suited(self._stage.deck, settings))
        self.told.emit()

    def follow(self, reload: Reload) -> None:
        """Keep what was set at the panel, and tell of new problems, when the deck is read again."""
        self.reload = reload
        reload.then(self._suited)
        reload.read.connect(self._take_read)

    def _suited(self, loaded: Loaded) -> Loaded:
        """A deck that was read again, with what was set at the panel."""
        for settings in self._suits.values():
            loaded = on_this_machine(loaded, settings)
        return loaded

    @Slot()
    def _take_read(self) -> None:
        """The deck's files were read again, whether or not they are shown."""
        from dataclasses import replace

        if self.reload:
            self.running = replace(self.running, loaded=self.reload.loaded)
        self.told.emit()

    def paint(self, theme: str) -> None:
        """Another of the deck's themes."""
        themes = dict(self.running.loaded.themes)
        if theme in themes:
            self.theme = self.changes["", "theme"] = theme
            self._stage.theme.take(themes[theme])
            self.told.emit()

    def write_in(self, text_size: int) -> None:
        """Have visitors find the text in another size."""
        self.changes["", "text_size"] = text_size + 1
        self._stage.act(partial(Navigator.set_text_size, text_size=text_size))
        self.told.emit()

    def keep(self, then: Callable[[str], object]) -> None:
        """Write what was set into the machine's file; `then` gets what was wrong, "" for nothing."""
        changes = dict(self.changes)

        def kept(wrong: str) -> None:
            if not wrong:
                self.changes = {key: value for key, value in self.changes.items() if changes.get(key) != value}
            then(wrong)

        self.aside(partial(_keep, self.config, changes), kept)

    def hear_afar(self, problems: tuple[str, ...]) -> None:
        """The line to the organiser has other problems than before."""
        self.afar = problems
        self.told.emit()

    # Its end

    def read_again(self) -> None:
        """Read the deck's files again: in place, or by a start where less than all of them is shown."""
        if self.reload:
            self.reload.ask()
        else:
            self.start_again()

    def start_again(self, deck: Path | None = None, *, rested: bool = False) -> None:
        """Start the booth again: where the visitor is and with the panel open, or `rested`."""
        if self.running.again is None:
            return
        if rested:
            self._stage.rest()
        self.running.again(deck)

    def start_with(self, deck: Path) -> None:
        """Start with another deck, now and whenever the machine does; nothing else that was set is kept with it."""

        def kept(wrong: str) -> None:
            if wrong:
                tell(f"kiosk: {wrong}")
            self.start_again(deck)

        self.aside(partial(_keep, self.config, {("", "deck"): str(deck)}), kept)

    def leave(self) -> None:
        """End the booth."""
        if self.running.leave:
            self.running.leave()


def _keep(config: Path, changes: dict[tuple[str, str], Any]) -> str:
    from kiosk.machine.file import UnreadableError, change

    try:
        change(config, changes)
    except UnreadableError as error:
        return said_by(error)
    except OSError as error:
        before, _, after = str(error).partition(error.strerror or str(error))
        return sentence("{before}{why}{after}", before=before, why=why(error), after=after)
    return ""

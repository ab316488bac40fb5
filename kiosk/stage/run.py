"""The booth from start to end: opens the deck, shows it, and leaves cleanly when told to."""

from __future__ import annotations

import gc
import os
import signal
from contextlib import closing, suppress
from dataclasses import field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEventLoop, QObject, QSocketNotifier, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from kiosk.charts import Charts
from kiosk.deck.load import Loaded
from kiosk.deck.records import record_by_name
from kiosk.machine.settings import Settings
from kiosk.session.errors import Errors
from kiosk.session.orders import Orders
from kiosk.session.safemode import Level
from kiosk.session.voice import Word
from kiosk.session.watch import EXIT_ERRORS
from kiosk.sparing import tell
from kiosk.stage import graphics
from kiosk.stage.app import Booth, BoothOptions, clock
from kiosk.stage.application import application_now
from kiosk.stage.complete import complete
from kiosk.stage.probe import Probe
from kiosk.stage.scene import QmlScene

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.session.awake import Awake
    from kiosk.stage.afar import Afar
    from kiosk.stage.beside import Beside, Opens
    from kiosk.stage.operating import Operating
    from kiosk.stage.pyside import Sources
    from kiosk.stage.reload import Reload
    from kiosk.stage.visitors import Visitors

_PATIENCE_MS: Final = 40
"""The first screen waits so long for its pictures at most; a cache that lacks them takes far longer."""
_LOOK_MS: Final = 2
"""From one look at its items to the next: what brings the pictures needs the interpreter, too."""

_ENOUGH_MS: Final = 2_000
"""After the first frame, what waits for a complete screen waits no longer: a picture may take much longer to draw."""

_MOST: Final = 64
"""Signals that are taken together; one that is sent again before that is done is one."""


@record_by_name
class RunOptions:
    """What `kiosk run` was asked for."""

    deck: Path
    cache: Path
    windowed: bool = False
    """Whether the booth is a window, and not the whole screen."""
    orders: Orders
    """Of the booth's watch."""
    fingerprint: str = ""
    """Of the deck as it was opened."""
    settings: Settings
    """This machine's."""
    sources: Sources
    """PySide's, as they were compiled for this start."""
    start: str = ""
    """The id of the platform or slide to open with."""
    booth: BoothOptions = field(default_factory=BoothOptions)
    console: Opens | None = None
    """Opens what a presenter has beside the show."""


def run(loaded: Loaded, options: RunOptions, scene: QmlScene) -> int:
    """Run a booth until it is told to end, and give the exit code. Problems of the deck go to stderr."""
    orders = options.orders
    if not orders.again:
        for problem in loaded.problems:
            tell(str(problem))
    app = application_now()
    _hear_errors(app, orders)
    if graphics.draws_in_software():
        scene.backgrounds.map_next()
    with closing(Charts(options.cache / "charts")) as charts:
        booth = Booth(loaded, options.deck, charts, options.booth, scene=scene)
        stage = booth.stage
        stage.heading.connect(lambda: orders.voice.place(stage.kept()))
        if orders.place:
            _resume(booth, orders)
        elif options.start:
            booth.stage.open(options.start)
        if options.booth.probe:
            Probe(booth.window, booth.stage)
        _await_pictures(booth)
        booth.window.show() if options.windowed else booth.window.showFullScreen()
        signals = _Signals(app, booth, watched=orders.life >= 0)
        after = _AfterFirstScreen(app, booth, loaded, options, signals)
        code = app.exec()
        after.close()
        signals.close()
        booth.close()
    return code


def _resume(booth: Booth, orders: Orders) -> None:
    """Show what the visitor saw when the booth before fell over."""
    from ast import literal_eval  # only then

    with suppress(ValueError, SyntaxError):  # what was told was cut short: better the attract loop than another fall
        booth.stage.resume(literal_eval(orders.place), orders.touched)


def _attend(
    app: QGuiApplication, booth: Booth, loaded: Loaded, options: RunOptions, reload: Reload | None
) -> Operating:
    """Let the operator operate the booth."""
    from kiosk.operator.drives import mounted
    from kiosk.places import config_file, state_folder
    from kiosk.session.watch import EXIT_AGAIN
    from kiosk.stage.operating import Operating, Running

    orders, stage = options.orders, booth.stage

    def again(deck: Path | None) -> None:
        orders.voice.place(stage.kept() | {"desk": "panel" if stage.place.desk else ""})
        if deck:
            orders.voice.say(Word.CHOSEN, str(deck))
        app.exit(EXIT_AGAIN)

    running = Running(
        loaded=loaded,
        theme=options.booth.theme or stage.deck.theme,
        fingerprint=options.fingerprint,
        began=orders.began,
        level=orders.level,
        left_out=orders.left_out,
        chosen=orders.deck is not None,
        again=again if orders.life >= 0 else None,
        leave=partial(app.exit, 0),
    )
    operating = Operating(stage, config_file(), state_folder(), running, mounted, booth.window)
    if reload:
        operating.follow(reload)
    if not orders.again:
        operating.introduce()
    return operating


def _suited(loaded: Loaded, settings: Settings) -> Loaded:
    from kiosk.machine.suit import on_this_machine  # only where a deck is changed while it is shown

    return on_this_machine(loaded, settings)


def _hear_errors(app: QGuiApplication, orders: Orders) -> None:
    """Have exceptions told that nobody caught, and the watch start the booth again after too many."""

    def give_up(report: str) -> None:
        if orders.stacks >= 0:
            os.write(orders.stacks, report.encode(errors="replace"))
            app.exit(EXIT_ERRORS)

    Errors(tell, lambda name: orders.voice.say(Word.EVENT, name), give_up).install()


def _await_pictures(booth: Booth) -> None:
    """Give the pictures that another thread decodes a moment, so that the first frame is a complete one."""
    end = clock() + _PATIENCE_MS
    while clock() < end and not complete(booth.window):
        moment = QEventLoop()
        QTimer.singleShot(_LOOK_MS, moment.quit)
        moment.exec()


class _Signals(QObject):
    """Ends Qt's loop on SIGINT and SIGTERM, and brings the window to the front on SIGUSR1.

    What a signal does is done from Qt's loop: Python's handlers sleep while Qt waits, and else may break into any line
    of the booth's own code. A booth that is `watched` is not to be ended by a second signal while it leaves: its watch
    sees to it that it does.
    """

    def __init__(self, app: QGuiApplication, booth: Booth, *, watched: bool) -> None:
        super().__init__()
        self._reading, self._writing = os.pipe()
        os.set_blocking(self._reading, False)
        os.set_blocking(self._writing, False)
        self._notifier = QSocketNotifier(self._reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)
        signal.set_wakeup_fd(self._writing, warn_on_full_buffer=False)
        self._does: dict[int, Callable[[], None]] = {}
        self._window = booth.window
        self._after = signal.SIG_IGN if watched else signal.SIG_DFL
        for number in (signal.SIGINT, signal.SIGTERM):
            self.hear(number, partial(app.exit, 0))  # quit() would ask the window, which refuses
        if hasattr(signal, "SIGUSR1"):
            self.hear(signal.SIGUSR1, self._raise)

    def hear(self, number: int, does: Callable[[], None]) -> None:
        """Have a signal do something from now on."""
        self._does[number] = does
        signal.signal(number, lambda *_: None)

    @Slot()
    def _wake(self) -> None:
        for number in set(os.read(self._reading, _MOST)):
            if number in self._does:
                self._does[number]()

    def _raise(self) -> None:
        self._window.raise_()
        self._window.requestActivate()

    def close(self) -> None:
        """Give the signals back to Python."""
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        for number in self._does:
            ends = number in {signal.SIGINT, signal.SIGTERM}
            signal.signal(number, self._after if ends else signal.SIG_IGN)
        os.close(self._reading)
        os.close(self._writing)


class _AfterFirstScreen(QObject):
    """What can wait until the first screen stands: the watch, the garbage collector, the first key, the visit log.

    A booth that is alone on the screen keeps it from going dark; one that is not probed, and more than a show, can be
    operated, and tells of its visits; one whose machine names a broker is seen by its organiser.
    """

    def __init__(
        self, app: QGuiApplication, booth: Booth, loaded: Loaded, options: RunOptions, signals: _Signals
    ) -> None:
        super().__init__()
        self._signals = signals
        self._app, self._booth, self._loaded, self._options = app, booth, loaded, options
        self._orders = options.orders
        self._awake: Awake | None = None
        self._visitors: Visitors | None = None
        self._reload: Reload | None = None
        self._beside: Beside | None = None
        self._afar: Afar | None = None
        self._enough = QTimer(self, singleShot=True)
        self._enough.timeout.connect(self._go_on)
        booth.window.frameSwapped.connect(self._look)

    @Slot()
    def _look(self) -> None:
        if complete(self._booth.window):
            self._enough.start(0)
        elif not self._enough.isActive():
            self._enough.start(_ENOUGH_MS)

    @Slot()
    def _go_on(self) -> None:
        self._booth.window.frameSwapped.disconnect(self._look)
        self._follow_files()
        if self._orders.life >= 0:
            from kiosk.stage.watched import Watched

            Watched(self._app, self._booth.window, self._booth.stage, self._orders, self)
            self._renew_daily()
        from kiosk.lazy import import_at_once
        from kiosk.modules import keep_modules

        import_at_once()
        keep_modules()
        if self._booth.stage.deck.hours:
            from kiosk.stage.hours import OpeningHours

            OpeningHours(self._booth.stage, self)
        if not self._options.windowed:
            from kiosk.session.awake import Awake

            self._awake = Awake(self._app.platformName(), lambda why: self._orders.voice.say(Word.EVENT, why))
        self._booth.prepare()
        self._options.sources.keep()
        if self._options.console:
            from kiosk.stage.beside import Beside

            self._beside = Beside(self._booth, self._options.console, self)
        gc.collect()
        gc.freeze()  # what the start made stays; the collector need not look at it again
        from kiosk.stage.collector import collect_between_events

        collect_between_events(self._app)
        if not self._options.booth.probe and not self._options.booth.presenting:
            operating = _attend(self._app, self._booth, self._loaded, self._options, self._reload)
            from kiosk.stage.visitors import follow

            if self._options.settings.broker:
                from kiosk.stage.afar import Afar

                self._afar = Afar(operating, self._booth, self._options.settings, self._orders.voice, self)
            self._visitors = follow(self._booth.stage, operating.state, self._afar.sends if self._afar else None)
            if self._afar:
                self._afar.begin(self._visitors.log)

    def _renew_daily(self) -> None:
        """Start anew each day where the machine's file says so."""
        if at := self._options.settings.restart:
            from kiosk.session.watch import EXIT_AGAIN
            from kiosk.stage.renewal import Renewal

            Renewal(self._booth.stage, at, partial(self._app.exit, EXIT_AGAIN), self)

    def _follow_files(self) -> None:
        """Show what is changed in the deck's files; where less than all is shown, have the watch try the whole."""
        options, voice = self._options, self._orders.voice
        from kiosk.stage.reload import Longing, Reload

        if self._orders.level is not Level.WHOLE:
            Longing(options.deck, self._orders.fell, voice, self)
            return
        cache = options.cache / "decks"
        suit = partial(_suited, settings=options.settings)
        self._reload = Reload(self._booth, options.deck, cache, self._loaded, options.fingerprint, suit, voice, self)
        if hasattr(signal, "SIGHUP"):
            self._signals.hear(signal.SIGHUP, self._reload.ask)

    def close(self) -> None:
        """Take back what was done, as far as it needs that."""
        if self._beside:
            self._beside.close()
        if self._reload:
            self._reload.close()
        if self._awake:
            self._awake.close()
        if self._visitors:
            self._visitors.close()
        if self._afar:
            self._afar.close()
        self.deleteLater()

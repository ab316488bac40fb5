"""Watches over a booth: a small process that stays, and starts the booth again when it is gone or hangs.

The process that was started forks before it has any thread and before it has anything of Qt's, which makes that safe
and costs a millisecond: the child becomes the booth, the parent remains the watch, and forks again when it must. It
imports nothing more, and what would make it larger (reports, the state file) is done by forks that end at once.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from kiosk.session.instance import Instance
from kiosk.session.orders import Orders
from kiosk.session.safemode import WINDOW, Level, SafeMode
from kiosk.session.systemd import Systemd
from kiosk.session.voice import Voice
from kiosk.session.ward import HANG, Ward

GOOD_AFTER: Final = WINDOW
"""A deck that ran so long without a crash is kept as one that can be gone back to."""
_STEP: Final = 5.0
"""The watch looks up so often at least. It counts no more than that for each look: it may have been stopped itself."""
_DUMP_S: Final = 2.0
"""A booth that hangs has so long to write its stacks."""
_LEAVE_S: Final = 0.8
"""A booth that is told to end has so long to do it."""
_MOST_READ: Final = 65536

_FAILED: Final = 1
_FINAL: Final = frozenset({0, 2})
"""Exit codes after which it is not started again: it was told to end, or told wrongly what to do."""
EXIT_ERRORS: Final = 70
"""The booth's own when it had too many exceptions."""
EXIT_AGAIN: Final = 71
"""The booth's own when its operator wants it started again, with everything there is."""


def can_watch() -> bool:
    """Whether a booth can be forked from this process: not on Windows, and not where Qt is there already."""
    return hasattr(os, "fork") and "PySide6" not in sys.modules


def end_at_once() -> None:
    """Have SIGINT and SIGTERM end a booth that does not listen to them yet: amid Qt's imports they would be lost."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: os._exit(0))


class Watch:
    """Runs a deck's booth for as long as it is wanted, and keeps reports and `status.json` in the folder `state`.

    `instance` is the lock of its screen, held already; None where it has none. `has_screen` tells whether there still
    is a display. Made before any thread is started.
    """

    def __init__(
        self, deck: Path, cache: Path, state: Path, instance: Instance | None, has_screen: Callable[[], bool]
    ) -> None:
        self._deck, self._cache, self._state = deck, cache, state
        self.reports = state / "reports"
        """Where reports go."""
        self._chosen: Path | None = None
        self._instance, self._has_screen = instance, has_screen
        self._began, self._up = time.time(), time.monotonic()
        self._systemd = Systemd()
        self._safe = SafeMode()
        self._booth: Ward | None = None
        self._helpers: set[int] = set()
        self._crashes = 0
        self._ever_shown = self._leaving = self._renewing = self._hung = False
        self._in_software = False
        """Whether the booth draws without the graphics card: there is one, and the first booth fell over it."""
        self._kill_at = 0.0
        self._fell = ""
        """The fingerprint of the deck that crashed until less than all of it was shown."""
        self._kept = ""
        """The fingerprint of the deck that was kept as a good one."""
        self._terminal = os.isatty(0)
        self._woken, self._waking = os.pipe()
        os.set_blocking(self._waking, False)
        os.set_blocking(self._woken, False)
        self._does: dict[int, Callable[[], None]] = {
            signal.SIGTERM: self._leave,
            signal.SIGINT: self._leave,
            signal.SIGHUP: self._hang_up,
            signal.SIGUSR1: self._raise,
            signal.SIGCHLD: lambda: None,
        }
        signal.set_wakeup_fd(self._waking, warn_on_full_buffer=False)
        for number in self._does:
            signal.signal(number, lambda *_: None)

    def run(self) -> Orders | int:
        """Returns in each booth with its orders, and at last in the watch with the exit code."""
        while True:
            orders = self._fork()
            if orders is not None:
                return orders
            code = self._attend()
            if code is not None:
                self._systemd.tell("STOPPING=1")
                with suppress(OSError):
                    (self._state / "status.json").unlink()
                if self._instance:
                    self._instance.give_back()
                return code

    # Starting a booth

    def _orders(self, voice: Voice, life: int, stacks: int) -> Orders:
        """What the booth is to do that has just been forked."""
        last = self._booth
        return Orders(
            voice=voice,
            life=life,
            stacks=stacks,
            again=last is not None,
            level=self._safe.level,
            left_out=self._safe.left_out,
            fell=self._fell if self._safe.level else "",
            good=self._good() if self._safe.level is Level.GOOD else None,
            began=self._up,
            deck=self._chosen,
            place=last.place if last else "",
            touched=last.touched if last else 0,
        )

    def _fork(self) -> Orders | None:
        """Start a booth: its orders where this is the booth, None where it is the watch."""
        pipe, told = os.pipe()
        life, alive = os.pipe()
        stacks = _scratch()
        pid = self._fork_quietly()
        if pid:
            os.close(told)
            os.close(life)
            os.set_blocking(pipe, False)
            self._booth = Ward(pid, pipe, alive, stacks, self._booth)
            self._hung, self._kill_at = False, 0.0
            return None
        os.close(pipe)
        os.close(alive)
        os.set_blocking(told, False)
        import faulthandler

        faulthandler.enable(stacks)
        sys.excepthook = partial(_fall, stacks)
        end_at_once()
        if self._in_software:
            os.environ["QT_QUICK_BACKEND"] = "software"
        signal.pthread_sigmask(signal.SIG_UNBLOCK, self._does)
        return self._orders(Voice(told), life, stacks)

    def _fork_quietly(self) -> int:
        """Fork so that no signal that is meant for one of the two reaches the other's handlers; as `os.fork`.

        Where the signals do something, the caller lets them through again in the child.
        """
        sys.stdout.flush()
        sys.stderr.flush()
        signal.pthread_sigmask(signal.SIG_BLOCK, self._does)
        pid = os.fork()
        if pid:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, self._does)
            return pid
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for number in (signal.SIGHUP, signal.SIGUSR1):
            signal.signal(number, signal.SIG_IGN)
        os.close(self._waking)
        os.close(self._woken)
        if self._instance:
            self._instance.forget()
        if self._booth:
            self._booth.close()
        return 0

    def _aside(self, work: Callable[[], object]) -> None:
        """Have something done by a process of its own, which the booth need not wait for; failure is no matter."""
        with suppress(OSError):
            pid = self._fork_quietly()
            if pid:
                self._helpers.add(pid)
                return
            try:
                os.nice(10)
                work()
            except BaseException as error:  # noqa: BLE001 - a full disk must not cost the booth
                sys.stderr.write(f"kiosk: {error}\n")
            finally:
                sys.stderr.flush()
                os._exit(0)

    # Watching it

    def _attend(self) -> int | None:
        """Watch over the booth until it has ended. An exit code, or None where it is to be started again."""
        import select

        booth = self._here
        while True:
            before = time.monotonic()
            step = min(self._step(before), self._systemd.interval)
            ready, _, _ = select.select([each for each in (booth.pipe, self._woken) if each >= 0], [], [], step)
            booth.silent += min(step, time.monotonic() - before)
            shown = booth.shown
            if booth.pipe in ready:
                booth.hear()
            if (booth.shown and not shown) or booth.reread:
                self._is_up()
            self._do_signals()
            ended = self._reap()
            if ended is not None:
                return self._ended(ended)
            self._look_after()
            self._systemd.alive()

    def _step(self, now: float) -> float:
        """Seconds until there may be something to do."""
        if not self._kill_at:
            return max(0.0, min(_STEP, self._here.patience()))
        return self._kill_at - now if self._kill_at > now else _DUMP_S

    @property
    def _here(self) -> Ward:
        assert self._booth is not None  # noqa: S101 - asked after the first fork only
        return self._booth

    def _do_signals(self) -> None:
        with suppress(BlockingIOError):
            for number in os.read(self._woken, _MOST_READ):
                self._does.get(number, lambda: None)()

    def _look_after(self) -> None:
        """Do what time has brought."""
        booth, now = self._here, time.monotonic()
        if self._kill_at and now >= self._kill_at:
            _kill(booth.pid, signal.SIGKILL)
        elif not self._kill_at and booth.patience() <= 0:
            self._hung, self._kill_at = True, now + _DUMP_S
            _kill(booth.pid, signal.SIGABRT)  # faulthandler writes every thread's stack
            _kill(booth.pid, signal.SIGCONT)  # in case it was stopped: it could not
        if booth.shown and self._safe.level is Level.WHOLE and now - max(booth.shown, booth.since) >= GOOD_AFTER:
            self._keep_deck()
        if booth.wants_whole or (self._safe.is_over(now) and booth.screen in {"attract", "dark", "calm"}):
            booth.wants_whole = False
            self._renew()

    def _is_up(self) -> None:
        """The booth shows its first screen, or what it has read again."""
        self._ever_shown, self._here.reread = True, False
        self._systemd.tell("READY=1", f"STATUS={self._said()}")
        self._tell_status()

    def _reap(self) -> int | None:
        """The booth's exit code, or less than 0 the signal that ended it; None as long as it lives."""
        ended = None
        with suppress(ChildProcessError):
            while True:
                pid, status = os.waitpid(-1, os.WNOHANG)
                if pid == 0:
                    break
                self._helpers.discard(pid)
                if pid == self._here.pid:
                    ended = os.waitstatus_to_exitcode(status)
        return ended

    # Ending it, and what becomes of it then

    def _leave(self) -> None:
        self._leaving = True
        self._end()

    def _end(self) -> None:
        """Tell the booth to end; it is killed where it does not."""
        if not self._kill_at:
            self._kill_at = time.monotonic() + _LEAVE_S
            _kill(self._here.pid, signal.SIGTERM)

    def _hang_up(self) -> None:
        """Have the deck read again; but end where it was the terminal that was closed."""
        if self._terminal and not os.isatty(0):
            self._leave()
        elif self._here.shown and self._safe.level is Level.WHOLE:
            self._systemd.reloading()
            _kill(self._here.pid, signal.SIGHUP)
        else:
            self._renew()

    def _renew(self) -> None:
        """Start the booth again with everything there is, where the visitor is."""
        self._systemd.reloading()
        self._safe.reset()
        self._renewing = True
        self._end()

    def _raise(self) -> None:
        """Somebody started a second booth: bring this one to the front."""
        if self._here.shown:
            _kill(self._here.pid, signal.SIGUSR1)

    def _ended(self, code: int) -> int | None:
        booth = self._here
        booth.hear()
        stacks = booth.stacks()
        booth.close()
        if self._leaving:
            return 0
        if self._renewing:
            self._renewing = False
            return None
        if code == EXIT_AGAIN and not self._hung:
            self._systemd.reloading()
            self._safe.reset()
            if booth.chosen and os.path.isdir(booth.chosen):  # noqa: PTH112 - as long as it is a name
                self._deck = self._chosen = Path(booth.chosen)
            return None
        if code in _FINAL and not self._hung:
            if code == 0:
                self._systemd.stay_down()
            return code
        return self._crashed(_why(code, hung=self._hung), stacks)

    def _crashed(self, why: str, stacks: bytes) -> int | None:
        booth, now = self._here, time.monotonic()
        self._crashes += 1
        if self._safe.level is Level.WHOLE:
            self._fell = booth.fingerprint
        self._safe.crashed(now, booth.slides, has_good=self._good() is not None)
        self._tell_status(why)
        self._aside(partial(self._report, why, now - booth.began, stacks))
        if not self._ever_shown and not self._in_software:
            self._in_software = True
            sys.stderr.write("kiosk: No screen was shown: the graphics card is done without from now on.\n")
        if not self._ever_shown and self._safe.wait():
            sys.stderr.write("kiosk: The booth cannot be started here.\n")
            return _FAILED
        if not self._has_screen():
            sys.stderr.write("kiosk: The display is gone.\n")
            return _FAILED
        self._systemd.tell(f"STATUS={self._said()}")
        return self._pause(self._safe.wait())

    def _pause(self, seconds: float) -> int | None:
        """Wait before the next start; the exit code 0 where that is no longer wanted."""
        import select

        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            ready, _, _ = select.select([self._woken], [], [], min(left, self._systemd.interval))
            numbers = set(os.read(self._woken, _MOST_READ)) if ready else set()
            if {signal.SIGTERM, signal.SIGINT} & numbers:
                return 0
            if signal.SIGHUP in numbers:
                self._safe.reset()
                break
            self._systemd.alive()
            self._reap()
        return None

    # What is kept and told

    def _said(self) -> str:
        """What is shown, in a few words for the operator."""
        return {
            Level.WHOLE: "The whole deck is shown.",
            Level.LESS: f"Left out after crashes: {', '.join(self._safe.left_out)}.",
            Level.GOOD: "The deck crashed; the last version that ran well is shown.",
            Level.CALM: 'The deck crashed; "Back soon" is shown.',
        }[self._safe.level]

    def _report(self, why: str, seconds: float, stacks: bytes) -> None:
        from kiosk.session import report

        booth = self._here
        events = tuple(f"{time.strftime('%H:%M:%S', time.localtime(at))} {event}" for at, event in booth.events)
        crash = report.Crash(
            why=why,
            deck=self._deck,
            fingerprint=booth.fingerprint,
            seconds=seconds,
            stack=stacks,
            events=events,
            safe_mode=self._said(),
        )
        try:
            where = f"Report: {report.write(self.reports, crash)}"
        except OSError as error:
            where = f"No report: {error}"
        sys.stderr.write(f"kiosk: The booth ended by {why}. {self._said()} {where}\n")

    def _tell_status(self, why: str = "") -> None:
        booth = self._here
        status: dict[str, Any] = {
            "pid": os.getpid(),
            "booth": booth.pid,
            "deck": str(self._deck.absolute()),
            "deck_hash": booth.fingerprint,
            "since": time.strftime("%Y-%m-%dT%H:%M:%S%z", time.localtime(self._began)),
            "crashes": self._crashes,
            "safe_mode": self._safe.level.name.lower(),
            "left_out": self._safe.left_out,
            "says": self._said(),
            "last_crash": why,
        }
        self._aside(partial(_write_status, self._state / "status.json", status))

    def _keep_deck(self) -> None:
        booth = self._here
        if booth.fingerprint and self._kept != booth.fingerprint:
            self._kept = booth.fingerprint
            self._aside(partial(_keep, self._cache / "decks", self._goods(), booth.fingerprint))

    def _goods(self) -> Path:
        """The folder for this deck's version that ran well."""
        from kiosk.deck.digests import name_of

        return self._state / "good" / name_of(os.fsencode(self._deck.absolute()))[:16]

    def _good(self) -> Path | None:
        """The deck that ran well; None where there is none, or it is the one that crashes."""
        crashing = self._here.fingerprint
        return next((path for path in self._goods().glob("*.deck") if path.stem != crashing), None)


def _fall(stacks: int, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Have the report tell of an exception that ends the booth."""
    from traceback import format_exception

    os.write(stacks, "".join(format_exception(kind, error, trace)).encode(errors="replace"))
    sys.__excepthook__(kind, error, trace)


def _kill(pid: int, number: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, number)


def _why(code: int, *, hung: bool) -> str:
    if hung:
        return f"a hang: no frame for {HANG:.0f} s"
    if code < 0:
        with suppress(ValueError):
            return f"the signal {signal.Signals(-code).name}"
    return "too many exceptions" if code == EXIT_ERRORS else f"the exit code {code}"


def _scratch() -> int:
    """A nameless file, for what a process writes when it falls."""
    if hasattr(os, "memfd_create"):
        return os.memfd_create("kiosk-stacks")
    import tempfile

    with tempfile.TemporaryFile() as file:
        return os.dup(file.fileno())


def _write_status(path: Path, status: dict[str, Any]) -> None:
    import json

    from kiosk import atomic

    with suppress(OSError):
        atomic.write(path, json.dumps(status, indent=2, ensure_ascii=False).encode() + b"\n")


def _keep(decks: Path, goods: Path, fingerprint: str) -> None:
    from kiosk import atomic

    with suppress(OSError):
        name = f"{fingerprint}.deck"
        atomic.write(goods / name, (decks / name).read_bytes())
        for path in goods.glob("*.deck"):
            if path.name != name:
                path.unlink()

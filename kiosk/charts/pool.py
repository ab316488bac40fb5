"""Charts: pictures for jobs, from the cache at once or from a worker in a while."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections import deque
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kiosk.charts.cache import LIMIT, Cache
from kiosk.charts.job import Job
from kiosk.charts.outcome import CrashError, LateError, Outcome, UpsetError
from kiosk.charts.picture import Picture
from kiosk.charts.waiting import Done, Request, Waiting
from kiosk.sparing import Sparing

if TYPE_CHECKING:
    from logging import Logger

    from kiosk.charts.crew import Crew

_REST_AFTER: Final = 60.0
"""Seconds without a request after which the workers go home; a resting booth uses no processor and little memory."""
_GRACE: Final = 15.0
"""Seconds beyond a job's deadline after which the whole crew is taken for stuck …"""
_START, _ANSWER, _BEREFT = 20.0, 8.0, 2.0
"""… and seconds within which a worker takes a job: the crew's first one, any other, and one after a worker has died,
which may have died with the lock in its hands that the others wait for."""
UNATTENDED: Final = 6.0
"""So many times as patient are commands for which nobody stands at a screen: a busy machine is no fault."""
_SOON: Final = 0.3
"""Seconds that it takes to end the workers, unless they are just being started."""
_LOOK_EACH: Final = 2.0
"""Seconds between looks at jobs that are under way."""
_CRASHES, _UPSETS = 2, 10
"""How often a job may end its worker, and how often it may be there when the crew is replaced."""


# Nobody is told of the locks of workers that were ended amid their start: whoever tracks them takes them away. Set when
# imported, which is before Qt has threads: one that looks something up in the environment while that is changed reads
# what is not there any more, and ends the process.
os.environ.setdefault("PYTHONWARNINGS", "ignore:resource_tracker:UserWarning")


class Charts:
    """Draws jobs in worker processes, and keeps the pictures in a folder.

    Every method returns at once; a thread of its own starts, feeds and ends the workers. A job may take `deadline`
    seconds; `patience` makes that and every other wait for a worker so many times as long.
    """

    def __init__(
        self, folder: Path, workers: int = 2, deadline: float = 20.0, limit: int = LIMIT, patience: float = 1.0
    ) -> None:
        self._workers, self._deadline, self._limit, self._patience = workers, deadline * patience, limit, patience
        self._caches = {folder: Cache(folder, limit)}
        self._changed = threading.Condition()
        self._requests = Waiting(workers)
        self._outcomes: deque[tuple[Crew, Request, Outcome]] = deque()
        self._learns = self._closed = self._has_answered = self._has_lost = False
        self._awaited: Job | None = None
        """The chart of which parts are about to be asked for."""
        self._thread: threading.Thread | None = None
        self._crew: Crew | None = None

    def find(self, job: Job) -> Picture | None:
        """A picture that was drawn before; None where it must be drawn."""
        found = (cache.find(job.key) for cache in tuple(self._caches.values()))
        return next((picture for picture in found if picture), None)

    def request(self, job: Job, done: Done, urgent: bool = False) -> None:  # noqa: FBT001, FBT002 - reads well by name
        """Have a job drawn. `done` is called once, on another thread, with None where that cannot be done.

        Urgent jobs come before others, the newest of them first; one of several workers is left to them.
        """
        with self._changed:
            closed = self._closed
            if not closed:
                self._requests.add(job, done, urgent=urgent)
                self._wake()
        if closed:
            done(None)

    def drop(self, job: Job) -> None:
        """Take a picture away that cannot be shown, so that it is drawn anew."""
        for cache in tuple(self._caches.values()):
            cache.drop(job.key)

    def forget(self, job: Job, done: Done) -> None:
        """Withdraw a request that no worker has begun: its `done` is not called, others who ask for the same are."""
        with self._changed:
            self._requests.forget(job, done)

    def learn(self) -> None:
        """Import what starting workers needs, which starts none; else that falls upon whoever asks first."""
        with self._changed:
            self._learns = True
            self._wake()

    def warm(self, job: Job) -> None:
        """Have the workers get ready for parts of a chart, which starts them."""
        with self._changed:
            self._awaited = job
            self._wake()

    def close(self) -> None:
        """End the workers and the thread. What still waited hears None."""
        with self._changed:
            self._closed = True
            thread = self._thread
            self._changed.notify_all()
        if thread and thread is not threading.current_thread():
            thread.join(_SOON)
            while thread.is_alive():
                crew = self._crew
                if crew:  # its workers are just being started
                    crew.hurry()
                thread.join(_SOON)

    def _wake(self) -> None:
        if self._thread is None and not self._closed:
            self._thread = threading.Thread(target=self._run, name="charts", daemon=True)
            self._thread.start()
        self._changed.notify_all()

    # On the thread

    def _run(self) -> None:
        while not self._closed:
            try:
                self._await_work()
                self._hear()
                self._hand_out()
                self._look_after_crew()
            except Exception as error:  # noqa: BLE001 - whatever it is, nobody may wait in vain
                _log().exception("The charts' thread goes on after an error")
                self._replace_crew(UpsetError(str(error)))
        self._dismiss()
        for spare in tuple(self._caches)[1:]:
            shutil.rmtree(spare, ignore_errors=True)
        with self._changed:
            listeners = self._requests.clear()
        _tell(listeners, None)

    def _await_work(self) -> None:
        with self._changed:
            seconds = None
            if self._crew:
                seconds = _LOOK_EACH if self._requests.running else _REST_AFTER
            rests = not self._changed.wait_for(self._has_work, seconds) and not self._requests.running
        if rests and self._crew:
            self._crew.rest()
            self._crew = None

    def _has_work(self) -> bool:
        return self._closed or self._learns or bool(self._awaited or self._outcomes) or self._requests.has_next

    def _hear(self) -> None:
        """Pass on what became of jobs."""
        while self._outcomes:
            crew, request, outcome = self._outcomes.popleft()
            if crew is self._crew:
                self._settle(request, outcome)

    def _settle(self, request: Request, outcome: Outcome) -> None:
        if isinstance(outcome, LateError) and time.monotonic() - request.since < self._deadline:
            outcome = UpsetError("the system's clock jumped")  # by which the pool tells how late a job is
        picture = self._caches[outcome].find(request.job.key) if isinstance(outcome, Path) else None
        self._has_answered = True
        self._has_lost |= isinstance(outcome, CrashError)
        if picture is None and _deserves_another_try(request, outcome):
            with self._changed:
                self._requests.put_back(request)
            return
        if picture is None:
            _log().warning("%s was not drawn: %s", request.job.name, outcome)
        self._finish(request, picture)

    def _finish(self, request: Request, picture: Picture | None) -> None:
        with self._changed:
            listeners = self._requests.finish(request)
        _tell(listeners, picture)

    def _hand_out(self) -> None:
        while (request := self._next()) is not None:
            picture = self.find(request.job)
            if picture:
                self._finish(request, picture)
            else:
                self._send(request)

    def _next(self) -> Request | None:
        with self._changed:
            return None if self._closed else self._requests.take()

    def _send(self, request: Request) -> None:
        try:
            self._hand_to(self._present(), request)
        except UpsetError as upset:
            self._replace_crew(upset)

    def _hand_to(self, crew: Crew, request: Request) -> None:
        told = partial(self._told, crew, request)
        request.has_begun = crew.send(request.job, tuple(self._caches), self._limit, self._deadline, told)

    def _told(self, crew: Crew, request: Request, outcome: Outcome) -> None:
        with self._changed:
            self._outcomes.append((crew, request, outcome))
            self._changed.notify_all()

    # The crew

    def _present(self) -> Crew:
        if self._crew is None:
            from kiosk.charts.crew import Crew  # pebble, only when something must be drawn

            folders = self._with_spare()
            self._has_answered = self._has_lost = False
            self._crew = Crew(self._workers, folders[0])
        return self._crew

    def _with_spare(self) -> tuple[Path, ...]:
        """The folders that pictures go to: a spare one is made by a worker if the first does not take a picture."""
        import tempfile  # only when something must be drawn

        if len(self._caches) == 1:
            spare = Path(tempfile.gettempdir()) / f"kiosk-charts-{os.urandom(8).hex()}"
            self._caches[spare] = Cache(spare, self._limit)
        return tuple(self._caches)

    def _look_after_crew(self) -> None:
        if self._learns:
            self._learns = False
            from kiosk.charts import crew  # noqa: F401 - pebble and asyncio take a tenth of a second
        if self._awaited:
            awaited, self._awaited = self._awaited, None
            try:
                self._present().lay_out(awaited, self._deadline)
            except UpsetError as upset:
                self._replace_crew(upset)
        if any(map(self._is_stuck, self._requests.running)):
            self._replace_crew(UpsetError("the workers are stuck"))

    def _is_stuck(self, request: Request) -> bool:
        seconds = time.monotonic() - request.since
        if request.has_begun():
            return seconds > self._deadline + _GRACE
        usual = _ANSWER if self._has_answered else _START
        return seconds > (_BEREFT if self._has_lost else usual) * self._patience

    def _replace_crew(self, reason: Exception) -> None:
        """Begin anew with other workers; what was under way is handed out again."""
        if self._closed:
            return
        _log().warning("The chart workers are replaced: %s", reason)
        self._dismiss()
        for request in self._requests.running:
            self._settle(request, reason)

    def _dismiss(self) -> None:
        if self._crew:
            self._crew.stop()
            self._crew = None


def _deserves_another_try(request: Request, outcome: Outcome) -> bool:
    """Whether a job without a picture may be drawn once more: its worker ended, or its picture is gone already."""
    request.crashes += isinstance(outcome, Path | CrashError)
    request.upsets += isinstance(outcome, UpsetError)
    return (
        isinstance(outcome, Path | CrashError | UpsetError) and request.crashes < _CRASHES and request.upsets < _UPSETS
    )


def _log() -> Logger:
    import logging  # not before the first screen, which has nothing to say

    logger = logging.getLogger(__name__)
    if not logger.filters:
        sparing = Sparing()
        logger.addFilter(lambda record: bool(sparing.line(record.getMessage())))
    return logger


def _tell(listeners: list[Done], picture: Picture | None) -> None:
    for done in listeners:
        try:
            done(picture)
        except Exception:  # noqa: BLE001 - the others are told all the same
            _log().exception("A picture's listener failed")

"""The worker processes: hands them jobs, hears what became of each, replaces those that break."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

from pebble import ProcessExpired, ProcessPool
from pebble.pool.process import WORKERS_NAME

from kiosk.charts import template, worker
from kiosk.charts.job import Job
from kiosk.charts.outcome import CrashError, LateError, Outcome, UpsetError

_MOST_JOBS = 200
"""After so many a worker is replaced by a fresh one."""
_LATE_S = 1.0
"""How long a killed worker is waited for, in seconds."""


class Crew:
    """So many workers, started with the first job; each has one job at a time if no more are sent."""

    def __init__(self, workers: int, folder: Path) -> None:
        self._workers = workers
        self._starter = template.Starter()
        self._pool = ProcessPool(
            max_workers=workers,
            max_tasks=_MOST_JOBS,
            initializer=worker.start,
            initargs=(folder,),
            context=self._starter.context,
        )

    def lay_out(self, job: Job, deadline: float) -> None:
        """Have every worker that is free get ready for parts of a chart; what becomes of that is no matter.

        Raises UpsetError as `send` does.
        """
        for _ in range(self._workers):
            self._schedule(worker.lay_out, job, deadline=deadline)

    def send(
        self,
        job: Job,
        folders: tuple[Path, ...],
        limit: int,
        deadline: float,
        told: Callable[[Outcome], None],
    ) -> Callable[[], bool]:
        """Have a job drawn within `deadline` seconds. `told` gets the folder that has it, or what went wrong.

        Gives what tells whether a worker has taken the job. Raises UpsetError where the crew is beyond help.
        """
        future = self._schedule(worker.work, job, folders, limit, deadline=deadline)
        future.add_done_callback(lambda ended: told(_outcome(ended)))
        return lambda: future.running() or future.done()

    def _schedule(self, does: Callable[..., Any], *given: object, deadline: float | None = None) -> Future[Any]:
        """Hand something to the workers; the first time this waits until they are there."""
        try:
            return self._pool.schedule(does, args=given, timeout=deadline)
        except RuntimeError as error:
            raise UpsetError(str(error)) from error

    def rest(self) -> None:
        """End all workers, and the template that they come from unless another crew of this process needs it."""
        self.stop()
        if not any(child.name == WORKERS_NAME for child in multiprocessing.active_children()):
            template.end()

    @staticmethod
    def hurry() -> None:
        """Have whoever waits for workers to start wait no longer, on whichever thread: none of them comes."""
        template.kill()

    def stop(self) -> None:
        """End all workers, whatever they are doing.

        Before the pool ends: it takes its locks away first, and a worker that is still being started would complain on
        stderr that they are gone. And after it, in case it was just starting another.
        """
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._kill()
        self._pool.join()
        self._kill()

    def _kill(self) -> None:
        for child in self._starter.running():
            child.kill()
            child.join(_LATE_S)


def _outcome(future: Future[Path]) -> Outcome:
    try:
        return future.result()
    except TimeoutError:
        return LateError("not drawn in time")
    except ProcessExpired as error:
        return CrashError(f"a worker ended amid it, with exit code {error.exitcode}")
    except BrokenProcessPool as error:
        return UpsetError(str(error))
    except Exception as error:  # noqa: BLE001 - whatever a drawing raised is its outcome
        return error

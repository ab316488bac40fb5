"""The worker processes: hands them jobs, hears what became of each, replaces those that break."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from kiosk.charts import worker
from kiosk.charts.job import Job

_MOST_JOBS = 200
"""After so many a worker is replaced by a fresh one."""


class Late(Exception):
    """A job took longer than it may."""


class Crash(Exception):
    """A worker ended before its job did."""


class Crew:
    """So many workers, spawned with the first job; each has one job at a time if no more are sent."""

    def __init__(self, workers: int) -> None:
        self._pool = ProcessPool(
            max_workers=workers,
            max_tasks=_MOST_JOBS,
            initializer=worker.start,
            context=multiprocessing.get_context("spawn"),
        )

    def warm(self) -> None:
        """Start the workers ahead of their first job."""
        self._pool.schedule(worker.ready)

    def send(
        self,
        job: Job,
        folders: tuple[Path, ...],
        limit: int,
        deadline: float,
        told: Callable[[Path | Exception], None],
    ) -> None:
        """Have a job drawn within `deadline` seconds. `told` gets the folder that has it, or what went wrong.

        Raises Crash where the crew is beyond help.
        """
        try:
            future = self._pool.schedule(worker.work, args=(job, folders, limit), timeout=deadline)
        except RuntimeError as error:
            raise Crash(str(error)) from error
        future.add_done_callback(lambda ended: told(_outcome(ended)))

    def stop(self) -> None:
        """End all workers, whatever they are doing."""
        self._pool.stop()
        self._pool.join()


def _outcome(future: Future[Path]) -> Path | Exception:
    try:
        return future.result()
    except TimeoutError:
        return Late("not drawn in time")
    except (ProcessExpired, BrokenProcessPool) as error:
        return Crash(str(error))
    except Exception as error:  # noqa: BLE001 - whatever a drawing raised is its outcome
        return error

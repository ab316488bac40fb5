"""How long pictures take to draw, measured where a booth draws them: in a worker process."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from kiosk.charts import worker
from kiosk.charts.job import Job


def drawing_times(jobs: Sequence[Job], folder: Path) -> list[float]:
    """Milliseconds of each job, drawn one after the other in one worker, as the layers' files but not written.

    `folder` is where the worker keeps its list of fonts.
    """
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, spawn, worker.start, (folder,)) as crew:
        return list(crew.map(_time, jobs))


def _time(job: Job) -> float:
    import gc

    from kiosk.charts.draw import draw  # matplotlib, in no other process

    began = time.perf_counter()
    draw(job)
    took = time.perf_counter() - began
    gc.collect()  # as a worker does between two jobs
    return took * 1000

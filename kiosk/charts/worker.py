"""What runs in a worker process: its start, and one job after the other."""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
import threading
import warnings
from functools import cache
from multiprocessing import parent_process
from pathlib import Path

from kiosk.charts.cache import LIMIT, Cache
from kiosk.charts.job import Job
from kiosk.parentage import die_with_parent

_POLITE = 15
"""Added to the worker's niceness: the screen comes first. Not SCHED_IDLE, though it spares frames a millisecond: beside
two busy processes of others a chart takes 1.4 to 4.7 s with this, and is not drawn before its deadline with that."""
_MOST_MEMORY = 1536 * 1024 * 1024
"""Bytes of address space: matplotlib maps 0.4 GB, the largest chart takes 0.3 more. What asks for more is not drawn,
before the system runs out of memory and ends the screen's process for it."""


def start(folder: Path) -> None:
    """Make this process a worker: quickly ended, polite, gone with its parent, and with matplotlib at hand.

    matplotlib keeps its list of fonts in the folder, lest every worker look for all of the system's.
    """
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    die_with_parent()  # the template, where there is one: its workers are given up with it
    if sys.platform != "win32":
        _limit_memory()
    try:
        threading.Thread(target=_end_with_booth, daemon=True).start()
    except RuntimeError:  # the system has no more threads: the crew says so in one line, and this would be a page
        os._exit(1)
    prepare(folder)


def prepare(folder: Path) -> None:
    """Import what drawing needs, unless the template that this process was forked from has done so."""
    if "matplotlib" in sys.modules:
        return
    if sys.platform != "win32":
        os.nice(_POLITE)
    os.environ |= {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MPLBACKEND": "agg"}
    os.environ.setdefault("MPLCONFIGDIR", str(folder / "matplotlib"))
    os.environ["PATH"] = os.devnull  # matplotlib would have fc-list look for fonts; a booth starts no other program
    logging.getLogger("matplotlib").setLevel(logging.ERROR)  # a slow first start, a folder that takes nothing: so be it
    warnings.filterwarnings("ignore", "Glyph .+ missing from font")  # the deck's check names them, with their place
    gc.disable()
    from kiosk.charts import draw, motif  # noqa: F401 - matplotlib, in no other process

    gc.freeze()  # what was imported stays: to look through it after each drawing takes half as long as the drawing


def _limit_memory() -> None:
    import resource  # not on Windows

    _, most = resource.getrlimit(resource.RLIMIT_AS)
    limit = _MOST_MEMORY if most == resource.RLIM_INFINITY else min(_MOST_MEMORY, most)
    resource.setrlimit(resource.RLIMIT_AS, (limit, most))


def _end_with_booth() -> None:
    """A killed booth says no goodbye."""
    if parent := parent_process():
        parent.join()
        os._exit(0)


def lay_out(job: Job) -> None:
    """Get ready for parts of a chart that are about to be asked for."""
    from kiosk.charts.draw import lay_out

    try:
        lay_out(job)
    finally:
        gc.collect()


def work(job: Job, folders: tuple[Path, ...], limit: int = LIMIT) -> Path:
    """Draw a job and keep its picture in the first folder that takes it; that folder.

    Raises ChartError where the job cannot be drawn, OSError where no folder takes the picture.
    """
    from kiosk.charts.draw import draw

    try:
        files = draw(job)
    finally:
        gc.collect()
    refused: OSError | None = None
    for folder in folders:
        try:
            _cache(folder, limit).store(job.key, files)
        except OSError as error:
            refused = error
        else:
            return folder
    raise refused or OSError("no folder was given")


@cache
def _cache(folder: Path, limit: int) -> Cache:
    return Cache(folder, limit)

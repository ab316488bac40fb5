"""Has the walks of a deep check made by several processes, and gives what each saw in the walks' order."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, Final, cast

from kiosk.deck.load import Loaded
from kiosk.deep.screens import Screen, Walk, drawing, screens
from kiosk.machine.suit import Measures

_WORTH: Final = 100
"""Screens; for fewer, a process costs more than it saves."""

_PATIENCE_S: Final = 20.0
"""How long a process may take to end by itself."""

Progress = Callable[[int, int], None]


def walked(
    loaded: Loaded,
    folder: Path,
    walks: Sequence[Walk],
    measures: Measures,
    cache: Path,
    count: int,
    progress: Progress,
    *,
    shots: bool,
    processes: int | None = None,
) -> list[list[Screen]]:
    """What was seen on each walk of `count` screens.

    Raises TimeoutError, and ChildProcessError where a process ended by itself.
    """
    if processes is None:
        processes = min(len(walks), os.cpu_count() or 1) if count * len(walks) >= _WORTH else 1
    total = count * len(walks)
    seen: list[list[Screen]] = [[] for _ in walks]
    if processes == 1:
        with closing(drawing(cache)) as charts:
            for at, walk in enumerate(walks):
                for screen in screens(loaded, folder, walk, measures, charts, shots=shots):
                    seen[at].append(screen)
                    progress(sum(map(len, seen)), total)
        return seen
    crew = _Crew((loaded, folder, measures, cache, shots), walks, processes)
    try:
        for at, screen in crew.seen():
            seen[at].append(screen)
            progress(sum(map(len, seen)), total)
    finally:
        crew.close()
    return seen


class _Crew:
    """Some processes, each with a walk."""

    def __init__(
        self, common: tuple[Loaded, Path, Measures, Path, bool], walks: Sequence[Walk], processes: int
    ) -> None:
        self._common, self._left, self._processes = common, list(enumerate(walks)), processes
        self._context = multiprocessing.get_context("spawn")
        self._at: dict[Connection, int] = {}
        self._children: list[Any] = []

    def seen(self) -> Any:
        """Each screen as it is seen, with its walk's number."""
        while self._left or self._at:
            while self._left and len(self._at) < self._processes:
                self._start(*self._left.pop(0))
            for each in wait(list(self._at)):
                ours = cast("Connection", each)
                try:
                    screen = ours.recv()
                except EOFError:
                    raise ChildProcessError("A process that looked at the screens ended by itself.") from None
                if isinstance(screen, TimeoutError):
                    raise screen
                if screen is None:
                    del self._at[ours]
                    ours.close()
                else:
                    yield self._at[ours], screen

    def _start(self, at: int, walk: Walk) -> None:
        ours, theirs = self._context.Pipe(duplex=False)
        child = self._context.Process(target=_work, args=(theirs, self._common, walk), daemon=False)
        child.start()
        theirs.close()
        self._at[ours] = at
        self._children.append(child)

    def close(self) -> None:
        """End what still runs: a process that nobody listens to ends at its next screen, and its workers with it."""
        for connection in self._at:
            connection.close()
        for child in self._children:
            child.join(_PATIENCE_S)
            if child.is_alive():
                child.kill()
                child.join()


def _work(theirs: Connection, common: tuple[Loaded, Path, Measures, Path, bool], walk: Walk) -> None:
    """What a process does: one walk, each screen told at once."""
    from kiosk.stage.application import application

    loaded, folder, measures, cache, shots = common
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a Ctrl+C reaches every process: the one that was asked answers it
    application()
    with (
        suppress(BrokenPipeError),  # nobody waits for the rest any more
        closing(drawing(cache, workers=1)) as charts,
        closing(screens(loaded, folder, walk, measures, charts, shots=shots)) as seen,
    ):
        try:
            for screen in seen:
                theirs.send(screen)
            theirs.send(None)
        except TimeoutError as error:
            theirs.send(error)

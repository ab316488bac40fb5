"""Which picture is drawn next: requests that wait, requests under way, and who wants to hear of them."""

from __future__ import annotations

import time
from collections.abc import Callable

from kiosk.charts.job import Job
from kiosk.charts.picture import Picture

Done = Callable[[Picture | None], None]


class Request:
    """A job that somebody waits for; `number` counts up, so that the newer of two is known."""

    def __init__(self, job: Job, number: int, *, urgent: bool) -> None:
        self.job, self.number, self.urgent = job, number, urgent
        self.listeners: list[Done] = []
        self.crashes = 0
        """How often its worker ended before it was drawn."""
        self.upsets = 0
        """How often all workers were replaced while it was under way."""
        self.since = 0.0
        """When it was handed to the workers, on the monotonic clock."""
        self.has_begun: Callable[[], bool] = bool
        """Whether one of them has taken it."""

    def rank(self) -> tuple[int, int]:
        """Small for what comes first: urgent ones, the newest of them first; the rest in turn."""
        return (0, -self.number) if self.urgent else (1, self.number)


class Waiting:
    """Requests by their jobs' keys, for so many workers. Not safe for threads by itself.

    One of several workers is left to urgent requests: what a visitor waits for is begun at once, and while a screen
    moves of whose neighbours charts are drawn, it has a core for itself.
    """

    def __init__(self, workers: int) -> None:
        self._workers, self._ahead = workers, max(1, workers - 1)
        self._waiting: dict[str, Request] = {}
        self._running: dict[str, Request] = {}
        self._count = 0

    def add(self, job: Job, done: Done, *, urgent: bool) -> None:
        """Have a job drawn; one that waits or is under way already is not drawn twice."""
        self._count += 1
        request = self._running.get(job.key) or self._waiting.setdefault(
            job.key, Request(job, self._count, urgent=urgent)
        )
        if urgent:
            request.urgent, request.number = True, self._count
        request.listeners.append(done)

    def take(self) -> Request | None:
        """The next request, which is under way from now on; None where none waits or no worker is for it."""
        request = self._next()
        if request:
            self._running[request.job.key] = self._waiting.pop(request.job.key)
            request.since = time.monotonic()
        return request

    def _next(self) -> Request | None:
        if not self._waiting or len(self._running) >= self._workers:
            return None
        request = min(self._waiting.values(), key=Request.rank)
        ahead = sum(not each.urgent for each in self._running.values())
        return request if request.urgent or ahead < self._ahead else None

    def put_back(self, request: Request) -> None:
        """Draw a request that was under way once more."""
        if self._running.pop(request.job.key, None):
            self._waiting[request.job.key] = request

    def finish(self, request: Request) -> list[Done]:
        """Who waits for a request that was under way; it is forgotten."""
        self._running.pop(request.job.key, None)
        return request.listeners

    def forget(self, job: Job, done: Done) -> None:
        """One of those who wait for a job waits no longer; what nobody waits for is not drawn."""
        request = self._waiting.get(job.key)
        if request and done in request.listeners:
            request.listeners.remove(done)
            if not request.listeners:
                del self._waiting[job.key]

    def clear(self) -> list[Done]:
        """Forget everything; who waited for it."""
        requests = [*self._waiting.values(), *self._running.values()]
        self._waiting.clear()
        self._running.clear()
        return [done for request in requests for done in request.listeners]

    @property
    def has_next(self) -> bool:
        """Whether a request waits and a worker is for it."""
        return self._next() is not None

    @property
    def running(self) -> list[Request]:
        """The requests under way."""
        return list(self._running.values())

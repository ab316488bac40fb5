"""A cable that can be pulled out: passes on what goes between a booth and its broker, as long as it is not cut."""

from __future__ import annotations

import asyncio
import threading


class Relay:
    """Listens on a port of its own, and passes everything on to another one of this machine."""

    def __init__(self, to: int) -> None:
        self._to = to
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._server: asyncio.Server | None = None
        self._passing: set[asyncio.Task] = set()
        self._writers: set[asyncio.StreamWriter] = set()
        self.port = 0
        self.connections = self.drops = 0
        self.heal()

    def heal(self) -> None:
        """Plug it in."""
        self._do(self._listen())

    def cut(self) -> None:
        """Pull it out."""
        self._do(self._silence())

    def drop(self) -> None:
        """Let every connection be gone; new ones may come at once."""
        self.drops += 1
        self._do(self._abort())

    def close(self) -> None:
        """For good."""
        self.cut()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _do(self, work) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    async def _listen(self) -> None:
        if self._server is None:
            self._server = await asyncio.start_server(self._pass_on, "127.0.0.1", self.port)
            self.port = self._server.sockets[0].getsockname()[1]

    async def _silence(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
        await self._abort()

    async def _abort(self) -> None:
        for writer in list(self._writers):
            writer.transport.abort()
        await asyncio.gather(*self._passing, return_exceptions=True)

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self._passing.add(asyncio.current_task())
        asyncio.current_task().add_done_callback(self._passing.discard)
        try:
            there, to = await asyncio.open_connection("127.0.0.1", self._to)
        except OSError:
            writer.transport.abort()
            return
        self._writers |= {writer, to}
        await asyncio.gather(self._pump(reader, to), self._pump(there, writer))
        for each in (writer, to):
            each.transport.abort()
        self._writers -= {writer, to}

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while data := await reader.read(65536):
                writer.write(data)
                await writer.drain()
        except OSError:
            pass
        writer.transport.abort()

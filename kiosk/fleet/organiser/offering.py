"""Where booths fetch a packed deck from: an address that was tried, or this machine for as long as it takes."""

from __future__ import annotations

import hashlib
import http.client
import ssl
import threading
import urllib.error
import urllib.request
from dataclasses import dataclass
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import socket
from typing import Any, Final, Self

from kiosk.packing import signing
from kiosk.packing.archive import Archive
from kiosk.packing.fault import PackError

_TIMEOUT_S: Final = 30.0
_CHUNK: Final = 1 << 18
_MOST_AT_ONCE: Final = 64


class OfferError(Exception):
    """Booths could not fetch it; a sentence for the organiser."""


@dataclass(frozen=True, slots=True)
class Package:
    """A packed deck's file."""

    file: Path
    size: int
    sha256: str

    def details(self, address: str) -> dict[str, Any]:
        """What a booth is told of it."""
        return {"address": address, "sha256": self.sha256, "bytes": self.size}


def package(file: Path, keys: tuple[str, ...]) -> Package:
    """A packed deck that booths can take. Raises PackError where it is none, or nobody has signed it, and OSError.

    `keys` are those whose decks this machine takes, where it says so: then it has to be signed by one of them.
    """
    with file.open("rb") as packed:
        archive = Archive(packed)
        if not archive.signature:
            raise PackError(
                "this deck is not signed, and no booth fetches such a one: `kiosk pack --sign KEY` signs it"
            )
        signing.check(archive.raw, archive.signature, keys)
        size = packed.seek(0, 2)
        packed.seek(0)
        return Package(file, size, hashlib.file_digest(packed, "sha256").hexdigest())


def trust(authority: Path | None) -> ssl.SSLContext:
    """Whom booths trust that fetch: the system's authorities, and the one of the broker. Raises OSError."""
    context = ssl.create_default_context()
    if authority is not None:
        context.load_verify_locations(authority)
    return context


def check(address: str, package: Package, context: ssl.SSLContext) -> None:
    """Fetch it as a booth does, and look whether it is the same. Raises OfferError."""
    if not address.startswith("https://"):
        raise OfferError(f"{address} does not begin with https://: booths fetch from nowhere else.")
    size, sha256 = 0, hashlib.sha256()
    opener = urllib.request.build_opener(urllib.request.HTTPSHandler(context=context), _NoRedirect)
    try:
        with opener.open(address, timeout=_TIMEOUT_S) as answer:
            while data := answer.read(_CHUNK):
                size += len(data)
                sha256.update(data)
                if size > package.size:
                    break
    except (OSError, ValueError, http.client.HTTPException) as error:  # urllib's own errors are of OSError
        raise OfferError(f"{address} cannot be fetched: {_why(error)}.") from error
    if size != package.size or sha256.hexdigest() != package.sha256:
        raise OfferError(f"What lies at {address} is not {package.file}: put the same file there.")


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:
        """Follow nothing: booths do not either."""


def _why(error: Exception) -> str:
    if isinstance(error, urllib.error.HTTPError):
        return f"the server says {error.code} {error.reason}"
    reason = getattr(error, "reason", error)
    if isinstance(reason, ssl.SSLCertVerificationError):
        return f"it does not prove who it is: {reason.verify_message}"
    return str(getattr(reason, "strerror", None) or reason)


class Server:
    """Serves one file by HTTPS, and nothing else, for as long as the context lasts."""

    def __init__(self, package: Package, host: str, port: int, certificate: Path, key: Path) -> None:
        """Listen. Raises OfferError."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        try:
            context.load_cert_chain(certificate, key)
        except OSError as error:  # ssl.SSLError is one
            why = "they are no certificate and its key" if isinstance(error, ssl.SSLError) else error.strerror
            raise OfferError(f"{certificate} and {key} cannot be used: {why}.") from error
        path = f"/{package.sha256[:16]}.kiosk"
        try:
            self._server = _Server(("", port), partial(_Handler, package, path), context)
        except OSError as error:
            raise OfferError(f"Port {port} cannot be listened on: {error.strerror}.") from error
        self.address = f"https://{host}:{self._server.server_port}{path}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, name="serving", daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, at: tuple[str, int], handler: Any, context: ssl.SSLContext) -> None:
        super().__init__(at, handler)
        self._context = context
        self._places = threading.Semaphore(_MOST_AT_ONCE)

    def finish_request(self, request: Any, client_address: Any) -> None:
        """On a thread of its own: who says nothing there keeps nobody waiting."""
        assert isinstance(request, socket)  # noqa: S101 - it is no datagram
        with self._places:
            request.settimeout(_TIMEOUT_S)
            with self._context.wrap_socket(request, server_side=True) as secured:
                self.RequestHandlerClass(secured, client_address, self)  # type: ignore[arg-type] # it is this class

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a booth that could not fetch it says so itself, and others do not matter."""


class _Handler(BaseHTTPRequestHandler):
    server_version, sys_version = "kiosk", ""
    timeout = _TIMEOUT_S

    def __init__(self, package: Package, path: str, *more: Any) -> None:
        self._package, self._path = package, path
        super().__init__(*more)

    def do_HEAD(self) -> None:
        """Say how large it is."""
        self._head()

    def do_GET(self) -> None:
        """Hand it out."""
        if self._head():
            with self._package.file.open("rb") as file:
                while data := file.read(_CHUNK):
                    self.wfile.write(data)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def _head(self) -> bool:
        if self.path != self._path:
            self.send_error(404)
            return False
        self.send_response(200)
        self.send_header("Content-Type", "application/octet-stream")
        self.send_header("Content-Length", str(self._package.size))
        self.end_headers()
        return True

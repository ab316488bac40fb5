"""Fetches a packed deck from the address that a command names, if it lies where this booth fetches from."""

from __future__ import annotations

import hashlib
import http.client
import shutil
import ssl
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, Final, NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

from kiosk.machine.settings import Settings, folder_of
from kiosk.packing.limits import LARGEST_DECK, SPARE

FILE: Final = "fetched.kiosk"
_SILENCE_S: Final = 30.0
"""A server that says nothing for so long is given up …"""
_MOST_S: Final = 3600.0
"""… and one that is not done after so long."""
_STEP: Final = 1 << 16
_SHA256: Final = 64
_FOUND: Final = 200


class FetchError(Exception):
    """Why there is no deck; a sentence for the organiser."""


class Wanted(NamedTuple):
    """What is to be fetched."""

    address: SplitResult
    sha256: str
    size: int
    """Bytes."""


def wanted(details: dict[str, Any], settings: Settings) -> Wanted:
    """What a command wants, if it may. Raises FetchError."""
    address, sha256, size = details.get("address"), details.get("sha256"), details.get("bytes")
    if not isinstance(address, str) or not _is_below(address, settings.fetches_from):
        where = settings.fetches_from or "nowhere (`fetch` below `[broker]` in its kiosk.toml)"
        raise FetchError(f"this booth fetches decks from {where}, and not from {address!r}")
    if not isinstance(sha256, str) or len(sha256) != _SHA256 or not set(sha256) <= set("0123456789abcdef"):
        raise FetchError("`sha256` has to be 64 hexadecimal digits in small letters")
    if isinstance(size, bool) or not isinstance(size, int) or not 0 < size <= LARGEST_DECK:
        raise FetchError(f"`bytes` has to be the file's size, {LARGEST_DECK:,} at most")
    if not settings.keys:
        raise FetchError("this booth takes no deck from afar: `keys` below `[decks]` in its kiosk.toml names nobody's")
    return Wanted(urlsplit(address), sha256, size)


def _is_below(address: str, top: str) -> bool:
    """Whether an address lies in the folder of another one, however it is written."""
    if not top or not address.isascii() or not address.isprintable() or " " in address or "\\" in address:
        return False
    try:
        there, here = urlsplit(address), urlsplit(top)
        same = (there.scheme, there.hostname, there.port or 443) == ("https", here.hostname, here.port or 443)
    except ValueError:  # the port is none
        return False
    if not same or "@" in there.netloc or there.fragment:
        return False
    folder = here.path if here.path.endswith("/") else f"{here.path}/"
    return there.path.startswith(folder) and ".." not in unquote(unquote(there.path)).split("/")


def fetch(deck: Wanted, settings: Settings, home: Path, folder: Path, goes_on: Callable[[], bool]) -> Path:
    """The file, whole and as it was told, in a folder. Raises FetchError, and OSError.

    `home` is the folder of the machine's settings; it is given up as soon as it no longer `goes_on`.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if shutil.disk_usage(folder).free < deck.size + SPARE:
        raise FetchError(f"the booth's disk has no room for {deck.size:,} bytes")
    file = folder / FILE
    file.unlink(missing_ok=True)
    try:
        _load(deck, _trusting(settings, home), file, goes_on)
    except BaseException as error:
        file.unlink(missing_ok=True)
        if isinstance(error, http.client.HTTPException | OSError) and not getattr(error, "filename", None):
            said = getattr(error, "verify_message", "") or getattr(error, "strerror", None) or error
            raise FetchError(f"{deck.address.netloc} does not give it: {said or type(error).__name__}") from error
        raise
    return file


def _trusting(settings: Settings, home: Path) -> ssl.SSLContext:
    """Who may vouch for the server: the system's authorities, and the one of the broker."""
    context = ssl.create_default_context()
    if settings.broker_ca:
        context.load_verify_locations(folder_of(settings.broker_ca, home))
    return context


def _load(deck: Wanted, trust: ssl.SSLContext, file: Path, goes_on: Callable[[], bool]) -> None:
    host, address = deck.address.hostname or "", deck.address
    target = address.path + (f"?{address.query}" if address.query else "")
    until, sum_, left = time.monotonic() + _MOST_S, hashlib.sha256(), deck.size
    with closing(http.client.HTTPSConnection(host, address.port, timeout=_SILENCE_S, context=trust)) as server:
        server.request("GET", target, headers={"Accept-Encoding": "identity", "User-Agent": "Kiosk"})
        answer = server.getresponse()
        if answer.status != _FOUND:
            leads = ", which leads elsewhere" if answer.getheader("Location") else ""
            raise FetchError(f"{address.netloc} answers {answer.status} {answer.reason}{leads}")
        with file.open("xb") as out:
            file.chmod(0o600)
            while data := answer.read(_STEP):
                left -= len(data)
                if left < 0:
                    break
                if time.monotonic() > until or not goes_on():
                    raise FetchError("it took too long")
                sum_.update(data)
                out.write(data)
    if left:
        raise FetchError(f"it is {'longer' if left < 0 else 'shorter'} than the {deck.size:,} bytes that were told")
    if sum_.hexdigest() != deck.sha256:
        raise FetchError("it is another file than was told: its SHA-256 is different")


def forget(folder: Path) -> None:
    """Have nothing of a fetched file left."""
    with suppress(OSError):
        (folder / FILE).unlink()

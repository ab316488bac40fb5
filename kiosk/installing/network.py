"""Which addresses an installed booth may reach: those of the broker and of the host that decks are fetched from."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import urlsplit

from kiosk.installing.session import SETTINGS
from kiosk.machine.file import read
from kiosk.machine.settings import Settings

Resolves = Callable[[str], Iterable[str]]
"""The addresses of a host. Raises OSError."""


class UnknownHostError(Exception):
    """A host has no address now; the argument says which."""


def resolved(host: str) -> set[str]:
    """The addresses of a host, as the system knows them now. Raises OSError."""
    return {str(found[4][0]).partition("%")[0] for found in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)}


def resolvers(root: Path) -> set[str]:
    """The name servers that a machine asks."""
    try:
        lines = (root / "etc/resolv.conf").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return set()
    named = {
        words[1].partition("%")[0] for line in lines if len(words := line.split()) > 1 and words[0] == "nameserver"
    }
    return {each for each in named if _is_address(each)}


def allowed(root: Path, resolve: Resolves = resolved) -> set[str]:
    """What the booth may reach by the settings of the machine below `root`; nothing where they name no broker.

    Raises UnknownHostError.
    """
    hosts = _hosts(read(root / SETTINGS[1:]))
    found: set[str] = set()
    for host in hosts:
        if _is_address(host):
            found.add(host)
            continue
        try:
            found |= set(resolve(host))
        except OSError as error:
            raise UnknownHostError(f"{host} in {SETTINGS} has no address now: {error.strerror}") from error
    return found | (resolvers(root) if any(not _is_address(host) for host in hosts) else set())


def _hosts(settings: Settings) -> list[str]:
    """The hosts that the settings name."""
    if not settings.broker:
        return []
    fetches = urlsplit(settings.fetches_from).hostname if settings.fetches_from else ""
    return [settings.broker, *([fetches] if fetches else [])]


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True

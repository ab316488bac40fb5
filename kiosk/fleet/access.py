"""How this machine gets to its broker: what `[broker]` in its settings says, or why that will not do."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from pathlib import Path

from kiosk.machine.names import booth_name
from kiosk.machine.settings import Settings, folder_of
from kiosk.sentences import sentence, why


class AccessError(Exception):
    """The settings do not lead to a broker; a sentence for the operator."""


@dataclass(frozen=True, slots=True)
class Access:
    """All that it takes to connect."""

    host: str
    port: int
    user: str
    password: str
    booth: str
    """What this machine is called there."""
    tls: ssl.SSLContext


def access(settings: Settings, home: Path) -> Access:
    """The way to the broker that the settings name; `home` is the folder of their file. Raises AccessError."""
    if not settings.broker:
        raise AccessError(sentence("no broker is named: `[broker]` in kiosk.toml wants `host`, `user` and `password`"))
    for name, value in (("user", settings.broker_user), ("password", settings.broker_password)):
        if not value:
            raise AccessError(
                sentence("`[broker]` in kiosk.toml names a host, but no `{name}`: a login is needed", name=name)
            )
    return Access(
        host=settings.broker,
        port=settings.broker_port,
        user=settings.broker_user,
        password=settings.broker_password,
        booth=booth_name(settings.booth),
        tls=_trusting(folder_of(settings.broker_ca, home) if settings.broker_ca else None),
    )


def _trusting(authority: Path | None) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=authority)
    except OSError as error:  # ssl.SSLError is one
        reason = sentence("it is no certificate") if isinstance(error, ssl.SSLError) else why(error)
        raise AccessError(
            sentence(
                "`ca` in kiosk.toml names {authority}, which cannot be read: {why}", authority=authority, why=reason
            )
        ) from None

"""Which keys the machine's file can have, and what each of them may be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from kiosk.deck.problems import instead, quoted
from kiosk.machine.names import is_name
from kiosk.sentences import sentence

Reads = Callable[[Any], Any]
"""The value that a file means. Raises ValueError with a sentence for the operator."""


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(sentence("a text in quotes is wanted here, not {value}", value=quoted(value)))  # noqa: TRY004 - for the operator
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError(sentence('a list is wanted here, such as `["/media"]`'))  # noqa: TRY004
    return tuple(_text(each) for each in value)


def _number(least: float, most: float) -> Reads:
    def read(value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ValueError(sentence("a number is wanted here, not {value}", value=quoted(value)))  # noqa: TRY004
        if not least <= value <= most:
            raise ValueError(
                sentence(
                    "it is {value:g}: it must be between {least:g} and {most:g}", value=value, least=least, most=most
                )
            )
        return float(value)

    return read


def _whole(least: int, most: int) -> Reads:
    number = _number(least, most)

    def read(value: Any) -> int:
        if number(value) != int(value):
            raise ValueError(sentence("a whole number is wanted here, not {value}", value=quoted(value)))
        return int(value)

    return read


def _time(value: Any) -> str:
    hour, _, minute = _text(value).partition(":")
    is_time = len(value) == len("04:00") and (hour + minute).isdecimal() and (hour + minute).isascii()
    if not is_time or int(hour) > 23 or int(minute) > 59:  # noqa: PLR2004 - of a day, of an hour
        raise ValueError(sentence('a time is wanted here, as "04:00", not {value}', value=quoted(value)))
    return str(value)


def _pin(value: Any) -> str:
    if not _text(value).startswith("$argon2id$"):
        raise ValueError(sentence("this is not what `kiosk pin` writes: a PIN itself does not belong here"))
    return str(value)


def _fingerprint(value: Any) -> str:
    hexadecimal = set("0123456789abcdef")
    if len(_text(value)) != 64 or not set(value) <= hexadecimal:  # noqa: PLR2004 - of SHA-256
        raise ValueError(sentence("this is not what `kiosk pin --key` writes"))
    return str(value)


def _public_keys(value: Any) -> tuple[str, ...]:
    from kiosk.machine.keyform import of_line

    for each in _texts(value):
        try:
            of_line(each)
        except ValueError:
            raise ValueError(sentence("{key} is not what `kiosk pack --keygen` prints", key=quoted(each))) from None
    return _texts(value)


def _host(value: Any) -> str:
    if not _text(value) or len(value) > _LONGEST_HOST or not set(value) <= _OF_HOSTS:
        raise ValueError(
            sentence(
                'the name or the address of a host is wanted here, as "broker.example", not {value}',
                value=quoted(value),
            )
        )
    return str(value)


def _booth(value: Any) -> str:
    if not is_name(_text(value)):
        raise ValueError(
            sentence('small letters, digits and hyphens are wanted here, as "hall-3", not {value}', value=quoted(value))
        )
    return str(value)


def _address(value: Any) -> str:
    if not _text(value).startswith("https://"):
        raise ValueError(
            sentence('an address is wanted here, as "https://decks.example/", not {value}', value=quoted(value))
        )
    return str(value)


def _commands(value: Any) -> tuple[str, ...]:
    for each in _texts(value):
        if each not in COMMANDS:
            raise ValueError(
                sentence("there is no command {name}: {instead}", name=quoted(each), instead=instead(each, COMMANDS))
            )
    return _texts(value)


COMMANDS: Final = ("reload", "restart", "route", "message", "check", "fetch", "back")
"""What an organiser can ask of a booth from afar, as far as it is allowed."""
_LONGEST_HOST: Final = 253
_OF_HOSTS: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:_")
_DAY: Final = 24 * 60 * 60

KEYS: Final[dict[str, dict[str, tuple[str, Reads]]]] = {
    "": {
        "deck": ("deck", _text),
        "language": ("language", _text),
        "theme": ("theme", _text),
        "text_size": ("text_size", _whole(1, 3)),
        "restart": ("restart", _time),
        "reports": ("reports", _text),
        "drives": ("drives", _texts),
    },
    "screen": {
        "diagonal_mm": ("diagonal", _number(100, 20_000)),
        "distance_mm": ("distance", _number(100, 50_000)),
        "bottom_mm": ("bottom", _number(0, 3_000)),
    },
    "idle": {
        "ask_after": ("ask_after", _whole(1, _DAY)),
        "return_after": ("return_after", _whole(1, _DAY)),
    },
    "decks": {"keys": ("keys", _public_keys)},
    "broker": {
        "host": ("broker", _host),
        "port": ("broker_port", _whole(1, 65_535)),
        "user": ("broker_user", _text),
        "password": ("broker_password", _text),
        "ca": ("broker_ca", _text),
        "booth": ("booth", _booth),
        "keys": ("commanders", _public_keys),
        "allow": ("allows", _commands),
        "fetch": ("fetches_from", _address),
    },
    "operator": {"pin": ("pin", _pin), "key": ("key", _fingerprint)},
}
"""The tables of the file ("" is its top), their keys, and for each its name in `Settings` and how it is read."""

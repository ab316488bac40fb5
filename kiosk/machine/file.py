"""Reads the machine's file and writes into it. A file that is broken costs what is broken, never the booth."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from kiosk.machine.settings import Settings
from kiosk.sentences import said_by, sentence, why

_MODE: Final = 0o600
_LARGEST: Final = 100_000
"""Bytes; a file of settings that is larger is none."""
_SECRET: Final = ("pin", "key", "broker_password")
_KEPT: Final = "machine.kept"


class UnreadableError(ValueError):
    """The file cannot be written into because it is broken; its problem as text."""


def read(path: Path) -> Settings:
    """What a file says; with everything that is wrong with it. Without a file, nothing is set."""
    values, faults = _parsed(path)
    return _settings(path, values, faults)


def read_soon(path: Path, cache: Path) -> Settings:
    """The same for a start, without what only the operator's panel needs.

    Python's reader of TOML takes 14 ms to import, so what was read is kept in the cache for as long as the file is the
    same.
    """
    import marshal

    try:
        at = path.stat()
    except OSError:
        return Settings()
    stamp = [str(path.absolute()), at.st_mtime_ns, at.st_size, at.st_ino]
    with suppress(OSError, ValueError, EOFError, TypeError):
        kept = marshal.loads((cache / _KEPT).read_bytes())  # noqa: S302 - our own cache, as the compiled decks are
        if kept[0] == stamp:
            return _settings(path, dict(kept[1]), kept[2])
    values, faults = _parsed(path)
    values = {name: value for name, value in values.items() if name not in _SECRET}
    from kiosk import atomic

    with suppress(OSError):
        atomic.write(
            cache / _KEPT,
            marshal.dumps((stamp, values, [(line, column, str(said)) for line, column, said in faults])),
            mode=_MODE,
        )
    return _settings(path, values, faults)


def change(path: Path, values: Mapping[tuple[str, str], Any]) -> None:
    """Set values by their tables and keys, or take them out where they are None; all else stays as it was written.

    Raises OSError, and UnreadableError.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    from kiosk import atomic

    try:
        text = path.read_text(encoding="utf-8-sig") if path.exists() else _HEAD
        document = tomlkit.parse(text)
        for (table, key), value in values.items():
            if table and table not in document:
                document[table] = tomlkit.table()
            entries: Any = document[table] if table else document
            if value is not None:
                entries[key] = value
            elif key in entries:
                del entries[key]
    except (TOMLKitError, UnicodeDecodeError, TypeError, AttributeError) as error:
        problems = read(path).problems
        raise UnreadableError(problems[0].told if problems else f"{path}: {error}") from error
    atomic.write(path, tomlkit.dumps(document).encode(), mode=_MODE)


_HEAD: Final = """\
# This machine's settings for Kiosk. Everything may be left out.
# deck = "/srv/kiosk/slides"   what `kiosk run` shows
# language = "zh"              theme = "day"     text_size = 1 to 3
# reports = "/var/log/kiosk"   drives = ["/media/$USER", "/run/media/$USER", "/mnt"]
# [screen]                     diagonal_mm = 1397, distance_mm = 2000, bottom_mm = 700
# [idle]                       ask_after = 45, return_after = 20 (seconds)
# [decks]                      keys = ["…"]   packed decks that are not signed by one of these are not taken
# [broker]                     host = "broker.example", user = "…", password = "…", ca = "ca.pem", booth = "hall-3",
#                              keys = ["…"], allow = ["reload"]   whose commands are heard, and which
"""

_Fault = tuple[int, int, str]
"""Line, column, message: what the cache can keep of a problem."""


def _settings(path: Path, values: dict[str, Any], faults: list[_Fault]) -> Settings:
    if not faults:
        return Settings(**values)
    from kiosk.deck.problems import Problem

    problems = tuple(Problem(path, line, column, "error", message) for line, column, message in faults)
    return Settings(**values, problems=problems)


class _BrokenError(Exception):
    """Nothing can be read from the file; the argument is the fault."""


def _parsed(path: Path) -> tuple[dict[str, Any], list[_Fault]]:
    """The sound values by their names in `Settings`, and the faults of the others."""
    values: dict[str, Any] = {}
    try:
        text = _text(path)
        faults = list(_checked(_document(text), text, values))
        if os.name != "nt" and path.stat().st_mode & 0o077 and values.keys() & set(_SECRET):
            faults.append(
                (1, 1, sentence("others can read the secrets in this file: run `chmod 600 {path}`", path=path))
            )
    except FileNotFoundError:
        return {}, []
    except OSError as error:
        return {}, [(1, 1, sentence("the file cannot be read: {why}", why=why(error)))]
    except _BrokenError as broken:
        return {}, [broken.args[0]]
    return values, sorted(faults)


def _text(path: Path) -> str:
    with path.open("rb") as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise _BrokenError((1, 1, sentence("the file is too large: {largest:,} bytes are the most", largest=_LARGEST)))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _BrokenError(
            (data[: error.start].count(b"\n") + 1, 1, sentence("this is not a text in UTF-8"))
        ) from error


def _document(text: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _BrokenError(_undecodable(str(error), text)) from error
    except RecursionError as error:
        raise _BrokenError((1, 1, sentence("there are too many brackets in one another"))) from error


def _undecodable(message: str, text: str) -> _Fault:
    import re

    at = re.search(r"\s*\(at line (\d+), column (\d+)\)$", message)
    if at:
        return int(at[1]), int(at[2]), sentence("this is not TOML: {message}", message=message[: at.start()])
    return max(1, len(text.splitlines())), 1, sentence("this is not TOML: {message}", message=message)


def _checked(document: dict[str, Any], text: str, values: dict[str, Any]) -> Iterator[_Fault]:
    """Put the sound values into `values` and tell what is wrong with the others."""
    from kiosk.machine.keys import KEYS

    top = {key: value for key, value in document.items() if key not in KEYS}
    tables = [("", top), *((name, document[name]) for name in KEYS if name in document)]
    for table, entries in tables:
        if not isinstance(entries, dict):
            yield (
                *_place(text, "", table),
                sentence("`{table}` is a table: write `[{table}]`, and its keys below it", table=table),
            )
            continue
        for key, value in entries.items():
            if key not in KEYS[table]:
                yield (*_place(text, table, key), _unknown(table, key))
                continue
            name, reads = KEYS[table][key]
            try:
                values[name] = reads(value)
            except ValueError as error:
                yield (*_place(text, table, key), sentence("`{key}`: {wrong}", key=key, wrong=said_by(error)))


def _unknown(table: str, key: str) -> str:
    from kiosk.deck.problems import instead, quoted
    from kiosk.machine.keys import KEYS

    known = [*KEYS[table], *(name for name in KEYS if name and not table)]
    elsewhere = next((name for name in KEYS if name != table and key in KEYS[name]), None)
    if elsewhere is not None:
        if not elsewhere:
            return sentence("{key} stands in the wrong place: it belongs above the first `[table]`", key=quoted(key))
        return sentence(
            "{key} stands in the wrong place: it belongs below `[{table}]`", key=quoted(key), table=elsewhere
        )
    return sentence("unknown key {key}: {instead}", key=quoted(key), instead=instead(key, known))


def _place(text: str, table: str, key: str) -> tuple[int, int]:
    """The line and column of a key, or of its table where it is written in another way."""
    import re

    at, found = "", (1, 1)
    for number, line in enumerate(text.splitlines(), start=1):
        bare = line.strip()
        if header := re.match(r"\[+\s*[\"']?([^\"'\]]+?)[\"']?\s*\]", bare):
            at = header[1]
            if at == table or (not table and at == key):
                found = (number, 1)
        elif at == table and re.match(rf"[\"']?{re.escape(key)}[\"']?\s*[=.]", bare):
            return number, len(line) - len(line.lstrip()) + 1
        elif not at and re.match(rf"[\"']?{re.escape(table or key)}[\"']?\s*[=.]", bare):
            found = (number, 1)
    return found

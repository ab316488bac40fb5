"""A deck in compiled form: what was checked before opens at once, without the libraries that check it."""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

import kiosk
from kiosk.deck.digests import SIZE, digest, name_of
from kiosk.deck.load import Loaded, load
from kiosk.deck.typeset import all_tied, know, recall
from kiosk.places import ASSETS, CHINESE_WORDS

if TYPE_CHECKING:
    from kiosk.deck.memory import Memory

KEPT: Final = 8
"""How many compiled decks stay: a few decks, and the versions that are gone back to."""
MOST_FILES: Final = 20_000
_ENDING: Final = ".deck"


def open_deck(folder: Path, cache: Path | None) -> Loaded:
    """A deck as `load` gives it, from its compiled form in a cache folder where its files are as they were."""
    return load(folder) if cache is None else open_named(folder, cache)[0]


def open_named(folder: Path, cache: Path) -> tuple[Loaded, str]:
    """A deck as `open_deck` gives it, and its fingerprint, which its compiled form in the cache is named by."""
    name = fingerprint(folder)
    compiled = cache / (name + _ENDING)
    loaded = open_compiled(compiled)
    if loaded is None:
        from kiosk.deck import words
        from kiosk.deck.memory import Memory

        memory = Memory()
        loaded = load(folder, memory)
        if loaded.deck:
            know(loaded.deck)
        words.forget()
        _write(compiled, _packed(loaded, memory))
    return loaded, name


def read_again(folder: Path, memory: Memory, settled: str = "") -> tuple[Loaded | None, str, bool]:
    """A deck as its files are now, its fingerprint, and whether they were still so when all of them had been read.

    None where the files are not, or not any more, those with the fingerprint `settled`: somebody is just writing them.
    Without one they are read as they are. `memory` has what they said when they were read last.
    """
    name = fingerprint(folder)
    if settled not in {"", name}:
        return None, name, False
    loaded = load(folder, memory)
    is_as_read = fingerprint(folder) == name
    if not is_as_read:
        memory.forget()
    return (loaded if is_as_read or not settled else None), name, is_as_read


def keep(loaded: Loaded, name: str, cache: Path, memory: Memory) -> None:
    """Keep a deck with this fingerprint in a cache folder, as `open_named` does."""
    compiled = cache / (name + _ENDING)
    try:
        os.utime(compiled)
    except OSError:
        _write(compiled, _packed(loaded, memory))


def _unpacked(packed: bytes) -> Loaded:
    """The deck that was packed. Raises whatever may be wrong with other bytes."""
    loaded, texts = pickle.loads(packed[SIZE:])  # noqa: S301 - written by Kiosk
    if not isinstance(loaded, Loaded):
        raise TypeError(loaded)
    recall(loaded.deck, texts)
    return loaded


def remembered(cache: Path, name: str) -> Memory:
    """What the files of the deck with this fingerprint said, as far as it is kept in a cache folder."""
    from kiosk.deck.memory import Memory

    with suppress(Exception):  # without it every file is read
        packed = (cache / (name + _ENDING)).read_bytes()
        if digest(packed[SIZE:]) == packed[:SIZE]:
            both = pickle.Unpickler(BytesIO(packed[SIZE:]))  # noqa: S301 - written by Kiosk
            both.load()
            memory = both.load()
            if isinstance(memory, Memory):
                return memory
    return Memory()


def fingerprint(folder: Path) -> str:
    """What changes when anything does that a deck is made from: its files, the themes, Kiosk, Python."""
    said = [f"{kiosk.__version__} {sys.version} {folder.absolute()} {Path.cwd()}"]
    for top in (folder, ASSETS / "themes", CHINESE_WORDS.parent, Path(__file__).parent):
        for name, size, modified in sorted(_facts(top)):
            said.append(f"{name}\0{size}\0{modified}")
    return name_of("\n".join(said).encode(errors="surrogateescape"))


def _facts(top: Path) -> Iterator[tuple[str, int, int]]:
    """Name, size and time of each file below a folder."""
    seen = 0
    for parent, folders, names in os.walk(top):
        folders[:] = [name for name in folders if name != "__pycache__" and not name.startswith(".")]
        for name in names:
            if name.startswith("."):
                continue  # what editors keep beside the files that they have open
            seen += 1
            if seen > MOST_FILES:
                return
            path = os.path.join(parent, name)  # noqa: PTH118 - at each start, for each file: Path is slow
            with suppress(OSError):
                facts = os.stat(path)  # noqa: PTH116 - as above
                yield path, facts.st_size, facts.st_mtime_ns


def open_compiled(path: Path) -> Loaded | None:
    """The deck in a compiled file; None where there is none, or not a whole one."""
    try:
        data = path.read_bytes()
        if digest(data[SIZE:]) != data[:SIZE]:
            return None
        loaded = _unpacked(data)
        os.utime(path)
    except Exception:  # noqa: BLE001 - whatever is wrong with a compiled form, the files themselves are there
        return None
    return loaded


def _packed(loaded: Loaded, memory: Memory) -> bytes:
    """The deck for `_unpacked`, and after it, which `_unpacked` never reads, the memory of the same platforms."""
    payload = BytesIO()
    both = pickle.Pickler(payload, pickle.HIGHEST_PROTOCOL)
    both.dump((loaded, all_tied(loaded.deck)))
    both.dump(memory)
    whole = payload.getvalue()
    return digest(whole) + whole


def _write(path: Path, packed: bytes) -> None:
    """Keep a deck, whole or not at all; a cache that cannot be written is done without."""
    import tempfile  # only for a deck that is not kept yet

    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(dir=path.parent, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(packed)
            Path(unfinished).replace(path)
        except OSError:
            Path(unfinished).unlink(missing_ok=True)
            raise
        _drop_old(path.parent)


def _drop_old(cache: Path) -> None:
    """Remove the compiled decks that were not opened for longest, and what a lost power supply left half written."""
    by_age = sorted(cache.glob(f"*{_ENDING}"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for path in (*by_age[KEPT:], *cache.glob("*.part")):
        path.unlink(missing_ok=True)

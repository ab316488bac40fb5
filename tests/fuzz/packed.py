"""Mutated packed decks: as bytes, by what their manifest says, and by what is in the archive."""

from __future__ import annotations

import hashlib
import json
import struct
from functools import cache
from pathlib import Path
from random import Random

from fuzz import bases, mutants
from fuzz.mutants import Named
from packing.hostile import DEVICE, LINK, PLAIN, archive, entry, manifest_of

MODES = (PLAIN, PLAIN, LINK, DEVICE, 0, 0o777)
NAMES = (
    *(
        "manifest.json",
        "manifest.sig",
        "deck/",
        "deck/deck.yaml",
        "deck/DECK.yaml",
        "deck/../x",
        "/x",
        "C:x",
        "deck/a\\b",
    ),
    *("deck/con", "deck/x.", "deck/" + "x" * 5000, "deck/a/b", "deck/a", "", ".", "deck/\u202egnp.exe", "dеck/x"),
)
SIZES = (0, 1, 21, 22, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF)


def mutant(seed: int, number: int) -> Named:
    """A damaged packed deck."""
    chance = Random(f"packed {seed} {number}")  # noqa: S311 - repeatable
    parts = _parts(chance.random() < 0.5)
    match number % 4:
        case 1:
            parts[0] = (parts[0][0], _manifest(chance, parts[0][1]))
        case 2:
            for _ in range(chance.choice((1, 1, 3))):
                _archive(chance, parts)
    data = archive(parts)
    if number % 4 == 0:
        data = mutants._bytes(chance, "", data)  # noqa: SLF001 - the same damage as everywhere
    elif number % 4 == 3:
        data = _record(chance, bytearray(data))
    return "mutant.kiosk", data


@cache
def _raw() -> dict[str, bytes]:
    return bases.decks()[0]


def _parts(deflated: bool) -> list[tuple]:  # noqa: FBT001
    raw = json.dumps(manifest_of(_raw())).encode()
    parts = [(entry("manifest.json", deflated=deflated), raw)]
    return parts + [(entry(f"deck/{name}", deflated=deflated), content) for name, content in sorted(_raw().items())]


def _manifest(chance: Random, raw: bytes) -> bytes:
    """The manifest says something else."""
    if chance.random() < 0.3:
        return mutants._lines(chance, "", raw)  # noqa: SLF001
    root = json.loads(raw)
    for _ in range(chance.choice((1, 1, 2))):
        parent, key = chance.choice(list(mutants._places(root)))  # noqa: SLF001
        if chance.random() < 0.2:
            del parent[key]
        else:
            parent[key] = chance.choice((*mutants.VALUES, *NAMES, *SIZES))
    return json.dumps(root).encode(errors="replace")


def _archive(chance: Random, parts: list[tuple]) -> None:
    """A file is missing, there twice, elsewhere, of another kind or name, or very compressible."""
    if not parts:
        return
    at = chance.randrange(len(parts))
    info, data = parts[at]
    match chance.randrange(6):
        case 0:
            del parts[at]
        case 1:
            parts.insert(chance.randrange(len(parts)), (entry(chance.choice(NAMES) or "x"), data))
        case 2:
            parts[at] = entry(info.filename, chance.choice(MODES), deflated=chance.random() < 0.5), data
        case 3:
            parts[at] = entry(info.filename, deflated=True), data + bytes(chance.choice((10**5, 10**6, 40 * 10**6)))
        case 4:
            parts[at] = entry(chance.choice(NAMES) or "x"), data
        case _:
            other = chance.randrange(len(parts))
            parts[at], parts[other] = parts[other], parts[at]


def _record(chance: Random, data: bytearray) -> bytes:
    """One of the numbers that say where things are, and how large, is another one."""
    magic, fields = chance.choice(((b"PK\3\4", 26), (b"PK\1\2", 42), (b"PK\5\6", 18)))
    places = [at for at in range(len(data) - 22) if data[at : at + 4] == magic] or [len(data) - 22]
    at = chance.choice(places) + chance.randrange(4, fields)
    how = chance.choice(("<H", "<L"))
    value = chance.choice((*SIZES, chance.randrange(len(data)))) & (0xFFFF if how == "<H" else 0xFFFFFFFF)
    data[at : at + struct.calcsize(how)] = struct.pack(how, value)
    return bytes(data)


def target(made: Named, folder: Path) -> str:
    """A packed deck is refused in one line, and nothing is left; or each of its files is what its manifest says."""
    from kiosk.packing.bring import incoming
    from kiosk.packing.fault import PackError
    from kiosk.packing.stamp import FILE

    name, content = made
    file = folder.parent / name
    file.write_bytes(content)
    refused = None
    try:
        with incoming(file, folder / "slides") as new:
            there = {path for path in new.site.incoming.rglob("*") if not path.is_dir()}
            there -= {new.site.incoming / FILE}  # when it was packed
            assert there == {new.site.incoming / each.path for each in new.manifest.files}
            for each in new.manifest.files:
                path = new.site.incoming / each.path
                assert path.is_file()
                assert not path.is_symlink()
                assert hashlib.sha256(path.read_bytes()).hexdigest() == each.sha256
    except PackError as error:
        refused = str(error)
    assert refused is None or (refused.strip() and "\n" not in refused)
    assert not list(folder.iterdir()), "something was left behind"
    assert {path.name for path in folder.parent.iterdir()} == {name, folder.name}, "something was written elsewhere"
    return name

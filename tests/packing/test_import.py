"""A packed deck is taken whole, or refused in one plain line, and then nothing is replaced and nothing left behind."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from packing.hostile import DEVICE, LINK, PLAIN, archive, entry, manifest_of, packed

from kiosk.deck.load import load
from kiosk.packing import limits, stamp
from kiosk.packing.bring import go_back, incoming
from kiosk.packing.fault import NotPackedError, PackError
from kiosk.packing.opened import KEPT, opened
from kiosk.packing.pack import pack
from kiosk.packing.signing import make_keys


def contents(folder: Path) -> dict[str, bytes]:
    """A deck's files, without what says when it was packed."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != stamp.FILE)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def place(tmp_path, tiny_folder):
    """Where the tiny deck is in its place, alone."""
    (tmp_path / "srv").mkdir()
    return Path(shutil.copytree(tiny_folder, tmp_path / "srv" / "slides"))


@pytest.fixture
def changed(tiny_folder, tmp_path):
    """The tiny deck packed, with another title."""
    text = (tiny_folder / "deck.yaml").read_text(encoding="utf-8")
    (tiny_folder / "deck.yaml").write_text(text.replace("en: Tiny", "en: Small"), encoding="utf-8")
    pack(tiny_folder, load(tiny_folder).deck, tmp_path / "changed.kiosk")
    return tmp_path / "changed.kiosk"


def test_a_packed_deck_takes_the_place_of_another_and_there_is_a_way_back(place, changed, tiny_folder):
    before, after = contents(place), contents(tiny_folder)
    with incoming(changed, place) as new:
        assert new.loaded.problems == ()
        assert [str(change) for change in new.changes] == [
            "changed: the deck itself: title (en) `Tiny` becomes `Small`"
        ]
        assert contents(place) == before, "nothing is seen before it is replaced"
        new.replace()
    assert contents(place) == after
    for now in (before, after):
        go_back(place)
        assert contents(place) == now
    assert sorted(path.name for path in place.parent.iterdir()) == [".slides.previous", "slides"]


def test_a_deck_that_is_only_looked_at_leaves_nothing(place, changed):
    before = contents(place)
    with incoming(changed, place) as new:
        assert new.changes
    assert contents(place) == before
    assert list(place.parent.iterdir()) == [place]


def test_a_deck_comes_where_there_is_none(tmp_path, changed, tiny_folder):
    with incoming(changed, tmp_path / "new" / "slides") as new:
        assert {change.kind for change in new.changes} == {"new"}
        new.replace()
    assert contents(tmp_path / "new" / "slides") == contents(tiny_folder)
    with pytest.raises(PackError, match="no deck from before"):
        go_back(tmp_path / "new" / "slides")


def test_an_empty_folder_is_no_deck_to_come_back_to(tmp_path, changed, tiny_folder):
    (tmp_path / "srv" / "slides").mkdir(parents=True)
    with incoming(changed, tmp_path / "srv" / "slides") as new:
        new.replace()
        assert not new.replaced
    assert contents(tmp_path / "srv" / "slides") == contents(tiny_folder)
    assert [path.name for path in (tmp_path / "srv").iterdir()] == ["slides"]


def test_a_link_to_the_decks_folder_stays_one(place, changed, tmp_path, tiny_folder):
    (tmp_path / "link").symlink_to(place)
    with incoming(changed, tmp_path / "link") as new:
        new.replace()
    assert (tmp_path / "link").is_symlink()
    assert contents(place) == contents(tiny_folder)


def test_a_folder_with_other_things_in_it_is_never_replaced(tmp_path, changed):
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "letter.txt").write_text("dear")
    with pytest.raises(PackError, match="no deck: name a folder that is empty"), incoming(changed, tmp_path / "home"):
        pass
    assert contents(tmp_path / "home") == {"letter.txt": b"dear"}


def test_two_imports_at_once_do_not_meet(place, changed):
    with incoming(changed, place) as new:
        with pytest.raises(PackError, match="another import"), incoming(changed, place):
            pass
        new.replace()


BOMB = bytes(3_000_000)
FILES = {"deck.yaml": b"title: x\n" * 40, "a.csv": b"a,b\n1,2\n" * 50}


def foreign(name: str, mode: int = PLAIN) -> bytes:
    """A packed deck with a file of a name that it cannot have, and that its manifest lists."""
    return packed(FILES | {name: b"x"}, mode=lambda each: mode if each == name else PLAIN)


def beside(name: str) -> bytes:
    """A packed deck with a file that does not even pretend to be below the deck's folder."""
    raw = json.dumps(manifest_of({})).encode()
    return archive([(entry("manifest.json"), raw), (entry(name), b"x")])


def overlapping() -> bytes:
    """Two files from the same bytes."""
    data = bytearray(packed({"a": b"x" * 50, "b": b"x" * 50}))
    first = data.index(b"PK\1\2")
    second = data.index(b"PK\1\2", first + 4)
    third = data.index(b"PK\1\2", second + 4)
    data[third + 42 : third + 46] = data[second + 42 : second + 46]
    return bytes(data)


def twice() -> bytes:
    raw = json.dumps(manifest_of({"a": b"x"})).encode()
    parts = [(entry("manifest.json"), raw), (entry("deck/a"), b"x")]
    with pytest.warns(UserWarning, match="Duplicate"):
        return archive([*parts, parts[1]])


def encrypted() -> bytes:
    data = bytearray(packed(FILES))
    for magic, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.rindex(magic) + flags] |= 1
    return bytes(data)


def squeezed() -> bytes:
    raw = json.dumps(manifest_of({})).encode()
    info = entry("deck/a")
    info.compress_type = zipfile.ZIP_LZMA
    return archive([(entry("manifest.json"), raw), (info, b"x" * 99)])


def many() -> bytes:
    parts = [(entry(f"deck/{number}"), b"") for number in range(limits.MOST_FILES + 3)]
    return archive([(entry("manifest.json"), b"{}"), *parts])


def lying(**changes: object) -> bytes:
    """A packed deck whose manifest says something else of the table."""
    listed = manifest_of(FILES)
    listed["files"] = [file | changes if file["path"] == "a.csv" else file for file in listed["files"]]
    return packed(FILES, listed)


HUGE = limits.LARGEST_FILE
HOSTILE = {
    "up and out": (foreign("../../etc/passwd"), "leads out of the deck's folder"),
    "out with backslashes": (foreign("..\\x"), "leads out of the deck's folder"),
    "absolute beside": (beside("/etc/passwd"), "is an absolute path"),
    "out beside": (beside("deck/../../x"), "leads out of the deck's folder"),
    "a drive": (beside("C:/x"), "begins with a drive letter"),
    "a backslash": (foreign("a\\b"), "has a character that not every system takes"),
    "a control character": (foreign("a\x1b[2J"), "has a character that not every system takes"),
    "a name cut at NUL": (
        foreign("a.csv_.exe").replace(b"csv_", b"csv\0"),
        "has a character that not every system takes",
    ),
    "an empty part": (foreign("a//b"), "is not the name of a file"),
    "a folder": (beside("deck/x/"), "is not the name of a file"),
    "a device's name": (foreign("pictures/Con.png"), "is the name of a device on Windows"),
    "a dot at the end": (foreign("a."), "ends with a dot"),
    "a long name": (foreign("a" * 300), "is too long"),
    "a link": (foreign("link.csv", LINK), "is a link"),
    "a device": (foreign("null.csv", DEVICE), "is no plain file"),
    "a case": (foreign("A.csv"), "`deck/A.csv` and `deck/a.csv` differ only by case"),
    "a folder's case": (packed(FILES | {"p/a": b"", "P/b": b""}), "differ only by case"),
    "a file and a folder": (packed({"a": b"", "a/b": b""}), "is there twice"),
    "twice": (twice(), "is there twice"),
    "one too many": (beside("deck/a"), "something in it that its manifest does not list"),
    "one missing": (packed({"a": b"x"}, manifest_of({"a": b"x", "b": b"y"})), "`b` is missing"),
    "overlapping": (overlapping(), "the file is damaged"),
    "encrypted": (encrypted(), "is packed in another way"),
    "another packing": (squeezed(), "is packed in another way"),
    "a bomb by ratio": (packed(FILES | {"b.csv": BOMB}, deflated=True), "unpacks to more than 100 times"),
    "a bomb by count": (many(), "more than 2,000 files"),
    "a bomb by count in the manifest": (
        packed({}, manifest_of({}, files=[{"path": f"{n:04}", "size": 0, "sha256": "0" * 64} for n in range(2001)])),
        "more than 2,000 files",
    ),
    "a large file": (lying(size=HUGE + 1), "larger than 500 MB"),
    "a large deck": (
        packed({}, manifest_of({}, files=[{"path": n, "size": HUGE, "sha256": "0" * 64} for n in "abcd"])),
        "larger than 2,000 MB",
    ),
    "a wrong checksum": (lying(sha256="0" * 64), "`a.csv` is not what was packed"),
    "less than is said": (lying(size=401), "`a.csv` is not what was packed"),
    "more than is said": (lying(size=399), "`a.csv` is not what was packed"),
    "a negative size": (lying(size=-1), "the file is damaged"),
    "a newer format": (packed({}, manifest_of({}, format=2)), "a newer Kiosk has packed this deck"),
    "no title": (packed({}, manifest_of({}, title=7)), "the file is damaged"),
    "orders to a terminal": (packed({}, manifest_of({}, by="Kiosk\x1b[2J")), "the file is damaged"),
    "no list": (packed({}, manifest_of({}, files=None)), "the file is damaged"),
    "a deep manifest": (
        archive([(entry("manifest.json"), b"[" * 100_000)]),
        "the file is damaged",
    ),
    "a manifest that is a bomb": (
        archive([(entry("manifest.json", deflated=True), BOMB)]),
        "unpacks to more than 100 times",
    ),
    "half a file": (packed(FILES)[:500], "the file is not whole"),
    "trailing bytes": (packed(FILES) + b"x", "something stands after its end"),
    "a comment": (packed(FILES)[:-2] + b"\1\0x", "something stands after its end"),
    "two archives": (packed(FILES) + packed({}), "the file is damaged"),
    "bytes changed": (packed(FILES).replace(b"1,2", b"1,3", 1), "`a.csv` is not what was packed"),
    "no manifest": (archive([(entry("deck/a"), b"x")]), "this is no packed deck"),
}


@pytest.mark.parametrize("how", HOSTILE)
def test_a_hostile_file_is_refused_in_one_line_and_leaves_nothing(place, tmp_path, how):
    data, why = HOSTILE[how]
    file = tmp_path / "hostile.kiosk"
    file.write_bytes(data)
    before = contents(tmp_path)
    with pytest.raises(PackError) as refused, incoming(file, place):
        pass
    assert why in str(refused.value)
    assert "\n" not in str(refused.value)
    with pytest.raises(PackError):
        opened(file, tmp_path / "cache")
    shutil.rmtree(tmp_path / "cache", ignore_errors=True)
    assert contents(tmp_path) == before


def test_an_archive_within_a_packed_deck_stays_a_file(place, tiny_folder, tmp_path):
    """B8's nested archive: nothing but the packed deck itself is ever unpacked."""
    files = contents(tiny_folder) | {"inner.zip": beside("deck/../../x"), "inner.kiosk": packed(FILES)}
    (tmp_path / "nested.kiosk").write_bytes(packed(files))
    with incoming(tmp_path / "nested.kiosk", place) as new:
        new.replace()
    assert contents(place) == files


def test_other_files_are_no_packed_decks(place, tmp_path):
    for content in (b"", b"PK", b"title: x\n", b"PK\5\6" + bytes(18)):
        (tmp_path / "file").write_bytes(content)
        with pytest.raises(NotPackedError), incoming(tmp_path / "file", place):
            pass


def test_a_disk_without_room_is_told_before_anything_is_written(place, changed, monkeypatch):
    monkeypatch.setattr(limits, "SPARE", 1 << 60)
    with pytest.raises(PackError, match="too little room on the disk"), incoming(changed, place):
        pass
    assert list(place.parent.iterdir()) == [place]


def test_a_deck_with_errors_is_told_as_the_files(place, tmp_path):
    file = tmp_path / "broken.kiosk"
    file.write_bytes(packed(FILES))
    with incoming(file, place) as new:
        assert new.loaded.deck is None
        assert any(str(error).startswith(f"{file}/deck.yaml:2:1: error: ") for error in new.loaded.errors)


# Signatures


@pytest.fixture
def keys(tmp_path):
    """Two keys' files, and what a booth has of them."""
    return {name: (tmp_path / name, make_keys(tmp_path / name)) for name in ("ours", "theirs")}


@pytest.fixture
def signed(tiny_folder, tmp_path, keys):
    def sign(name: str | None) -> Path:
        file = tmp_path / f"{name}.kiosk"
        pack(tiny_folder, load(tiny_folder).deck, file, keys[name][0] if name else None)
        return file

    return sign


def test_a_booth_with_keys_takes_decks_signed_by_them_alone(signed, keys, place):
    ours = (keys["theirs"][1], keys["ours"][1])
    with incoming(signed("ours"), place, ours) as new:
        assert new.is_there_already
    for name, why in (("theirs", "signed by somebody else"), (None, "is not signed")):
        with pytest.raises(PackError, match=why), incoming(signed(name), place, ours[1:]):
            pass
    with incoming(signed("theirs"), place):
        pass


def test_a_changed_manifest_is_not_signed_any_more(signed, keys, place, tmp_path):
    with zipfile.ZipFile(signed("ours")) as archive_:
        parts = [(info, archive_.read(info)) for info in archive_.infolist()]
    parts[0] = (parts[0][0], parts[0][1].replace(b"Tiny", b"Tony"))
    (tmp_path / "changed.kiosk").write_bytes(archive([(entry(info.filename), data) for info, data in parts]))
    with (
        pytest.raises(PackError, match="signed by somebody else"),
        incoming(tmp_path / "changed.kiosk", place, (keys["ours"][1],)),
    ):
        pass


def test_a_key_is_its_owners_and_never_written_over(keys, tmp_path):
    assert keys["ours"][0].stat().st_mode & 0o777 == 0o600
    with pytest.raises(FileExistsError):
        make_keys(tmp_path / "ours")
    for wrong in (tmp_path / "ours.pub", Path(__file__)):
        from kiosk.packing.signing import sign

        with pytest.raises(PackError, match="is no key to sign with"):
            sign(wrong, b"")


# From the cache


def test_a_packed_deck_is_unpacked_once_and_few_stay(tiny_folder, tmp_path, changed):
    cache = tmp_path / "cache"
    folder = opened(changed, cache)
    assert contents(folder) == contents(tiny_folder)
    (folder / "mark").touch()
    assert opened(changed, cache) == folder
    assert (folder / "mark").exists()
    shutil.copytree(folder, cache / "0123.999999999.part")
    for number in range(KEPT + 2):
        shutil.copytree(folder, cache / f"{number:032}")
    assert opened(changed, cache) == folder
    assert len(list(cache.iterdir())) == KEPT


def test_content_that_stands_compressed_is_taken_too(place, tiny_folder, tmp_path):
    files = contents(tiny_folder)
    (tmp_path / "deflated.kiosk").write_bytes(packed(files, deflated=True))
    with incoming(tmp_path / "deflated.kiosk", place) as new:
        assert new.is_there_already

"""A deck's folder becomes one file, the same each time, and only what the deck needs is in it."""

from __future__ import annotations

import hashlib
import json
import zipfile

import pytest
from tiny import add_adviser

from kiosk.deck.load import load
from kiosk.packing.fault import PackError
from kiosk.packing.opened import opened
from kiosk.packing.pack import pack

NEEDED = {"deck.yaml", "sources.yaml", "overview.yaml", "river.yaml", "hill.yaml", "trade.csv", "pictures/port.png"}


@pytest.fixture
def pack_tiny(tiny_folder, tmp_path):
    def pack_() -> list[str]:
        return pack(tiny_folder, load(tiny_folder).deck, tmp_path / "tiny.kiosk")[1]

    return pack_


def names(tmp_path) -> set[str]:
    """The deck's files in the packed one."""
    with zipfile.ZipFile(tmp_path / "tiny.kiosk") as archive:
        return {name.removeprefix("deck/") for name in archive.namelist() if name.startswith("deck/")}


def test_what_the_deck_names_goes_in_and_the_rest_is_told(pack_tiny, tiny_folder, tmp_path):
    for name in ("notes.txt", "hill.yaml~", ".hill.yaml.swp", "old/port.png", ".schema/deck.json"):
        (tiny_folder / name).parent.mkdir(exist_ok=True)
        (tiny_folder / name).write_bytes((tiny_folder / "pictures" / "port.png").read_bytes())
    assert pack_tiny() == [".hill.yaml.swp", ".schema/", "hill.yaml~", "notes.txt", "old/"]
    assert names(tmp_path) == NEEDED


def test_whatever_a_deck_can_name_goes_in(pack_tiny, tiny_folder, tmp_path):
    from fuzz.bases import GROUND, MAP, THEME

    add_adviser(tiny_folder)
    (tiny_folder / "themes").mkdir()
    (tiny_folder / "themes" / "own.yaml").write_bytes(THEME.read_bytes())
    (tiny_folder / "map.yaml").write_text(MAP, encoding="utf-8")
    (tiny_folder / "ground.geojson").write_text(json.dumps(GROUND))
    port = (tiny_folder / "pictures" / "port.png").read_bytes()
    (tiny_folder / "film.mp4").write_bytes(b"\0\0\0\x18ftypmp42" + bytes(16))
    with (tiny_folder / "deck.yaml").open("a", encoding="utf-8") as deck:
        deck.write("brand: {logo: ./pictures/logo.png}\nattract_background: {image: behind.png, film: film.mp4}\n")
    for name in ("pictures/logo.png", "behind.png"):
        (tiny_folder / name).write_bytes(port)
    assert pack_tiny() == []
    added = {"adviser.yaml", "themes/own.yaml", "map.yaml", "ground.geojson", "film.mp4"}
    assert names(tmp_path) == NEEDED | added | {"pictures/logo.png", "behind.png"}
    folder = opened(tmp_path / "tiny.kiosk", tmp_path / "cache")
    assert load(folder).problems == ()
    assert load(folder).deck == load(tiny_folder).deck


def test_what_only_hidden_slides_name_goes_in(pack_tiny, tiny_folder, tmp_path):
    for name in ("overview.yaml", "river.yaml", "hill.yaml"):
        text = (tiny_folder / name).read_text(encoding="utf-8")
        for layout in ("cover", "chart", "gallery", "profile"):
            text = text.replace(f"    layout: {layout}", f"    hidden: true\n    layout: {layout}")
        (tiny_folder / name).write_text(text, encoding="utf-8")
    assert pack_tiny() == []
    assert names(tmp_path) == NEEDED
    loaded = load(opened(tmp_path / "tiny.kiosk", tmp_path / "cache"))
    assert loaded.errors == ()
    assert [slide.id for slide in loaded.deck.hidden] == ["sights", "welcome", "river-profile", "trade"]


def test_the_same_deck_gives_the_same_bytes(pack_tiny, tiny_folder, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764000000")
    pack_tiny()
    first = (tmp_path / "tiny.kiosk").read_bytes()
    (tiny_folder / "deck.yaml").touch()
    pack_tiny()
    assert (tmp_path / "tiny.kiosk").read_bytes() == first
    with zipfile.ZipFile(tmp_path / "tiny.kiosk") as archive:
        manifest = json.loads(archive.read("manifest.json"))
        assert manifest["made"] == "2025-11-24T16:00:00Z"
        assert (manifest["title"], manifest["languages"]) == ({"en": "Tiny", "zh": "小"}, ["en", "zh"])
        for file in manifest["files"]:
            content = archive.read(f"deck/{file['path']}")
            assert (file["size"], file["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())


@pytest.mark.parametrize("time", ["soon", "9" * 30, "-1e9"])
def test_a_time_that_is_none_is_refused(pack_tiny, monkeypatch, time):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", time)
    with pytest.raises(PackError, match=r"SOURCE_DATE_EPOCH is `.*`, which is no time"):
        pack_tiny()


def test_a_name_that_another_system_does_not_take_is_refused(pack_tiny, tiny_folder, tmp_path):
    (tiny_folder / "pictures" / "port.png").rename(tiny_folder / "pictures" / "aux.png")
    for name in ("overview", "hill"):
        text = (tiny_folder / f"{name}.yaml").read_text(encoding="utf-8")
        (tiny_folder / f"{name}.yaml").write_text(text.replace("port.png", "aux.png"), encoding="utf-8")
    with pytest.raises(PackError, match=r"`pictures/aux.png` is the name of a device on Windows: give it another name"):
        pack_tiny()
    assert not (tmp_path / "tiny.kiosk").exists()


def test_a_file_that_cannot_be_read_leaves_the_packed_one_from_before(pack_tiny, tiny_folder, tmp_path):
    pack_tiny()
    before = (tmp_path / "tiny.kiosk").read_bytes()
    deck = load(tiny_folder).deck
    (tiny_folder / "trade.csv").unlink()
    with pytest.raises(FileNotFoundError):
        pack(tiny_folder, deck, tmp_path / "tiny.kiosk")
    assert (tmp_path / "tiny.kiosk").read_bytes() == before
    assert not list(tmp_path.glob(".*.part"))

"""A deck that was opened before opens without the libraries that check one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.deck.compiled import KEPT, fingerprint, open_deck
from kiosk.deck.load import load

ROOT = Path(__file__).parents[2]
HEAVY = "[name for name in ('pydantic', 'yaml', 'difflib', 'csv', 'PySide6', 'matplotlib') if name in sys.modules]"


def heavy_imports(program: str, folder: Path) -> str:
    """What a program imports of the libraries that cost time."""
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{program}\nprint({HEAVY})"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.parametrize(
    "names",
    [
        "kiosk.deck",
        "kiosk.deck.model",
        "kiosk.deck.load",
        "kiosk.deck.compiled",
        "kiosk.deck.numbers",
        "kiosk.deck.charts.donut",
        "kiosk.deck.charts.map",
        "kiosk.deck.charts.share",
    ],
)
def test_what_others_import_is_light(tmp_path: Path, names: str):
    assert heavy_imports(f"import {names}", tmp_path) == "[]"


def test_the_names_of_the_package_are_there():
    import kiosk.deck  # the package itself is what is tested

    for name in kiosk.deck.__all__:
        assert getattr(kiosk.deck, name) is not None
    with pytest.raises(AttributeError):
        _ = kiosk.deck.nothing


def test_the_second_start_is_light_and_gives_the_same(tiny: Path, tmp_path_factory: pytest.TempPathFactory):
    cache = tmp_path_factory.mktemp("cache")
    program = (
        "from pathlib import Path\nfrom kiosk.deck.compiled import open_deck\n"
        f"open_deck(Path('.'), Path({str(cache)!r}))"
    )
    assert "pydantic" in heavy_imports(program, tiny)
    assert heavy_imports(program, tiny) == "[]"
    assert open_deck(tiny, cache) == load(tiny)


@pytest.fixture
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache") / "decks"


def compiled(cache: Path) -> list[Path]:
    return list(cache.iterdir()) if cache.is_dir() else []


def test_a_deck_with_problems_is_kept_as_well(tiny: Path, cache: Path):
    (tiny / "hill.yaml").write_text("a: [", encoding="utf-8")
    first = open_deck(tiny, cache)
    assert first.problems
    assert open_deck(tiny, cache) == first
    assert len(compiled(cache)) == 1


@pytest.mark.parametrize("name", ["deck.yaml", "trade.csv", "pictures/port.png", "themes/own.yaml"])
def test_any_changed_file_changes_the_fingerprint(tiny: Path, name: str):
    before = fingerprint(tiny)
    assert fingerprint(tiny) == before
    (tiny / name).parent.mkdir(exist_ok=True)
    (tiny / name).write_bytes(b"x")
    assert fingerprint(tiny) != before


@pytest.mark.parametrize("damage", [b"", b"x" * 10, None])
def test_a_damaged_entry_is_noticed_and_replaced(tiny: Path, cache: Path, damage: bytes | None):
    sound = open_deck(tiny, cache)
    entry = compiled(cache)[0]
    whole = entry.read_bytes()
    entry.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]) if damage is None else damage)
    assert open_deck(tiny, cache) == sound
    assert entry.read_bytes() == whole


def test_a_cache_that_cannot_be_written_is_done_without(tiny: Path, tmp_path: Path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    assert open_deck(tiny, blocked / "decks").deck is not None
    assert open_deck(tiny, None).deck is not None


def test_old_entries_go(tiny: Path, cache: Path):
    for number in range(KEPT + 3):
        (tiny / "trade.csv").write_text(f"year,exports,imports\n2020,{'1' * (number + 1)},2\n", encoding="utf-8")
        open_deck(tiny, cache)
    (cache / "half.part").write_bytes(b"x")
    assert len(compiled(cache)) == KEPT + 1

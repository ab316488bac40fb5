"""`kiosk pack`, `kiosk import`, and a packed deck wherever a deck is named."""

from __future__ import annotations

import json
import re
import shutil
import signal
import subprocess
import sys

import pytest
from processes import PROBE, environment, linux

from kiosk.deck.load import load
from kiosk.packing.pack import pack
from kiosk.packing.swap import Site


@pytest.fixture
def tiny_kiosk(quick, tiny_folder, tmp_path):
    """The tiny deck, packed by the command."""
    done = quick("pack", tiny_folder, "tiny.kiosk")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"tiny\.kiosk: 7 files, 0\.0 MB\n", done.stdout)
    return tmp_path / "tiny.kiosk"


@pytest.mark.usefixtures("tiny_kiosk")
def test_from_a_folder_to_a_booth_and_back(quick, tiny_folder, tmp_path):
    with (tmp_path / "kiosk.toml").open("r+", encoding="utf-8") as config:
        text = config.read()
        config.seek(0)
        config.write(f'deck = "srv/slides"\n{text}')
    first = quick("import", "tiny.kiosk", "--yes")
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout.startswith("`Tiny` (en, zh), packed 20")
    assert first.stdout.endswith("srv/slides is this deck now.\n")
    text = (tiny_folder / "hill.yaml").read_text(encoding="utf-8")
    (tiny_folder / "hill.yaml").write_text(text.replace("en: More", "en: Even more"), encoding="utf-8")
    quick("pack", tiny_folder, "tiny.kiosk")
    change = "  changed: Hill zone, slide `Even more` (more): title (en) `More` becomes `Even more`\n"
    looked = quick("import", "tiny.kiosk", "--dry-run")
    assert (looked.returncode, looked.stderr) == (0, "")
    assert change in looked.stdout
    assert looked.stdout.endswith("Nothing was replaced.\n")
    asked = quick("import", "tiny.kiosk")
    assert (asked.returncode, change in asked.stdout) == (2, True)
    assert "say --yes" in asked.stderr
    assert quick("import", "tiny.kiosk", "--yes").stdout.endswith("`kiosk import --back` brings the one from before.\n")
    hill = tmp_path / "srv" / "slides" / "hill.yaml"
    assert "Even more" in hill.read_text(encoding="utf-8")
    assert quick("import", "--back").returncode == 0
    assert "Even more" not in hill.read_text(encoding="utf-8")


def test_a_deck_with_errors_is_neither_packed_nor_taken(quick, tiny_folder, tmp_path):
    (tiny_folder / "hill.yaml").write_text("group: two\n", encoding="utf-8")
    done = quick("pack", tiny_folder, "tiny.kiosk")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("deck/hill.yaml:1:1: error: ")
    assert done.stderr.endswith("kiosk: " + f"{tiny_folder} is not packed: put these right first.\n")
    assert not (tmp_path / "tiny.kiosk").exists()


def test_a_packed_deck_is_a_deck(quick, tiny_kiosk, start):
    done = quick("check", tiny_kiosk)
    assert (done.returncode, done.stdout, done.stderr) == (0, "0 errors, 0 warnings\n", "")
    assert "In numbers" in quick("outline", tiny_kiosk).stdout
    booth = start("run", tiny_kiosk, *PROBE)
    assert booth.line() == "slide 0 complete", booth.stderr()
    assert booth.end(signal.SIGTERM)[0] == 0


def test_a_packed_decks_problems_are_named_in_it(quick, tmp_path, tiny_folder):
    from packing.hostile import packed

    files = {path.name: path.read_bytes() for path in tiny_folder.iterdir() if path.is_file()}
    (tmp_path / "tiny.kiosk").write_bytes(packed(files))
    done = quick("check", "tiny.kiosk")
    assert done.returncode == 1
    assert done.stdout.startswith("tiny.kiosk/hill.yaml:18:16: error: there is no file `pictures/port.png`"), (
        done.stdout
    )


@pytest.mark.usefixtures("tiny_kiosk")
def test_a_booth_with_keys_shows_and_takes_nobody_elses(quick, tiny_folder, tmp_path):
    made = quick("pack", "--keygen", "key")
    assert (made.returncode, made.stderr) == (0, "")
    lines = made.stdout[made.stdout.index("[decks]") :]
    with (tmp_path / "kiosk.toml").open("a", encoding="utf-8") as config:
        config.write(lines)
    for command in (("run",), ("import", "--to", "srv", "--yes")):
        done = quick(*command, "tiny.kiosk")
        assert (done.returncode, done.stdout) == (1, "")
        assert re.match(r"kiosk: tiny.kiosk: this deck is not signed, and this booth .+\n$", done.stderr)
    assert quick("pack", tiny_folder, "signed.kiosk", "--sign", "key").stdout.endswith(", signed\n")
    assert quick("import", "signed.kiosk", "--to", "srv", "--yes").returncode == 0


def test_a_deck_that_was_packed_before_the_one_there_is_taken_only_where_that_is_said(quick, tiny_folder, monkeypatch):
    def packed(name: str, seconds: int) -> None:
        text = (tiny_folder / "deck.yaml").read_text(encoding="utf-8")
        (tiny_folder / "deck.yaml").write_text(f"{text}# {name}\n", encoding="utf-8")
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(seconds))
        pack(tiny_folder, load(tiny_folder).deck, tiny_folder.parent / name)

    packed("new.kiosk", 2_000_000_000)
    packed("old.kiosk", 1_000_000_000)
    assert quick("import", "new.kiosk", "--to", "srv", "--yes").returncode == 0
    for how in ("--yes", "--dry-run"):
        done = quick("import", "old.kiosk", "--to", "srv", how)
        assert done.returncode == 1
        assert done.stderr == (
            "kiosk: old.kiosk: this deck is older: packed 2001-09-09T01:46:40Z, and the one in srv was packed "
            "2033-05-18T03:33:20Z; --older takes it all the same, and nothing was replaced\n"
        )
    assert quick("import", "old.kiosk", "--to", "srv", "--yes", "--older").returncode == 0
    assert quick("import", "--back", "--to", "srv").returncode == 0
    assert quick("import", "old.kiosk", "--to", "srv", "--yes").returncode == 1, "the way back is to the newer one"
    assert quick("pack", "srv", "again.kiosk").stdout.count("\n") == 1, "when it was packed is no file of the deck"


@pytest.mark.usefixtures("tiny_kiosk")
def test_where_the_keys_cannot_be_read_nothing_is_taken(quick, tmp_path):
    (tmp_path / "kiosk.toml").write_text('[decks]\nkeys = ["mine"]\n')
    done = quick("import", "tiny.kiosk", "--to", "srv", "--yes")
    assert done.returncode == 1
    assert "kiosk.toml:2:1: error: `keys`: `mine` is not what" in done.stderr
    assert not (tmp_path / "srv").exists()


@linux
def test_a_disk_that_is_full_in_the_middle_is_told_and_nothing_is_left(quick, tiny_folder, tmp_path):
    (tiny_folder / "trade.csv").write_text("year,exports,imports\n" + "2018,1,2\n" * 30 + "2020,3,4\n" + "\n" * 9000)
    assert quick("pack", tiny_folder, "tiny.kiosk").returncode == 0
    for command in (("import", "tiny.kiosk", "--to", "srv/slides", "--yes"), ("check", "tiny.kiosk")):
        done = subprocess.run(
            ["/bin/sh", "-c", 'ulimit -f 8; exec "$@"', "sh", sys.executable, "-m", "kiosk", *command],
            cwd=tmp_path,
            env=environment(tmp_path),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith("kiosk: tiny.kiosk: the disk is full: remove what is not needed any more")
        assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "srv").exists()
    assert not list((tmp_path / "cache" / "packed").iterdir())


@linux
def test_a_booth_has_its_deck_whole_again_after_an_import_that_was_cut_off(start, tiny_folder, tmp_path):
    """As it is where two folders cannot change their names at once, and the power went between the two renames."""
    site = Site(tmp_path / "srv" / "slides")
    shutil.copytree(tiny_folder, site.previous)
    shutil.copytree(tiny_folder, site.incoming)
    (site.incoming / "new.txt").touch()
    site.journal.write_text(json.dumps({"new": site.incoming.stat().st_ino, "back": False}))
    booth = start("run", site.deck, *PROBE)
    assert booth.line() == "slide 0 complete", booth.stderr()
    assert booth.end(signal.SIGTERM)[0] == 0
    assert (site.deck / "new.txt").exists()
    assert sorted(path.name for path in site.deck.parent.iterdir()) == [".slides.previous", "slides"]

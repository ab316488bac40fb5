"""What was changed can be taken back; what is saved is there whole, whoever else writes and whatever is killed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tiny import write_tiny_deck

from kiosk.deck.load import load
from kiosk.editing.saving import home, unfinished
from kiosk.editing.session import Conflict, Session
from kiosk.editing.splice import put


@pytest.fixture
def session(tiny_folder, tmp_path):
    return Session(tiny_folder, tmp_path / "state")


def retitle(session, title, topic=None):
    coded = session.base("river.yaml", topic)
    text = put(coded.text, ("slides", 0, "title", "en"), title)
    return session.change({"river.yaml": coded.with_text(text)}, topic)


def test_changes_are_undone_and_made_again(session):
    before = session.content("river.yaml")
    assert retitle(session, "One")
    assert retitle(session, "Two")
    after = session.content("river.yaml")
    assert not retitle(session, "Two")
    assert session.undo() == ("river.yaml",)
    assert session.undo() == ("river.yaml",)
    assert session.undo() == ()
    assert session.content("river.yaml") == before
    assert not session.changed
    session.redo()
    session.redo()
    assert session.content("river.yaml") == after
    session.undo()
    retitle(session, "Three")
    assert not session.can_redo


def test_what_is_typed_in_one_go_is_one_change(session):
    before = session.content("river.yaml")
    for title in ("O", "On", "One"):
        retitle(session, title, "title")
    session.pause()
    retitle(session, "One!", "title")
    session.undo()
    assert b"One," in session.content("river.yaml")
    session.undo()
    assert session.content("river.yaml") == before


def test_what_is_typed_and_erased_again_is_no_change(session):
    retitle(session, "At a glance!", "title")
    retitle(session, "At a glance", "title")
    assert not session.can_undo
    assert not session.changed


def test_saving_writes_what_was_changed_and_keeps_what_was_there(session, tiny_folder, tmp_path):
    before = (tiny_folder / "river.yaml").read_bytes()
    retitle(session, "One")
    session.change({"new.yaml": b"name: New\n", "trade.csv": None})
    assert session.save() == ("river.yaml", "new.yaml", "trade.csv")
    assert not session.changed
    assert not (tiny_folder / "trade.csv").exists()
    kept = home(tiny_folder, tmp_path / "state")
    assert (kept / "000001" / "before" / "river.yaml").read_bytes() == before
    assert [each.name for each in kept.iterdir()] == ["000001"]
    session.undo()
    session.undo()
    session.save()
    assert (tiny_folder / "river.yaml").read_bytes() == before
    assert (tiny_folder / "trade.csv").exists()
    assert not (tiny_folder / "new.yaml").exists()
    assert session.save() == ()


def test_what_somebody_else_has_changed_is_not_written_over(session, tiny_folder):
    retitle(session, "One")
    theirs = (tiny_folder / "river.yaml").read_bytes() + b"# theirs\n"
    (tiny_folder / "river.yaml").write_bytes(theirs)
    with pytest.raises(Conflict) as conflict:
        session.save()
    assert conflict.value.names == ("river.yaml",)
    assert (tiny_folder / "river.yaml").read_bytes() == theirs
    session.take_theirs(("river.yaml",))
    assert not session.changed
    session.undo()
    assert session.save() == ("river.yaml",)
    assert b"One" in (tiny_folder / "river.yaml").read_bytes()
    retitle(session, "Two")
    (tiny_folder / "river.yaml").write_bytes(theirs)
    session.keep_ours(("river.yaml",))
    session.save()
    assert b"Two" in (tiny_folder / "river.yaml").read_bytes()


def test_files_that_nothing_was_changed_in_are_read_anew(session, tiny_folder):
    session.content("hill.yaml")
    retitle(session, "One")
    for name in ("hill.yaml", "river.yaml"):
        (tiny_folder / name).write_bytes((tiny_folder / name).read_bytes() + b"# theirs\n")
    assert session.look() == ("hill.yaml",)
    assert session.content("hill.yaml").endswith(b"# theirs\n")


KILLED = """
import os, signal, sys
from pathlib import Path
from kiosk.editing.session import Session

def save(folder, state, last):
    session = Session(folder, state)
    names = ("deck.yaml", "hill.yaml", "river.yaml")
    session.change({name: session.content(name) + b"# new\\n" for name in names})
    seen = 0

    def count(event, _):
        nonlocal seen
        if event in {"open", "os.rename", "os.remove", "os.mkdir", "shutil.rmtree"}:
            seen += 1
            if seen == last:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
    session.save()
    print(seen, flush=True)
    os._exit(0)

top = Path(sys.argv[1])
for number in range(int(sys.argv[2])):
    if not os.fork():
        save(top / f"deck{number}", top / f"state{number}", number + 1)
    os.wait()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_save_that_is_killed_anywhere_leaves_each_file_old_or_new(tmp_path):
    """Killed before every file that it opens, renames or removes: the deck opens, and the save can be ended."""
    places = [(tmp_path / f"deck{number}", tmp_path / f"state{number}") for number in range(80)]
    for folder, _ in places:
        write_tiny_deck(folder)
    top = Path(__file__).parents[2]
    command = [sys.executable, "-c", KILLED, tmp_path, str(len(places))]
    done = subprocess.run(command, cwd=top, capture_output=True, text=True, check=False)
    assert done.stdout, f"the last ones are not killed any more {done.stderr}"
    states = set()
    for number, (folder, state) in enumerate(places):
        new = [name for name in ("deck.yaml", "hill.yaml", "river.yaml") if _is_new(folder / name)]
        states.add(len(new))
        if number % 10 == 0:
            loaded = load(folder)
            assert loaded.deck
            assert not loaded.problems
        half = unfinished(folder, state)
        if half is None:
            assert len(new) in {0, 3}
            continue
        assert set(half.written) == set(new)
        assert half.others == ()
        half.finish() if number % 2 else half.take_back()
        assert [_is_new(folder / name) for name in half.written + half.waiting] == [bool(number % 2)] * 3
        assert unfinished(folder, state) is None
        assert not list(home(folder, state).glob("*/after"))
    assert states == {0, 1, 2, 3}


def _is_new(path) -> bool:
    text = path.read_text(encoding="utf-8")
    assert text.endswith(("\n",))
    return text.endswith("# new\n")


def test_a_file_that_was_changed_after_a_killed_save_is_left_alone(session, tiny_folder, tmp_path):
    retitle(session, "One")
    session.change({"hill.yaml": b"name: Hill\n", "deck.yaml": session.content("deck.yaml") + b"# new\n"})
    session.save()
    kept = home(tiny_folder, tmp_path / "state")
    for name, content in (("river.yaml", b"x"), ("hill.yaml", b"name: Hill\n"), ("deck.yaml", b"# new\n")):
        (kept / "000001" / "after" / name).parent.mkdir(exist_ok=True)
        (kept / "000001" / "after" / name).write_bytes(content)
    said = {"version": "000001", "folder": "", "files": ["river.yaml", "hill.yaml", "deck.yaml"]}
    (tiny_folder / "deck.yaml").write_bytes((kept / "000001" / "before" / "deck.yaml").read_bytes())
    (kept / "journal.json").write_text(json.dumps(said))
    half = unfinished(tiny_folder, tmp_path / "state")
    assert (half.written, half.waiting, half.others) == (("hill.yaml",), ("deck.yaml",), ("river.yaml",))
    half.finish()
    assert b"One" in (tiny_folder / "river.yaml").read_bytes()

"""Where sealed contacts are kept: whole whatever happens, and readable by nobody who finds the file."""

from __future__ import annotations

import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from datetime import UTC, datetime

import pytest
from leads.sealing import PRIVATE, PUBLIC, leads_in
from nacl.public import PrivateKey
from processes import ROOT

from kiosk.deck.leadkey import as_text, fingerprint, of_text, shown
from kiosk.leads.keys import KeyFileError, make, open_key
from kiosk.leads.lead import lead, to_bytes
from kiosk.leads.purge import purge
from kiosk.leads.seal import NotOpenedError, seal, sealed_for, unseal
from kiosk.leads.store import Store, count, count_unsent, file_in

CANARY = "CANARY-7f3a"


def sealed(name: str = CANARY) -> bytes:
    return seal(to_bytes(lead(name=name)), PUBLIC)


@pytest.fixture
def file(tmp_path):
    return file_in(tmp_path / "state")


def test_the_disk_holds_nothing_readable_but_the_day(file):
    with closing(Store(file, print)) as store:
        store.keep(sealed(), "2026-05-08")
        for path in file.parent.iterdir():
            assert CANARY.encode() not in path.read_bytes()
            assert path.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    with closing(sqlite3.connect(file)) as database:
        assert [row[1] for row in database.execute("PRAGMA table_info(leads)")] == [
            *("id", "day", "sealed", "uid", "taken")
        ]


def test_the_size_of_a_seal_says_little_of_what_is_in_it():
    assert len({len(sealed("x" * length)) for length in range(1, 100)}) == 1


def test_what_is_taken_away_is_gone_from_the_files(file):
    with closing(Store(file, print)) as store:
        bytes_ = sealed()
        number = store.keep(bytes_, "2026-05-08")
        assert any(bytes_ in path.read_bytes() for path in file.parent.iterdir())
        store.remove(number)
        assert not any(bytes_[100:200] in path.read_bytes() for path in file.parent.iterdir())


def test_old_ones_are_purged_by_their_days(file):
    with closing(Store(file, print)) as store:
        for day in ("2026-05-01", "2026-05-02", "2026-05-03"):
            store.keep(sealed(), day)
        assert store.purge("2026-05-03") == 2
    assert count(file)[:3] == (1, "2026-05-03", "2026-05-03")


def test_a_damaged_file_is_set_aside_and_told_and_the_next_one_is_kept(file):
    with closing(Store(file, print)) as store:
        for _ in range(30):
            store.keep(sealed(), "2026-05-08")
    data = bytearray(file.read_bytes())
    data[4096:12288] = os.urandom(8192)
    file.write_bytes(data)
    told = []
    with closing(Store(file, told.append)) as store:
        store.keep(sealed(), "2026-05-09")
    assert len(told) == 1
    assert "damaged" in told[0]
    assert count(file) == (1, "2026-05-09", "2026-05-09", 1)


def test_a_disk_that_is_full_refuses_and_what_was_there_stays(file):
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    kept = 0
    with closing(Store(file, print)) as store:
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (64 * 1024, limits[1]))
            with suppress(sqlite3.Error, OSError):
                for _ in range(1000):
                    store.keep(sealed(), "2026-05-08")
                    kept += 1
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
            signal.signal(signal.SIGXFSZ, before)
        assert count(file).leads == kept
        assert 0 < kept < 1000
        store.keep(sealed(), "2026-05-08")
    assert count(file).leads == kept + 1


WRITES = """
import sys
from pathlib import Path
from kiosk.leads.store import Store, file_in
store = Store(file_in(Path(sys.argv[1])), print)
while True:
    print(store.keep(b"KL1" + bytes(600), "2026-05-08"), flush=True)
"""


def kill_while_it_writes(state, times: int) -> None:
    chance = random.Random(9)  # noqa: S311
    acknowledged: set[int] = set()
    for _ in range(times):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITES, state], env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE
        )
        acknowledged.add(int(writer.stdout.readline()))
        time.sleep(chance.uniform(0.0, 0.1))
        writer.kill()
        rest = writer.stdout.read().split(b"\n")[:-1]
        writer.wait()
        writer.stdout.close()
        acknowledged |= {int(line) for line in rest}
        with closing(sqlite3.connect(file_in(state))) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert acknowledged <= {row[0] for row in database.execute("SELECT id FROM leads")}


def test_killed_while_it_writes_no_acknowledged_one_is_lost(tmp_path):
    kill_while_it_writes(tmp_path, 3)


@pytest.mark.soak
def test_killed_two_hundred_times_no_acknowledged_one_is_lost(tmp_path):
    kill_while_it_writes(tmp_path, 200)


# Keys


def test_a_key_survives_a_letter_and_a_slip_is_noticed():
    line = as_text(PUBLIC)
    assert len(line) < 76
    assert of_text(f"  {line[:30]}\n> {line[30:].upper()} ".replace("> ", "")) == PUBLIC
    for at in range(0, len(line), 3):
        with suppress(AssertionError):
            wrong = line[:at] + ("a" if line[at] != "a" else "b") + line[at + 1 :]
            with pytest.raises(ValueError):  # noqa: PT011 - that it is refused is all there is to say
                of_text(wrong)
    assert shown(fingerprint(PUBLIC)).count(" ") == 3


@pytest.mark.parametrize("passphrase", ["", "geheim 秘密"])
def test_a_key_is_made_for_its_owner_alone_and_opened_again(tmp_path, passphrase):
    made = make(tmp_path / "safe", passphrase)
    assert made.private.stat().st_mode & 0o777 == 0o600
    assert made.public.read_text(encoding="utf-8").strip() == made.line
    private = open_key(made.private, lambda: passphrase)
    assert as_text(bytes(PrivateKey(private).public_key)) == made.line
    with pytest.raises(FileExistsError):
        make(tmp_path / "safe")
    if passphrase:
        with pytest.raises(KeyFileError, match="not the passphrase"):
            open_key(made.private, lambda: "")


@pytest.mark.parametrize(
    "text", ["", "[]", '{"what": 1}', '{"what": "Kiosk leads: private key"}', as_text(PUBLIC), "{" * 9000]
)
def test_what_is_no_key_is_refused(tmp_path, text):
    file = tmp_path / "leads.key"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(KeyFileError):
        open_key(file, lambda: "")


def test_only_its_own_key_opens_a_seal():
    other = bytes(PrivateKey.generate())
    with pytest.raises(NotOpenedError) as wrong:
        unseal(sealed(), other)
    assert wrong.value.wanted == fingerprint(PUBLIC) == sealed_for(sealed())
    broken = bytearray(sealed())
    broken[-1] ^= 1
    for data in (bytes(broken), b"", b"KL1", sealed()[:60]):
        with pytest.raises(NotOpenedError) as wrong:
            unseal(data, PRIVATE)
        assert wrong.value.wanted is None


def test_nothing_is_there_where_nobody_left_anything(tmp_path):
    assert count(file_in(tmp_path)) == (0, "", "", 0)
    assert leads_in(tmp_path) == []


def test_what_the_organiser_has_is_not_sent_again_and_stays(file):
    with closing(Store(file, print)) as store:
        for day in ("2026-05-01", "2026-05-02"):
            store.keep(sealed(day), day)
        first, second = store.unsent()
        assert first.uid != second.uid
        store.mark([first])
        assert store.unsent() == [second]
    assert (count(file).leads, count_unsent(file), count_unsent(file, "2026-05-02")) == (2, 1, 0)


def test_a_purge_says_how_many_had_not_been_sent(file):
    with closing(Store(file, print)) as store:
        for day in ("2026-05-01", "2026-05-02", "2026-05-08"):
            store.keep(sealed(day), day)
        store.mark(store.unsent()[:1])
    assert purge(file, 2, datetime(2026, 5, 8, 12, tzinfo=UTC)) == (2, 1)


def test_an_older_kiosks_contacts_have_not_been_sent(file):
    file.parent.mkdir(parents=True)
    with closing(sqlite3.connect(file)) as database:
        database.executescript(
            "CREATE TABLE leads (id INTEGER PRIMARY KEY, day TEXT NOT NULL, sealed BLOB NOT NULL);"
            "CREATE INDEX leads_day ON leads (day); INSERT INTO leads (day, sealed) VALUES ('2026-05-01', x'01');"
            "INSERT INTO leads (day, sealed) VALUES ('2026-05-02', x'02'); PRAGMA user_version = 1;"
        )
    assert count_unsent(file) == 2
    with closing(Store(file, print)) as store:
        assert len({each.uid for each in store.unsent()}) == 2


def test_another_booths_leads_are_kept_once_and_count_as_sent(file):
    lead = (b"sealed", "2026-05-01")
    with closing(Store(file, print)) as store:
        assert store.keep_once({"a": lead, "b": lead}) == 2
        assert store.purge("2026-05-02") == 2
        assert store.keep_once({"a": lead, "c": lead}) == 1
    assert (count(file).leads, count_unsent(file)) == (1, 0)

"""`kiosk leads`: from the organiser's key to a table of contacts."""

from __future__ import annotations

import csv
import re
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from leads.sealing import PUBLIC
from test_cli import assert_refused
from typer.main import get_command

from kiosk.cli.leads import app
from kiosk.deck.leadkey import fingerprint, of_text, shown
from kiosk.leads.lead import lead, to_bytes
from kiosk.leads.seal import seal
from kiosk.leads.store import Store, file_in

SUBCOMMANDS = ("keygen", "export", "count", "purge")


@pytest.fixture
def made(quick, tmp_path):
    """The organiser's public key; the other half is in the folder `safe`."""
    done = quick("leads", "keygen", "--to", "safe")
    assert done.returncode == 0
    return of_text((tmp_path / "safe" / "leads.pub").read_text(encoding="utf-8"))


def keep(state, key: bytes, *names: str, day: str = "2026-05-08") -> None:
    with closing(Store(file_in(state), print)) as store:
        for name in names:
            store.keep(seal(to_bytes(lead(name=name, email="a@example.org")), key), day)


@pytest.mark.parametrize("command", SUBCOMMANDS)
def test_help_explains_every_option(quick, command):
    done = quick("leads", command, "--help")
    assert done.returncode == 0
    said = " ".join(re.sub(r"[│╭╮╰╯─]", " ", done.stdout).split())
    known = get_command(app).commands[command]
    assert set(get_command(app).commands) == set(SUBCOMMANDS)
    assert " ".join(known.help.split())[:60] in said
    for parameter in known.params:
        if parameter.name != "help":
            assert parameter.help[:30] in said


def test_a_key_is_made_and_never_written_over(quick, made, tmp_path):
    assert shown(fingerprint(made)).replace(" ", "").isalnum()
    assert (tmp_path / "safe" / "leads.key").stat().st_mode & 0o777 == 0o600
    done = quick("leads", "keygen", "--to", "safe")
    assert_refused(done)
    assert "already" in done.stderr


@pytest.mark.parametrize("ending", ["csv", "xlsx", "vcf"])
def test_contacts_of_several_booths_come_once_each(quick, made, tmp_path, ending):
    keep(tmp_path / "one", made, "=Li", "Wang")
    keep(tmp_path / "two", made, "Zhou")
    stores = [tmp_path / "one", file_in(tmp_path / "two"), tmp_path / "one" / "leads"]
    done = quick("leads", "export", *stores, "--key", "safe/leads.key", "--to", f"contacts.{ending}")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"contacts.{ending}: 3 contacts\n", "")
    written = tmp_path / f"contacts.{ending}"
    assert written.stat().st_mode & 0o777 == 0o600
    if ending == "csv":
        with written.open(encoding="utf-8-sig", newline="") as file:
            assert [row[0] for row in csv.reader(file)] == ["name", "'=Li", "Wang", "Zhou"]


def test_a_wrong_key_is_told_by_the_fingerprint_that_is_asked_for(quick, made, tmp_path):
    keep(tmp_path / "one", PUBLIC, "Li")
    done = quick("leads", "export", "one", "--key", "safe/leads.key", "--to", "contacts.csv")
    assert (done.returncode, done.stdout) == (1, "")
    assert shown(fingerprint(PUBLIC)) in done.stderr
    assert shown(fingerprint(made)) in done.stderr
    assert not (tmp_path / "contacts.csv").exists()
    keep(tmp_path / "one", made, "Wang")
    done = quick("leads", "export", "one", "--key", "safe/leads.key", "--to", "contacts.csv")
    assert (done.returncode, done.stdout) == (1, "contacts.csv: 1 contact\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", "nowhere", "--key", "safe/leads.key", "--to", "x.csv"],
        ["export", "one", "--key", "nokey", "--to", "x.csv"],
        ["export", "one", "--key", "safe/leads.key", "--to", "x.doc"],
        ["count", "nowhere"],
        ["purge", "--older-than", "soon"],
        ["purge", "--older-than", "99999w"],
        ["purge", "--older-than", "30d", "nowhere"],
    ],
    ids=" ".join,
)
def test_what_is_not_there_is_refused_in_one_line(quick, made, tmp_path, arguments):
    keep(tmp_path / "one", made, "Li")
    assert_refused(quick("leads", *arguments))


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize("command", ["count", "export", "purge"])
def test_a_file_that_is_no_store_is_told_and_left_as_it_is(quick, tmp_path, command):
    (tmp_path / "notes.db").write_bytes(b"my notes" * 1000)
    options = {"export": ["--key", "safe/leads.key", "--to", "x.csv"], "purge": ["--older-than", "1d"]}
    done = quick("leads", command, "notes.db", *options.get(command, []))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("kiosk: ")
    assert (tmp_path / "notes.db").read_bytes() == b"my notes" * 1000


def test_this_machines_are_counted_and_old_ones_purged(quick, made, tmp_path):
    assert quick("leads", "count").stdout == "0 contacts\n"
    assert quick("leads", "purge", "--older-than", "30d").stdout == "0 contacts deleted\n"
    today = datetime.now(UTC).date()
    keep(tmp_path / "state", made, "Li", day=(today - timedelta(days=31)).isoformat())
    keep(tmp_path / "state", made, "Wang", day=(today - timedelta(days=29)).isoformat())
    said = quick("leads", "count").stdout
    assert said.startswith("2 contacts, from ")
    assert shown(fingerprint(made)) in said
    assert quick("leads", "purge", "--older-than", "30d").stdout == "1 contact deleted\n"
    assert quick("leads", "count").stdout.startswith("1 contact, ")

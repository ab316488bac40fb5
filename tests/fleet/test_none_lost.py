"""No visit and no contact is lost or doubled, whatever is cut or killed between a booth and who reads what it sends."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing

import pytest
from fleet.lines import Organiser, write_settings
from fleet.relay import Relay
from processes import ROOT

from kiosk.fleet.messages import LeadMessage, VisitMessage
from kiosk.leads.store import count_unsent, file_in
from kiosk.visits.log import FILE
from kiosk.visits.outbox import Outbox

BOOTH = """
import sqlite3, sys, time
from contextlib import closing
from pathlib import Path
from kiosk.fleet.booth.outgoing import visits_of
from kiosk.fleet.booth.seen import Seen
from kiosk.fleet.booth.pace import Pace
from kiosk.fleet.booth.uplink import Hears, Uplink
from kiosk.leads.store import Store, file_in
from kiosk.visits.log import FILE, Sends, VisitLog
from kiosk.visits.visit import Ending, Stay, Visit

folder, visits, leads = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
state = folder / "state"
hears = Hears(print, bool, bool, lambda line: sys.stderr.write(line + "\\n"))
uplink = Uplink(folder / "kiosk.toml", state, hears, Pace(0.2, 60, 0.2, (0.5, 1), 0.2))
log = VisitLog(state, outbox=Sends(visits_of("hall-3"), uplink.look))
uplink.begin()
uplink.see(Seen(folder=folder / "deck"))

def held(file, table):
    with closing(sqlite3.connect(file)) as database:
        return database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] if file.exists() else 0

with closing(Store(file_in(state), print)) as store:
    pass
while not (state / FILE).exists() or sqlite3.connect(state / FILE).execute("PRAGMA user_version").fetchone()[0] < 3:
    time.sleep(0.01)
number = held(state / FILE, "visits")
kept = held(file_in(state), "leads")
while number < visits or kept < leads:
    if number < visits and not log.waiting > 50:
        number += 1
        log.keep(Visit("2026-05-08T09:00:00+00:00", "en", number, Ending.IDLE, [Stay("slide", str(number), number)]))
    if kept < leads and (number >= visits or number % 9 == 0):
        with closing(Store(file_in(state), print)) as store:
            store.keep(str(kept).encode(), "2026-05-08")
        kept += 1
        uplink.look()
    time.sleep(0.001)
time.sleep(3600)
"""


def kept_in(state) -> tuple[Counter, set[str]]:
    """What the booth wrote down: each visit, and the ids of its contacts."""
    with closing(sqlite3.connect(state / FILE)) as database:
        visits = Counter(what for (what,) in database.execute("SELECT what FROM stays"))
    with closing(sqlite3.connect(file_in(state))) as database:
        return visits, {uid for (uid,) in database.execute("SELECT uid FROM leads")}


def is_done(state, visits: int, leads: int) -> bool:
    """Whether everything is written down and sent."""
    try:
        kept, uids = kept_in(state)
        sent = Outbox(state / FILE).held().visits == 0 and count_unsent(file_in(state)) == 0
    except sqlite3.Error:
        return False
    return kept.total() >= visits and len(uids) >= leads and sent


@pytest.mark.parametrize(
    ("visits", "leads", "pause_s", "most"),
    [(270, 30, (0.5, 0.8), 3), pytest.param(9_000, 1_000, (0.1, 3.0), 1_000_000, marks=pytest.mark.soak)],
)
def test_none_is_lost_and_none_doubled(broker, tmp_path, visits, leads, pause_s, most):
    chance = random.Random(visits)  # noqa: S311 - for chance, not for secrets
    relay = Relay(broker.port)
    folder = tmp_path / "booth"
    folder.mkdir()
    write_settings(folder / "kiosk.toml", broker, "hall-3", port=relay.port)
    organiser = Organiser(broker)
    command = [sys.executable, "-c", BOOTH, str(folder), str(visits), str(leads)]
    told = (tmp_path / "told").open("wb")
    cuts = kills = 0
    booth = subprocess.Popen(command, cwd=ROOT, stdout=told, stderr=told)
    end = time.monotonic() + 1500
    try:
        while not is_done(folder / "state", visits, leads):
            time.sleep(chance.uniform(*pause_s) if cuts + kills < most else 0.05)
            assert time.monotonic() < end, "waited in vain"
            assert booth.poll() is None, (tmp_path / "told").read_text()
            if cuts + kills >= most:
                continue
            if not kills or (chance.random() < 0.3 if most > 3 else cuts):
                booth.send_signal(signal.SIGKILL)
                booth.wait()
                booth = subprocess.Popen(command, cwd=ROOT, stdout=told, stderr=told)
                kills += 1
            else:
                relay.cut()
                time.sleep(chance.uniform(0.0, 0.3))
                relay.heal()
                cuts += 1
        kept, uids = kept_in(folder / "state")

        def is_heard(_: object) -> bool:
            ids = {each.id for each in organiser.of(VisitMessage)}
            return len(ids) >= kept.total() and uids <= {each.id for each in organiser.of(LeadMessage)}

        organiser.until(is_heard)
    finally:
        booth.kill()
        booth.wait()
        told.close()
        organiser.go()
        relay.close()
    heard = {each.id: each.visit["stays"][0][1] for each in organiser.of(VisitMessage)}
    assert Counter(heard.values()) == kept
    assert {each.id for each in organiser.of(LeadMessage)} == uids
    more = len(organiser.of(VisitMessage)) - len(heard) + len(organiser.of(LeadMessage)) - len(uids)
    sys.stdout.write(
        f"{kept.total()} visits and {len(uids)} contacts, {cuts} cuts, {kills} kills: none lost, none doubled; "
        f"{more} came twice under the same id\n"
    )
    assert kills

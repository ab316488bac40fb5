"""A booth's line where the disk is full or the queue is: told, tried again, and no contact is dropped."""

from __future__ import annotations

import os
import resource
import subprocess
import sys

import pytest
from fleet.lines import BoothLine, Organiser, a_visit
from processes import ROOT, until

from kiosk.fleet.messages import LeadMessage, Status, VisitMessage
from kiosk.visits import outbox as outboxes
from kiosk.visits.log import FILE
from kiosk.visits.outbox import Outbox


def test_where_the_queue_is_full_the_oldest_visits_go_and_no_contact_does(broker, tmp_path, monkeypatch):
    monkeypatch.setattr(outboxes.put, "__defaults__", (6_000,))
    broker.stop()
    booth = BoothLine(tmp_path / "hall-3", broker)
    booth.leave(*map(str, range(40)))
    for at in range(100):
        booth.log.keep(a_visit(f"s{at}"))
    until(lambda: not booth.log.waiting)
    held = Outbox(booth.state / FILE).held()
    assert held.visits + held.dropped == 100
    assert 10 < held.visits < 90
    broker.start()
    organiser = Organiser(broker)
    organiser.until(lambda _: len(organiser.of(LeadMessage)) == 40)
    organiser.until(lambda _: len(organiser.of(VisitMessage)) == held.visits)
    newest = [each.visit["stays"][0][0] for each in organiser.of(VisitMessage)]
    assert newest == [f"s{at}" for at in range(held.dropped, 100)]
    assert organiser.status(lambda status: not status.waiting.visits).waiting.dropped == held.dropped
    booth.close()
    again = BoothLine(tmp_path / "hall-3", broker)
    organiser.heard.clear()
    assert organiser.status(lambda status: status.online).waiting.dropped == held.dropped
    again.close()
    organiser.go()


FULL = """
import resource, signal, sys, time
from pathlib import Path
sys.path[:0] = ["tests"]
from fleet.lines import QUICK
from kiosk.fleet.booth.outgoing import visits_of
from kiosk.fleet.booth.seen import Seen
from kiosk.fleet.booth.uplink import Hears, Uplink
from kiosk.visits.log import Sends, VisitLog
from fleet.lines import a_visit

folder = Path(sys.argv[1])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
tell = lambda line: print(line, flush=True)
uplink = Uplink(folder / "kiosk.toml", folder / "state", Hears(tell, bool, bool, tell), QUICK)
log = VisitLog(folder / "state", again_s=0.2, outbox=Sends(visits_of("hall-3"), uplink.look))
for at in range(50):
    log.keep(a_visit(f"s{at}"))
while log.waiting:
    time.sleep(0.01)
limits = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (1024, limits[1]))  # as on a full disk nothing can be written
uplink.begin()
uplink.see(Seen(folder=folder / "deck"))
sys.stdin.readline()
resource.setrlimit(resource.RLIMIT_FSIZE, limits)
sys.stdin.readline()
"""


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="there is no such limit here")
def test_a_full_disk_is_told_and_what_has_arrived_is_taken_out_when_it_has_room_again(broker, tmp_path):
    from fleet.lines import write_settings

    folder = tmp_path / "hall-3"
    folder.mkdir()
    write_settings(folder / "kiosk.toml", broker, "hall-3")
    organiser = Organiser(broker)
    booth = subprocess.Popen(
        [sys.executable, "-c", FULL, str(folder)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert "cannot be read or written" in booth.stdout.readline()
    organiser.status(lambda status: any("cannot be read or written" in each for each in status.problems))
    assert Outbox(folder / "state" / FILE).held().visits == 50
    booth.stdin.write("room\n")
    booth.stdin.flush()
    organiser.until(lambda _: len({each.id for each in organiser.of(VisitMessage)}) == 50)
    until(lambda: Outbox(folder / "state" / FILE).held().visits == 0)
    organiser.until(
        lambda message: message is organiser.heard[-1] and isinstance(message, Status) and not message.problems
    )
    booth.stdin.close()
    assert booth.wait(20) == 0
    booth.stdout.close()
    organiser.go()

"""Workers that crash, hang or are left alone; every other job is drawn."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from charts.making import Deadly, Slow, job, motif_job, templates, until, workers

from kiosk.charts import UNATTENDED, Charts, template

pytestmark = pytest.mark.usefixtures("_only_own_workers")

SMALL = (300, 200)


def slow(seconds, width, note=""):
    return replace(motif_job(width), ratio=Slow(seconds, note))


class Answers:
    """Listens to requests, and notes what came of each in turn."""

    def __init__(self):
        self.got = []
        self._lock = threading.Lock()

    def listen(self, name):
        def done(picture):
            with self._lock:
                self.got.append((name, picture))

        return done

    def wait(self, count, seconds=90.0):
        assert until(lambda: len(self.got) >= count, seconds), self.got
        return dict(self.got)


@pytest.fixture
def answers():
    return Answers()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("pool") / "cache"


@pytest.fixture(scope="module")
def charts(folder):
    """One worker's charts, for all tests that leave it as they found it: each of them draws sizes of its own."""
    others = set(workers(os.getpid()))
    pool = Charts(folder, workers=1, deadline=10.0, patience=UNATTENDED)
    yield pool
    pool.close()
    assert set(workers(os.getpid())) <= others


@pytest.fixture
def two(tmp_path):
    """Two workers' charts."""
    pool = Charts(tmp_path / "cache", workers=2, deadline=10.0, patience=UNATTENDED)
    yield pool
    pool.close()
    assert workers(os.getpid()) == []


def test_a_chart_is_drawn_once_and_found_from_then_on(charts, answers):
    made = job(size=SMALL)
    assert charts.find(made) is None
    began = time.thread_time()  # what else the machine does meanwhile is not the request's
    charts.request(made, answers.listen("a"))
    charts.request(made, answers.listen("b"), urgent=True)
    assert time.thread_time() - began < 0.1
    got = answers.wait(2)
    assert got["a"] == got["b"] == charts.find(made)
    assert got["a"].key == made.key
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kiosk.charts.pool.Charts._send", lambda *_: pytest.fail("drawn again"))
        charts.request(made, answers.listen("c"))
        assert answers.wait(3)["c"] == got["a"]


def test_workers_get_ready_for_parts_of_a_chart_and_go_on_where_they_cannot(two, answers, caplog):
    made = job(size=SMALL)
    two.warm(made)
    two.request(replace(made, view=(0.2, 0.2, 0.5, 0.5)), answers.listen("part"))
    two.warm(replace(made, kind="none"))
    two.request(made, answers.listen("whole"))
    got = answers.wait(2)
    assert got["part"]
    assert got["whole"]
    assert caplog.text == ""


def test_a_chart_that_cannot_be_drawn_is_none_and_logged(charts, answers, caplog):
    charts.request(replace(job(size=SMALL), kind="pie"), answers.listen("bad"))
    charts.request(job(size=(310, 200)), answers.listen("good"))
    got = answers.wait(2)
    assert got["bad"] is None
    assert got["good"]
    assert "t.csv was not drawn: there is no chart of kind pie" in caplog.text


def test_a_killed_worker_costs_no_job(two, answers):
    jobs = [job(size=(300 + at, 200)) for at in range(12)]
    for made in jobs:
        two.request(made, answers.listen(made.key), urgent=True)
    answers.wait(2)
    for pid in workers(os.getpid()):
        os.kill(pid, signal.SIGKILL)
    got = answers.wait(12)
    assert all(got.values())
    assert len(answers.got) == 12


@pytest.mark.long
def test_an_idle_crew_may_be_killed(tmp_path, answers):
    charts = Charts(tmp_path / "cache", workers=1)
    for at in range(3):
        charts.request(job(size=(300 + at, 200)), answers.listen(at))
        assert answers.wait(at + 1)[at]
        for pid in workers(os.getpid()):
            os.kill(pid, signal.SIGKILL)
        time.sleep(0.05 * at)
    charts.close()
    assert workers(os.getpid()) == []


def test_a_job_that_kills_once_is_drawn_and_one_that_always_does_is_none(two, answers, tmp_path):
    once = replace(motif_job(101), ratio=Deadly(str(tmp_path / "once"), 1))
    always = replace(motif_job(102), ratio=Deadly(str(tmp_path / "always"), 99))
    for name, made in (("once", once), ("always", always), ("good", job(size=SMALL))):
        two.request(made, answers.listen(name))
    got = answers.wait(3)
    assert got["good"]
    assert got["always"] is None
    assert (tmp_path / "always").stat().st_size == 2
    assert (tmp_path / "once").stat().st_size == 1


def test_a_late_job_is_none_and_the_others_come(tmp_path, answers):
    pool = Charts(tmp_path / "cache", workers=2, deadline=3.0)
    pool.request(slow(60, 101), answers.listen("late"))
    for at in range(4):
        pool.request(job(size=(300 + at, 200)), answers.listen(at), urgent=True)
    got = answers.wait(5)
    assert got.pop("late") is None
    assert all(got.values())
    pool.close()


def test_urgent_jobs_overtake_and_withdrawn_ones_are_not_drawn(tmp_path, answers):
    note = str(tmp_path / "order")
    pool = Charts(tmp_path / "cache", workers=1)
    pool.request(slow(0.15, 100, note), answers.listen("first"))
    assert until(lambda: Path(note).exists())
    waiting = {name: slow(0.0, width, note) for name, width in (("a", 101), ("b", 102), ("c", 103), ("d", 104))}
    listeners = {name: answers.listen(name) for name in waiting}
    for name, made in waiting.items():
        pool.request(made, listeners[name], urgent=name in {"b", "c"})
    pool.forget(waiting["a"], listeners["a"])
    answers.wait(4)
    pool.close()
    widths = dict.fromkeys(int(line) for line in Path(note).read_text().split())
    assert [width for width in widths if 100 <= width < 108] == [100, 103, 102, 104]
    assert "a" not in dict(answers.got)


def test_a_folder_that_is_no_folder_is_replaced_by_a_temporary_one(tmp_path, answers):
    (tmp_path / "cache").write_text("in the way")
    pool = Charts(tmp_path / "cache", workers=1)
    made = job(size=SMALL)
    pool.request(made, answers.listen("a"))
    picture = answers.wait(1)["a"]
    assert picture.base.exists()
    assert pool.find(made) == picture
    pool.close()
    assert not picture.base.exists()


def test_a_folder_deleted_while_running_is_made_again(charts, folder, answers):
    first, second = job(size=(320, 200)), job(size=(321, 200))
    charts.request(first, answers.listen("a"))
    answers.wait(1)
    shutil.rmtree(folder)
    assert charts.find(first) is None
    charts.request(second, answers.listen("b"))
    charts.request(first, answers.listen("c"))
    assert all(answers.wait(3).values())


def test_closing_is_quick_and_complete_whatever_goes_on(tmp_path, answers):
    pool = Charts(tmp_path / "cache", workers=2)
    for at in range(4):
        pool.request(slow(60, 100 + at), answers.listen(at), urgent=True)
    assert until(lambda: len(workers(os.getpid())) == 2)
    began = time.monotonic()
    pool.close()
    assert time.monotonic() - began < 2.0
    assert workers(os.getpid()) == []
    assert sorted(answers.got) == [(at, None) for at in range(4)]
    pool.request(motif_job(), answers.listen("after"))
    assert dict(answers.got)["after"] is None
    pool.close()


def test_closing_waits_for_no_worker_that_is_just_being_started(tmp_path, answers, caplog):
    template.end()
    pool = Charts(tmp_path / "cache", workers=2)
    pool.request(motif_job(), answers.listen("a"))
    assert until(lambda: templates(os.getpid()))
    began = time.monotonic()
    pool.close()
    assert time.monotonic() - began < 1.0
    assert answers.wait(1) == {"a": None}
    assert templates(os.getpid()) == []
    assert caplog.text == ""


def test_a_listener_that_fails_stops_nothing(charts, answers, caplog):
    charts.request(job(size=(330, 200)), lambda _: 1 / 0)
    charts.request(job(size=(331, 200)), answers.listen("a"))
    assert answers.wait(1)["a"]
    assert until(lambda: "ZeroDivisionError" in caplog.text)


def test_a_resting_crew_goes_home_and_comes_back(tmp_path, answers, monkeypatch):
    monkeypatch.setattr("kiosk.charts.pool._REST_AFTER", 1.0)
    pool = Charts(tmp_path / "cache", workers=1)
    pool.warm(job(size=SMALL))
    assert until(lambda: workers(os.getpid()))
    assert until(lambda: not workers(os.getpid()))
    pool.request(job(size=SMALL), answers.listen("a"))
    assert answers.wait(1)["a"]
    pool.close()


def test_a_crew_that_goes_home_takes_no_worker_of_another_along(tmp_path, answers, monkeypatch):
    """Not even one that has come since it was there itself."""
    early = Charts(tmp_path / "early", workers=1, patience=UNATTENDED)
    early.request(job(size=(332, 200)), answers.listen("early"))
    answers.wait(1)
    (first,) = workers(os.getpid())
    monkeypatch.setattr("kiosk.charts.pool._REST_AFTER", 1.0)
    late = Charts(tmp_path / "late", workers=1, patience=UNATTENDED)
    late.request(job(size=(333, 200)), answers.listen("late"))
    answers.wait(2)
    (second,) = set(workers(os.getpid())) - {first}
    note = tmp_path / "note"
    early.request(replace(motif_job(103), ratio=Deadly(str(tmp_path / "once"), 1)), answers.listen("again"))
    answers.wait(3)
    early.request(slow(0.7, 104, str(note)), answers.listen("slow"))
    assert until(note.exists)
    (third,) = set(workers(os.getpid())) - {second}
    assert third != first
    assert until(lambda: second not in workers(os.getpid())), "that crew has gone home"
    assert third in workers(os.getpid())
    assert len(answers.got) == 3, "what it draws has not come yet"
    assert answers.wait(4)["slow"]
    early.close()
    late.close()


RESTING = """
import os, sys
sys.path[:0] = {path!r}
from pathlib import Path
from charts.making import job, templates, until, workers
from kiosk.charts import Charts, pool
if __name__ == "__main__":
    pool._REST_AFTER = 1.0
    charts = Charts(Path({folder!r}), workers=1)
    charts.warm(job(size=(320, 200)))
    began = until(lambda: templates(os.getpid()) and workers(os.getpid()))
    print(bool(began), until(lambda: not templates(os.getpid())))
    charts.close()
"""


def test_a_process_whose_only_crew_rests_has_no_template_either(tmp_path):
    script = tmp_path / "resting.py"
    script.write_text(RESTING.format(path=sys.path, folder=str(tmp_path / "cache")))
    ended = subprocess.run([sys.executable, str(script)], capture_output=True, check=True, text=True, timeout=60)
    assert (ended.stdout, ended.stderr) == ("True True\n", "")


ORPHANS = """
import os, sys, time
sys.path[:0] = {path!r}
from dataclasses import replace
from pathlib import Path
from charts.making import motif_job, Slow, workers
from kiosk.charts import Charts
if __name__ == "__main__":
    pool = Charts(Path({folder!r}), workers=2)
    for width in (100, 101):
        pool.request(replace(motif_job(width), ratio=Slow(60, {note!r})), print, urgent=True)
    while len(workers(os.getpid())) < 2 or not os.path.exists({note!r}):
        time.sleep(0.02)
    print(*workers(os.getpid()), flush=True)
    time.sleep(60)
"""


def test_workers_end_with_a_killed_parent(tmp_path):
    script = tmp_path / "parent.py"
    script.write_text(ORPHANS.format(path=sys.path, folder=str(tmp_path / "cache"), note=str(tmp_path / "note")))
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as parent:
        pids = [int(pid) for pid in parent.stdout.readline().split()]
        assert len(pids) == 2
        parent.send_signal(signal.SIGKILL)
    assert until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in pids), 5.0)

"""Workers that are stopped or starved: the others draw on, the crew is whole again, and nothing is left of it."""

from __future__ import annotations

import os
import signal
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from charts.making import Hungry, Slow, job, motif_job, templates, until, workers

from kiosk.charts import Charts

pytestmark = pytest.mark.usefixtures("_only_own_workers")

SMALL = (300, 200)


def zombies() -> list[int]:
    """The ended children of this process that nobody waited for."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = stat.read_text().rpartition(")")[2].split()[:2]
        except OSError:
            continue
        if state == "Z" and int(parent) == os.getpid():
            found.append(int(stat.parent.name))
    return found


def asked(charts: Charts, *jobs) -> list:
    """Where the answers to some jobs arrive."""
    answers: list = []
    for each in jobs:
        charts.request(each, answers.append)
    return answers


@pytest.mark.parametrize("step", [1 << 26, 1 << 41], ids=["bit by bit", "at once"])
def test_a_drawing_that_takes_too_much_memory_is_none_and_the_others_come(tmp_path, caplog, step):
    with closing(Charts(tmp_path / "cache", workers=1)) as charts:
        answers = asked(charts, replace(motif_job(101), ratio=Hungry(step)))
        assert until(lambda: answers, 60)
        assert answers == [None]
        answers = asked(charts, job(size=SMALL))
        assert until(lambda: answers, 60)
        assert answers[0]
    assert "was not drawn" in caplog.text
    assert until(lambda: not zombies())


def test_a_worker_stopped_at_work_is_replaced_at_its_deadline(tmp_path):
    with closing(Charts(tmp_path / "cache", workers=1, deadline=2.0)) as charts:
        note = tmp_path / "note"
        stuck = asked(charts, replace(motif_job(101), ratio=Slow(1.0, str(note))))
        assert until(note.exists, 60)
        stopped = workers(os.getpid())
        for pid in stopped:
            os.kill(pid, signal.SIGSTOP)
        others = asked(charts, *(job(size=(300 + at, 200)) for at in range(2)))
        assert until(lambda: stuck and len(others) == 2, 60)
        assert all(others)
        assert until(lambda: not [pid for pid in stopped if Path(f"/proc/{pid}").exists()])
        assert until(lambda: not zombies())


def test_a_killed_template_costs_no_chart(tmp_path):
    with closing(Charts(tmp_path / "cache", workers=2)) as charts:
        note = tmp_path / "note"
        begun = asked(charts, replace(motif_job(101), ratio=Slow(0.5, str(note))))
        assert until(note.exists, 60)
        (template,) = templates(os.getpid())
        of = workers(os.getpid())
        os.kill(template, signal.SIGKILL)
        assert until(lambda: not [pid for pid in (template, *of) if Path(f"/proc/{pid}").exists()])
        others = asked(charts, *(job(size=(300 + at, 200)) for at in range(4)))
        assert until(lambda: len(begun + others) == 5, 60)
        assert all(begun + others)
    assert until(lambda: not zombies())


@pytest.mark.soak
def test_workers_killed_200_times_answer_every_request(tmp_path):
    """C1: a chart or nothing for each, the crew whole again, no zombie, nothing left in /dev/shm."""
    shared = set(Path("/dev/shm").iterdir())  # noqa: S108 - where semaphores are
    with closing(Charts(tmp_path / "cache", workers=2)) as charts:
        for at in range(200):
            answers = asked(charts, *(job(size=(300 + 3 * at + n, 200)) for n in range(3)))
            assert until(lambda: workers(os.getpid()), 30)
            for pid in workers(os.getpid())[:1]:
                os.kill(pid, signal.SIGKILL)
            assert until(lambda answers=answers: len(answers) == 3, 60), at
            assert until(lambda: not zombies())
    assert workers(os.getpid()) == []
    assert set(Path("/dev/shm").iterdir()) <= shared  # noqa: S108


@pytest.mark.soak
def test_idle_workers_stopped_50_times_are_replaced(tmp_path):
    """C2: a worker that does not take its job is noticed, and all are replaced."""
    with closing(Charts(tmp_path / "cache", workers=2, deadline=3.0)) as charts:
        for at in range(50):
            answers = asked(charts, job(size=(300 + 2 * at, 200)))
            assert until(lambda answers=answers: answers, 60)
            for pid in workers(os.getpid()):
                os.kill(pid, signal.SIGSTOP)
            answers = asked(charts, job(size=(301 + 2 * at, 200)))
            assert until(lambda answers=answers: answers, 90)
            assert answers[0] or at
    assert workers(os.getpid()) == []

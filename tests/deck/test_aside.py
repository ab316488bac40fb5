"""A deck that is read in another process: whatever becomes of that process, there is an answer."""

from __future__ import annotations

import multiprocessing
import os
import signal
from contextlib import closing
from queue import SimpleQueue

import pytest
from charts.making import motif_job
from processes import until

from kiosk.charts import Charts
from kiosk.deck.aside import NAME, Aside
from kiosk.deck.compiled import fingerprint, open_compiled
from kiosk.deck.load import load


@pytest.fixture
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def aside(tiny, cache):
    with closing(Aside(tiny, cache / "decks")) as aside:
        yield aside


def read(aside: Aside):
    answers = SimpleQueue()
    aside.read(answers.put)
    return answers.get(timeout=60)


def processes():
    return [child for child in multiprocessing.active_children() if child.name == NAME]


def process():
    (found,) = processes()
    return found


def test_it_is_the_deck_with_its_problems_and_its_fingerprint(aside, tiny):
    (tiny / "hill.yaml").write_text("name: Hill\n", encoding="utf-8")
    assert read(aside) == (load(tiny), fingerprint(tiny))
    (tiny / "hill.yaml").unlink()
    assert read(aside) == (load(tiny), fingerprint(tiny))


def test_what_did_not_change_is_not_sent_again(aside, tiny, cache):
    first, _ = read(aside)
    hill, river = (tiny / "hill.yaml").read_text(encoding="utf-8"), (tiny / "river.yaml").read_text(encoding="utf-8")
    for file, text in (
        ("hill.yaml", hill.replace("en: Sights", "en: Views")),
        ("river.yaml", river.replace("name:", "order: 9\nname:", 1)),
        ("deck.yaml", "languages: 1\n"),
        ("hill.yaml", hill),
    ):
        before = (tiny / file).read_text(encoding="utf-8")
        (tiny / file).write_text(text, encoding="utf-8")
        after, name = read(aside)
        assert (after, name) == (load(tiny), fingerprint(tiny))
        until(lambda name=name: open_compiled(cache / "decks" / f"{name}.deck") == after)  # noqa: B023 - now
        if file != "deck.yaml":
            same = [each for each in after.deck.platforms if each in first.deck.platforms]
            assert same
            assert all(any(each is one for one in first.deck.platforms) for each in same)
        else:
            (tiny / file).write_text(before, encoding="utf-8")
            after, _ = read(aside)
        first = after


def test_one_process_reads_again_and_again_and_goes_with_its_owner(aside):
    read(aside)
    first = process()
    read(aside)
    assert process() is first
    aside.close()
    until(lambda: not first.is_alive())


def test_a_process_that_dies_is_replaced(aside, tiny):
    aside.warm()
    until(processes)
    first = process()
    os.kill(first.pid, signal.SIGSTOP)
    answers = SimpleQueue()
    aside.read(answers.put)
    first.kill()
    assert isinstance(answers.get(timeout=60), str | tuple)
    assert read(aside) == (load(tiny), fingerprint(tiny))


def test_a_process_that_hangs_is_given_up(tiny, cache):
    with closing(Aside(tiny, cache / "decks", deadline=0.001)) as aside:
        assert read(aside) == "it takes longer than 0 s"


def test_charts_that_send_their_workers_home_leave_it_alone(aside, cache):
    read(aside)
    with closing(Charts(cache / "charts")) as charts:
        drawn = SimpleQueue()
        charts.request(motif_job(), drawn.put)
        drawn.get(timeout=60)
    assert process().is_alive()

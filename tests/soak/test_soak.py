"""The soak of the real deck, as a process of its own: short in every run of the tests, long in `make soak`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from processes import environment


def soak(tmp_path, *arguments: str, timeout: float, cache: Path | None = None) -> dict:
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "soak", "--json", *arguments],
        cwd=tmp_path,
        env=environment(tmp_path, cache),
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )
    assert done.stderr == ""
    figures = json.loads(done.stdout)
    assert figures["errors"] == []
    assert done.returncode == 0
    return figures


def test_five_thousand_events_break_nothing_and_reach_every_slide(tmp_path, drawn):
    figures = soak(tmp_path, "--events", "5000", "--size", "640x360", timeout=400, cache=drawn)
    assert figures["events"] >= 5000
    assert figures["visits"] > 1  # and the visit log has as many, or that would be an error
    assert figures["slides_missed"] == []


@pytest.mark.soak
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_two_hundred_thousand_events(tmp_path, seed):
    figures = soak(tmp_path, "--events", "200000", "--seed", str(seed), timeout=4 * 3600)
    assert figures["slides_missed"] == []
    assert figures["visits"] > 20
    assert figures["rss_growth_mb"] < 15
    assert figures["gap_max_ms"] < 250


def test_the_same_seed_gives_the_same_actions():
    from kiosk.soak.actions import chance, draw

    def first(seed: int) -> list:
        return [draw(chance(seed, number)) for number in range(200)]

    assert first(1) == first(1)
    assert first(1) != first(2)

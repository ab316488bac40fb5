"""Memory, handles and threads over ten thousand slide changes (G1) and two thousand charts (G2): none of them grows."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from processes import ROOT, environment, linux

from kiosk.deck.load import load
from kiosk.soak.process import Held, held

pytestmark = [linux, pytest.mark.soak]

CHANGES = int(os.environ.get("KIOSK_CHANGES", "10000"))
WARM = 500
CHARTS = 2_000


def grown(before: Held, now: Held) -> str:
    named = (("memory", "rss_mb"), ("handles", "handles"), ("threads", "threads"))
    return ", ".join(f"{name} {getattr(before, field)} to {getattr(now, field)}" for name, field in named)


def test_ten_thousand_slide_changes_take_no_more_than_the_first_five_hundred(open_booth, tiny_folder):
    """G1: every layout in turn, each complete before the next one."""
    screen = open_booth(load(tiny_folder), tiny_folder, size=(960, 540), attended=True)
    stage = screen.booth.stage
    slides = [slide.id for platform in stage.deck.platforms for slide in platform.slides]
    warm = None
    for at in range(CHANGES):
        stage.open(slides[at % len(slides)])
        screen.until_complete()
        if at == WARM:
            warm = held()
    now = held()
    sys.stdout.write(f"{CHANGES} slide changes: {grown(warm, now)}\n")
    assert now.rss_mb - warm.rss_mb < 10
    assert now.handles <= warm.handles  # the workers, who have nothing to draw, go home meanwhile
    assert now.threads <= warm.threads


DRAWS = """
import sys
from pathlib import Path
from kiosk.charts import worker
folder = Path(sys.argv[1])
worker.start(folder)
from charts.making import job, two_series
from kiosk.soak.process import held
KINDS = ("bar", "line", "area", "donut", "treemap", "share", "multiples", "slope")
for at in range(int(sys.argv[2])):
    kind = KINDS[at % len(KINDS)]
    table = two_series() if kind in ("multiples", "slope") else {"rows": (("a", 20.0 + at), ("b", 50.0), ("c", 9.0))}
    if kind == "share":
        table["whole"] = 1e5
    worker.work(job(kind, size=(480 + at % 200, 300), **table), (folder,))
    if at == 200:
        print(held().rss_mb, flush=True)
print(held().rss_mb)
"""


def test_two_thousand_charts_leave_nothing_in_a_worker(tmp_path):
    """G2: in one process, where the booth would have had ten workers one after the other."""
    env = environment(tmp_path) | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"}
    done = subprocess.run(
        [sys.executable, "-c", DRAWS, str(tmp_path / "charts"), str(CHARTS)],
        env=env,
        capture_output=True,
        text=True,
        timeout=3600,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    warm, last = map(float, done.stdout.split())
    sys.stdout.write(f"{CHARTS} charts: {warm} MB after 200, {last} MB at the end\n")
    assert last - warm < 30

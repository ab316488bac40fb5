"""An organiser with many booths sees all of them within seconds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from fleet.booths import write_settings
from processes import ROOT, linux

CROWD = Path(__file__).with_name("crowd.py")


@linux
@pytest.mark.parametrize("many", [50, pytest.param(500, marks=pytest.mark.long)])
def test_all_are_seen_within_five_seconds(kiosk_, broker, tmp_path, many):
    write_settings(broker, tmp_path)
    halves = [
        subprocess.Popen(
            [sys.executable, CROWD, str(broker.port), broker.ca, str(first), str(many // 2)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")])},
            text=True,
        )
        for first in (0, many // 2)
    ]
    try:
        assert [half.stdout.readline() for half in halves] == ["ready\n"] * 2
        began = time.monotonic()
        done = kiosk_("fleet", "--once", "--json")
        took = time.monotonic() - began
        print(f"{many} booths: {took:.2f} s")  # noqa: T201 - the figure
        said = json.loads(done.stdout)
        assert len({each["booth"] for each in said}) == len(said) == many
        assert all(each["online"] and not each["troubles"] for each in said)
        assert took < 5
    finally:
        for half in halves:
            half.stdin.close()
            half.wait(20)
            half.stdout.close()

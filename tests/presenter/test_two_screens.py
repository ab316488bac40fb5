"""Show and console on two screens of their own, which come and go while somebody speaks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture
def found(folder, tmp_path):
    """What happened in a process with two screens, where windows fill theirs: show, console, slide, what was said."""
    state = tmp_path / "state"
    state.mkdir()
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("two_screens.py"), folder, state],
        env=os.environ | {"QT_QUICK_BACKEND": "software", "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return json.loads(done.stdout)


def test_the_show_goes_on_whatever_the_screens_do(found):
    assert found["begins"] == ["wall", "laptop", 0, ""]
    assert found["stepped"] == ["wall", "laptop", 1, ""]
    assert found["wall is gone"][:3] == ["laptop", "", 1]
    assert found["wall is gone"][3].startswith("Only one screen is left")
    assert found["console before the show"][:3] == ["laptop", "laptop", 1]
    assert found["wall is back"][:3] == ["laptop", "wall", 1]
    assert found["wall is back"][3].startswith("A second screen came")
    assert found["swapped"] == ["wall", "laptop", 1, "Show and console have changed screens."]
    assert found["wall is smaller"][:3] == ["wall", "laptop", 1]
    assert found["numbers"] == [["1", "laptop", True], ["2", "wall", True]]
    assert found["known again"][:3] == ["laptop", "wall", 1]

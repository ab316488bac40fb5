"""Mutated files never get the better of the readers: some of each kind each time, all of them in `make soak`.

Longer, and with another seed each night: `.venv/bin/python tests/fuzz decks --count 1000000 --seed 7`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from processes import linux

soak = pytest.mark.soak


@linux
@pytest.mark.parametrize(
    ("target", "count", "seed"),
    [
        ("decks", 25, 11),
        ("tables", 15, 11),
        ("pictures", 40, 11),
        ("packed", 25, 11),
        pytest.param("decks", 20_000, 1, marks=soak),
        pytest.param("tables", 2_000, 1, marks=soak),
        pytest.param("pictures", 2_000, 1, marks=soak),
        pytest.param("packed", 5_000, 1, marks=soak),
    ],
)
def test_mutants_are_read_or_refused_in_time_and_within_memory(tmp_path, target, count, seed):
    command = [sys.executable, Path(__file__).parent, target, "--count", str(count), "--seed", str(seed)]
    done = subprocess.run([*command, "--keep", tmp_path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert f"{count} {target}, seed {seed}, from 0: 0 found" in done.stdout


SPOILED = """
import runpy, sys
from pathlib import Path
read, opened = Path.open, []
def spoiled(self, *more, **how):
    opened.append(self)
    if self.suffix == ".yaml" and "deck" in self.parts and len(opened) % 50 == 0:
        raise RuntimeError("spoiled")
    return read(self, *more, **how)
Path.open = spoiled
sys.argv = [MAIN, "decks", "--child", "--count", "30"]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


@linux
@pytest.mark.long
def test_a_reader_that_raises_is_found_out():
    """What finds nothing must be able to find something."""
    main = str(Path(__file__).parent / "__main__.py")
    script = SPOILED.replace("MAIN", repr(main))
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    said = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(said) == 30, done.stderr
    assert [each["number"] for each in said if "RuntimeError: spoiled" in each["wrong"]]

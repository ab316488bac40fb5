"""The process that the charts' workers are forked from."""

from __future__ import annotations

import subprocess
import sys

from processes import environment, linux

LATE = """
import os
from _multiprocessing import sem_unlink
from multiprocessing.resource_tracker import unregister
from kiosk.charts import template

if __name__ == "__main__":
    context = template.context()
    lock = context.Lock()
    sem_unlink(lock._semlock.name)
    unregister(lock._semlock.name, "semaphore")
    late = context.Process(target=print, args=(lock,))
    late.start()
    late.join()
    print(late.exitcode, flush=True)
    template.end()
    os._exit(0)
"""


@linux
def test_a_worker_that_comes_after_its_crew_has_ended_says_nothing(tmp_path):
    """Its locks are gone."""
    program = tmp_path / "late.py"
    program.write_text(LATE, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, program], capture_output=True, text=True, check=True, env=environment(tmp_path)
    )
    assert (done.stdout, done.stderr) == ("1\n", "")

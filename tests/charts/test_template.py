"""The process that the charts' workers are forked from."""

from __future__ import annotations

import subprocess
import sys

import pytest
from processes import environment, linux

LATE = """
import os, sys
from _multiprocessing import sem_unlink
from multiprocessing.resource_tracker import unregister
from kiosk.charts import template

class Missing:
    def __reduce__(self):
        return open, ("there is no such file",)

if __name__ == "__main__":
    context = template.context()
    lock = context.Lock()
    sem_unlink(lock._semlock.name)
    unregister(lock._semlock.name, "semaphore")
    late = context.Process(target=print, args=(Missing() if "missing" in sys.argv else lock,))
    late.start()
    late.join()
    print(late.exitcode, flush=True)
    template.end()
    os._exit(0)
"""


@linux
@pytest.mark.parametrize(("what", "told"), [("locks", 0), ("missing", 1)])
def test_a_worker_that_comes_after_its_crew_has_ended_says_nothing(tmp_path, what, told):
    """Its locks are gone; any other file that is missing is told."""
    program = tmp_path / "late.py"
    program.write_text(LATE, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, program, what], capture_output=True, text=True, check=True, env=environment(tmp_path)
    )
    assert done.stdout == "1\n"
    assert (done.stderr.count("Traceback"), bool(done.stderr)) == (told, bool(told))


CUT_SHORT = """
import os, sys, time
sys.path[:0] = {path!r}
from pathlib import Path
from charts.making import job, workers
from kiosk.charts import Charts
if __name__ == "__main__":
    charts = Charts(Path({folder!r}), workers=1)
    charts.request(job(size=(320, 200)), print)
    while not workers(os.getpid()):
        time.sleep(0.01)
    os._exit(0)
"""


def test_a_booth_that_is_cut_short_says_nothing_of_its_workers_locks(tmp_path):
    script = tmp_path / "cut_short.py"
    script.write_text(CUT_SHORT.format(path=sys.path, folder=str(tmp_path / "cache")))
    ended = subprocess.run([sys.executable, str(script)], capture_output=True, check=True, text=True, timeout=60)
    assert (ended.stdout, ended.stderr) == ("", "")


KILLED = """
import os
from kiosk.charts import template

def pipe(given=os.pipe):
    template.kill()
    return given()

if __name__ == "__main__":
    os.pipe = pipe  # which is what multiprocessing does once it is connected to the template
    try:
        template.context().Process(target=print).start()
    except (OSError, EOFError):
        print("heard")
    os.pipe = pipe.__defaults__[0]
    template.end()
    next_one = template.context().Process(target=print, args=("started",))
    next_one.start()
    next_one.join()
    template.end()
"""


@linux
def test_whoever_starts_a_worker_while_the_template_is_killed_hears_of_it(tmp_path):
    """With the template ended by another thread in that moment it was a TypeError, which nobody expects."""
    program = tmp_path / "killed.py"
    program.write_text(KILLED, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, program], capture_output=True, text=True, check=True, env=environment(tmp_path)
    )
    assert (done.stdout, done.stderr) == ("heard\nstarted\n", "")

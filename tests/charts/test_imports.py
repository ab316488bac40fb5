"""What each process imports: no matplotlib on the screen's side, no Qt on the workers'."""

import json
import pickle
import subprocess
import sys

from charts.making import job

from kiosk.charts import worker

CODE = """
import json, sys
{imports}
heads = {{name.split(".")[0] for name in sys.modules}}
print(json.dumps(sorted(heads)))
"""


def imported(imports):
    ended = subprocess.run(
        [sys.executable, "-c", CODE.format(imports=imports)], capture_output=True, text=True, check=True
    )
    return set(json.loads(ended.stdout))


def test_the_screens_process_imports_no_drawing():
    imports = """
from pathlib import Path
from kiosk.charts import Charts, ChartJob, MotifJob, chart_job, svg_path
from kiosk.charts import rivers, prepare, pool, cache
charts = Charts(Path("/tmp/none"))
charts.close()
"""
    assert not imported(imports) & {"matplotlib", "numpy", "pebble", "pydantic", "PIL", "PySide6", "shiboken6"}


def test_a_worker_imports_no_qt():
    imports = """
from kiosk.charts import worker, crew
from pathlib import Path
worker.prepare(Path("/tmp/none"))
from kiosk.charts.kinds import area, bar, donut, line, share
"""
    found = imported(imports)
    assert "matplotlib" in found
    assert not found & {"PySide6", "shiboken6", "pydantic", "tkinter"}
    assert "pyplot" not in found


def test_what_was_drawn_before_needs_no_pebble(tmp_path):
    """A second start finds its pictures, and starts no process for them."""
    made = job(size=(300, 200))
    assert worker.work(made, (tmp_path,)) == tmp_path
    (tmp_path / "job.pickle").write_bytes(pickle.dumps(made))
    imports = f"""
import pickle
from pathlib import Path
from threading import Event
from kiosk.charts import Charts
charts = Charts(Path({str(tmp_path)!r}))
job = pickle.loads(Path({str(tmp_path / "job.pickle")!r}).read_bytes())
assert charts.find(job)
answered = Event()
charts.request(job, lambda picture: picture and answered.set())
assert answered.wait(10)
"""
    assert not imported(imports) & {"matplotlib", "numpy", "pebble", "pydantic"}

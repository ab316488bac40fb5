"""What `make run` sets up: every module that a booth imports is compiled, since an installed one may write nothing."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOLD = """
import json, sys
{imports}
files = [module.__file__ for module in list(sys.modules.values()) if getattr(module, "__file__", None)]
print(json.dumps([file.split("site-packages/")[1] for file in files if "site-packages/" in file]))
"""
PROCESSES = {
    "the drawing": "from pathlib import Path; from kiosk.charts import crew, worker; worker.prepare(Path('none'))",
    "the screen": """
import kiosk.stage.run, kiosk.stage.app, kiosk.stage.operating, kiosk.stage.afar, kiosk.stage.visitors
from kiosk.operator.pin import hashed
hashed("271828")
from kiosk.leads import keys, seal
""",
    "the reader": "from kiosk.deck.load import load; from pathlib import Path; load(Path('slides'))",
}


@pytest.mark.parametrize("process", PROCESSES)
def test_what_a_booth_imports_is_compiled_when_it_is_set_up(process):
    code = TOLD.format(imports=PROCESSES[process])
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    imported = {file for file in json.loads(done.stdout) if file.endswith(".py")}
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = re.search(r"^IMPORTED := ((?:.*\\\n)*.*)$", text, re.MULTILINE)
    assert named
    compiled = tuple(named[1].replace("\\\n", "").split())
    tools = ("_distutils_hack/", "_virtualenv", "coverage/")
    lacking = {
        file
        for file in imported
        if not file.startswith(tools) and not any(file == each or file.startswith(f"{each}/") for each in compiled)
    }
    assert lacking == set()
    assert [each for each in compiled if not Path(sysconfig.get_path("purelib"), each).exists()] == []

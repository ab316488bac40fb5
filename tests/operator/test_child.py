"""A command that runs beside the booth: it yields, tells how far it is, and goes when it is not wanted any more."""

from __future__ import annotations

import os
import sys
import threading
import time

import pytest
from processes import until

from kiosk.operator.child import Child
from kiosk.operator.reporting import Reporting

TELLS = """
import os, sys, time
print("step 1 2", file=sys.stderr, flush=True)
print("kiosk: no such thing", file=sys.stderr, flush=True)
time.sleep(0.5)
print(os.nice(0))
sys.exit(3)
"""


def child(tmp_path, code: str, *, yields: bool = True) -> Child:
    return Child([sys.executable, "-c", code], [], tmp_path / "kiosk.toml", tmp_path, yields=yields)


@pytest.mark.skipif(not hasattr(os, "setpriority"), reason="this system has other priorities")
@pytest.mark.parametrize("yields", [True, False])
def test_it_leaves_the_processor_to_the_booth_and_tells_how_far_it_is(tmp_path, yields):
    steps, begun = [], child(tmp_path, TELLS, yields=yields)
    code, said = begun.run(lambda *step: steps.append(step))
    assert (code, steps, begun.said) == (3, [("step", 1, 2)], "kiosk: no such thing")
    assert (int(said) > os.nice(0)) == yields


def test_it_goes_when_nobody_wants_it_any_more(tmp_path):
    begun = child(tmp_path, "import sys, time; print('a 1 2', file=sys.stderr, flush=True); time.sleep(60)")
    steps = []
    thread = threading.Thread(target=lambda: begun.run(lambda *step: steps.append(step)))
    began = time.monotonic()
    thread.start()
    until(lambda: steps)
    begun.cancel()
    thread.join(20)
    assert not thread.is_alive()
    assert time.monotonic() - began < 20


@pytest.mark.parametrize("fails", [True, False])
def test_a_report_that_fails_says_why_and_leaves_nothing(tmp_path, fails):
    """What stands for Kiosk gets the file's name after `--out`."""
    from datetime import date

    code = "import sys; at = sys.argv.index('--out') + 1; open(sys.argv[at], 'w').write('made')"
    if fails:
        code = "import sys; print('kiosk: No visit began on that day.', file=sys.stderr); sys.exit(1)"
    stick = tmp_path / "stick"
    stick.mkdir()
    files = tmp_path / "kiosk.toml", tmp_path, lambda: [stick]
    report = Reporting([sys.executable, "-c", code], tmp_path, "en", date(2026, 5, 4), *files)
    file, wrong = report.run(lambda *_: None)
    if fails:
        assert (file, wrong) == ("", "kiosk: No visit began on that day.")
        assert not list(stick.iterdir())
    else:
        assert (file, wrong) == (str(stick / "kiosk-report-2026-05-04.pdf"), "")
        assert [each.read_text() for each in stick.iterdir()] == ["made"]

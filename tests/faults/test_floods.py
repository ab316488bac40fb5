"""A storm of warnings (D8): stderr stays small, and the booth's loop goes on."""

from __future__ import annotations

import subprocess
import sys

import pytest
from processes import environment

from kiosk.sparing import Sparing

MOST_LINES = 5000
"""What one source of warnings may write in an hour, be they a million: 500 things, each thrice and at powers of ten."""
STORM = """
import sys
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine
from kiosk.stage.complaints import Complaints
count, batch, left, turns = int(sys.argv[1]), 500, [int(sys.argv[1])], [0]
app = QGuiApplication(sys.argv[:1])
engine = QQmlEngine()
complaints = Complaints(engine)
component = QQmlComponent(engine)
source = '''import QtQml
QtObject { property int at: 0
           property int broken: at < 0 ? 0 : missing.number + at
           property int other: at < 0 ? 0 : ("" + at).nothing.at }'''
component.setData(source.encode(), QUrl("file:///storm.qml"))
storm = component.create()
def blow():
    turns[0] += 1
    for _ in range(min(batch, left[0])):
        left[0] -= 1
        storm.setProperty("at", left[0] + 1)
    if not left[0]:
        print(turns[0], flush=True)
        app.quit()
wind = QTimer(interval=0)
wind.timeout.connect(blow)
wind.start()
app.exec()
storm.deleteLater()
"""
"""A QML object with two bindings that cannot be evaluated, which has to again and again between the loop's turns."""


@pytest.mark.parametrize("count", [5_000, pytest.param(500_000, marks=pytest.mark.soak)])
def test_a_storm_of_qml_warnings_is_a_few_lines_and_the_loop_goes_on(tmp_path, count):
    """D8, two warnings each time."""
    done = subprocess.run(
        [sys.executable, "-c", STORM, str(count)],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=1800,
        check=False,
    )
    assert done.stdout.split() == [str(count // 500)]
    lines = done.stderr.splitlines()
    assert [line for line in lines if "missing is not defined" in line]
    assert f"({10 ** (len(str(count)) - 1):,} times)" in done.stderr
    assert len(lines) < 20


def flood(count: int, line) -> list[str]:
    sparing = Sparing(lambda: 0.0)
    return [said for at in range(count) if (said := sparing.line(line(at)))]


@pytest.mark.parametrize("count", [30_000, pytest.param(1_000_000, marks=pytest.mark.soak)])
@pytest.mark.parametrize(
    "line",
    [
        lambda at: f"table {at}.csv was not drawn: not drawn in {at} s",
        lambda at: f"{at:b} is no picture".replace("1", "l").replace("0", "O"),
        lambda at: ("a" if at % 2 else "b") * (at % 700),
    ],
    ids=["the same with other numbers", "another each time", "some hundred in turn"],
)
def test_a_million_lines_are_few(count, line):
    """D8: whatever is logged, one line or a million."""
    assert 5 <= len(flood(count, line)) < MOST_LINES


def test_what_is_new_after_a_storm_is_said_within_the_hour():
    now = 0.0
    sparing = Sparing(lambda: now)
    for at in range(600):
        sparing.line("x" * at)
    assert not sparing.line("the touchscreen is gone")
    now = 3601.0
    assert sparing.line("the touchscreen is gone")
    assert sparing.line("x") == "x"

"""The garbage of a process with a screen, beside threads that make objects."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest
from processes import PROBE, environment

AMID = """
import gc, threading
from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtQml import QQmlComponent, QQmlEngine
from kiosk.stage.application import application

ENOUGH = 40
QML = b"import QtQuick; Item { Repeater { model: 40; Item { width: parent ? parent.width : 0; onWidthChanged: x = 1 }}}"

class Sender(QObject):
    sent = Signal()

class Cycle:
    def __init__(self, sender):
        self.itself = self
        sender.sent.connect(self.hear)
    def hear(self): pass

def make():
    made.append(component.create())
    made[-1].deleteLater()
    for sender in senders:
        Cycle(sender)
    if len(made) >= ENOUGH:
        app.quit()

def busy():
    while len(made) < ENOUGH:
        [{} for _ in range(2_000)]

app = application()
made, senders = [], [Sender() for _ in range(50)]
engine = QQmlEngine()
component = QQmlComponent(engine)
component.setData(QML, QUrl())
collected = set()
gc.callbacks.append(lambda phase, _: collected.add(threading.current_thread().name))
timer = QTimer(interval=0)
timer.timeout.connect(make)
timer.start()
beside = threading.Thread(target=busy)
beside.start()
app.exec()
beside.join()
print(*collected)
"""


@pytest.mark.cold
def test_what_is_bound_to_qt_goes_on_the_screens_thread_between_two_events(tmp_path):
    """Where Python collects by itself this process ends with a segmentation fault, or stands still, within a second."""
    done = subprocess.run(
        [sys.executable, "-c", AMID],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=environment(tmp_path),
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "MainThread\n", "")


TELLS_COLLECTIONS = """
import gc, sys, threading
def told(phase, _):
    if phase == "stop":
        sys.stdout.write(f"collected on {threading.current_thread().name}\\n")
        sys.stdout.flush()
def busy():
    while True:
        for _ in range(200):
            cycle = []
            cycle.append(cycle)
        rest.wait(0.01)
def begin(*_):
    gc.callbacks.remove(begin)
    threading.Thread(target=busy, daemon=True).start()
rest = threading.Event()
from kiosk.cli import main
gc.callbacks += [told, begin]
main()
"""


@pytest.mark.cold
def test_a_booth_collects_on_no_other_thread(start, tiny_folder):
    booth = start("run", tiny_folder, *PROBE, python=("-c", TELLS_COLLECTIONS))
    assert booth.line() == "slide 0 complete"
    assert {booth.line() for _ in range(3)} == {"collected on MainThread"}  # the first of them ends the start
    assert booth.end(signal.SIGTERM)[0] == 0

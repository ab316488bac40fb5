"""The project's measurements: the real app beside a bare Qt Quick window, in one run on one machine."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from kiosk.stage.graphics import has_display

Result = dict[str, Any]

_BARE: Final = """
import sys
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView
app = QGuiApplication(sys.argv)
view = QQuickView()
view.setSource(QUrl.fromLocalFile(sys.argv[1]))
def told():
    view.frameSwapped.disconnect(told)
    print("slide 0 complete", flush=True)
view.frameSwapped.connect(told)
view.show()
app.exec()
"""
_BOOTH: Final = "from kiosk.cli import main; main()"
"""What the installed command `kiosk` runs."""
_BARE_QML: Final = "import QtQuick\nRectangle { color: 'navy'; width: 1920; height: 1080 }\n"
_STEPS: Final = 60
"""How many steps `touch` measures in each direction, at most the deck's slides."""


def start(deck: Path, runs: int) -> Result:
    """Time from spawn to the first complete screen, in milliseconds: the booth with a warm cache, and a bare window."""
    ours = [sys.executable, "-c", _BOOTH, "run", str(deck), "--windowed", "1920x1080", "--probe", "--no-transitions"]
    with tempfile.TemporaryDirectory() as folder:
        qml = Path(folder, "bare.qml")
        qml.write_text(_BARE_QML, encoding="utf-8")
        bare = [sys.executable, "-c", _BARE, str(qml)]
        _spawn_to_screen(ours)  # draws what the cache lacks
        pairs = [(_spawn_to_screen(bare), _spawn_to_screen(ours)) for _ in range(runs)]
    plain, booth = zip(*pairs, strict=True)
    return {
        "bare_ms": _spread(plain),
        "booth_ms": _spread(booth),
        "start_ratio": round(statistics.median(booth) / statistics.median(plain), 2),
    }


def _spawn_to_screen(command: list[str]) -> float:
    began = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 - our own command
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment(), text=True
    ) as child:
        assert child.stdout is not None  # noqa: S101 - a pipe was asked for
        line = child.stdout.readline()
        took = (time.perf_counter() - began) * 1000
        child.kill()
    if "complete" not in line:
        raise RuntimeError(f"{command} ended before its first screen was complete.")
    return took


def _environment() -> dict[str, str]:
    """Both draw in the same way: on the display there is, else in memory."""
    kept = dict(os.environ, QT_QPA_UPDATE_IDLE_TIME="0")
    kept.pop("PYTHONDONTWRITEBYTECODE", None)  # nobody installs a booth without its compiled modules
    kept.setdefault("QT_QUICK_BACKEND", "software")
    kept["KIOSK_STATE"] = str(Path(tempfile.gettempdir(), "kiosk-bench"))  # a booth on this machine keeps its own
    kept["KIOSK_CONFIG"] = str(Path(kept["KIOSK_STATE"], "none.toml"))
    if not has_display():
        kept["QT_QPA_PLATFORM"] = "offscreen"
    return kept


def touch(deck: Path, runs: int) -> Result:
    """Time from a key to the frame that shows the next slide complete, in milliseconds, without transitions."""
    os.environ.update(_environment())
    from kiosk.steps import measure

    return measure(deck, runs * _STEPS // 9)


def charts(deck: Path, runs: int) -> Result:
    """What each kind of chart takes to draw, a chart that was never drawn to the screen, and a screen's late frames."""
    os.environ.update(_environment())
    from kiosk.drawing import measure

    return measure(deck, runs)


def _spread(values: tuple[float, ...] | list[float]) -> Result:
    """Median and range, rounded to a tenth."""
    return {
        "median": round(statistics.median(values), 1),
        "min": round(min(values), 1),
        "max": round(max(values), 1),
        "runs": len(values),
    }


BENCHES: Final[dict[str, Callable[[Path, int], Result]]] = {"start": start, "touch": touch, "charts": charts}


def table(results: dict[str, Result]) -> str:
    """The results for people."""
    lines = []
    for name, result in results.items():
        lines.append(name)
        for key, value in result.items():
            said = (
                f"{value['median']} ({value['min']} to {value['max']}, {value['runs']} runs)"
                if isinstance(value, dict)
                else value
            )
            lines.append(f"  {key.replace('_', ' '):<28}{said}")
    return "\n".join(lines)

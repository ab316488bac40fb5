"""The bundle runs where there is nothing: no Python, no packages, no environment."""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = [pytest.mark.long, pytest.mark.skipif(sys.platform != "linux", reason="bundles are for Linux")]


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    """Where one was unpacked."""
    dist, away = tmp_path_factory.mktemp("dist"), tmp_path_factory.mktemp("away")
    subprocess.run([sys.executable, "-m", "kiosk.bundling", dist], cwd=ROOT, check=True, timeout=1200)
    (archive,) = dist.iterdir()
    with tarfile.open(archive) as packed:
        packed.extractall(away, filter="tar")
    archive.unlink()
    return away / "kiosk"


@pytest.fixture
def run(bundle, tmp_path):
    """Runs its launcher with next to no environment."""

    def run_(*arguments: str) -> str:
        done = subprocess.run(
            ["/usr/bin/env", "-i", f"HOME={tmp_path}", "QT_QPA_PLATFORM=offscreen", bundle / "kiosk", *arguments],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run_


def test_it_checks_and_draws_the_deck_that_it_holds(run, tmp_path):
    assert run("check") == "0 errors, 0 warnings\n"
    assert run("tour", "--size", "1280x720", "--language", "en") == "tour/contact-sheet.png\n"
    shots = json.loads((tmp_path / "tour" / "tour.json").read_text(encoding="utf-8"))
    assert len(shots) > 70
    assert all((tmp_path / "tour" / shot["file"]).is_file() for shot in shots)


def test_its_charts_are_drawn_already(run):
    said = run("warm", "--size", "1920x1080", "--language", "en", "--language", "zh", "--theme", "two-rivers")
    assert said.startswith("0 pictures drawn"), said


def test_nothing_in_it_is_loaded_from_elsewhere(bundle):
    """Its own Python, and what that imports."""
    code = "import sys, kiosk, PySide6, numpy; print(sys.prefix, kiosk.__file__, PySide6.__file__, numpy.__file__)"
    done = subprocess.run(
        ["/usr/bin/env", "-i", f"LD_LIBRARY_PATH={bundle}/lib", bundle / "python/bin/python3", "-I", "-c", code],
        capture_output=True,
        text=True,
        check=True,
    )
    assert all(Path(each).is_relative_to(bundle) for each in done.stdout.split())


def test_wayland_is_reached_whatever_graphics_driver_the_machine_has(bundle):
    for name in ("libwayland-cursor.so.0", "libwayland-egl.so.1"):
        assert (bundle / "lib" / name).is_file()


def test_everything_in_it_has_its_licence(bundle):
    licences = bundle / "LICENSES"
    assert {"Kiosk.txt", "Python.txt"} <= {path.name for path in licences.iterdir()}
    packages = {path.name.lower() for path in (licences / "packages").iterdir()}
    assert {"pyside6_essentials", "shiboken6", "numpy", "matplotlib"} <= packages
    assert all(any(each.iterdir()) for each in (licences / "packages").iterdir())
    assert "LESSER GENERAL PUBLIC LICENSE" in (licences / "common" / "LGPL-3").read_text(encoding="utf-8")
    assert any((licences / "libraries").glob("libxcb*.txt"))

"""`kiosk bench` measures what it says, beside a bare window, and beside what was measured before."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

import kiosk
from kiosk.bench import BENCHES
from kiosk.bench.compare import beside, earlier, table


def test_every_benchmark_is_a_file_and_the_help_names_it(quick):
    folder = Path(kiosk.__file__).parent / "bench"
    files = [path for path in folder.glob("[!_]*.py") if "def measure(" in path.read_text(encoding="utf-8")]
    assert {path.stem for path in files} == set(BENCHES)
    said = " ".join(quick("bench", "--help").stdout.split())
    assert all(name in said for name in BENCHES)


@pytest.mark.long
def test_the_benches_of_rest_and_memory_measure_the_booth_and_a_bare_window(kiosk_, tiny_folder):
    for name in ("idle", "memory"):
        done = kiosk_("bench", name, "--deck", tiny_folder, "--runs", "1", "--json")
        assert (done.returncode, done.stderr) == (0, "")
        result = json.loads(done.stdout)[name]
        if name == "idle":
            assert set(result) == {"still_percent", "attract_percent", "bare_percent"}
            assert 0 <= result["still_percent"] < result["attract_percent"] < 100
        else:
            ratios = {"slides_ratio", "studied_ratio", "rested_ratio"}
            megabytes = {"bare_mb", "start_mb", "slides_mb", "studied_mb", "rested_mb"}
            assert set(result) == megabytes | ratios | {"step_kb"}
            assert 0 < result["bare_mb"] < result["start_mb"] < result["slides_mb"]
            assert result["rested_mb"] < result["studied_mb"]


@pytest.mark.long
def test_the_bench_of_scale_compares_a_large_deck_with_a_small_one(kiosk_, tiny_folder):
    done = kiosk_("bench", "scale", "--deck", tiny_folder, "--runs", "1", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    result = json.loads(done.stdout)["scale"]
    assert 0 < result["start_ratio"] < 2
    assert 0 < result["small_mb"] < result["large_mb"]
    assert min(result["check_s"], result["reload_ms"]["min"]) > 0


@pytest.mark.long
def test_the_bench_of_touches_measures_charts_others_and_a_bare_window(kiosk_, tiny_folder):
    done = kiosk_("bench", "touch", "--deck", tiny_folder, "--runs", "1", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    result = json.loads(done.stdout)["touch"]
    ways = ("chart", "other", "jump")
    measured = {f"{of}_{what}_ms" for of in ways for what in ("answer", "complete")}
    assert set(result) == {"bare_ms", *(f"{of}_ratio" for of in ways)} | measured
    assert [result[f"{of}_complete_ms"]["runs"] for of in ways] == [1, 6, 1]
    for spread in (result[name] for name in ("bare_ms", *measured)):
        assert 0 < spread["min"] <= spread["median"] <= spread["p95"] <= spread["max"]


@pytest.mark.long
def test_the_bench_of_charts_measures_each_kind_and_a_cold_start(kiosk_, tiny_folder):
    done = kiosk_("bench", "charts", "--deck", tiny_folder, "--runs", "2", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    result = json.loads(done.stdout)["charts"]
    drawn = {"bar_1080_ms", "bar_2160_ms", "bar_zoom_ms", "bar_double_tap_ms", "rested_zoom_ms"}
    assert result.pop("warm_s") > 0
    assert 0 < result.pop("warm_busy_percent") <= 100
    assert set(result) == drawn | {"cold_start_ms", "cold_ms"}
    for spread in result.values():
        assert 0 < spread["min"] <= spread["median"] <= spread["max"]
        assert spread["runs"] == 2
    assert result["cold_ms"]["median"] < result["cold_start_ms"]["median"]


@pytest.mark.long
def test_the_bench_of_frames_measures_what_moves_beside_a_bare_window(kiosk_, tiny_folder):
    done = kiosk_("bench", "frames", "--deck", tiny_folder, "--runs", "1", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    result = json.loads(done.stdout)["frames"]
    movements = ("bare_alone", "bare", "step", "swipe", "reveal", "change")
    assert set(result) == {f"{name}_{what}" for name in movements for what in ("first_ms", "frame_ms", "late_percent")}
    for name in movements:
        frames = result[f"{name}_frame_ms"]
        assert frames["runs"] > 10
        assert (frames["max"] > 25) == (result[f"{name}_late_percent"] > 0)


@pytest.mark.long
def test_the_bench_of_checks_times_both(kiosk_, tiny_folder):
    done = kiosk_("bench", "check", "--deck", tiny_folder, "--runs", "1", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    result = json.loads(done.stdout)["check"]
    assert 0 < result["python_ms"]["median"] < result["check_ms"]["median"] < 1000 * result["deep_s"]


def test_figures_are_set_beside_those_of_a_run_before(tmp_path):
    spread = {"median": 30.0, "min": 20.0, "max": 50.0, "p95": 50.0, "runs": 9}
    before = {"start": {"booth_ms": spread, "start_ratio": 1.5}, "idle": {"still_percent": 0.0}}
    (tmp_path / "before.json").write_text(json.dumps(before), encoding="utf-8")
    assert earlier(tmp_path / "before.json") == before
    now = {"start": {"booth_ms": spread | {"median": 45.0}, "start_ratio": 1.5, "new_ms": 3}, "scale": {"check_s": 2}}
    assert beside(before, now) == {"start": {"booth_ms": 1.5, "start_ratio": 1.0}}
    lines = table(before, now).splitlines()
    assert [line.split() for line in lines[1:]] == [
        ["start"],
        ["booth", "ms", "30", "45", "1.50"],
        ["start", "ratio", "1.5", "1.5", "1.00"],
    ]


def test_the_baseline_can_be_compared_with():
    baseline = earlier(Path(__file__).with_name("baseline.json"))
    assert set(baseline) <= set(BENCHES)
    assert {"start", "frames", "memory", "scale"} <= set(baseline)
    assert beside(baseline, baseline)["start"]["start_ratio"] == 1


@pytest.mark.parametrize("content", [None, "no JSON", "[]", '{"start": 3}'])
def test_a_file_that_has_no_figures_is_refused(quick, tiny_folder, tmp_path, content):
    if content is not None:
        (tmp_path / "before.json").write_text(content, encoding="utf-8")
    done = quick("bench", "start", "--deck", tiny_folder, "--compare", "before.json")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("kiosk: before.json is not what `kiosk bench --json` has written: ")


@pytest.mark.long
def test_two_runs_are_compared(kiosk_, tiny_folder, tmp_path):
    first = kiosk_("bench", "start", "--deck", tiny_folder, "--runs", "1", "--json")
    (tmp_path / "first.json").write_text(first.stdout, encoding="utf-8")
    done = kiosk_(
        "bench", "start", "--deck", tiny_folder, "--runs", "1", "--json", "--compare", tmp_path / "first.json"
    )
    assert (done.returncode, done.stderr) == (0, "")
    warm = {"bare_ms", "booth_ms", "start_ratio"}
    cold = {f"cold_{name}" for name in warm} if os.access("/proc/sys/vm/drop_caches", os.W_OK) else set()
    assert set(json.loads(done.stdout)["times"]["start"]) == warm | cold


@pytest.mark.long
def test_the_bench_from_outside_sees_a_bare_window_the_booth_and_a_plain_peer(kiosk_, tiny_folder):
    done = kiosk_("bench", "outside", "--deck", tiny_folder, "--runs", "1", "--json")
    if "Debian: `apt install" in done.stderr:
        pytest.skip(done.stderr)
    assert (done.returncode, done.stderr) == (0, "")
    result = json.loads(done.stdout)["outside"]
    for name in ("bare", "booth", "peer"):
        assert result[f"{name}_lost"] == 0
        assert result[f"{name}_quick_ms"]["runs"] == 100
        assert 0 < result[f"{name}_step_ms"]["min"] < result[f"{name}_start_ms"]["min"]
    assert result["booth_chart_ms"]["runs"] == result["booth_again_ms"]["runs"] > 0
    assert 0 < result["booth_first_ms"]["median"] < result["booth_step_ms"]["max"] + 1000
    assert result["step_peer_ratio"] > 0


def test_a_deck_without_charts_has_nothing_to_measure(kiosk_, tiny_folder):
    (tiny_folder / "river.yaml").unlink()
    done = kiosk_("bench", "charts", "--deck", tiny_folder, "--json")
    assert (done.returncode, json.loads(done.stdout)) == (0, {"charts": {}})

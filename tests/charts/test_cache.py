"""The cache: complete entries or none, a limit, and no folder that could stop it."""

import json
import os
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from charts.making import job, motif_job

from kiosk.charts import worker
from kiosk.charts.cache import BASE, DATA, MOTIF, SPOTS, Cache
from kiosk.charts.draw import draw

KEY = "k" * 64


@pytest.fixture(scope="session")
def files():
    return draw(job(size=(300, 200)))


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "deep" / "cache")


def test_what_is_stored_is_found(cache, files):
    assert cache.find(KEY) is None
    cache.store(KEY, files)
    picture = cache.find(KEY)
    assert picture.base.read_bytes() == files[BASE]
    assert picture.data.read_bytes() == files[DATA]
    assert len(picture.spots) == 4
    assert picture.spots[-1].value == "651.34 billion yuan"
    assert picture.reveal == "up"


def test_the_background_has_one_layer(cache):
    cache.store(KEY, draw(motif_job()))
    picture = cache.find(KEY)
    assert picture.base.name == picture.data.name == MOTIF
    assert picture.spots == ()


@pytest.mark.parametrize("name", [BASE, DATA, SPOTS])
@pytest.mark.parametrize("damage", ["missing", "empty", "half", "nonsense"])
def test_a_broken_entry_is_noticed_and_drawn_anew(cache, files, name, damage):
    cache.store(KEY, files)
    path = cache.find(KEY).base.parent / name
    if damage == "missing":
        path.unlink()
    else:
        half = path.read_bytes()[: path.stat().st_size // 2]
        path.write_bytes({"empty": b"", "half": half, "nonsense": b"\x00" * 500}[damage])
    assert cache.find(KEY) is None
    assert not path.parent.exists()
    cache.store(KEY, files)
    assert cache.find(KEY)


@pytest.mark.parametrize(
    "spots", ["[]", '{"spots": 3}', '{"spots": [{"x": 1}], "reveal": "up", "origin": [0, 1], "steps": 0}', "3"]
)
def test_spots_of_another_shape_are_noticed(cache, files, spots):
    cache.store(KEY, files | {SPOTS: spots.encode()})
    assert cache.find(KEY) is None


def test_an_entry_that_is_a_file_is_dropped(cache, files, tmp_path):
    (tmp_path / "deep" / "cache").mkdir(parents=True)
    (tmp_path / "deep" / "cache" / KEY).write_text("in the way")
    assert cache.find(KEY) is None
    cache.store(KEY, files)
    assert cache.find(KEY)


def test_the_least_recently_used_go_first(tmp_path, files):
    size = sum(map(len, files.values()))
    cache = Cache(tmp_path, limit=int(3.5 * size))
    keys = [letter * 64 for letter in "abcd"]
    for age, key in enumerate(keys[:3]):
        cache.store(key, files)
        os.utime(tmp_path / key, (time.time() - 1000 + age,) * 2)
    assert cache.find(keys[0])
    cache.store(keys[3], files)
    assert [bool(cache.find(key)) for key in keys] == [True, False, True, True]


def test_the_newest_stays_even_beyond_the_limit(tmp_path, files):
    cache = Cache(tmp_path, limit=10)
    cache.store("a" * 64, files)
    cache.store("b" * 64, files)
    assert cache.find("a" * 64) is None
    assert cache.find("b" * 64)


def test_use_is_noted_at_most_once_a_minute(cache, files):
    cache.store(KEY, files)
    entry = cache.find(KEY).base.parent
    for age, noted in ((30, False), (90, True)):
        then = time.time() - age
        os.utime(entry, (then, then))
        cache.find(KEY)
        assert (entry.stat().st_mtime > then + 1) is noted


def test_what_a_crash_left_is_swept_away(tmp_path, files):
    left, fresh = tmp_path / f".{'0' * 32}", tmp_path / f".{'1' * 32}"
    for folder in (left, fresh):
        folder.mkdir()
    os.utime(left, (0, 0))
    Cache(tmp_path).store(KEY, files)
    assert not left.exists()
    assert fresh.exists()


def test_many_writers_of_one_entry(tmp_path, files):
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: Cache(tmp_path).store(KEY, files), range(40)))
    assert Cache(tmp_path).find(KEY)
    assert [path.name for path in tmp_path.iterdir()] == [KEY]


def test_a_folder_that_takes_nothing_is_passed_over(tmp_path):
    blocked, spare = tmp_path / "file", tmp_path / "spare"
    blocked.write_text("no folder")
    made = job(size=(300, 200))
    assert worker.work(made, (blocked, spare)) == spare
    assert Cache(blocked).find(made.key) is None
    assert Cache(spare).find(made.key)


def test_no_folder_at_all_is_an_os_error(tmp_path):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(OSError, match="file"):
        worker.work(job(size=(300, 200)), (tmp_path / "file",))


def test_spots_are_json_that_others_can_read(files):
    described = json.loads(files[SPOTS])
    assert set(described) == {"spots", "reveal", "origin", "steps"}
    assert described["spots"][0]["shape"] == "rect"

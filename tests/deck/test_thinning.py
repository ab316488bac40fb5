"""What is left of many points."""

import itertools
import math
import time

from kiosk.deck.thinning import kept, scattered


def test_few_points_all_stay():
    assert kept([0.0, 1.0, 2.0], [[5.0, None, 7.0]], 3) == [0, 1, 2]


def test_peaks_ends_and_what_is_named_stay_and_no_more_than_asked():
    values = [math.sin(at / 50) for at in range(20_000)]
    values[7_003], values[11_111] = 9.0, -9.0
    found = kept([float(at) for at in range(20_000)], [values], 400, always=[4_321])
    assert {0, 4_321, 7_003, 11_111, 19_999} <= set(found)
    assert found == sorted(found)
    assert 380 <= len(found) <= 400


def test_the_course_is_the_one_of_all_points():
    values = [100 * math.sin(at / 900) + 20 * math.sin(at / 170) for at in range(20_000)]
    xs = [float(at) for at in range(20_000)]
    found = kept(xs, [values], 400)
    worst = 0.0
    for a, b in itertools.pairwise(found):
        for at in range(a, b):
            between = values[a] + (values[b] - values[a]) * (at - a) / (b - a)
            worst = max(worst, abs(values[at] - between))
    assert worst < 8


def test_gaps_stay_gaps():
    values: list[float | None] = [float(at % 7) for at in range(5_000)]
    values[2_000:2_100] = [None] * 100
    found = kept([float(at) for at in range(5_000)], [values], 400)
    assert any(2_000 <= at < 2_100 for at in found)


def test_many_gaps_and_no_numbers_are_no_trouble():
    every_other = [float(at) if at % 2 else None for at in range(5_000)]
    for courses in ([every_other], [[None] * 5_000], [every_other, every_other[::-1]]):
        assert len(kept([float(at) for at in range(5_000)], courses, 400)) <= 400


def test_points_that_are_not_in_order_are_thinned_in_the_order_of_their_places():
    xs = [float((at * 7_919) % 5_000) for at in range(5_000)]
    found = kept(xs, [[x * x for x in xs]], 100)
    places = sorted(xs[at] for at in found)
    assert max(b - a for a, b in itertools.pairwise(places)) < 200


def test_it_is_quick():
    began = time.perf_counter()
    kept([float(at) for at in range(20_000)], [[float(at % 97) for at in range(20_000)]] * 3, 400)
    assert time.perf_counter() - began < 1


def test_of_a_cloud_its_reach_and_every_dense_place_stay():
    across = [math.cos(at) * (at % 97) for at in range(100_000)]
    up = [math.sin(at * 1.7) * (at % 89) for at in range(100_000)]
    size = [1.0] * 100_000
    size[54_321] = 50.0
    found = scattered(across, up, size, 400, always=[12_345])
    assert {12_345, 54_321, *(way.index(end) for way in (across, up) for end in (min(way), max(way)))} <= set(found)
    assert 200 <= len(found) <= 400
    for x, y in zip(across[::50], up[::50], strict=True):
        assert min(math.hypot(x - across[at], y - up[at]) for at in found) < 25


def test_a_cloud_without_points_keeps_what_is_named():
    assert scattered([None, 1.0], [1.0, None], None, 1, always=[1]) == [0, 1]

"""The background and the rivers' courses."""

import io
import re
from itertools import pairwise

import pytest
from charts.making import DAY, NIGHT
from PIL import Image
from spread import rather_these, spread

from kiosk.charts import MotifJob, rivers, svg_path
from kiosk.charts.colours import contrast, text_of
from kiosk.charts.motif import motif
from kiosk.charts.raw import size_in

SIZES = [(480, 270), (270, 480)]


def opened(job):
    file = io.BytesIO(motif(job))
    size = size_in(file)
    return Image.frombytes("RGBA", size, file.read(), "raw", "BGRA")


@pytest.mark.parametrize(("width", "height"), rather_these(*SIZES))
def test_it_is_opaque_as_large_as_asked_for_and_always_the_same(width, height):
    job = MotifJob(NIGHT, width, height, 1.5)
    picture = opened(job)
    assert picture.size == (width * 3 // 2, height * 3 // 2)
    assert picture.getextrema()[3] == (255, 255)
    assert motif(job) == motif(job)


@pytest.mark.parametrize(("look", "size"), spread([DAY, NIGHT], SIZES))
def test_text_can_be_read_everywhere_on_it(look, size):
    opaque = opened(MotifJob(look, *size, 1.0)).convert("RGB")
    colours = {text_of(tuple(part / 255 for part in colour)) for _, colour in opaque.getcolors(1 << 20)}
    assert min(contrast(look.colours.text, colour) for colour in colours) > 4.5


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_rivers_are_where_their_courses_say(width, height):
    picture = opened(MotifJob(NIGHT, width, height, 1.0))
    for river, warm in (("yangtze", True), ("jialing", False)):
        course = rivers.points(river, width, height)
        x, y = course[len(course) // 4]
        box = picture.crop((int(x) - 3, int(y) - 3, int(x) + 4, int(y) + 4))
        pixels = list(box.get_flattened_data() if hasattr(box, "get_flattened_data") else box.getdata())
        red, _, blue = (sum(pixel[part] for pixel in pixels) / len(pixels) for part in range(3))
        assert (red > blue) is warm


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1080, 1920)])
def test_the_jialing_ends_on_the_yangtze_which_flows_from_left_to_right(width, height):
    yangtze = rivers.points("yangtze", width, height)
    end = rivers.points("jialing", width, height)[-1]
    assert min(abs(x - end[0]) + abs(y - end[1]) for x, y in yangtze) < 3
    assert yangtze[0][0] < 0
    assert yangtze[-1][0] > width
    assert all(a[0] < b[0] for a, b in pairwise(yangtze))


def test_the_path_for_the_screen_is_the_same_course():
    path = svg_path("jialing", 1920, 1080)
    numbers = [float(number) for number in re.findall(r"-?\d+\.\d+", path)]
    assert re.fullmatch(r"M [-\d.,]+( C( [-\d.]+,[-\d.]+){3})+", path)
    assert tuple(numbers[:2]) == pytest.approx(rivers.points("jialing", 1920, 1080)[0], abs=0.01)
    assert tuple(numbers[-2:]) == pytest.approx(rivers.points("jialing", 1920, 1080)[-1], abs=0.01)

"""Every kind has its options, its drawing, its page in the gallery and its reference picture; and all of it draws."""

from __future__ import annotations

import io
import json
import os
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from charts.gallery import job_of, slides
from charts.making import DAY, NIGHT, layers
from PIL import Image, ImageChops, ImageStat

from kiosk.charts import kinds
from kiosk.charts.draw import draw
from kiosk.charts.picture import Layout
from kiosk.deck import charts as options

KINDS = sorted({module.name for package in (options, kinds) for module in iter_modules(package.__path__)})
REFERENCES = Path(__file__).parent / "references"
SMALL = (520, 310)
DIFFERENT = 2.0
"""Of 255, the mean over all pixels and channels: what other versions of FreeType may do to the edges of letters."""


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_its_options_its_drawing_and_its_page_in_the_gallery(kind):
    assert hasattr(import_module(f"kiosk.deck.charts.{kind}"), "Chart"), f"write kiosk/deck/charts/{kind}.py"
    assert hasattr(import_module(f"kiosk.charts.kinds.{kind}"), "draw"), f"write kiosk/charts/kinds/{kind}.py"
    assert slides(kind), f"show it in tests/gallery/{kind}.yaml"
    assert {slide.chart.kind for slide in slides(kind)} == {kind}


WAYS = [((1040, 620), "en"), ((420, 300), "zh"), ((1040, 620), "zh"), ((880, 900), "en")]
"""Sizes and languages."""


@pytest.mark.parametrize("kind", KINDS)
def test_charts_of_the_gallery_are_drawn_with_all_their_marks_inside(kind):
    """The plainest of each kind large and in English, and one of the others, small and in Chinese.

    The test below draws each in every way.
    """
    plainest, *others = slides(kind)
    check(plainest, *WAYS[0])
    if others:
        check(others[KINDS.index(kind) % len(others)], *WAYS[1])


@pytest.mark.long
@pytest.mark.parametrize(("size", "language"), WAYS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_chart_is_in_every_size_and_language(kind, language, size):
    for slide in slides(kind):
        check(slide, size, language)


def check(slide, size: tuple[int, int], language: str) -> None:
    """Both layers are there in that size, nothing is cut off, and every mark says something and lies inside."""
    files = draw(job_of(slide, language=language, look=DAY if size[0] < 600 else NIGHT, size=size))
    base, data = layers(files)
    assert base.size == data.size == size, slide.id
    layout = Layout.from_json(json.loads(files["spots.json"]))
    assert layout.spots, slide.id
    for spot in layout.spots:
        assert spot.label or spot.value, slide.id
        assert -0.001 <= spot.x <= spot.x + spot.w <= 1.001, (slide.id, spot)
        assert -0.001 <= spot.y <= spot.y + spot.h <= 1.001, (slide.id, spot)
        for ring in spot.outline:
            assert len(ring) <= 60, (slide.id, spot)
            assert all(-0.001 <= at <= 1.001 for point in ring for at in point), (slide.id, spot)
    for layer in (base, data):
        for edge in ((0, 0, layer.width, 1), (0, layer.height - 1, layer.width, layer.height)):
            assert not layer.crop(edge).getbbox(), f"{slide.id}: something is cut off"


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_looks_as_its_reference_picture(kind):
    """`KIOSK_REFERENCES=new` in the environment writes the pictures anew: look at them before you commit them."""
    shown = _flat(slides(kind)[0])
    file = REFERENCES / f"{kind}.png"
    if os.environ.get("KIOSK_REFERENCES") == "new":
        REFERENCES.mkdir(exist_ok=True)
        shown.save(file, optimize=True)
    wanted = Image.open(io.BytesIO(file.read_bytes())).convert("RGB")
    assert wanted.size == shown.size
    mean = ImageStat.Stat(ImageChops.difference(wanted, shown)).mean
    assert max(mean) < DIFFERENT, f"{kind} differs by {mean}"


def _flat(slide) -> Image.Image:
    job = job_of(slide, size=SMALL)
    ground = Image.new("RGBA", SMALL, job.palette.ground)
    for layer in layers(draw(job)):
        ground.alpha_composite(layer)
    return ground.convert("RGB").quantize(64).convert("RGB")

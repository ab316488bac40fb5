"""Pictures of operators that are huge, broken or hostile: told by the check, and a calm slide for the visitor."""

from __future__ import annotations

import io
import shutil
import struct
import zlib
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QImageReader
from tiny import FILES, tiny_png

from kiosk.charts import Charts
from kiosk.charts.cache import DATA
from kiosk.deck.load import load
from kiosk.deck.pixels import MOST_BYTES
from kiosk.stage.complete import visible_items
from kiosk.stage.pictures import StagePicture

BEGIN = b"\x89PNG\r\n\x1a\n"


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, depth: int = 8, rows: int | None = None) -> bytes:
    """A black picture of grey; of its rows, so many are really there."""
    pressed = zlib.compressobj(9)
    row = b"\0" * (1 + width * depth // 8)
    data = b"".join(pressed.compress(row) for _ in range(height if rows is None else rows)) + pressed.flush()
    header = struct.pack(">IIBBBBB", width, height, depth, 0, 0, 0, 0)
    return BEGIN + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def saved(kind: str, mode: str = "RGB", size: tuple[int, int] = (60, 40), **how) -> bytes:
    file = io.BytesIO()
    Image.new(mode, size, 90).save(file, kind, **how)
    return file.getvalue()


def animated() -> bytes:
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "green")]
    file = io.BytesIO()
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:])
    return file.getvalue()


SVG_BOMB = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/hostname"/><use href="#a"/></svg>'
REFUSED = {
    "a bomb of 64 million pixels in 8 kB": ("port.png", png(8000, 8000, 8), "is 8000 x 8000 pixels: make it smaller"),
    "30000 x 30000": ("port.png", png(30_000, 30_000, rows=1), "is 30000 x 30000 pixels: make it smaller"),
    "30000 x 30000 as JPEG": (
        "port.jpg",
        b"\xff\xd8\xff\xc0\0\x0b\x08\x75\x30\x75\x30\x01\x01\x11\0\xff\xda\0\2\xff\xd9",
        "30000 x 30000 pixels",
    ),
    "deep colours": ("port.png", png(5000, 5000, 16, rows=1), "16 million of them are the most"),
    "a thread": ("port.png", png(20_000, 4), "one side may be at most 20 times as long"),
    "nothing wide": ("port.png", png(0, 9), "is damaged"),
    "cut off": ("port.png", tiny_png(99, 99)[:-20], "is cut off: copy it again"),
    "cut off as JPEG": ("port.jpg", saved("JPEG")[:-40], "is cut off: copy it again"),
    "cut off as WebP": ("port.webp", saved("WEBP")[:-9], "is cut off: copy it again"),
    "a header alone": ("port.png", BEGIN, "is cut off"),
    "an animation": ("port.png", animated(), "is not PNG, but a GIF picture"),
    "an animation by its name": ("port.gif", animated(), "is not a picture that Kiosk shows: use .png, .jpg"),
    "a drawing": ("port.svg", SVG_BOMB, "is not a picture that Kiosk shows: use .png, .jpg"),
    "a drawing in disguise": ("port.png", SVG_BOMB, "is not PNG, but something else"),
    "a program": ("port.png", b"\x7fELF" + bytes(60), "is not PNG, but a program"),
}


def with_picture(folder: Path, name: str, content: bytes) -> Path:
    (folder / "pictures" / name).write_bytes(content)
    text = FILES["overview.yaml"].replace("port.png", name)
    (folder / "overview.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("name", "content", "words"), REFUSED.values(), ids=REFUSED)
def test_a_picture_that_cannot_be_shown_is_one_line_with_its_place(tiny_folder, name, content, words):
    loaded = load(with_picture(tiny_folder, name, content))
    told = [str(problem) for problem in loaded.problems if problem.path.name == "overview.yaml"]
    assert len(told) == 1, told
    assert "overview.yaml:7:12: error: " in told[0]
    assert words in told[0]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("port.png", png(7680, 4320)),
        ("port.jpg", saved("JPEG", "CMYK")),
        ("port.jpg", saved("JPEG", progressive=True) + b"\0" * 500),
        ("port.png", saved("PNG", "I;16")),
        ("port.png", saved("PNG", "1")),
        ("port.webp", saved("WEBP", lossless=True)),
        ("port.webp", saved("WEBP", "RGBA")),
    ],
    ids=["8K", "CMYK", "progressive, and something after it", "16 bits", "1 bit", "WebP lossless", "WebP clear"],
)
def test_a_picture_of_an_odd_kind_is_shown(open_booth, tiny_folder, name, content):
    loaded = load(with_picture(tiny_folder, name, content))
    assert loaded.problems == ()
    screen = open_booth(loaded, tiny_folder, size=(960, 540), attended=True)
    screen.booth.stage.open("welcome")
    screen.until_complete()
    (shown,) = images(screen, name)
    assert shown.property("implicitWidth") > 0
    assert not shown.property("loading")


def images(screen, name: str) -> list:
    return [
        item
        for item in visible_items(screen.window)
        if item.inherits("QQuickImage") and item.property("source").fileName() == name
    ]


@pytest.mark.usefixtures("qapp")
def test_qt_decodes_nothing_larger_than_the_check_lets_through():
    assert QImageReader.allocationLimit() * 1024 * 1024 == MOST_BYTES


@pytest.mark.qt_log_ignore("Cannot open|Error decoding")
def test_what_is_on_screen_stays_when_the_stick_is_pulled_out_and_the_rest_is_calm(open_booth, tiny_folder):
    """The deck's folder is gone: the picture on screen stays; the others are left out; no text says anything of it."""
    screen = open_booth(load(tiny_folder), tiny_folder, size=(960, 540), attended=True)
    screen.booth.stage.open("welcome")
    screen.until_complete()
    before = screen.window.grabWindow()
    shutil.move(tiny_folder, tiny_folder.with_name("pulled-out"))
    assert screen.window.grabWindow() == before
    for slide in ("sights", "trade", "history"):
        screen.booth.stage.open(slide)
        screen.until_complete()
        assert len(screen.texts()) > 3
        assert not [text for text in screen.texts() if "error" in text.lower() or "port.png" in text]


@pytest.mark.qt_log_ignore("Error decoding")
def test_a_drawing_that_is_damaged_in_the_cache_is_drawn_anew_and_if_that_is_no_better_the_numbers_stand_in(
    open_booth, tiny_folder, tmp_path
):
    """Its file begins and ends as it should; what is between is not a picture."""

    def trade(cache: Path):
        charts = stack.enter_context(closing(Charts(cache, workers=1)))
        screen = open_booth(load(tiny_folder), tiny_folder, size=(960, 540), attended=True, drawn=charts)
        screen.booth.stage.open("trade")
        screen.until(lambda: screen.item("chart.trade").property("complete"), timeout=60_000)
        return screen.item("chart.trade")

    with ExitStack() as stack:
        trade(tmp_path / "sound")
        shutil.copytree(tmp_path / "sound", tmp_path / "damaged")
        for path in (tmp_path / "damaged").glob(f"*/{DATA}"):
            whole = path.read_bytes()
            path.write_bytes(whole[:8] + bytes(len(whole) - 20) + whole[-12:])
        chart = trade(tmp_path / "damaged")
        assert not chart.property("tabular")
        assert chart.property("complete")
        chart.findChild(StagePicture).lost()
        assert chart.property("tabular")


@pytest.mark.qt_log_ignore("Cannot open|Error decoding")
def test_a_cover_whose_picture_is_gone_is_a_cover_without_one(open_booth, tiny_folder):
    loaded = load(tiny_folder)
    (tiny_folder / "pictures" / "port.png").unlink()
    screen = open_booth(loaded, tiny_folder, size=(960, 540), attended=True)
    screen.booth.stage.open("welcome")
    screen.until_complete()
    assert "Welcome" in screen.texts()
    assert not images(screen, "port.png")

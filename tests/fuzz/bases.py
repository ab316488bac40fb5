"""The sound files that mutants are made from: decks as files by name, tables and pictures by their endings."""

from __future__ import annotations

import io
import json
import re
from functools import cache
from pathlib import Path

import yaml
from deck.books import book, sheet
from PIL import Image
from tiny import ADVISER, FILES, SUITS, tiny_png

GALLERY = Path(__file__).parents[1] / "gallery"
THEME = Path(__file__).parents[2] / "assets" / "themes" / "day.yaml"
Files = dict[str, bytes]

MORE = """\
contact: {name: {en: Li, zh: 李}, phone: +86 23 1234, email: li@example.org, url: https://example.org, address: Road 1}
brand: {logo: pictures/port.png, event: {en: Fair, zh: 展会}}
screen: {diagonal: 55, bottom: 900}
attract_background: {image: pictures/port.png}
map: trade
"""
GROUND = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"name": name, "name_zh": "区"},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[x, 29], [x + 1, 29], [x + 1, 30], [x, 30], [x, 29]]],
            },
        }
        for x, name in ((106, "West"), (107, "East"))
    ],
}
MAP = """\
name: {en: Map, zh: 地图}
group: one
slides:
  - id: ground
    layout: chart
    title: {en: Where, zh: 何处}
    chart:
      kind: map
      title: {en: Trade, zh: 进出口}
      table: {columns: [place, value, longitude, latitude], rows: [[West, 3, 106.5, 29.5], [East, 5, 107.5, 29.5]]}
      unit: billion CNY
      options: {ground: ground.geojson, longitude: longitude, latitude: latitude}
      sources: [bureau]
"""


@cache
def decks() -> list[Files]:
    """A deck with everything in it, and small ones with a chart of each kind."""
    whole = {name: text.encode() for name, text in FILES.items()}
    whole["deck.yaml"] += MORE.encode()
    whole["adviser.yaml"] = ADVISER.encode()
    for name, suits in SUITS.items():
        whole[name] += suits.encode()
    whole["map.yaml"] = MAP.encode()
    whole["ground.geojson"] = json.dumps(GROUND).encode()
    whole["themes/own.yaml"] = THEME.read_bytes()
    whole["pictures/port.png"] = tiny_png(16, 9)
    return [whole, *_of_each_kind()]


def _of_each_kind() -> list[Files]:
    """The first slides of every file of the gallery that need no map."""
    found = []
    beside = {name: (GALLERY / name).read_bytes() for name in ("deck.yaml", "sources.yaml")}
    for path in sorted(GALLERY.glob("*.yaml")):
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
        if path.name in beside or "geojson" in str(raw):
            continue
        slides = raw["slides"][:2]
        tables = re.findall(r"'table': '([\w.-]+)'", str(slides))
        files = {name: (GALLERY / name).read_bytes() for name in tables if (GALLERY / name).stat().st_size < 20_000}
        text = yaml.safe_dump(raw | {"slides": slides}, allow_unicode=True, sort_keys=False)
        found.append({**beside, path.name: text.encode(), **files})
    return found


@cache
def tables() -> list[tuple[str, bytes]]:
    """Tables with their endings: as text in several hands, and a workbook."""
    trade = FILES["trade.csv"]
    rows: dict[int, dict[str, object]] = {
        1: {"A": "year", "B": "value", "C": "note"},
        2: {"A": ("day", 43831), "B": 1234.5, "C": "first & <last>"},
        3: {"A": "2020", "B": ("error", "#N/A"), "C": True},
        4: {"A": 2021, "B": -3},
    }
    sound = {1: {"A": "year", "B": "value"}, 2: {"A": 2020, "B": 1}, 3: {"A": 2021, "B": 2.5}}
    return [
        (".csv", trade.encode()),
        (".csv", trade.encode("utf-8-sig").replace(b"\n", b"\r\n")),
        (".csv", '"a ""b"";c";x\n"1,5";"2"\n1.234,5;3\n'.encode("utf-16")),
        (".csv", "年份,数值\n2020,１２\n2021,约3\n".encode("gb18030")),
        (".tsv", trade.replace(",", "\t").encode()),
        (".xlsx", book(Trade=sheet(rows, ("D1:D2",)))),
        (".xlsx", book(Trade=sheet(sound), More=sheet(rows))),
    ]


@cache
def pictures() -> list[tuple[str, bytes]]:
    """Pictures with their endings, in the ways that programs save them."""
    image = Image.effect_mandelbrot((120, 80), (-2, -1, 1, 1), 40)
    colour = Image.merge("RGB", (image, image.rotate(90).resize(image.size), image))
    clear = colour.copy()
    clear.putalpha(image)
    ways = [
        (".png", colour, {}),
        (".png", clear, {}),
        (".png", colour.quantize(16), {}),
        (".png", image.convert("I;16"), {}),
        (".png", image.convert("1"), {}),
        (".jpg", colour, {}),
        (".jpg", colour, {"progressive": True}),
        (".jpg", image, {"exif": b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"}),
        (".jpeg", colour.convert("CMYK"), {}),
        (".webp", colour, {}),
        (".webp", clear, {"lossless": True}),
        (".webp", colour, {"save_all": True, "append_images": [clear.convert("RGB")], "duration": 50}),
    ]
    kinds = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}
    found = []
    for ending, picture, how in ways:
        file = io.BytesIO()
        picture.save(file, kinds[ending], **how)
        found.append((ending, file.getvalue()))
    return found

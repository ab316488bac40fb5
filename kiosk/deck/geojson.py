"""GeoJSON as map programs write it -> the features of a geography."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kiosk.deck.borders import Line, centre, closed, signed_area, simplified
from kiosk.deck.files import MIB, read_text, refuse_unshowable
from kiosk.deck.geography import Feature, Position, Shape, packed
from kiosk.deck.problems import DeckError, Fault, quoted
from kiosk.deck.values import EVERY_LANGUAGE, Words
from kiosk.sentences import listed, sentence

LARGEST: Final = 8 * MIB
MOST_FEATURES: Final = 2_000
MOST_POINTS: Final = 100_000
LONGEST_NAME: Final = 200
MOST_FAULTS: Final = 10
"""Of one file; the rest is seldom another mistake."""
FINEST: Final = 7680
"""Steps along the longer side of a map: half a pixel of a 4K screen. What is finer is left out."""

_DEPTHS: Final[dict[str, tuple[Shape, int]]] = {
    "Point": ("place", 0),
    "LineString": ("line", 1),
    "MultiLineString": ("line", 2),
    "Polygon": ("area", 2),
    "MultiPolygon": ("area", 3),
}
"""What a geometry is to a map, and how deep in lists its positions stand."""
_LEAST: Final[dict[Shape, int]] = {"place": 1, "line": 2, "area": 4}
"""Positions of a part."""
_DECIMALS: Final = 5
"""Of a degree: about a metre, so that corners that two areas share are one."""


def read_features(path: Path, name: str, languages: tuple[str, ...]) -> tuple[Feature, ...]:
    """The features in a GeoJSON file. Raises DeckError, naming the file, where it is not sound."""
    if path.suffix.lower() not in {".geojson", ".json"}:
        raise DeckError(sentence("{name} is not a map that Kiosk reads: save it as GeoJSON", name=quoted(name)))
    try:
        return _features(_parsed(read_text(path, LARGEST)), languages)
    except DeckError as wrong:
        faults = wrong.faults[:MOST_FAULTS]
        raise DeckError(*(Fault(f.message, file=name, line=f.line or 1, column=f.column) for f in faults)) from None


def _parsed(text: str) -> Any:
    def refuse(word: str) -> None:
        raise DeckError(
            sentence("the file has {word} in it where a number is wanted: export it again", word=quoted(word))
        )

    try:
        return json.loads(text, parse_constant=refuse)
    except json.JSONDecodeError as error:
        message = sentence("this is not valid JSON ({msg}): export the file again as GeoJSON", msg=error.msg)
        raise DeckError(Fault(message, line=error.lineno, column=error.colno)) from None
    except RecursionError:
        raise DeckError(sentence("lists are nested too deep in this file: it cannot be a map")) from None
    except DeckError:
        raise
    except ValueError:
        raise DeckError(sentence("the file has a number with too many digits: it cannot be a map")) from None


def _features(data: Any, languages: tuple[str, ...]) -> tuple[Feature, ...]:
    listed = _listed(data)
    if len(listed) > MOST_FEATURES:
        raise DeckError(
            sentence(
                "the file has {count:,} features, {most_features:,} are the most",
                count=len(listed),
                most_features=MOST_FEATURES,
            )
        )
    reader = _Reader(languages)
    found = [raw for at, each in enumerate(listed) if (raw := reader.feature(each, at))]
    if reader.faults:
        raise DeckError(*reader.faults)
    if not found:
        raise DeckError(sentence("the file has no areas, lines or places in it"))
    parts_of_the_whole = [raw for raw in found if not raw.is_outline]
    has_areas = any(raw.shape == "area" for raw in parts_of_the_whole)
    return _finished(parts_of_the_whole if has_areas else found)


def _listed(data: Any) -> list[Any]:
    """The features of a file, whichever way it holds them."""
    kind = data.get("type") if isinstance(data, dict) else None
    if kind == "FeatureCollection" and isinstance(data.get("features"), list):
        return list(data["features"])
    if kind == "Feature":
        return [data]
    if isinstance(kind, str) and kind in _DEPTHS:
        return [{"type": "Feature", "geometry": data, "properties": {}}]
    if kind == "Topology":
        raise DeckError(sentence("the file is TopoJSON: export it as GeoJSON"))
    raise DeckError(sentence("the file is not GeoJSON: a `FeatureCollection` with a list of `features` is wanted"))


@dataclass(frozen=True, slots=True)
class _Raw:
    """A feature before it is made fit for a screen."""

    shape: Shape
    parts: list[Line]
    holes: list[bool]
    """Which parts of an area are cut out of it."""
    name: Words
    id: str
    is_outline: bool
    """Whether it is the whole of which other areas are parts."""
    label: Position | None
    """Where the file itself says that its name stands."""


class _Reader:
    """Checks features one by one, and keeps what is wrong with them."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        self.faults: list[Fault] = []
        self._languages = languages
        self._points = 0

    def feature(self, raw: Any, at: int) -> _Raw | None:
        """A feature; None, and a fault, where it is not sound."""
        try:
            return self._feature(raw)
        except DeckError as wrong:
            name = raw.get("properties") if isinstance(raw, dict) else None
            name = name.get("name_en", name.get("name")) if isinstance(name, dict) else None
            called = sentence("feature {number}", number=at + 1)
            if isinstance(name, str):
                called = sentence("feature {number} ({name})", number=at + 1, name=quoted(name))
            for fault in wrong.faults:
                self.faults.append(Fault(sentence("{feature} {wrong}", feature=called, wrong=fault.message)))
        if len(self.faults) >= MOST_FAULTS:
            raise DeckError(*self.faults)
        return None

    def _feature(self, raw: Any) -> _Raw:
        if not isinstance(raw, dict) or raw.get("type") != "Feature":
            raise DeckError(sentence("is not a GeoJSON `Feature`"))
        properties = raw.get("properties") or {}
        if not isinstance(properties, dict):
            raise DeckError(sentence("has `properties` that are no keys and values"))
        shape, parts, holes = self._geometry(raw.get("geometry"))
        return _Raw(
            shape=shape,
            parts=parts,
            holes=holes,
            name=self._name(properties),
            id=_text(properties.get("id", raw.get("id")), "id"),
            is_outline=shape == "area" and properties.get("kind") == "outline",
            label=_position(properties["label"]) if "label" in properties else None,
        )

    def _name(self, properties: dict[str, Any]) -> Words:
        texts = []
        for language in self._languages:
            keys = (f"name{mark}{language}" for mark in ":_.-")
            texts += [(language, text) for key in keys if (text := _text(properties.get(key), key))][:1]
        plain = _text(properties.get("name"), "name")
        if plain:
            texts.append((EVERY_LANGUAGE, plain))
        return Words(tuple(texts))

    def _geometry(self, raw: Any) -> tuple[Shape, list[Line], list[bool]]:
        kind = raw.get("type") if isinstance(raw, dict) else None
        if not isinstance(kind, str):
            raise DeckError(sentence("has no geometry"))
        if kind not in _DEPTHS:
            raise DeckError(
                sentence(
                    "is a {kind}, which a map does not show: use {shapes}",
                    kind=quoted(kind),
                    shapes=listed(", ", _DEPTHS),
                )
            )
        shape, depth = _DEPTHS[kind]
        coordinates = raw.get("coordinates")
        parts, holes = [], []
        for at, part in _parts([coordinates] if shape == "place" else coordinates, max(1, depth)):
            self._points += len(part)
            if self._points > MOST_POINTS:
                message = sentence(
                    "brings the file to more than {most_points:,} points: simplify it, for example in mapshaper",
                    most_points=MOST_POINTS,
                )
                raise DeckError(message)
            positions = [_position(each) for each in part]
            if len(positions) < _LEAST[shape]:
                raise DeckError(
                    sentence(
                        "has a part of {count} points, {least} are the least", count=len(positions), least=_LEAST[shape]
                    )
                )
            parts.append(positions)
            holes.append(at > 0)
        if not parts:
            raise DeckError(sentence("has no coordinates"))
        return shape, parts, holes


def _parts(raw: Any, depth: int, at: int = 0) -> Iterator[tuple[int, list[Any]]]:
    """The lists of positions among coordinates, each with its place in the list that it is in."""
    if not isinstance(raw, list):
        raise DeckError(sentence("has coordinates that are no lists of numbers"))
    if depth == 1:
        yield at, raw
        return
    for inner, each in enumerate(raw):
        yield from _parts(each, depth - 1, inner)


def _position(raw: Any) -> Position:
    if not isinstance(raw, list) or len(raw) < 2 or not all(_is_number(each) for each in raw[:2]):  # noqa: PLR2004
        raise DeckError(sentence("has something else where a position is wanted, `[longitude, latitude]` in degrees"))
    if not (-180 <= raw[0] <= 180 and -90 <= raw[1] <= 90):  # noqa: PLR2004 - degrees
        raise DeckError(
            sentence(
                "has the position {position}, which is not on the earth: "
                "export the file in degrees (WGS 84), longitude first",
                position=quoted(raw[:2]),
            )
        )
    return round(float(raw[0]), _DECIMALS), round(float(raw[1]), _DECIMALS)


def _is_number(raw: Any) -> bool:
    return isinstance(raw, int | float) and not isinstance(raw, bool)


def _text(raw: Any, key: str) -> str:
    """A name or an id, as one line."""
    if raw is None:
        return ""
    if not isinstance(raw, str | int | float) or isinstance(raw, bool):
        raise DeckError(sentence("has a {key} that is no text", key=quoted(key)))
    text = " ".join(str(raw).split())
    if len(text) > LONGEST_NAME:
        raise DeckError(
            sentence(
                "has a {key} of {count:,} characters, {longest_name} are the most",
                key=quoted(key),
                count=len(text),
                longest_name=LONGEST_NAME,
            )
        )
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise DeckError(sentence("has a {key} with half a character in it", key=quoted(key)))
    try:
        refuse_unshowable(text)
    except DeckError:
        raise DeckError(sentence("has a {key} with a control character in it", key=quoted(key))) from None
    return text


def _finished(raws: list[_Raw]) -> tuple[Feature, ...]:
    """Features with what no screen can show left out of their outlines."""
    latitudes = [latitude for raw in raws for part in raw.parts for _, latitude in part]
    narrowing = max(0.01, math.cos(math.radians((min(latitudes) + max(latitudes)) / 2)))
    longitudes = [longitude for raw in raws for part in raw.parts for longitude, _ in part]
    size = max((max(longitudes) - min(longitudes)) * narrowing, max(latitudes) - min(latitudes))
    outlines = [
        closed(part) if raw.shape == "area" else part for raw in raws if raw.shape != "place" for part in raw.parts
    ]
    parts = iter(simplified(outlines, size / FINEST, narrowing))
    return tuple(_feature(raw, raw.parts if raw.shape == "place" else [next(parts) for _ in raw.parts]) for raw in raws)


def _feature(raw: _Raw, parts: list[Line]) -> Feature:
    if raw.shape == "area":
        pairs = zip(parts, raw.holes, strict=True)
        parts = [part[::-1] if (signed_area(part) < 0) != is_hole else part for part, is_hole in pairs]
        label = centre(max(parts, key=signed_area))
    else:
        longest = max(parts, key=len)
        label = longest[len(longest) // 2]
    return Feature(raw.shape, raw.id, raw.name, tuple(packed(part) for part in parts), raw.label or label)

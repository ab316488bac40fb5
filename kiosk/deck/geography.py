"""Shapes of the earth that a map is drawn on: areas, lines and places of a GeoJSON file, ready for a screen."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self

from kiosk.deck.digests import name_of
from kiosk.deck.entry import FromFile
from kiosk.deck.problems import DeckError, Fault
from kiosk.deck.records import record
from kiosk.deck.values import Words
from kiosk.sentences import sentence

if TYPE_CHECKING:
    from kiosk.deck.reading import Reading

Position = tuple[float, float]
"""Longitude and latitude in degrees (WGS 84)."""
Bounds = tuple[float, float, float, float]
"""West, south, east and north in degrees."""
Shape = Literal["area", "line", "place"]

_SIDES = (sentence("west"), sentence("south"), sentence("east"), sentence("north"))
_FURTHEST = (180, 90, 180, 90)


@record
class Feature:
    """One area, line or place, with its names."""

    shape: Shape
    id: str
    """"" without one."""
    name: Words
    parts: tuple[bytes, ...]
    """Rings of an area, outer ones counterclockwise and holes clockwise, each closed; lines; or the place's position.

    Longitudes and latitudes in turn, as 32-bit floats: a deck of maps opens fast.
    """
    label: Position
    """Where its name stands."""

    def positions(self) -> list[list[Position]]:
        """Its parts as positions."""
        numbers = [array("f", part) for part in self.parts]
        return [list(zip(part[::2], part[1::2], strict=True)) for part in numbers]

    def is_called(self, name: str) -> bool:
        """Whether something is its id or one of its names."""
        return bool(name) and (name == self.id or any(name == text for _, text in self.name.texts))


def packed(positions: list[Position]) -> bytes:
    """Positions as a feature keeps them."""
    return array("f", [degrees for position in positions for degrees in position]).tobytes()


@record
class Geography(FromFile):
    """What a GeoJSON file shows. Two are the same where their content is."""

    NOTATION: ClassVar[dict[str, Any]] = {"type": "string", "pattern": r"\.(geojson|json)$"}

    name: str
    """The file's name as the slide file gives it."""
    features: tuple[Feature, ...]
    bounds: Bounds
    digest: str
    """Of everything in it."""

    @classmethod
    def of(cls, name: str, features: tuple[Feature, ...]) -> Self:
        """The geography of some features."""
        corners = [position for feature in features for part in feature.positions() for position in part]
        longitudes, latitudes = zip(*corners, strict=True)
        bounds = (min(longitudes), min(latitudes), max(longitudes), max(latitudes))
        said: list[bytes] = []
        for feature in features:
            said.append(f"{feature.shape} {feature.id} {feature.name.texts} {feature.label}".encode())
            said += feature.parts
        return cls(name, features, bounds, name_of(b"|".join(said)))

    def of_shape(self, shape: Shape) -> tuple[Feature, ...]:
        """Its features of one shape, in the file's order."""
        return tuple(feature for feature in self.features if feature.shape == shape)

    def called(self, name: str, *shapes: Shape) -> Feature | None:
        """The feature of one of some shapes with an id or a name; None without one."""
        return next((each for each in self.features if each.shape in shapes and each.is_called(name)), None)

    @classmethod
    def read(cls, raw: Any, reading: Reading) -> Self:
        """The shapes in a file of the deck's folder. Raises DeckError where it is not there or not sound."""
        if not isinstance(raw, str):
            raise DeckError(sentence("the name of a GeoJSON file is wanted here, such as `city.geojson`"))
        return cls.of(raw, reading.features(raw))

    def __repr__(self) -> str:
        return f"Geography({self.digest})"


@record
class Inset(FromFile):
    """A part of a map that is shown enlarged.

    In a slide file a box in degrees, `[west, south, east, north]`, or a GeoJSON file with finer shapes of that part.
    """

    NOTATION: ClassVar[dict[str, Any]] = {
        "anyOf": [Geography.NOTATION, {"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 4}]
    }

    bounds: Bounds
    ground: Geography | None = None
    """None where the map's own shapes are shown."""

    @classmethod
    def read(cls, raw: Any, reading: Reading) -> Self:
        """A box, or the bounds of a file's shapes. Raises DeckError where it is neither, or encloses nothing."""
        if isinstance(raw, str):
            ground = Geography.read(raw, reading)
            return cls(ground.bounds, ground)
        return cls(_bounds(raw))


def _bounds(raw: Any) -> Bounds:
    if not isinstance(raw, list) or len(raw) != len(_SIDES) or not all(isinstance(each, int | float) for each in raw):
        raise DeckError(
            sentence("a box `[west, south, east, north]` in degrees is wanted here, or the name of a GeoJSON file")
        )
    west, south, east, north = (float(each) for each in raw)
    for at, (side, degrees, most) in enumerate(zip(_SIDES, (west, south, east, north), _FURTHEST, strict=True)):
        if not -most <= degrees <= most:
            raise DeckError(
                Fault(
                    sentence(
                        "the {side} is {degrees:g}: it must be between {least} and {most} degrees",
                        side=side,
                        degrees=degrees,
                        least=-most,
                        most=most,
                    ),
                    (at,),
                )
            )
    if west >= east or south >= north:
        raise DeckError(sentence("the box encloses nothing: write it as `[west, south, east, north]`, in degrees"))
    return west, south, east, north

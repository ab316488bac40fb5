"""What a map's file shows, for who chooses among several."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any


def names_in(content: bytes, language: str) -> list[str]:
    """The names of a GeoJSON file's shapes in a language, or in another; none where it cannot be read."""
    with suppress(ValueError, RecursionError):
        data = json.loads(content)
        features = data.get("features") if isinstance(data, dict) else None
        return list(_names(features if isinstance(features, list) else [], language))
    return []


def _names(features: list[Any], language: str) -> Iterator[str]:
    for feature in features:
        own = feature.get("properties") if isinstance(feature, dict) else None
        if isinstance(own, dict):
            keys = (f"name_{language}", f"name:{language}", "name", "name_en", "id")
            name = next((own[key] for key in keys if own.get(key)), "")
            if name:
                yield str(name)

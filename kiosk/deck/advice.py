"""What is not wrong in any one file of a deck, and yet to be looked at: it depends on the day, or on several files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kiosk.deck.load import Loaded
from kiosk.deck.problems import Problem, quoted
from kiosk.deck.staleness import stale_problems
from kiosk.deck.whereabouts import Places
from kiosk.sentences import sentence


def advice(folder: Path, loaded: Loaded, today: date) -> list[Problem]:
    """The figures that are too old on a day, and the groups that lead nowhere in a deck that is sound else."""
    if loaded.deck is None:
        return []
    problems = stale_problems(folder, loaded.deck, today)
    if not loaded.errors:  # else a platform may just have been left out
        problems += _empty_groups(folder, loaded)
    return problems


def _empty_groups(folder: Path, loaded: Loaded) -> Iterator[Problem]:
    """Groups without a platform: the hub has no card for them."""
    assert loaded.deck is not None  # noqa: S101 - `advice` has looked
    places = Places(folder, loaded.deck)
    used = {platform.group for platform in loaded.deck.platforms if platform.slides}
    for at, group in enumerate(loaded.deck.groups):
        if group.id not in used:
            path, mark = places.key(("groups", at))
            message = sentence("no platform is in the group {id}: visitors do not see it", id=quoted(group.id))
            yield Problem(path, mark.line, mark.column, "warning", message)

"""What a crowd does to a booth, one action after the other, each decided by the seed and its number alone.

An action is a generator: it does something at each step, and Qt's loop turns between two steps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Final

from PySide6.QtCore import QPoint, Qt

from kiosk.glass import PALM
from kiosk.soak.subject import Subject

Action = Callable[[Subject, Random], Iterator[str]]
"""Yields what it does, in words, once for each turn of the loop."""

_LONG_MS: Final = 20_000
"""More than the question waits for an answer, twice over with the next one."""


def chance(seed: int, number: int) -> Random:
    """What decides the action of that number."""
    return Random(f"{seed}:{number}")  # noqa: S311 - a repeatable one is wanted


def draw(chance: Random) -> Action:
    """The kind of an action."""
    return chance.choices(list(_SHARES), list(_SHARES.values()))[0]


def _point(subject: Subject, chance: Random) -> QPoint:
    """Anywhere on the glass; one in five on an edge, some of these in a corner."""
    size = subject.booth.window.size()
    x, y = chance.randrange(size.width()), chance.randrange(size.height())
    edge = chance.random()
    if edge < 0.2:  # noqa: PLR2004 - as the docstring says
        x = chance.choice((0, size.width() - 1))
    if edge < 0.05 or 0.2 <= edge < 0.25:  # noqa: PLR2004 - a corner, or an upper or lower edge
        y = chance.choice((0, size.height() - 1))
    return QPoint(x, y)


def _tap_target(subject: Subject, chance: Random) -> Iterator[str]:
    which = chance.random()
    found = subject.targets()
    if not found:
        yield from _tap(subject, chance)
        return
    target = found[int(which * len(found))]
    at = target.felt.center().toPoint()
    subject.glass.tap(at)
    yield f"tap {target.item.objectName() or 'a target'} at {at.x()},{at.y()}"


def _tap(subject: Subject, chance: Random) -> Iterator[str]:
    at = _point(subject, chance)
    subject.glass.tap(at)
    yield f"tap {at.x()},{at.y()}"


def _drum(subject: Subject, chance: Random) -> Iterator[str]:
    """The same place again and again, as a child does."""
    at = _point(subject, chance)
    for _ in range(chance.randint(2, 5)):
        subject.glass.tap(at)
    yield f"drum {at.x()},{at.y()}"


def _drag(subject: Subject, chance: Random) -> Iterator[str]:
    yield from _stroke(subject, chance, _point(subject, chance), steps=chance.randint(3, 8), lingers=True)


def _flick(subject: Subject, chance: Random) -> Iterator[str]:
    start = _point(subject, chance)
    by = chance.choice((-1, 1)) * chance.randint(80, 600)
    end = start + (QPoint(by, chance.randint(-30, 30)) if chance.random() < 0.7 else QPoint(0, by))  # noqa: PLR2004
    yield from _stroke(subject, chance, end, steps=3, start=start)


def _stroke(
    subject: Subject, chance: Random, end: QPoint, *, steps: int, start: QPoint | None = None, lingers: bool = False
) -> Iterator[str]:
    start = _point(subject, chance) if start is None else start
    said = f"drag {start.x()},{start.y()} to {end.x()},{end.y()} in {steps}"
    subject.glass.press({0: start})
    for step in range(1, steps + 1):
        subject.glass.move({0: start + (end - start) * (step / steps)})
        if lingers and step == steps // 2:
            yield said
    subject.glass.lift(0)
    yield said


def _fingers(subject: Subject, chance: Random) -> Iterator[str]:
    """Two to five fingers: together or apart, or wherever they go."""
    middle, count = _point(subject, chance), chance.choice((2, 2, 2, 3, 4, 5))
    spread, grows = chance.randint(60, 250), chance.uniform(0.3, 3.0)
    ways = [QPoint(chance.randint(-spread, spread), chance.randint(-spread, spread)) for _ in range(count)]
    said = f"{count} fingers at {middle.x()},{middle.y()} spread {spread} times {grows:.2f}"
    subject.glass.press({finger: middle + way for finger, way in enumerate(ways)})
    for step in range(1, 5):
        by = 1 + (grows - 1) * step / 4
        subject.glass.move({finger: middle + way * by for finger, way in enumerate(ways)})
        if step == 2:  # noqa: PLR2004 - half way
            yield said
    if chance.random() < 0.3:  # noqa: PLR2004 - one after the other
        for finger in chance.sample(range(count), count):
            subject.glass.lift(finger)
    else:
        subject.glass.lift(*range(count))
    yield said


def _palm(subject: Subject, chance: Random) -> Iterator[str]:
    """A palm comes to rest, or is taken away."""
    if subject.glass.palm_rests:
        subject.glass.lift(PALM)
        yield "the palm is lifted"
    else:
        at = _point(subject, chance)
        subject.glass.press({PALM: at})
        yield f"a palm rests at {at.x()},{at.y()}"


def _cancelled(subject: Subject, chance: Random) -> Iterator[str]:
    """Fingers that the system takes away amid a gesture."""
    start, end = _point(subject, chance), _point(subject, chance)
    subject.glass.press({0: start})
    subject.glass.move({0: (start + end) / 2})
    if chance.random() < 0.5:  # noqa: PLR2004 - one or two
        subject.glass.press({1: end})
    subject.glass.cancel()
    yield f"a touch from {start.x()},{start.y()} is cancelled"


def _key(subject: Subject, chance: Random) -> Iterator[str]:
    known = chance.random() < 0.6  # noqa: PLR2004 - the rest is nonsense
    key = chance.choice(_KEYS if known else _NONSENSE)
    none = Qt.KeyboardModifier.NoModifier
    modifiers = none if chance.random() < 0.6 else chance.choice(_MODIFIERS)  # noqa: PLR2004
    subject.glass.key(key, modifiers)
    yield f"key {modifiers.name} {key.name}"


def _language(subject: Subject, _: Random) -> Iterator[str]:
    subject.glass.key(Qt.Key.Key_L, Qt.KeyboardModifier.NoModifier)
    yield "the next language"


def _idle(subject: Subject, chance: Random) -> Iterator[str]:
    """Nobody is there for a while: the question, and often the return to the loop."""
    for _ in range(chance.randint(3, 12)):
        subject.wait(_LONG_MS)
        yield "nobody touches"


def _resize(subject: Subject, chance: Random) -> Iterator[str]:
    """Another size, or the screen turned; and back again."""
    size = chance.choice(subject.sizes[1:])
    for wanted in (size, subject.size):
        subject.booth.window.resize(wanted)
        yield f"{wanted.width()}x{wanted.height()}"
        yield from _tap_target(subject, chance)


def _reload(subject: Subject, _: Random) -> Iterator[str]:
    subject.reload()
    yield "the deck is read anew"


def _reopen(subject: Subject, _: Random) -> Iterator[str]:
    subject.reopen()
    yield "the booth is opened anew"


_SHARES: Final[dict[Action, float]] = {
    _tap_target: 27.0,
    _tap: 25.0,
    _drum: 2.0,
    _drag: 13.0,
    _flick: 14.0,
    _fingers: 5.0,
    _palm: 1.5,
    _cancelled: 2.5,
    _key: 8.0,
    _language: 1.0,
    _idle: 0.7,
    _resize: 0.2,
    _reload: 0.08,
    _reopen: 0.02,
}
"""How often each happens, in percent."""

_KEYS: Final = (
    Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp,
    Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Escape,
    Qt.Key.Key_N, Qt.Key.Key_P, Qt.Key.Key_L, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_7, Qt.Key.Key_9,
)  # fmt: skip
_NONSENSE: Final = (
    Qt.Key.Key_F4, Qt.Key.Key_F11, Qt.Key.Key_F5, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Menu, Qt.Key.Key_Q,
    Qt.Key.Key_Print, Qt.Key.Key_Delete, Qt.Key.Key_Super_L, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_0,
    Qt.Key.Key_3, Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_Z, Qt.Key.Key_Insert, Qt.Key.Key_Back,
)  # fmt: skip
_MODIFIER: Final = Qt.KeyboardModifier
_MODIFIERS: Final = (
    _MODIFIER.ShiftModifier,
    _MODIFIER.ControlModifier,
    _MODIFIER.AltModifier,
    _MODIFIER.MetaModifier,
    _MODIFIER.ControlModifier | _MODIFIER.AltModifier,
)

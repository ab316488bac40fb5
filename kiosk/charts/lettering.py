"""Letters in Kiosk's own fonts: how wide a text is, where it breaks, how large it may be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal

from matplotlib.font_manager import FontProperties, get_font
from matplotlib.ft2font import LoadFlags

from kiosk.places import FONTS

Weight = Literal["Regular", "Medium", "Bold"]

CAPITALS: Final = 0.733
"""Height of capitals and digits, as a part of the size."""
ASCENT: Final = 0.88
"""Height of the tallest letters and of Chinese characters above the baseline, as a part of the size."""
DESCENT: Final = 0.22
LEADING: Final = 1.28
"""From one baseline to the next, as a part of the size."""

_NARROWEST: Final = 3.2
"""Below this multiple of its size a text is not broken into lines: two letters each would be no reading."""
_STEPS: Final = 6
"""Sizes that are tried below the largest one."""
_MEASURED_AT: Final = 64
_NO_BREAK_BEFORE: Final = frozenset("，。、；：？！）》」』%…)],.;:!?·年月日")


@dataclass(frozen=True, slots=True)
class Block:
    """A text as it will stand: its lines, and the size that they fit at."""

    lines: tuple[str, ...]
    size: float
    weight: Weight = "Regular"

    @property
    def width(self) -> float:
        """Of the longest line."""
        return max((width_of(line, self.size, self.weight) for line in self.lines), default=0.0)

    @property
    def height(self) -> float:
        """From the top of the first line's capitals to the last line's baseline."""
        return self.size * (CAPITALS + LEADING * (len(self.lines) - 1)) if self.lines else 0.0


@cache
def font(weight: Weight, size: float) -> FontProperties:
    """A font of the size in logical pixels."""
    return FontProperties(fname=str(FONTS / f"NotoSansSC-{weight}.ttf"), size=size)


@lru_cache(maxsize=4096)
def _measured(text: str, weight: Weight) -> float:
    letters = get_font(str(FONTS / f"NotoSansSC-{weight}.ttf"))
    letters.set_size(_MEASURED_AT, 72)
    letters.set_text(text, 0.0, flags=LoadFlags.NO_HINTING)  # as the canvas writes
    width: float = letters.get_width_height()[0] / 64 / _MEASURED_AT
    return width


def width_of(text: str, size: float, weight: Weight = "Regular") -> float:
    """A text's width in logical pixels."""
    return _measured(text, weight) * size


def largest(texts: Iterable[str], width: float, sizes: tuple[float, float], weight: Weight = "Regular") -> float:
    """The largest size between `sizes` (smallest, largest) at which every text fits a width; the smallest if none."""
    widest = max((_measured(text, weight) for text in texts), default=0.0)
    low, high = sizes
    return min(high, max(low, width / widest)) if widest else high


def cut(text: str, width: float, size: float, weight: Weight = "Regular") -> str:
    """The text as far as it fits a width, with an ellipsis where it was cut."""
    if width_of(text, size, weight) <= width:
        return text
    kept = 0
    while kept < len(text) and width_of(text[: kept + 1] + "…", size, weight) <= width:
        kept += 1
    return text[:kept].rstrip() + "…"


def wrapped(text: str, width: float, size: float, lines: int, weight: Weight = "Regular") -> tuple[str, ...]:
    """A text in at most so many lines of a width; the last one is cut where more would be needed."""
    done: list[str] = []
    line = ""
    for piece in _pieces(text):
        if not line or width_of((line + piece).rstrip(), size, weight) <= width or len(done) + 1 == lines:
            line += piece
        else:
            done.append(line.rstrip())
            line = piece
    return tuple(cut(part, width, size, weight) for part in [*done, line.rstrip()] if part)


def fitted(text: str, width: float, sizes: tuple[float, float], lines: int = 2, weight: Weight = "Regular") -> Block:
    """A text in a width: in one line from the largest down to the smallest size, else in more lines at the smallest."""
    size = largest([text], width, sizes, weight)
    if width_of(text, size, weight) <= width:
        return Block((text,) if text else (), size, weight)
    return Block(_balanced(text, width, size, lines, weight), size, weight)


def whole(
    text: str, width: float, height: float, sizes: tuple[float, float], lines: int = 3, weight: Weight = "Regular"
) -> Block | None:
    """A text uncut in a width and a height, as large as it fits between `sizes`; None where the smallest does not."""
    low, high = sizes
    for step in range(_STEPS + 1):
        size = high + (low - high) * step / _STEPS
        for count in range(1, lines + 1):
            block = Block(wrapped(text, width, size, count, weight), size, weight)
            if block.height > height or (count > 1 and width < _NARROWEST * size):
                break
            if block.width <= width and _uncut(block.lines) == _uncut([text]):
                return Block(_balanced(text, width, size, count, weight), size, weight)
    return None


def _uncut(lines: Iterable[str]) -> str:
    """What lines say, wherever they break."""
    return "".join(lines).replace(" ", "")


def filling(text: str, width: float, sizes: tuple[float, float], lines: int, weight: Weight = "Regular") -> Block:
    """A text in a width, as large as it can be whole in so many lines; cut at the smallest size where it cannot."""
    small, large = sizes
    steps = [large, large - (large - small) / 2, small] if large > small else [small]
    for size in steps:
        block = Block(_balanced(text, width, size, lines, weight), size, weight)
        if block.width <= width and is_whole(text, block):
            break
    return block


def is_whole(text: str, block: Block) -> bool:
    """Whether a block has all of a text."""
    return "".join(block.lines).replace(" ", "") == text.replace(" ", "")


def _balanced(text: str, width: float, size: float, lines: int, weight: Weight) -> tuple[str, ...]:
    """Wrapped with lines of about one length, so that no word stands alone on the last one."""
    best = wrapped(text, width, size, lines, weight)
    for part in (0.5, 0.6, 0.7, 0.8, 0.9):
        tried = wrapped(text, width * part, size, lines, weight)
        if len(tried) == len(best) and _uncut(tried) == _uncut(best):
            return tried
    return best


def _pieces(text: str) -> list[str]:
    """What may stand on a line of its own: a word with the space after it, a Chinese character."""
    pieces: list[str] = []
    for character in text:
        joins = pieces and not _is_wide(character) and not _is_wide(pieces[-1][-1]) and pieces[-1][-1] != " "
        if pieces and (joins or character in _NO_BREAK_BEFORE or character == " "):
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _is_wide(character: str) -> bool:
    return ord(character) >= 0x2E80  # noqa: PLR2004 - where the East Asian scripts begin

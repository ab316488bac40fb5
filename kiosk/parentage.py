"""How a process ends with the one that started it."""

import sys
from contextlib import suppress
from typing import Final

_DIE_WITH_PARENT: Final = 1
"""prctl(2): a signal when the thread that started this process ends."""
_KILL: Final = 9


def die_with_parent() -> None:
    """Have Linux end this process with its parent even where it hangs by then; nothing elsewhere."""
    if sys.platform == "linux":
        import ctypes

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, _KILL)

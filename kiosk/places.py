"""Where Kiosk's own files are: in a checkout at its top, in an installed wheel beside the package."""

import os
import sys
from pathlib import Path
from typing import cast

_PACKAGE = Path(__file__).parent


def _own_folder(name: str) -> Path:
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


ASSETS = _own_folder("assets")
FONTS = ASSETS / "fonts"
FAMILY = "Noto Sans SC Common"
"""What everything is set in; a character that it lacks comes from Noto Sans SC, which is read only then."""
CHINESE_WORDS = ASSETS / "pinyin" / "words.txt"
"""By their Pinyin, with how often each is written; `tests/tools/pinyin_table.py` makes it, and says what a line has."""
SAMPLE_DECK = _own_folder("slides")


def cache_folder() -> Path:
    """The folder for what can be made again: drawn charts, compiled decks. `KIOSK_CACHE` names another one."""
    return _named("KIOSK_CACHE") or _users("cache", "XDG_CACHE_HOME", ".cache")


def state_folder() -> Path:
    """The folder for what must survive: visits, reports, locks. `KIOSK_STATE` names another one."""
    return _named("KIOSK_STATE") or _users("state", "XDG_STATE_HOME", ".local/state")


def config_file() -> Path:
    """The file of this machine's settings. `KIOSK_CONFIG` names another one."""
    return _named("KIOSK_CONFIG") or _users("config", "XDG_CONFIG_HOME", ".config") / "kiosk.toml"


def _named(variable: str) -> Path | None:
    named = os.environ.get(variable)
    return Path(named) if named else None


def _users(kind: str, variable: str, usual: str) -> Path:
    """Kiosk's folder of a kind among this user's, as platformdirs has it.

    On Linux the XDG Base Directory Specification is all there is to it, and each start asks: a variable's path if it is
    an absolute one, else a folder below the home. To import platformdirs takes 3 % of a start (4 of 150 ms).
    """
    home, path = os.environ.get("HOME", ""), Path(os.environ.get(variable, ""))
    if sys.platform == "linux" and home.startswith("/"):
        return (path if path.is_absolute() else Path(home, usual)) / "kiosk"
    import platformdirs

    return cast("Path", getattr(platformdirs, f"user_{kind}_path")("kiosk", appauthor=False))

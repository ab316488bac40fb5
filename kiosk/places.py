"""Where Kiosk's own files are: in a checkout at its top, in an installed wheel beside the package."""

import os
from pathlib import Path

_PACKAGE = Path(__file__).parent


def _own_folder(name: str) -> Path:
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


ASSETS = _own_folder("assets")
FONTS = ASSETS / "fonts"
FAMILY = "Noto Sans SC Common"
"""What everything is set in; a character that it lacks comes from Noto Sans SC, which is read only then."""
SAMPLE_DECK = _own_folder("slides")


def cache_folder() -> Path:
    """The folder for what can be made again: drawn charts, compiled decks. `KIOSK_CACHE` names another one."""
    if named := os.environ.get("KIOSK_CACHE"):
        return Path(named)
    import platformdirs

    return platformdirs.user_cache_path("kiosk", appauthor=False)


def state_folder() -> Path:
    """The folder for what must survive: visits, reports, locks. `KIOSK_STATE` names another one."""
    if named := os.environ.get("KIOSK_STATE"):
        return Path(named)
    import platformdirs

    return platformdirs.user_state_path("kiosk", appauthor=False)


def config_file() -> Path:
    """The file of this machine's settings. `KIOSK_CONFIG` names another one."""
    if named := os.environ.get("KIOSK_CONFIG"):
        return Path(named)
    import platformdirs

    return platformdirs.user_config_path("kiosk", appauthor=False) / "kiosk.toml"

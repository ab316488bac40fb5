"""Where Kiosk's own files are: in a checkout at its top, in an installed wheel beside the package."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def _own_folder(name: str) -> Path:
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


ASSETS = _own_folder("assets")
FONTS = ASSETS / "fonts"
SAMPLE_DECK = _own_folder("slides")

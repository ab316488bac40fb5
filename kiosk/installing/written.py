"""What was written, and whether it is still as it was: a list of paths and digests, kept as JSON."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from kiosk import __version__, atomic
from kiosk.installing.session import DECK, FILES, HOME, SETTINGS

LIST: Final = f"{HOME}/install.json"
_NEW: Final = ".new"


class UnreadableError(ValueError):
    """There is a list, and it is none of ours; the argument is a sentence."""


@dataclass
class Written:
    """What `install` wrote."""

    files: dict[str, str] = field(default_factory=dict)
    """Paths from the machine's root, and the digest of what was written there."""
    folders: list[str] = field(default_factory=list)
    """Folders that were not there before."""
    display_manager: str = ""
    """The unit of the one that was switched off."""

    @classmethod
    def read(cls, root: Path) -> Written | None:
        """The list of a machine; None where nothing is installed. Raises UnreadableError.

        A path that `install` never writes is refused, whoever put it there: what stands here is deleted by root.
        """
        path = root / LIST[1:]
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
            found = cls(dict(kept["files"]), list(kept["folders"]), str(kept["display_manager"]))
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError) as error:
            raise UnreadableError(f"{path} is not a list that `kiosk install` wrote.") from error
        known = FILES | {DECK, SETTINGS}
        strange = [each for each in found.files if each.removesuffix(_NEW) not in known]
        strange += [each for each in found.folders if not any(one.startswith(f"{each}/") for one in known)]
        if strange:
            raise UnreadableError(f"{path} names what `kiosk install` does not write: {strange[0]}")
        return found

    def keep(self, root: Path) -> None:
        """Write the list. Raises OSError."""
        kept = {"kiosk": __version__, **vars(self)}
        atomic.write(root / LIST[1:], json.dumps(kept, indent=1).encode(), mode=0o644)


def digest(path: Path) -> str:
    """Of a file, a link or a folder with all that is in it; "" where there is nothing."""
    if path.is_symlink():
        return f"link {path.readlink()}"
    if path.is_dir():
        inside = sorted(each for each in path.rglob("*") if not each.is_dir())
        listed = "".join(f"{each.relative_to(path).as_posix()}\0{digest(each)}\0" for each in inside)
        return f"folder {hashlib.sha256(listed.encode()).hexdigest()}"
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""

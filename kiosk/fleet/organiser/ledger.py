"""What a roll-out has done so far, on the disk: whoever comes after a crash can take it back."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final, Literal

from kiosk import atomic

FOLDER: Final = "_rollout"
"""No booth can be called so."""
_FILE: Final = "rollout.json"
State = Literal["asked", "has it", "back"]


@dataclass
class Entry:
    """One booth in a roll-out."""

    before: str
    """The hash of its deck before."""
    after: str = ""
    """That of its deck afterwards, as the booth told it."""
    state: State = "asked"


@dataclass
class Ledger:
    """The last roll-out of this machine."""

    folder: Path
    name: str = ""
    """The packed deck's file."""
    sha256: str = ""
    booths: dict[str, Entry] = field(default_factory=dict)

    def save(self) -> None:
        """Have it on the disk. Raises OSError."""
        said = {
            "name": self.name,
            "sha256": self.sha256,
            "booths": {booth: asdict(entry) for booth, entry in self.booths.items()},
        }
        atomic.write(self.folder / _FILE, json.dumps(said, indent=1).encode(), mode=0o600)

    def ask(self, booths: dict[str, str]) -> None:
        """Note which booths are going to be asked, and the hashes that they have before. Raises OSError."""
        for booth, before in booths.items():
            self.booths[booth] = Entry(before)
        self.save()

    def note(self, booth: str, state: State, after: str = "") -> None:
        """Note what became of a booth. Raises OSError."""
        entry = self.booths[booth]
        entry.state, entry.after = state, after or entry.after
        self.save()

    @property
    def hashes(self) -> set[str]:
        """The hashes by which booths told that they have this deck."""
        return {entry.after for entry in self.booths.values() if entry.after}

    def has_it(self, booth: str, deck_hash: str) -> bool:
        """Whether a booth of this roll-out that shows a deck with this hash shows the new one."""
        entry = self.booths.get(booth)
        if entry is None or entry.state == "back" or (entry.before and entry.after == entry.before):
            return False  # the last of these had the same deck before: its way back leads elsewhere
        if not deck_hash or not (entry.after or entry.before):
            return entry.state == "has it"
        return deck_hash == entry.after if entry.after else deck_hash != entry.before


def last(folder: Path) -> Ledger:
    """The last roll-out; an empty one where there was none. Raises ValueError where nobody can tell any more."""
    try:
        said = json.loads((folder / _FILE).read_bytes())
        booths = {str(booth): Entry(**entry) for booth, entry in said["booths"].items()}
        return Ledger(folder, str(said["name"]), str(said["sha256"]), booths)
    except FileNotFoundError:
        return Ledger(folder)
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise ValueError(f"{folder / _FILE} cannot be read any more ({error})") from error


def begun(folder: Path, name: str, sha256: str) -> Ledger:
    """The ledger of a roll-out that begins now: what is known of an earlier one of the same file stays in it."""
    try:
        before = last(folder)
    except ValueError:
        before = Ledger(folder)
    return before if before.sha256 == sha256 else Ledger(folder, name, sha256)

"""The files of a deck as they are being edited: what was changed and not saved, undo and redo, and saving.

Files are bytes under their names within the deck's folder; None stands for a file that is not there.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.editing.coding import Coded
from kiosk.editing.saving import save

Content = bytes | None

_MOST: Final = 500
"""Changes that can be taken back."""


@dataclass(slots=True)
class _Change:
    before: dict[str, Content]
    after: dict[str, Content]
    topic: Hashable
    """What was changed; changes of the same that follow one another are one. None for one by itself."""


class Conflict(Exception):  # noqa: N818 - nothing is wrong, somebody has to choose
    """Files that somebody else has changed since they were read."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names
        super().__init__(", ".join(names))


class Session:
    """A deck's files while they are edited. `state` is where versions before a save are kept."""

    def __init__(self, folder: Path, state: Path) -> None:
        self.folder = folder
        self._state = state
        self._disk: dict[str, Content] = {}
        """Each file as it was when it was read or saved last."""
        self._now: dict[str, Content] = {}
        self._done: list[_Change] = []
        self._undone: list[_Change] = []

    def content(self, name: str) -> Content:
        """A file as it would be saved now."""
        if name not in self._now:
            self._disk[name] = self._now[name] = _on_disk(self.folder / name)
        return self._now[name]

    def coded(self, name: str) -> Coded:
        """A text file as it would be saved now; an empty text where it is not there. Raises EditError."""
        return Coded.read(self.content(name) or b"")

    @property
    def changed(self) -> dict[str, Content]:
        """The files that are not as they are on the disk."""
        return {name: now for name, now in self._now.items() if now != self._disk[name]}

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a change that was taken back."""
        return bool(self._undone)

    def base(self, name: str, topic: Hashable) -> Coded:
        """A file as it was before the changes of one topic that were made last: what a further one begins from."""
        if topic is not None and self._done and self._done[-1].topic == topic and name in self._done[-1].before:
            return Coded.read(self._done[-1].before[name] or b"")
        return self.coded(name)

    def change(self, contents: Mapping[str, Content], topic: Hashable = None) -> bool:
        """Have files say something else; whether any does. With a topic, it is one change with those before of it."""
        before = {name: self.content(name) for name in contents}
        follows = topic is not None and self._done and self._done[-1].topic == topic
        if not follows and all(before[name] == content for name, content in contents.items()):
            return False
        self._now.update(contents)
        self._undone.clear()
        if follows:
            last = self._done[-1]
            last.before = before | last.before
            last.after.update(contents)
            if last.before == last.after:
                self._done.pop()
        else:
            self._done.append(_Change(before, dict(contents), topic))
            del self._done[:-_MOST]
        return True

    def pause(self) -> None:
        """What is changed from now on is a change of its own."""
        if self._done:
            self._done[-1].topic = None

    def undo(self) -> tuple[str, ...]:
        """Take the last change back; the files that it was about."""
        if not self._done:
            return ()
        change = self._done.pop()
        change.topic = None
        self._undone.append(change)
        self._now.update(change.before)
        return tuple(change.before)

    def redo(self) -> tuple[str, ...]:
        """Make the change again that was taken back last; the files that it is about."""
        if not self._undone:
            return ()
        change = self._undone.pop()
        self._done.append(change)
        self._now.update(change.after)
        return tuple(change.after)

    def save(self) -> tuple[str, ...]:
        """Write every changed file, all of them or, if the machine fails, so that the rest can be written later.

        The names of the files. Raises Conflict where somebody else has changed one of them, and OSError.
        """
        self.pause()
        changed = self.changed
        if not changed:
            return ()
        theirs = tuple(name for name in changed if _on_disk(self.folder / name) != self._disk[name])
        if theirs:
            raise Conflict(theirs)
        save(self.folder, self._state, {name: self._disk[name] for name in changed}, changed)
        self._disk.update(changed)
        return tuple(changed)

    def take_theirs(self, names: tuple[str, ...]) -> None:
        """Have files as somebody else has changed them; what was changed in them here can be had back by undo."""
        theirs = {name: _on_disk(self.folder / name) for name in names}
        self.change(theirs)
        self._disk.update(theirs)

    def keep_ours(self, names: tuple[str, ...]) -> None:
        """Have the next save write over what somebody else has changed."""
        self._disk.update({name: _on_disk(self.folder / name) for name in names})

    def look(self) -> tuple[str, ...]:
        """Take what others have changed in files that nothing was changed in here; those files."""
        found = []
        for name, now in list(self._now.items()):
            if now == self._disk[name] and (theirs := _on_disk(self.folder / name)) != now:
                self._disk[name] = self._now[name] = theirs
                found.append(name)
        return tuple(found)


def _on_disk(path: Path) -> Content:
    with suppress(FileNotFoundError):
        return path.read_bytes()
    return None

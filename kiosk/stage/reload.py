"""Shows what an operator changes in a deck's files while the booth runs: at once, in place, and only what is sound."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.deck.compiled import fingerprint
from kiosk.deck.load import Loaded
from kiosk.session.voice import Voice, Word
from kiosk.sparing import tell
from kiosk.stage.app import Booth
from kiosk.stage.folderwatch import FolderWatch

if TYPE_CHECKING:
    from kiosk.deck.aside import Answer, Aside

_PATIENCE: Final = 10
"""So often files are read again that were changed meanwhile; then they are taken as they are."""

KEPT: Final = "kiosk: The deck was changed and has errors: the version before them stays on the screen."
MENDED: Final = "kiosk: The deck is sound again, and on the screen."
UNREAD: Final = "kiosk: The deck could not be read again, and stays on the screen as it is: {}"


class Reload(QObject):
    """Reads the deck of a booth again whenever its files have changed, or somebody asks.

    `loaded` is what the booth shows and `name` its fingerprint; the compiled forms are kept in the folder `cache`.
    `suit` makes what was loaded into what this machine shows.
    """

    read = Signal()
    """The files were read again: `loaded` is their last version, whether or not it is on the screen."""
    _answered = Signal(object)

    def __init__(
        self,
        booth: Booth,
        folder: Path,
        cache: Path,
        loaded: Loaded,
        name: str,
        suit: Callable[[Loaded], Loaded],
        voice: Voice,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._suits = [suit]
        self._booth, self._folder, self._voice = booth, folder, voice
        self._shown = self._name = name
        """The fingerprints of what is on the screen, and of what was read last."""
        self._accepted = _errors(loaded)
        self.loaded = loaded
        self.wrong = ""
        """Why what was read last is not on the screen; "" where it is."""
        self._told = {str(problem) for problem in loaded.problems}
        self._asking = self._keeps = False
        self._tries = 0
        self._cache = cache
        self._aside: Aside | None = None
        self._answered.connect(self._take)
        self._watch = FolderWatch(folder, self)
        self._watch.stirred.connect(self._stirred)
        self._watch.changed.connect(self._look)
        self._watch.stir_quietly()

    @property
    def busy(self) -> bool:
        """Whether the files are being read, or looked at for changes."""
        return self._asking or self._watch.waits

    def then(self, suit: Callable[[Loaded], Loaded]) -> None:
        """What else makes what was loaded into what is shown."""
        self._suits.append(suit)

    @Slot()
    def ask(self) -> None:
        """Read the files now, whether or not a change of them was noticed."""
        self._read("")

    def _read(self, settled: str) -> None:
        self._asking = True
        self._reader().read(self._hand_over, settled)

    @Slot()
    def _stirred(self) -> None:
        self._reader().warm()

    def _reader(self) -> Aside:
        """What reads the files; most booths' files never change."""
        if self._aside is None:
            from kiosk.deck.aside import Aside

            self._aside = Aside(self._folder, self._cache, self._name)
        return self._aside

    @Slot()
    def _look(self) -> None:
        settled = fingerprint(self._folder)
        if not self._asking and settled != self._name:
            self._read(settled if self._tries < _PATIENCE else "")

    def _hand_over(self, answer: Answer | str | None) -> None:
        with suppress(RuntimeError):  # the booth closed meanwhile
            self._answered.emit(answer)

    @Slot(object)
    def _take(self, answer: Answer | str | None) -> None:
        self._asking = False
        if answer is None:  # they are being written again
            self._tries += 1
            self._watch.stir()
            return
        self._tries = 0
        self.wrong = ""
        if isinstance(answer, str):
            self.wrong = UNREAD.format(answer)
            tell(self.wrong)
            self._name = fingerprint(self._folder)
        else:
            loaded, self._name = answer
            self._judge(loaded)
        self._voice.say(Word.DECK, self._shown)
        self.read.emit()
        self._watch.stir_quietly()  # it may have changed while it was read

    def _judge(self, loaded: Loaded) -> None:
        """Show a version, unless it has errors that the one on the screen does not have; tell what is new."""
        errors = _errors(loaded)
        is_sound = errors <= self._accepted
        self.loaded = loaded
        lines = [str(problem) for problem in loaded.problems]
        new = [line for line in lines if line not in self._told]
        self._told = set(lines)
        for line in new:
            tell(line)
        if is_sound:
            self._accepted, self._shown = errors, self._name
            for suit in self._suits:
                loaded = suit(loaded)
            self._booth.take(loaded)
            if self._keeps:
                tell(MENDED)
        else:
            self.wrong = KEPT
            if new:
                tell(KEPT)
        self._keeps = not is_sound

    def close(self) -> None:
        """Stop reading."""
        if self._aside:
            self._aside.close()


class Longing(QObject):
    """Has a booth that shows less than its whole deck started again with all of it, once the deck's files change.

    `name` is the fingerprint of the deck that crashed; it may have been changed before this booth opened it.
    """

    def __init__(self, folder: Path, name: str, voice: Voice, parent: QObject) -> None:
        super().__init__(parent)
        self._folder, self._voice, self._name = folder, voice, name
        self._watch = FolderWatch(folder, self)
        self._watch.changed.connect(self._look)
        self._watch.stir_quietly()

    @Slot()
    def _look(self) -> None:
        if fingerprint(self._folder) != self._name:
            self._voice.say(Word.CHANGED)


def _errors(loaded: Loaded) -> set[tuple[Path, str]]:
    """The errors of a deck, wherever in its files they are by now."""
    return {(problem.path, problem.message) for problem in loaded.errors}

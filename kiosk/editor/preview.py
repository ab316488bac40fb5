"""Keeps the real scene beside the form up to date with what is edited."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.deck.aside import Aside
from kiosk.deck.load import Loaded
from kiosk.editing import splice
from kiosk.editing.layout import EditError
from kiosk.editing.scratch import Scratch
from kiosk.editor.editor import Editor
from kiosk.editor.finding import findings
from kiosk.editor.spot import DECK, SOURCES, THEMES, Spot
from kiosk.navigator import Navigator
from kiosk.stage.app import Booth

if TYPE_CHECKING:
    from kiosk.deck.aside import Answer
    from kiosk.deck.model import Deck

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1

_REST_MS: Final = 300
"""After the last key, until the deck is read."""


@QmlElement
@QmlUncreatable("The preview comes from Python")
class Preview(QObject):  # type: ignore[operator]
    """Reads the edited deck in a process of its own, and has the booth in the window take it."""

    changed = Signal()
    _answered = Signal(object)

    def __init__(self, editor: Editor, scratch: Scratch) -> None:
        super().__init__()
        self._editor, self._scratch = editor, scratch
        self._aside = Aside(scratch.folder, scratch.compiled)
        self._booth: Booth | None = None
        self._loaded: Loaded | None = None
        """The deck that was read last, from …"""
        self._contents: dict[str, bytes | None] = {}
        """… these contents in the place of the deck's own files."""
        self._shown: Loaded | None = None
        self._reads = self._again = self._old = False
        self._portrait = False
        self._turned: Spot | None = None
        """What the scene was turned to last."""
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._read)
        self._answered.connect(self._take)
        editor.edited.connect(self._edited)

    def follow(self, booth: Booth, loaded: Loaded) -> None:
        """Show in this booth what is edited; it shows what was loaded so far."""
        self._booth, self._shown = booth, loaded
        self._judge(loaded)

    def warm(self) -> None:
        """Have the process ready that reads the deck: somebody is about to edit it."""
        self._aside.warm()

    @property
    def busy(self) -> bool:
        """Whether what is shown is not yet what the files say."""
        return self._rest.isActive() or self._reads

    @Slot()
    def _edited(self) -> None:
        self._turn()
        self._rest.start()
        self.changed.emit()

    @Slot()
    def _read(self) -> None:
        if self._reads:
            self._again = True
            return
        contents = self._edited_contents()
        if contents == self._contents and self._loaded and not self._editor.stale:
            self._judge(self._loaded)
            return
        self._contents, self._editor.stale = contents, False
        try:
            self._scratch.mirror()
            self._scratch.become(contents)
        except OSError:
            self._old = True
            self.changed.emit()
            return
        self._reads = True
        self.changed.emit()
        self._aside.read(self._hand_over)

    def _edited_contents(self) -> dict[str, bytes | None]:
        """The files that are edited; a hidden slide is shown while it is chosen."""
        contents = self._editor.session.changed
        spot, hidden = self._editor.spot, (*self._editor.spot.at, "hidden")
        if spot.is_slide and self._editor.files.value(spot.file, hidden):
            with suppress(EditError):
                coded = self._editor.session.coded(spot.file)
                contents[spot.file] = coded.with_text(splice.drop(coded.text, hidden))
        return contents

    def _hand_over(self, answer: Answer | str | None) -> None:
        with suppress(RuntimeError):  # the window closed meanwhile
            self._answered.emit(answer)

    @Slot(object)
    def _take(self, answer: Answer | str | None) -> None:
        self._reads = False
        if self._again:
            self._again = False
            self._read()
        elif isinstance(answer, tuple):
            self._judge(answer[0])
        self.changed.emit()

    def _judge(self, loaded: Loaded) -> None:
        """Show a deck, unless what is being edited is missing in it; name what is wrong with it."""
        booth, editor, self._loaded = self._booth, self._editor, loaded
        if booth is None:
            return
        self._old = loaded.deck is None or (editor.chosen_id != "" and editor.chosen_id not in self._ids(loaded.deck))
        self._old = self._old or editor.spot.theme not in {"", *dict(loaded.themes)}
        if not self._old:
            if loaded is not self._shown:
                booth.take(loaded)
            self._shown = loaded
            self._turn()
        folders = (self._scratch.folder, editor.session.folder)
        found = findings(loaded, editor.files, editor.language, *folders)
        editor.take_findings(found, loaded.themes)
        self.changed.emit()

    def _ids(self, deck: Deck) -> set[str]:
        """The ids of what can be chosen of what kind is chosen: of the sound slides, or the sound questions."""
        if self._editor.spot.asks:
            return {question.id for question in deck.questions}
        return {slide.id for platform in deck.platforms for slide in platform.slides}

    def _ask(self, navigator: Navigator) -> None:
        """Come to the chosen question, or the first one; the hub stands where visitors are not asked."""
        navigator.home()
        navigator.open_adviser()
        navigator.ask_again(0)
        while (question := navigator.question()) and question.id != (self._editor.chosen_id or question.id):
            before = navigator.place
            navigator.answer("")
            if navigator.place == before:
                return

    def _turn(self) -> None:
        """Have the booth show what is chosen."""
        if self._booth is None:
            return
        stage, spot = self._booth.stage, self._editor.spot
        before, self._turned = self._turned, spot
        self._booth.wear(spot.theme or stage.deck.theme)
        if spot.theme and spot == before:
            return  # somebody may look at another screen in it
        if spot.asks:
            stage.act(self._ask)
        elif self._editor.chosen_id:
            stage.open(self._editor.chosen_id)
        elif spot in {DECK, SOURCES, THEMES} or spot.theme:
            stage.act(Navigator.home)
        else:
            stage.open(Path(spot.file).stem)

    @Property(bool, notify=changed)
    def old(self) -> bool:
        """Whether what is edited cannot be shown as it is."""
        return self._old

    @Property(bool, notify=changed)
    def reading(self) -> bool:
        return self._reads

    @Property(bool, notify=changed)
    def portrait(self) -> bool:
        return self._portrait

    @Slot()
    def turn(self) -> None:
        """Show the other way up."""
        self._portrait = not self._portrait
        self.changed.emit()

    @Slot()
    def nextLanguage(self) -> None:
        """Show the deck's next language."""
        if self._booth:
            self._booth.stage.act(Navigator.next_language)
            self.changed.emit()

    def close(self) -> None:
        """Stop reading."""
        self._rest.stop()
        self._aside.close()

"""What stands before the whole editor: a question to answer, or something to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.deck.model import LAYOUTS
from kiosk.deck.shown import Shown
from kiosk.editing.form import Kind
from kiosk.editing.saving import HalfSaved
from kiosk.editor.choices import option, palette
from kiosk.editor.listing import OPTION
from kiosk.sentences import in_language, why
from kiosk.sentences.labels import label
from kiosk.stage.rows import Rows

if TYPE_CHECKING:
    from kiosk.editor.editor import Editor

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The editor comes from Python")
class Sheets(QObject):  # type: ignore[operator]
    """Which sheet is open, and what comes of it."""

    changed = Signal()

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._sheet = ""
        self._asked_for = ""
        """The key of the field that something is picked for."""
        self._half: HalfSaved | None = None
        self._theirs: tuple[str, ...] = ()
        self._options = Rows(OPTION, self)

    def show(self, sheet: str) -> None:
        """Ask, or offer something."""
        self._sheet = sheet
        self.changed.emit()

    @property
    def shown(self) -> bool:
        """Whether one stands before everything."""
        return self._sheet != ""

    @Slot()
    def close(self) -> None:
        if self._sheet != "half":
            self.show("")

    @Slot()
    def askForLayout(self) -> None:
        pictures = self._editor.files.pictures()
        names = [name for name in LAYOUTS if name != "gallery" or pictures]
        shown = self._editor.listing.layouts(names)
        self._options.become(names, shown.__getitem__)
        self.show("layouts")

    @Slot()
    def askForName(self) -> None:
        self.show("platform")

    @Slot(str)
    def askFor(self, key: str) -> None:
        """Offer what a field may choose from."""
        if self._editor.field(key) is not None:
            self._asked_for = key
            self.find("")
            self.show("picker")

    @Slot(str)
    def askForColour(self, key: str) -> None:
        """Offer lighter and darker ones of a colour, and the theme's others."""
        field = self._editor.field(key)
        if field is not None:
            self._asked_for = key
            shown = list(palette(str(field.value or ""), self._editor.files.tree(self._editor.spot.file)))
            self._options.reset(range(len(shown)), shown.__getitem__)
            self.show("colours")

    @Slot()
    def askForPlatform(self) -> None:
        """Offer the other platforms, one of which the chosen slide goes to."""
        self._asked_for = ""
        self.find("")
        self.show("picker")

    @Slot(str)
    def find(self, text: str) -> None:
        """Offer only what has some letters in it."""
        low = text.lower()
        shown = self._offered()
        found = [each for each in shown if low in f"{each['id']} {each['name']} {each['more']}".lower()]
        self._options.become([each["id"] for each in found], found.__getitem__)

    def _offered(self) -> list[Shown]:
        """Everything that there is to pick from."""
        field = self._editor.field(self._asked_for)
        if field is None:
            return self._editor.listing.platforms(self._editor.spot.file)
        table = (*field.at[: field.at.index("chart") + 1], "table") if "chart" in field.at else ()
        shown = self._editor.listing.options(field, self._editor.spot.file, table)
        if not field.needed and field.kind in {Kind.PICK, Kind.FILE}:
            shown.insert(0, option("", self._editor.listing.word("none")))
        now = [str(each) for each in field.value] if isinstance(field.value, list) else [str(field.value or "")]
        return [each | {"on": each["id"] in now} for each in shown]

    @Slot(str)
    def picked(self, value: str) -> None:
        """What was chosen from what was offered."""
        self.show("")
        if self._asked_for:
            self._editor.form_tools.pick(self._asked_for, value)
        else:
            self._editor.slide_tools.send(value)

    @Property(str, notify=changed)
    def askedFor(self) -> str:
        """The label of the field that something is picked for, or what a platform is picked for."""
        field = self._editor.field(self._asked_for)
        if field is None:
            return self._editor.listing.word("move_to")
        return label(field.name, self._editor.language, "colour" if field.kind is Kind.COLOUR else "")

    @Property(str, notify=changed)
    def name(self) -> str:
        """What stands before everything: a question, or a choice; "" for nothing."""
        return self._sheet

    @Property(str, notify=changed)
    def more(self) -> str:
        """What else the question says."""
        if self._half:
            written, waiting = ", ".join(self._half.written), ", ".join(self._half.waiting)
            return self._editor.listing.word(
                "half_more", written=written or self._editor.listing.word("none"), waiting=waiting
            )
        return ", ".join(self._theirs)

    @Property(Rows, constant=True)
    def options(self) -> Rows:
        return self._options

    @Slot()
    def takeTheirs(self) -> None:
        """What somebody else has written in the same files holds."""
        self.show("")
        self._editor.do(lambda: self._editor.session.take_theirs(self._theirs))

    @Slot()
    def keepOurs(self) -> None:
        """What was written here holds; what somebody else has written is kept with the versions before."""
        self.show("")
        self._editor.session.keep_ours(self._theirs)
        self._editor.save()

    def tell_half(self, half: HalfSaved) -> None:
        """The last save was cut short: ask what is to become of it."""
        self._half = half
        self.show("half")

    @Slot(bool)
    def endHalf(self, finish: bool) -> None:
        """Finish the save that was cut short, or take it back."""
        half, self._half = self._half, None
        if half is not None:
            try:
                half.finish() if finish else half.take_back()
            except OSError as error:
                self._editor.tell(
                    self._editor.listing.word("save_failed", reason=in_language(why(error), self._editor.language))
                )
        self.show("")
        self._editor.stale = True
        self._editor.do(self._editor.session.look)

    @Slot()
    def discard(self) -> None:
        """Leave without saving."""
        while self._editor.session.changed and self._editor.session.undo():
            pass
        self.show("")
        self._editor.refresh()
        self._editor.leaving.emit()

    @Slot()
    def saveAndLeave(self) -> None:
        """Leave once all is saved."""
        self.show("")
        if self._editor.save():
            self._editor.leaving.emit()

    def tell_theirs(self, names: tuple[str, ...]) -> None:
        """Somebody else has changed files that were to be saved: ask whose are to stay."""
        self._theirs = names
        self.show("theirs")

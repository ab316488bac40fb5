"""What the editor's QML reads and may do: the list, the form, the problems, undo and saving."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Property, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.deck.model import LAYOUTS, Deck, Platform
from kiosk.deck.problems import At
from kiosk.deck.shown import Shown
from kiosk.editing import splice
from kiosk.editing.deckfiles import PICTURES, DeckFiles
from kiosk.editing.form import Field, Kind, entry_fields, slide_fields
from kiosk.editing.labels import label
from kiosk.editing.layout import EditError
from kiosk.editing.saving import HalfSaved
from kiosk.editing.session import Conflict, Session
from kiosk.editor.choices import option, said
from kiosk.editor.finding import Finding
from kiosk.editor.listing import FIELD, OPTION, OUTLINE, PROBLEM, Listing, key_of
from kiosk.editor.paper import Paper
from kiosk.editor.spot import Spot
from kiosk.stage.rows import Rows

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1

_DECK: Final = Spot("deck.yaml")
_NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@QmlElement
@QmlUncreatable("The editor comes from Python")
class Editor(QObject):  # type: ignore[operator]
    """A deck that is edited. `scratch` is the folder in which it is as it would be if it were saved now."""

    changed = Signal()
    """What can be undone or saved, and what is said about it."""
    chosenChanged = Signal()
    sheetChanged = Signal()
    problemsChanged = Signal()
    focusWanted = Signal(int, str)
    """The field in this row, with this key, is to be edited next."""
    leaving = Signal()
    """The window may close."""
    rowWanted = Signal(int)
    """The row of the list that is chosen, when it is another one."""
    edited = Signal()
    """The files say something else, or something else is chosen: for the preview."""

    def __init__(self, session: Session, scratch: Path, paper: Paper, language: str, *, writable: bool) -> None:
        super().__init__()
        self.files = DeckFiles(session)
        self.session = session
        self.language = language
        self._scratch = scratch
        self._writable = writable
        self._listing = Listing(self.files, language, paper.group)
        self._spot = _DECK
        self._listed: Spot | None = None
        self._filled: Spot | None = None
        """What the list and the form were filled for last."""
        self._sheet = ""
        self._said = ""
        self._asked_for = ""
        """The key of the field that something is picked for."""
        self._half: HalfSaved | None = None
        self._theirs: tuple[str, ...] = ()
        self._opened: set[tuple[str, At]] = set()
        self._fields: dict[str, Field] = {}
        self._typed: tuple[str, int, str] = ("", 0, "")
        """The key, the language and the text that was typed last: a space at its end is not written, but stays."""
        self._findings: tuple[Finding, ...] = ()
        self._outline, self._form = Rows(OUTLINE, self), Rows(FIELD, self)
        self._problems, self._options = Rows(PROBLEM, self), Rows(OPTION, self)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._list)
        first = next((Spot(each.file, 0) for each in self.files.platforms() if each.slides), _DECK)
        self.choose(first.id)

    # What is shown

    @property
    def spot(self) -> Spot:
        """What is chosen."""
        return self._spot

    @property
    def slide_id(self) -> str:
        """The id of the chosen slide; "" where none is chosen."""
        return str(self.files.value(self._spot.file, (*self._spot.at, "id")) or "") if self._spot.place >= 0 else ""

    def take_findings(self, findings: tuple[Finding, ...], themes: tuple[str, ...]) -> None:
        """What is wrong with the deck as it is now, and the themes that it may have."""
        self._findings = findings
        self._listing.themes = themes
        shown = [finding.shown(self._where(finding)) for finding in findings]
        self._problems.become(range(len(shown)), shown.__getitem__)
        self.problemsChanged.emit()
        self._refresh()

    def _where(self, finding: Finding) -> str:
        return self._listing.word("line_of", file=finding.file, line=finding.line)

    def _list(self) -> None:
        rows = list(self._listing.outline(self._spot, {finding.spot for finding in self._findings if finding.severe}))
        self._outline.become([spot.id for spot, _ in rows], [row for _, row in rows].__getitem__)
        if self._listed != self._spot:
            self._listed = self._spot
            self.rowWanted.emit(next((row for row, (spot, _) in enumerate(rows) if spot == self._spot), 0))

    def _refresh(self) -> None:
        """Show what the files say now."""
        self._fill_form()
        self._later.start()
        self.changed.emit()

    def _fill_form(self) -> None:
        file = self._spot.file
        opened: Callable[[At], bool] = lambda at: (file, at) in self._opened  # noqa: E731
        tree = self.files.tree(file)
        if self._spot.place >= 0:
            fields = slide_fields(self.files.value(file, self._spot.at), self._spot.at, opened)
        else:
            fields = entry_fields(Deck if self._spot == _DECK else Platform, tree, opened)
        self._fields = {key_of(field.at): field for field in (fields if tree else ())}
        notes = self._notes()
        self._listing.forget()
        shown = [self._shown(field, notes.get(key)) for key, field in self._fields.items()]
        fill = self._form.become if self._filled == self._spot else self._form.reset
        self._filled = self._spot
        fill([(file, field.kind, key) for key, field in self._fields.items()], shown.__getitem__)

    def _shown(self, field: Field, finding: Finding | None) -> Shown:
        """A field as the form shows it."""
        shown = self._listing.field(field, self._spot.file, finding, self._image)
        shown["on"] |= field.kind is Kind.HEAD and (self._spot.file, field.at) in self._opened
        return self._typed_in(shown)

    def _typed_in(self, shown: Shown) -> Shown:
        key, number, text = self._typed
        if shown["key"] == key and number < len(shown["texts"]) and shown["texts"][number] == text.strip():
            shown["texts"][number] = text
        return shown

    def _notes(self) -> dict[str, Finding]:
        """What is wrong with each field: said at the nearest one that there is."""
        notes: dict[str, Finding] = {}
        for finding in self._findings:
            if finding.spot == self._spot:
                notes.setdefault(self._nearest(finding.at), finding)
        return notes

    def _nearest(self, at: At) -> str:
        """The key of the field at a place, or around it."""
        while at:
            if (key := key_of(at)) in self._fields:
                return key
            at = at[:-1]
        return next(iter(self._fields), "")

    def _image(self, name: str) -> str:
        """Where a picture is, with a stamp that tells a changed one; "" for one that is not there yet."""
        path = self._scratch / name
        with suppress(OSError):
            return f"{QUrl.fromLocalFile(str(path)).toString()}?{path.stat().st_mtime_ns}"
        return ""

    @Slot(str, result=str)
    def word(self, name: str) -> str:
        """One of the editor's own words."""
        return self._listing.word(name)

    @Property(Rows, constant=True)
    def outline(self) -> Rows:
        return self._outline

    @Property(Rows, constant=True)
    def form(self) -> Rows:
        return self._form

    @Property(Rows, constant=True)
    def problems(self) -> Rows:
        return self._problems

    @Property(Rows, constant=True)
    def options(self) -> Rows:
        return self._options

    @Property(int, notify=problemsChanged)
    def problemCount(self) -> int:
        return len(self._findings)

    @Property(str, notify=changed)
    def title(self) -> str:
        """The deck's name."""
        return said(self.files.tree("deck.yaml").get("title"), self.language) or self.session.folder.name

    @Property(str, notify=changed)
    def heading(self) -> str:
        """What the form is about."""
        if self._spot == _DECK:
            return self._listing.word("deck")
        name = "title" if self._spot.place >= 0 else "name"
        return said(self.files.value(self._spot.file, (*self._spot.at, name)), self.language) or self._spot.file

    @Property(str, notify=changed)
    def subheading(self) -> str:
        """Its layout and its file."""
        layout = self.files.value(self._spot.file, (*self._spot.at, "layout")) if self._spot.place >= 0 else ""
        return " · ".join(
            filter(None, (label(str(layout), self.language, "layout") if layout else "", self._spot.file))
        )

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Why the file that is chosen cannot be edited here; "" where it can."""
        try:
            self.files.document(self._spot.file)
        except EditError as wrong:
            return self._listing.word("nobody", reason=wrong)
        return ""

    @Property(str, notify=changed)
    def status(self) -> str:
        """What became of the last thing that was done, or what is not saved yet."""
        if self._said:
            return self._said
        if not self._writable:
            return self._listing.word("read_only")
        names = self.session.changed
        return self._listing.word("unsaved", names=", ".join(names)) if names else self._listing.word("saved")

    @Property(bool, notify=changed)
    def dirty(self) -> bool:
        return bool(self.session.changed)

    @Property(bool, notify=changed)
    def canSave(self) -> bool:
        return self._writable and bool(self.session.changed)

    @Property(bool, notify=changed)
    def canUndo(self) -> bool:
        return self.session.can_undo

    @Property(bool, notify=changed)
    def canRedo(self) -> bool:
        return self.session.can_redo

    @Property(str, notify=chosenChanged)
    def chosen(self) -> str:
        return self._spot.id

    @Property(bool, notify=chosenChanged)
    def slideChosen(self) -> bool:
        return self._spot.place >= 0

    @Property(bool, notify=changed)
    def slideHidden(self) -> bool:
        return self.files.value(self._spot.file, (*self._spot.at, "hidden")) in {"true", "yes"}

    @Property(str, notify=sheetChanged)
    def sheet(self) -> str:
        """What stands before everything: a question, or a choice; "" for nothing."""
        return self._sheet

    @Property(str, notify=sheetChanged)
    def sheetMore(self) -> str:
        """What else the question says."""
        if self._half:
            written, waiting = ", ".join(self._half.written), ", ".join(self._half.waiting)
            return self._listing.word("half_more", written=written or self._listing.word("none"), waiting=waiting)
        return ", ".join(self._theirs)

    # What is edited

    def _do(self, change: Callable[[], object]) -> None:
        """Make a change, and show what became of it."""
        self._said = ""
        try:
            change()
        except (EditError, OSError):
            self._said = self._listing.word("refused")
        self._refresh()
        self.edited.emit()

    def _field(self, key: str) -> Field | None:
        return self._fields.get(key)

    @Slot(str)
    def choose(self, name: str) -> None:
        """Edit something else: the deck, a platform or a slide, by its name in the list."""
        self.session.pause()
        self._spot = Spot.of(name)
        self._typed = ("", 0, "")
        self._refresh()
        self.chosenChanged.emit()
        self.edited.emit()

    @Slot(str, int, str)
    def say(self, key: str, number: int, text: str) -> None:
        """A text in one of the deck's languages."""
        field = self._field(key)
        if field is None:
            return
        self._typed = (key, number, text)
        language, file = self.files.languages[number], self._spot.file
        self._do(lambda: self.files.say(file, field.at, language, text.strip(), order=field.order, needed=field.needed))

    @Slot(str, str)
    def enter(self, key: str, text: str) -> None:
        """A single value as it was typed."""
        field = self._field(key)
        if field is None:
            return
        self._typed = (key, 0, text)
        file = self._spot.file
        if field.kind is Kind.NAMES:
            names = [each.strip() for each in re.split(r"[,，]", text) if each.strip()]
            topic: Hashable = (file, field.at, "")
            done = (
                (lambda: self.files.put(file, field.at, names, field.order, topic))
                if names
                else (lambda: self.files.drop(file, field.at, topic))
            )
            self._do(done)
            return
        number = field.kind is Kind.NUMBER
        self._do(
            lambda: self.files.enter(
                file, field.at, text.strip(), number=number, order=field.order, needed=field.needed
            )
        )

    @Slot(str, str)
    def pick(self, key: str, value: str) -> None:
        """One of several values."""
        field, file = self._field(key), self._spot.file
        self.session.pause()
        if field is None:
            return
        if field.kind is Kind.CHART:
            self._do(lambda: self.files.choose_kind(file, field.at[:-1], value))
        elif field.kind is Kind.PICKS:
            listed = [str(each) for each in field.value] if isinstance(field.value, list) else []
            if value not in listed:
                self._put(file, field, [*listed, value])
        elif value == "" and not field.needed:
            self._do(lambda: self.files.drop(file, field.at))
        else:
            self._put(file, field, value)

    def _put(self, file: str, field: Field, value: Any) -> None:
        old = field.value
        if isinstance(value, list) and isinstance(old, list) and value[:-1] == [str(each) for each in old]:
            self._do(
                lambda: self.files.text_change(file, lambda text: splice.insert(text, (*field.at, len(old)), value[-1]))
            )
            return
        self._do(lambda: self.files.put(file, field.at, value, field.order))

    @Slot(str, str)
    def unpick(self, key: str, value: str) -> None:
        """One value less."""
        field, file = self._field(key), self._spot.file
        if field is not None and isinstance(field.value, list) and value in map(str, field.value):
            place = [str(each) for each in field.value].index(value)
            self._do(lambda: self.files.drop(file, (*field.at, place)))

    @Slot(str)
    def add(self, key: str) -> None:
        """One more for a list, or what belongs under a heading."""
        field, file = self._field(key), self._spot.file
        if field is None:
            return
        self.session.pause()
        if field.kind is Kind.LIST:
            self._do(lambda: self.files.add_item(file, field.at, field.order))
        else:
            self._open(field.at)

    @Slot(str, str)
    def more(self, key: str, name: str) -> None:
        """Offer a field that the file does not have yet."""
        field = self._field(key)
        if field is not None:
            at = (*field.at[:-1], name)
            self._open(at)
            if (added := self._fields.get(key_of(at))) and added.kind is Kind.LIST and not added.value:
                self.add(key_of(at))
            self._want(key_of(at))

    def _want(self, key: str) -> None:
        if key in self._fields:
            self.focusWanted.emit(list(self._fields).index(key), key)

    def _open(self, at: At) -> None:
        self._opened.add((self._spot.file, at))
        self._refresh()

    @Slot(str)
    def remove(self, key: str) -> None:
        """What stands under a heading goes, or one of a list."""
        field, file = self._field(key), self._spot.file
        if field is not None:
            self.session.pause()
            self._opened = {each for each in self._opened if each != (file, field.at)}
            self._do(lambda: self.files.drop(file, field.at))

    @Slot(str, int)
    def shift(self, key: str, by: int) -> None:
        """One of a list goes further up or down."""
        field, file = self._field(key), self._spot.file
        if field is not None and 0 <= int(field.at[-1]) + by < int(field.value):
            self._do(
                lambda: self.files.text_change(file, lambda text: splice.move(text, field.at, int(field.at[-1]) + by))
            )

    # Tables and pictures

    @Slot(str, int, int, str)
    def setCell(self, key: str, row: int, column: int, text: str) -> None:
        """What a cell says."""
        field, file = self._field(key), self._spot.file
        if field is not None:
            self._do(lambda: self.files.set_cells(file, field.at, {(row, column): text.strip()}))

    @Slot(str, int, int)
    def paste(self, key: str, row: int, column: int) -> None:
        """What the clipboard holds, as a spreadsheet puts it there, from a cell on."""
        field, file = self._field(key), self._spot.file
        text = QGuiApplication.clipboard().text()
        lines = text.rstrip("\r\n").replace("\r\n", "\n").split("\n")
        cells = {
            (row + down, column + right): cell.strip()
            for down, line in enumerate(lines)
            for right, cell in enumerate(line.split("\t"))
        }
        if field is not None and text:
            self._do(lambda: self.files.set_cells(file, field.at, cells))

    @Property(bool)
    def pastesCells(self) -> bool:
        """Whether the clipboard holds more than what one cell takes."""
        text = QGuiApplication.clipboard().text().rstrip("\r\n")
        return "\t" in text or "\n" in text

    @Slot(str, int, int, result=str)
    def cell(self, key: str, row: int, column: int) -> str:
        """What a cell says now."""
        field = self._field(key)
        rows = self.files.grid(self._spot.file, field.at).rows if field else ()
        return rows[row][column] if row < len(rows) and column < len(rows[row]) else ""

    @Slot(str, int)
    def addRow(self, key: str, after: int) -> None:
        """One more row of a table."""
        field, file = self._field(key), self._spot.file
        if field is not None:
            self._do(lambda: self.files.add_row(file, field.at, after))

    @Slot(str, int)
    def dropRow(self, key: str, row: int) -> None:
        """One row less."""
        field, file = self._field(key), self._spot.file
        if field is not None:
            self._do(lambda: self.files.drop_row(file, field.at, row))

    @Slot(str, QUrl)
    def bring(self, key: str, url: QUrl) -> None:
        """A picture from elsewhere: copied into the deck with the next save."""
        field, path = self._field(key), Path(url.toLocalFile())
        if field is None or path.suffix.lower() not in PICTURES or not path.is_file():
            return
        taken = {*self.files.names()}
        name, number = path.name.lower().replace(" ", "-"), 2
        while name in taken and self.session.content(name) != path.read_bytes():
            name, number = f"{path.stem.lower().replace(' ', '-')}-{number}{path.suffix.lower()}", number + 1
        coded = self.session.coded(self._spot.file)
        file = self._spot.file
        self._do(
            lambda: self.session.change(
                {name: path.read_bytes(), file: coded.with_text(splice.put(coded.text, field.at, name, field.order))}
            )
        )

    # Slides and platforms

    @Slot(str)
    def addSlide(self, layout: str) -> None:
        """A new slide behind the one that is chosen, or at the end of the platform that is."""
        self.closeSheet()
        spot = self._spot
        if spot == _DECK:
            return
        count = len(self.files.tree(spot.file).get("slides") or ())
        place = spot.place + 1 if spot.place >= 0 else count
        self._do(lambda: self.files.add_slide(spot.file, place, layout))
        self.choose(Spot(spot.file, place).id)

    @Slot()
    def duplicate(self) -> None:
        spot = self._spot
        self._do(lambda: self.files.duplicate(spot.file, spot.place))
        self.choose(Spot(spot.file, spot.place + 1).id)

    @Slot()
    def hide(self) -> None:
        """Hide the chosen slide from visitors, or show it to them again."""
        spot, at = self._spot, (*self._spot.at, "hidden")
        if self.slideHidden:
            self._do(lambda: self.files.drop(spot.file, at))
        else:
            self._do(lambda: self.files.put(spot.file, at, "true", ("id", "layout", "title", "hidden")))

    @Slot()
    def deleteSlide(self) -> None:
        """The chosen slide goes; the last one of a platform takes its file along."""
        spot = self._spot
        if spot.place < 0:
            return
        count = len(self.files.tree(spot.file).get("slides") or ())
        if count == 1:
            self._do(lambda: self.session.change({spot.file: None}))
            self.choose(_DECK.id)
            return
        self._do(lambda: self.files.drop(spot.file, spot.at))
        self.choose(Spot(spot.file, min(spot.place, count - 2)).id)

    @Slot(str, str)
    def move(self, name: str, target: str) -> None:
        """A slide takes the place of another one of its platform."""
        spot, to = Spot.of(name), Spot.of(target)
        if spot.file == to.file and spot.place >= 0 <= to.place != spot.place:
            self._do(lambda: self.files.text_change(spot.file, lambda text: splice.move(text, spot.at, to.place)))
            self.choose(to.id)

    @Slot(int)
    def step(self, by: int) -> None:
        """The chosen slide goes further up or down in its platform."""
        spot = self._spot
        count = len(self.files.tree(spot.file).get("slides") or ())
        if 0 <= spot.place + by < count:
            self.move(spot.id, Spot(spot.file, spot.place + by).id)

    @Slot(str)
    def addPlatform(self, name: str) -> None:
        """A new platform in the group of the chosen one, in a file of that name."""
        name = name.strip().lower().replace(" ", "-")
        if not _NAME.fullmatch(name):
            return
        self.closeSheet()
        group = str(self.files.tree(self._spot.file).get("group") or "") if self._spot != _DECK else ""
        made: list[str] = []
        self._do(lambda: made.append(self.files.add_platform(name, group)))
        self.choose(Spot(made[0], 0).id)

    # Problems

    @Slot(int)
    def go(self, number: int) -> None:
        """Edit what a problem is about."""
        finding = self._findings[number]
        if finding.spot != self._spot:
            self.choose(finding.spot.id)
        self._want(self._nearest(finding.at))

    # Sheets

    def _show(self, sheet: str) -> None:
        self._sheet = sheet
        self.sheetChanged.emit()

    @Slot()
    def closeSheet(self) -> None:
        if self._sheet != "half":
            self._show("")

    @Slot()
    def askForLayout(self) -> None:
        pictures = self.files.pictures()
        names = [name for name in LAYOUTS if name != "gallery" or pictures]
        shown = self._listing.layouts(names)
        self._options.become(names, shown.__getitem__)
        self._show("layouts")

    @Slot()
    def askForName(self) -> None:
        self._show("platform")

    @Slot(str)
    def askFor(self, key: str) -> None:
        """Offer what a field may choose from."""
        if self._field(key) is not None:
            self._asked_for = key
            self.find("")
            self._show("picker")

    @Slot(str)
    def find(self, text: str) -> None:
        """Offer only what has some letters in it."""
        field = self._field(self._asked_for)
        if field is None:
            return
        table = (*field.at[: field.at.index("chart") + 1], "table") if "chart" in field.at else ()
        shown = self._listing.options(field, self._spot.file, table)
        if not field.needed and field.kind is Kind.PICK:
            shown.insert(0, option("", self._listing.word("none")))
        now = [str(each) for each in field.value] if isinstance(field.value, list) else [str(field.value or "")]
        low = text.lower()
        found = [
            each | {"on": each["id"] in now}
            for each in shown
            if low in f"{each['id']} {each['name']} {each['more']}".lower()
        ]
        self._options.become([each["id"] for each in found], found.__getitem__)

    @Slot(str)
    def picked(self, value: str) -> None:
        """What was chosen from what was offered."""
        self._show("")
        self.pick(self._asked_for, value)

    @Property(str, notify=sheetChanged)
    def askedFor(self) -> str:
        """The label of the field that something is picked for."""
        field = self._field(self._asked_for)
        return label(field.name, self.language) if field else ""

    # Undo, redo, save

    @Slot()
    def undo(self) -> None:
        self._step(self.session.undo)

    @Slot()
    def redo(self) -> None:
        self._step(self.session.redo)

    def _step(self, step: Callable[[], tuple[str, ...]]) -> None:
        self._said, self._typed = "", ("", 0, "")
        names = step()
        slides = self.files.tree(self._spot.file).get("slides") or ()
        if names and self._spot.file not in names:
            file = next((name for name in names if name.endswith(".yaml")), "")
            if file:
                self._spot = Spot(file, -1 if file == _DECK.file or not self.files.tree(file).get("slides") else 0)
        elif self._spot.place >= len(slides):
            self._spot = Spot(self._spot.file, len(slides) - 1) if slides else _DECK
        self._refresh()
        self.chosenChanged.emit()
        self.edited.emit()

    @Slot(result=bool)
    def save(self) -> bool:
        """Write what was changed; whether all is saved now."""
        if not self._writable:
            return False
        self._said = ""
        try:
            self.session.save()
        except Conflict as conflict:
            self._theirs = conflict.names
            self._show("theirs")
        except OSError as error:
            self._said = self._listing.word("save_failed", reason=error.strerror or error)
        self._refresh()
        return not self.session.changed

    @Slot()
    def takeTheirs(self) -> None:
        """What somebody else has written in the same files holds."""
        self._show("")
        self._do(lambda: self.session.take_theirs(self._theirs))

    @Slot()
    def keepOurs(self) -> None:
        """What was written here holds; what somebody else has written is kept with the versions before."""
        self._show("")
        self.session.keep_ours(self._theirs)
        self.save()

    def tell_half(self, half: HalfSaved) -> None:
        """The last save was cut short: ask what is to become of it."""
        self._half = half
        self._show("half")

    @Slot(bool)
    def endHalf(self, finish: bool) -> None:
        """Finish the save that was cut short, or take it back."""
        half, self._half = self._half, None
        if half is not None:
            with suppress(OSError):
                half.finish() if finish else half.take_back()
        self._show("")
        self._do(self.session.look)

    @Slot()
    def look(self) -> None:
        """Somebody may have changed the files elsewhere meanwhile."""
        if self.session.look():
            self._refresh()
            self.edited.emit()

    @Slot(result=bool)
    def mayClose(self) -> bool:
        """Whether nothing would be lost; if it would, it is asked."""
        if self.session.changed and self._writable:
            self._show("leave")
            return False
        return True

    @Slot()
    def discard(self) -> None:
        """Leave without saving."""
        while self.session.changed and self.session.undo():
            pass
        self._show("")
        self._refresh()
        self.leaving.emit()

    @Slot()
    def saveAndLeave(self) -> None:
        """Leave once all is saved."""
        self._show("")
        if self.save():
            self.leaving.emit()

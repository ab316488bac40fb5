"""What the editor's QML reads and may do: the list, the form, the problems, undo and saving."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.deck.model import Deck, Platform
from kiosk.deck.problems import At
from kiosk.deck.shown import Shown
from kiosk.deck.theme import Theme
from kiosk.deck.themes import Themes
from kiosk.editing import asking
from kiosk.editing.deckfiles import DeckFiles
from kiosk.editing.form import (
    Field,
    Kind,
    adviser_fields,
    entry_fields,
    question_fields,
    raw_text,
    slide_fields,
    source_fields,
    theme_choice,
)
from kiosk.editing.layout import EditError
from kiosk.editing.session import Conflict, Session
from kiosk.editor.choices import said
from kiosk.editor.fieldtools import FieldTools
from kiosk.editor.finding import Finding, faint_colours
from kiosk.editor.listing import FIELD, OUTLINE, PROBLEM, Listing, key_of
from kiosk.editor.paper import Paper
from kiosk.editor.sheets import Sheets
from kiosk.editor.slidetools import SlideTools
from kiosk.editor.spot import ADVISER, DECK, SOURCES, THEMES, Spot
from kiosk.editor.tabletools import TableTools
from kiosk.sentences import in_language, said_by, why
from kiosk.sentences.labels import label
from kiosk.stage.rows import Rows

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The editor comes from Python")
class Editor(QObject):  # type: ignore[operator]
    """A deck that is edited. `scratch` is the folder in which it is as it would be if it were saved now."""

    changed = Signal()
    """What can be undone or saved, and what is said about it."""
    chosenChanged = Signal()
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
        self.listing = Listing(self.files, language, paper.group)
        self.spot = DECK
        self._listed: Spot | None = None
        self._filled: Spot | None = None
        """What the list and the form were filled for last."""
        self._said = ""
        self._raw: Spot | None = None
        """What the text of its file is put right of: as long as one types in it, no form takes its place."""
        self.stale = False
        """Whether files were changed by somebody else, for which the preview has to look at all of them."""
        self.opened: set[tuple[str, At]] = set()
        self.fields: dict[str, Field] = {}
        self.typed: tuple[str, int, str] = ("", 0, "")
        """The key, the language and the text that was typed last: a space at its end is not written, but stays."""
        self._findings: tuple[Finding, ...] = ()
        self._outline, self._form = Rows(OUTLINE, self), Rows(FIELD, self)
        self._problems = Rows(PROBLEM, self)
        self.form_tools, self._table_tools, self.slide_tools = FieldTools(self), TableTools(self), SlideTools(self)
        self.sheets = Sheets(self)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._list)
        first = next((Spot(each.file, 0) for each in self.files.platforms() if each.slides), DECK)
        self.choose(first.id)

    # What is shown

    @property
    def chosen_id(self) -> str:
        """The id of the chosen slide or question; "" where none is chosen."""
        return str(self.files.value(self.spot.file, (*self.spot.at, "id")) or "") if self.spot.place >= 0 else ""

    def take_findings(self, findings: tuple[Finding, ...], themes: Themes) -> None:
        """What is wrong with the deck as it is now, and the themes that it may have."""
        self._findings = (*findings, *faint_colours(themes, self.files, self.language))
        findings, self.listing.themes = self._findings, dict(themes)
        shown = [finding.shown(self._where(finding)) for finding in findings]
        self._problems.become(range(len(shown)), shown.__getitem__)
        self.problemsChanged.emit()
        self.refresh()

    def _where(self, finding: Finding) -> str:
        return self.listing.word("line_of", file=finding.file, line=finding.line)

    def _list(self) -> None:
        rows = list(self.listing.outline(self.spot, {finding.spot for finding in self._findings if finding.severe}))
        self._outline.become([spot.id for spot, _ in rows], [row for _, row in rows].__getitem__)
        if self._listed != self.spot:
            self._listed = self.spot
            self.rowWanted.emit(next((row for row, (spot, _) in enumerate(rows) if spot == self.spot), 0))

    def refresh(self) -> None:
        """Show what the files say now."""
        self._fill_form()
        self._later.start()
        self.changed.emit()

    def _fill_form(self) -> None:
        file = self.spot.file
        tree = self.files.tree(file)
        if not self._has_form:
            fields: Iterator[Field] = iter(())
        elif self.wrong or self._mended:
            self._raw = self.spot
            fields = raw_text(self._text) if self._text else iter(())
        else:
            fields = self._own_fields(tree)
        self.fields = {key_of(field.at): field for field in fields}
        notes = self._notes()
        self.listing.forget()
        shown = [self._shown(field, notes.get(key)) for key, field in self.fields.items()]
        fill = self._form.become if self._filled == self.spot and self.fields else self._form.reset
        self._filled = self.spot
        fill([(file, field.kind, key) for key, field in self.fields.items()], shown.__getitem__)

    def _own_fields(self, tree: dict[str, Any]) -> Iterator[Field]:
        """The fields of what is chosen, in a file that says this."""
        file, at = self.spot.file, self.spot.at
        opened: Callable[[At], bool] = lambda at: (file, at) in self.opened  # noqa: E731
        whole = {SOURCES: source_fields(tree, opened), ADVISER: adviser_fields(tree), THEMES: theme_choice(tree)}
        if self.spot in whole:
            return whole[self.spot]
        if self.spot.place >= 0:
            return (question_fields if self.spot.asks else slide_fields)(self.files.value(file, at), at, opened)
        kind = Theme if self.spot.theme else Deck if self.spot == DECK else Platform
        return entry_fields(kind, tree, opened)

    @property
    def _has_form(self) -> bool:
        """Whether what is chosen is edited here, and not in its file alone."""
        named = {each.file for each in self.files.platforms()}
        own = self.spot in {DECK, SOURCES, THEMES} or self.spot.asks or self.spot.theme
        return bool(own) or self.spot.file in named

    def _shown(self, field: Field, finding: Finding | None) -> Shown:
        """A field as the form shows it."""
        shown = self.listing.field(field, self.spot.file, finding, self._image)
        shown["on"] |= field.kind is Kind.HEAD and (self.spot.file, field.at) in self.opened
        return self._typed_in(shown)

    def _typed_in(self, shown: Shown) -> Shown:
        key, number, text = self.typed
        if shown["key"] == key and number < len(shown["texts"]) and shown["texts"][number] == text.strip():
            shown["texts"][number] = text
        return shown

    def _notes(self) -> dict[str, Finding]:
        """What is wrong with each field: said at the nearest one that there is."""
        notes: dict[str, Finding] = {}
        for finding in self._findings:
            if finding.spot == self.spot:
                notes.setdefault(self._nearest(finding.at), finding)
        return notes

    def _nearest(self, at: At) -> str:
        """The key of the field at a place, or around it."""
        while at:
            if (key := key_of(at)) in self.fields:
                return key
            at = at[:-1]
        return next(iter(self.fields), "")

    def _image(self, name: str) -> str:
        """Where a picture is, with a stamp that tells a changed one; "" for one that is not there yet."""
        path = self._scratch / name
        with suppress(OSError):
            return f"{QUrl.fromLocalFile(str(path)).toString()}?{path.stat().st_mtime_ns}"
        return ""

    @Slot(str, result=str)
    def word(self, name: str) -> str:
        """One of the editor's own words."""
        return self.listing.word(name)

    @Property(FieldTools, constant=True)
    def fieldTools(self) -> FieldTools:
        return self.form_tools

    @Property(TableTools, constant=True)
    def tableTools(self) -> TableTools:
        return self._table_tools

    @Property(SlideTools, constant=True)
    def slideTools(self) -> SlideTools:
        return self.slide_tools

    @Property(Sheets, constant=True)
    def sheet(self) -> Sheets:
        return self.sheets

    @Property(Rows, constant=True)
    def outline(self) -> Rows:
        return self._outline

    @Property(Rows, constant=True)
    def form(self) -> Rows:
        return self._form

    @Property(Rows, constant=True)
    def problems(self) -> Rows:
        return self._problems

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
        if self.spot in {DECK, SOURCES}:
            return self.listing.word("deck" if self.spot == DECK else "sources")
        if self.spot in {ADVISER, THEMES}:
            return self.listing.word("adviser" if self.spot == ADVISER else "themes")
        name = "text" if self.spot.asks else "title" if self.spot.is_slide else "name"
        return said(self.files.value(self.spot.file, (*self.spot.at, name)), self.language) or self.spot.file

    @Property(str, notify=changed)
    def subheading(self) -> str:
        """Its layout and its file."""
        layout = self.files.value(self.spot.file, (*self.spot.at, "layout")) if self.spot.is_slide else ""
        return " · ".join(filter(None, (label(str(layout), self.language, "layout") if layout else "", self.spot.file)))

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Why the file that is chosen has no form here; "" where it has."""
        if not self.wrong:
            return "" if self._has_form else self.listing.word("fixed")
        if self._text:
            return self.listing.word("nobody_more", reason=self.wrong)
        return self.listing.word("nobody", reason=self.wrong)

    @property
    def wrong(self) -> str:
        """Why the file that is chosen cannot be read; "" where it can, or where it may begin."""
        if self.spot in {ADVISER, SOURCES} and self.session.content(self.spot.file) is None:
            return ""
        try:
            self.files.document(self.spot.file)
        except EditError as wrong:
            return in_language(said_by(wrong), self.language)
        return ""

    @property
    def _mended(self) -> bool:
        """Whether the text of the file that is chosen was just put right."""
        return self._raw == self.spot and not self.wrong

    @property
    def _text(self) -> str:
        """The text of the file that is chosen; "" where it is none."""
        with suppress(EditError):
            return self.session.coded(self.spot.file).text
        return ""

    @Property(str, notify=changed)
    def intro(self) -> str:
        """What the operator has to know about what is chosen, besides its fields; "" for nothing."""
        if self._mended:
            return self.listing.word("mended")
        if self.spot == DECK and not self.files.platforms():
            return self.listing.word("no_platforms")
        if self.spot == THEMES:
            return self.listing.word("themes_about")
        return self._asking() if self.spot.asks and not self.trouble else ""

    def _asking(self) -> str:
        """Whether visitors are asked, and why not."""
        if not self.files.questions():
            return self.listing.word("adviser_none")
        if not asking.suited(self.files):
            return self.listing.word("adviser_alone")
        return self.listing.word("adviser_about") if self.spot == ADVISER else ""

    @Property(str, notify=changed)
    def status(self) -> str:
        """What became of the last thing that was done, or what is not saved yet."""
        if self._said:
            return self._said
        if not self._writable:
            return self.listing.word("read_only")
        names = self.session.changed
        return self.listing.word("unsaved", names=", ".join(names)) if names else self.listing.word("saved")

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
        return self.spot.id

    @Property(bool, notify=chosenChanged)
    def takesMore(self) -> bool:
        """Whether a slide, a question or a theme can be added to what is chosen."""
        return self.spot not in {DECK, SOURCES}

    @Property(str, notify=chosenChanged)
    def addsWhat(self) -> str:
        """What that is called."""
        if self.spot == THEMES or self.spot.theme:
            return self.listing.word("add_theme")
        return self.listing.word("add_question") if self.spot.asks else self.listing.word("add_slide")

    @Property(bool, notify=chosenChanged)
    def oneChosen(self) -> bool:
        """Whether one of several is chosen, which can be copied and deleted."""
        return self.spot.place >= 0 or self.spot.theme != "" or self.platform_chosen

    @property
    def platform_chosen(self) -> bool:
        return self.spot.place == -1 and self.spot not in {DECK, SOURCES, ADVISER} and not self.spot.theme

    @Property(bool, notify=chosenChanged)
    def inOrder(self) -> bool:
        """Whether it can come further up or down among the others."""
        return self.spot.place >= 0 or self.platform_chosen

    @Property(bool, notify=chosenChanged)
    def slideChosen(self) -> bool:
        return self.spot.is_slide

    @Property(bool, notify=changed)
    def slideHidden(self) -> bool:
        return self.files.value(self.spot.file, (*self.spot.at, "hidden")) in {"true", "yes"}

    # What is edited

    def tell(self, said: str) -> None:
        """Say what became of something, until the next thing is done."""
        self._said = said
        self.changed.emit()

    def do(self, change: Callable[[], object]) -> bool:
        """Make a change in the files, and show what became of it; whether it could be made."""
        self._said = ""
        try:
            change()
        except (EditError, OSError):
            self._said = self.listing.word("refused")
        self.refresh()
        self.edited.emit()
        return not self._said

    def field(self, key: str) -> Field | None:
        return self.fields.get(key)

    @Slot(str)
    def choose(self, name: str) -> None:
        """Edit something else: the deck, a platform or a slide, by its name in the list."""
        self.session.pause()
        self._said, self._raw = "", None
        self.spot = Spot.of(name)
        self.typed = ("", 0, "")
        self.refresh()
        self.chosenChanged.emit()
        self.edited.emit()

    def want(self, key: str) -> None:
        if key in self.fields:
            self.focusWanted.emit(list(self.fields).index(key), key)

    def offer(self, at: At) -> None:
        self.opened.add((self.spot.file, at))
        self.refresh()

    # Problems

    @Slot(int)
    def go(self, number: int) -> None:
        """Edit what a problem is about."""
        finding = self._findings[number]
        if finding.spot != self.spot:
            self.choose(finding.spot.id)
        self.want(self._nearest(finding.at))

    # Undo, redo, save

    @Slot()
    def undo(self) -> None:
        self._step(self.session.undo)

    @Slot()
    def redo(self) -> None:
        self._step(self.session.redo)

    def _step(self, step: Callable[[], tuple[str, ...]]) -> None:
        self._said, self.typed = "", ("", 0, "")
        before = self.chosen_id
        names = step()
        if names:
            self.spot = self._changed_spot(before, names)
        self.refresh()
        self.chosenChanged.emit()
        self.edited.emit()

    def _changed_spot(self, before: str, names: tuple[str, ...]) -> Spot:
        """Where the slide that was chosen is after some files were changed; or else what was changed in them."""
        files = (self.spot.file, *names) if self.spot.file in names else names
        file = next((name for name in files if name.endswith(".yaml")), "")
        for name in (file, *names) if before and self.chosen_id != before else ():
            for place, entry in enumerate(self._listed_in(name)):
                if isinstance(entry, dict) and str(entry.get("id")) == before:
                    return Spot(name, place)
        count = len(self._listed_in(file))
        if file and self.session.content(file) is None:
            return ADVISER if file == ADVISER.file else THEMES if Spot(file).theme else DECK
        if not file or (file == self.spot.file and self.spot.place < count):
            return self.spot
        if file != self.spot.file:
            return Spot(file, 0 if count and file != DECK.file else -1)
        return Spot(file, count - 1) if count else Spot(file)

    def _listed_in(self, file: str) -> list[Any]:
        """The slides of a platform's file, or the adviser's questions."""
        listed = self.files.value(file, (Spot(file).listed,)) if file.endswith(".yaml") else None
        return listed if isinstance(listed, list) else []

    @Slot(result=bool)
    def save(self) -> bool:
        """Write what was changed; whether all is saved now."""
        if not self._writable:
            return False
        self._said = ""
        try:
            self.session.save()
        except Conflict as conflict:
            self.sheets.tell_theirs(conflict.names)
        except OSError as error:
            self._said = self.listing.word("save_failed", reason=in_language(why(error), self.language))
        self.refresh()
        return not self.session.changed

    @Slot()
    def look(self) -> None:
        """Somebody may have changed the files elsewhere meanwhile."""
        if self.session.look():
            self.stale = True
            self.refresh()
            self.edited.emit()

    @Slot(result=bool)
    def mayClose(self) -> bool:
        """Whether nothing would be lost; if it would, it is asked."""
        if self.session.changed and self._writable:
            self.sheets.show("leave")
            return False
        return True

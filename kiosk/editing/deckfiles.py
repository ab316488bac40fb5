"""A deck as its files say it, sound or not, and the changes that an editor makes in them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Hashable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kiosk.deck.folder import ADVISER_FILE, DECK_FILE, SOURCES_FILE
from kiosk.deck.marks import Document, read_document
from kiosk.deck.problems import At, DeckError
from kiosk.deck.scalars import resolve
from kiosk.deck.spreadsheet import Sheet
from kiosk.deck.told import Named
from kiosk.editing import splice, templates
from kiosk.editing.cells import Cells
from kiosk.editing.entries import dicts, found, missing
from kiosk.editing.form import options_of
from kiosk.editing.layout import EditError
from kiosk.editing.session import Session
from kiosk.sentences import said_by, sentence

ENDINGS: Final = {
    "pictures": (".png", ".jpg", ".jpeg", ".webp"),
    "grounds": (".geojson", ".json"),
    "films": (".mp4", ".webm"),
}
"""How the names of a deck's files end, by what they are."""
_TABLES: Final = (".csv", ".tsv", ".txt")
_RESERVED: Final = frozenset({DECK_FILE, SOURCES_FILE, ADVISER_FILE})
_MOST_FILES: Final = 2_000
THEMES: Final = "themes/"
"""The folder of a deck's own themes."""


@dataclass(frozen=True, slots=True)
class PlatformFile:
    """A platform as far as its file can be read."""

    file: str
    name: Any
    """As the file has it: a text, or one for each language."""
    group: str
    slides: tuple[Any, ...]
    broken: str = ""
    """Why nothing in the file can be edited; "" where it can."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table to edit."""

    rows: tuple[tuple[str, ...], ...]
    """The first one has the columns' names."""
    file: str = ""
    """Where it is not in the slide file itself."""
    fixed: bool = False
    """Whether it is a workbook, or cannot be read, and so cannot be changed here."""
    workbook: bool = False
    """Whether it is a workbook that can be read, and so can be made a CSV file."""


class DeckFiles:
    """Reads and changes the files of a session."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._books: dict[tuple[Named, bytes], Sheet] = {}
        """The table of a workbook that was asked for last."""
        self._read: dict[str, tuple[bytes | None, Document | None, str]] = {}

    # What the files say

    def document(self, name: str) -> Document:
        """A file's values and their places. Raises EditError where it cannot be read."""
        content = self.session.content(name)
        if name not in self._read or self._read[name][0] != content:
            document, wrong = None, ""
            try:
                document = read_document(self.session.coded(name).text)
            except (DeckError, EditError) as error:
                wrong = said_by(error) or sentence("the file cannot be read")
            self._read[name] = (content, document, wrong)
        _, document, wrong = self._read[name]
        if document is None:
            raise EditError(wrong)
        return document

    def tree(self, name: str) -> dict[str, Any]:
        """What a file says; nothing where it cannot be read."""
        with suppress(EditError):
            value = self.document(name).value
            if isinstance(value, dict):
                return value
        return {}

    def value(self, name: str, at: At) -> Any:
        """What a file says at a place; None where it says nothing there."""
        value: Any = self.tree(name)
        for step in at:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    @property
    def languages(self) -> tuple[str, ...]:
        """The deck's languages; English where it does not say."""
        raw = self.tree(DECK_FILE).get("languages")
        return tuple(str(each) for each in raw) if isinstance(raw, list) and raw else ("en",)

    def names(self) -> list[str]:
        """Every file of the deck, saved or not, by its path in the folder."""
        folder, names = self.session.folder, []
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and not any(part.startswith(".") for part in name.split("/")):
                names.append(name)
            if len(names) > _MOST_FILES:
                break
        return self._as_changed(names)

    def _as_changed(self, names: Iterable[str]) -> list[str]:
        """The files that are on the disk, and those that are not saved yet."""
        changed = self.session.changed
        return sorted(
            {name for name in names if changed.get(name, b"") is not None} | {n for n, c in changed.items() if c}
        )

    def pictures(self) -> list[str]:
        """The deck's pictures."""
        return self.files_of("pictures")

    def files_of(self, what: str) -> list[str]:
        """The deck's files of a kind of `ENDINGS`."""
        return [name for name in self.names() if name.lower().endswith(ENDINGS[what])]

    def themes(self) -> list[str]:
        """The files of the deck's own themes."""
        paths = [path for path in (self.session.folder / THEMES).glob("*.yaml") if not path.name.startswith(".")]
        names = self._as_changed(f"{THEMES}{path.name}" for path in paths)
        return [name for name in names if name.startswith(THEMES) and name.endswith(".yaml")]

    def platforms(self) -> list[PlatformFile]:
        """The platforms in the order in which visitors meet them."""
        groups = [str(each.get("id")) for each in dicts(self.tree(DECK_FILE).get("groups"))]
        files = [n for n in self.names() if n.endswith(".yaml") and "/" not in n and n not in _RESERVED]
        return sorted(map(self._platform, files), key=lambda each: self._rank(each, groups))

    def _platform(self, file: str) -> PlatformFile:
        try:
            raw = self.document(file).value
        except EditError as wrong:
            return PlatformFile(file, Path(file).stem, "", (), str(wrong))
        raw = raw if isinstance(raw, dict) else {}
        slides = raw.get("slides")
        listed = tuple(slides) if isinstance(slides, list) else ()
        return PlatformFile(file, raw.get("name") or Path(file).stem, str(raw.get("group", "")), listed)

    def _rank(self, platform: PlatformFile, groups: list[str]) -> tuple[int, float, str]:
        order = self.tree(platform.file).get("order", 0)
        rank = groups.index(platform.group) if platform.group in groups else -1
        return rank, float(order) if isinstance(order, int | float) else 0.0, Path(platform.file).stem

    def slide_ids(self) -> set[str]:
        """The ids of all slides."""
        return {str(slide.get("id")) for each in self.platforms() for slide in dicts(each.slides)}

    def questions(self) -> list[dict[str, Any]]:
        """The adviser's questions as far as they have keys; none where nobody is advised."""
        return list(dicts(self.tree(ADVISER_FILE).get("questions")))

    def answer_ids(self) -> set[str]:
        """The ids of all answers to the adviser's questions."""
        return {str(answer.get("id")) for each in self.questions() for answer in dicts(each.get("answers"))}

    def sources(self) -> dict[str, Any]:
        """The deck's sources by their ids."""
        return self.tree(SOURCES_FILE)

    def place_of(self, name: str, line: int, column: int) -> At:
        """The entry of a file that a line and a column are in."""
        with suppress(EditError):
            document = self.document(name)
            places = [
                (mark.line, mark.column, len(at), at) for at, mark in (*document.keys.items(), *document.marks.items())
            ]
            before = [place for place in places if place[:2] <= (line, column)]
            if before:
                return max(before, key=lambda place: place[:3])[3]
        return ()

    def line_of(self, name: str, at: At) -> int:
        """The line of a file that an entry begins in; the first one where that is not known."""
        with suppress(EditError):
            document = self.document(name)
            mark = document.keys.get(at) or document.marks.get(at)
            return mark.line if mark else 1
        return 1

    # Changes

    def put(self, name: str, at: At, value: Any, order: tuple[str, ...] = (), topic: Hashable = None) -> bool:
        """Say something at a place, whose entry is made where it is not there. Raises EditError."""
        coded = self.session.base(name, topic)
        before = splice.tree(coded.text)
        while len(at) > 1 and isinstance(at[-1], str) and missing(before, at[:-1]):
            at, value, order = at[:-1], {at[-1]: value}, ()
        return self.session.change({name: coded.with_text(splice.put(coded.text, at, value, order))}, topic)

    def drop(self, name: str, at: At, topic: Hashable = None) -> bool:
        """Say nothing at a place any more; whether anything was said. Raises EditError."""
        coded = self.session.base(name, topic)
        text = coded.text
        if not missing(splice.tree(text), at):
            text = splice.drop(text, at)
        return self.session.change({name: coded.with_text(text)}, topic)

    def say(self, name: str, at: At, language: str, text: str, *, order: tuple[str, ...], needed: bool) -> bool:
        """Have a text say something in one language. An empty one that is not needed goes. Raises EditError."""
        topic = (name, at, language)
        before = found(splice.tree(self.session.base(name, topic).text), at)
        texts: Any = text
        if isinstance(before, dict):
            texts = {str(key): "" if each is None else str(each) for key, each in before.items()} | {language: text}
        elif len(self.languages) > 1:
            old = "" if before is None else str(before).strip()
            texts = old if text == old else {each: text if each == language else old for each in self.languages}
        empty = not any(texts.values()) if isinstance(texts, dict) else not texts
        if empty and not needed:
            return self.drop(name, at, topic)
        if isinstance(before, dict):
            return self.put(name, (*at, language), text, self.languages, topic)
        return self.put(name, at, texts, order, topic)

    def enter(self, name: str, at: At, text: str, *, number: bool, order: tuple[str, ...], needed: bool) -> bool:
        """Have a single value be what somebody typed. Raises EditError."""
        topic = (name, at, "")
        if not text and not needed:
            return self.drop(name, at, topic)
        old = self.value(name, at)
        value: Any = text
        if number or (old is not None and not isinstance(old, str)):
            value = resolve(text) if text and resolve(text) is not None else text
        return self.put(name, at, value, order, topic)

    def choose_kind(self, name: str, at: At, kind: str) -> bool:
        """Have a chart be of another kind; options that this kind does not have go. Raises EditError."""
        if not isinstance(self.value(name, at), dict):
            return self.put(name, (*at, "kind"), kind)
        coded = self.session.coded(name)
        text = splice.put(coded.text, (*at, "kind"), kind)
        options = found(splice.tree(text), (*at, "options"))
        for option in list(options) if isinstance(options, dict) else ():
            if option not in options_of(kind):
                text = splice.drop(text, (*at, "options", option))
        return self.session.change({name: coded.with_text(text)})

    def text_change(self, name: str, make: Callable[[str], str]) -> bool:
        """Have a file's text be what is made of it, as one change. Raises EditError."""
        coded = self.session.coded(name)
        return self.session.change({name: coded.with_text(make(coded.text))})

    def add_slide(self, file: str, place: int, layout: str) -> bool:
        """A new slide of a layout at a place of a platform. Raises EditError."""
        wanted = templates.free(f"{Path(file).stem}-{layout}", self.slide_ids())
        pictures = self.pictures()
        new = templates.slide(layout, wanted, self.languages, self._source(), pictures[0] if pictures else "")
        return self.text_change(file, lambda text: splice.insert(text, ("slides", place), new))

    def add_item(self, file: str, at: At, order: tuple[str, ...]) -> bool:
        """One more at the end of a list. Raises EditError."""
        pictures = self.pictures()
        new = templates.item(str(at[-1]), self.languages, self._source(), pictures[0] if pictures else "")
        items = self.value(file, at)
        if isinstance(new, dict) and new.get("id"):
            taken = self.answer_ids() if at[-1] == "answers" else {str(each.get("id")) for each in dicts(items)}
            new["id"] = templates.free(new["id"], taken)
        if isinstance(items, list) and items:
            return self.text_change(file, lambda text: splice.insert(text, (*at, len(items)), new))
        return self.put(file, at, [new], order)

    def add_source(self) -> str:
        """A new source at the end of them; its id. Raises EditError."""
        name = templates.free("source", self.sources())
        new = templates.source(self.languages)
        if self.sources():
            self.put(SOURCES_FILE, (name,), new)
        else:
            self.session.change({SOURCES_FILE: "".join(splice.lines({name: new})).encode()})
        return name

    def duplicate(self, file: str, place: int) -> bool:
        """A slide once more behind itself, with an id of its own. Raises EditError."""
        taken = self.slide_ids()
        wanted = templates.free(str(self.value(file, ("slides", place, "id"))), taken)
        return self.text_change(file, lambda text: splice.duplicate(text, ("slides", place), {"id": wanted}))

    def add_platform(self, name: str, group: str) -> str:
        """A platform of its own file, with a cover; the file's name."""
        taken = {Path(each).stem for each in self.names() if each.endswith(".yaml")}
        stem = templates.free(name, taken)
        new = templates.platform(self.languages, group, templates.free(stem, self.slide_ids()))
        text = "".join(splice.lines(new))
        self.session.change({f"{stem}.yaml": text.encode()})
        return f"{stem}.yaml"

    def _source(self) -> str:
        return next(iter(self.sources()), "")

    # Tables

    def grid(self, file: str, at: At) -> Grid:
        """The table that stands at a place, or is named there."""
        raw = self.value(file, at)
        if isinstance(raw, dict) and "file" not in raw:
            columns, rows = raw.get("columns"), raw.get("rows")
            head = tuple(map(_cell, columns)) if isinstance(columns, list) else ()
            body = [tuple(map(_cell, row)) for row in rows if isinstance(row, list)] if isinstance(rows, list) else []
            return Grid((head, *body), fixed=not head)
        name = str(raw.get("file", "")) if isinstance(raw, dict) else str(raw or "")
        if name.lower().endswith(_TABLES):
            with suppress(EditError):
                rows_ = Cells(self.session.coded(name).text).rows()
                if rows_:
                    return Grid(tuple(map(tuple, rows_)), name)
        book = self._book(raw)
        if book:
            return Grid((book[0], *(tuple(map(_plain, row)) for row in book[1])), name, fixed=True, workbook=True)
        return Grid((), name, fixed=True)

    def _book(self, raw: Any) -> Sheet | None:
        """The table in a workbook that a slide names; None where it is none that can be read."""
        with suppress(DeckError, OSError):
            named = Named.read(raw)
            content = self.session.content(named.file) if named.is_workbook else None
            if content is not None and (named, content) not in self._books:
                self._books = {(named, content): named.sheet_in(self.session.folder / named.file)}
            return self._books.get((named, content)) if content is not None else None
        return None

    def make_csv(self, file: str, at: At) -> bool:
        """A table in a workbook becomes a CSV file beside it, which the slide names from now on. Raises EditError."""
        grid = self.grid(file, at)
        if not grid.workbook:
            raise EditError("there is no workbook that can be read")
        taken = {name.rpartition(".")[0] for name in self.names() if name.lower().endswith(_TABLES)}
        name = f"{templates.free(grid.file.rpartition('.')[0], taken)}.csv"
        written = io.StringIO()
        csv.writer(written, lineterminator="\n").writerows(grid.rows)
        slide = self.session.coded(file)
        text = splice.put(slide.text, at, name)
        return self.session.change({name: written.getvalue().encode(), file: slide.with_text(text)})

    def set_cells(self, file: str, at: At, cells: Mapping[tuple[int, int], str], topic: Hashable = None) -> bool:
        """Have cells of a table say something else; rows beyond the last one are new ones. Raises EditError."""
        grid = self.grid(file, at)
        if grid.fixed:
            return False
        width = len(grid.rows[0])
        inside = sorted((row, column, said) for (row, column), said in cells.items() if column < width)
        where = grid.file or file
        coded = self.session.base(where, topic)
        text = coded.text
        for row, column, said in inside:
            text = Cells(text).put(row, column, said) if grid.file else _put_cell(text, at, row, column, said, width)
        return self.session.change({where: coded.with_text(text)}, topic)

    def add_row(self, file: str, at: At, after: int) -> bool:
        """An empty row behind another; a CSV file takes none that is empty, so it gets a dash. Raises EditError."""
        grid = self.grid(file, at)
        row = ["–", *[""] * (len(grid.rows[0]) - 1)]
        if grid.file:
            return self.text_change(grid.file, lambda text: Cells(text).with_row(row, after))
        typed = [row[0], *[None] * (len(row) - 1)]
        return self.text_change(file, lambda text: splice.insert(text, (*at, "rows", after), typed))

    def drop_row(self, file: str, at: At, row: int) -> bool:
        """One row less, but never the columns' names, nor the last row. Raises EditError."""
        grid = self.grid(file, at)
        if not 0 < row < len(grid.rows) or len(grid.rows) == len(("names", "row")):
            return False
        if grid.file:
            return self.text_change(grid.file, lambda text: Cells(text).without_row(row))
        return self.text_change(file, lambda text: splice.drop(text, (*at, "rows", row - 1)))


def _put_cell(text: str, at: At, row: int, column: int, said: str, width: int) -> str:
    """A slide file's text with another cell in a table that stands in it."""
    if row == 0:
        return splice.put(text, (*at, "columns", column), said)
    rows = found(splice.tree(text), (*at, "rows"))
    if row > len(rows):
        new = [resolve(said) if at_ == column else None for at_ in range(width)]
        return splice.insert(text, (*at, "rows", len(rows)), new)
    return splice.put(text, (*at, "rows", row - 1, column), resolve(said) if said else "")


def _plain(cell: str | float | None) -> str:
    """A workbook's cell as it is written into a CSV file: a whole number without a point."""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    return cell or ""


def _cell(value: Any) -> str:
    return "" if value is None else str(value)

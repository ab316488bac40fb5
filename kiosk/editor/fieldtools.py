"""What can be done with the fields of the form."""

from __future__ import annotations

import re
from collections.abc import Hashable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.editing import splice
from kiosk.editing.deckfiles import ENDINGS
from kiosk.editing.form import Field, Kind
from kiosk.editor.listing import key_of
from kiosk.editor.spot import ADVISER, SOURCES

if TYPE_CHECKING:
    from kiosk.editor.editor import Editor

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1

_LARGEST: Final = 64 << 20
"""Bytes of a file that is dropped: it is kept in memory until it is saved."""
_HEX: Final = re.compile(r"[0-9a-fA-F]{6}([0-9a-fA-F]{2})?")
"""A colour without the sign before it."""


@QmlElement
@QmlUncreatable("The editor comes from Python")
class FieldTools(QObject):  # type: ignore[operator]
    """Changes the fields of what is chosen, each by its key."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor

    @Slot(str, int, str)
    def say(self, key: str, number: int, text: str) -> None:
        """A text in one of the deck's languages."""
        field = self._editor.field(key)
        if field is None:
            return
        self._editor.typed = (key, number, text)
        language, file = self._editor.files.languages[number], self._editor.spot.file
        self._editor.do(
            lambda: self._editor.files.say(
                file, field.at, language, text.strip(), order=field.order, needed=field.needed
            )
        )

    @Slot(str, str)
    def enter(self, key: str, text: str) -> None:
        """A single value as it was typed."""
        field = self._editor.field(key)
        if field is None:
            return
        self._editor.typed = (key, 0, text)
        file = self._editor.spot.file
        if field.kind is Kind.RAW:
            coded = self._editor.session.coded(file)
            self._editor.do(lambda: self._editor.session.change({file: coded.with_text(text)}, (file, "text")))
            return
        if field.kind is Kind.NAMES:
            names = [each.strip() for each in re.split(r"[,，]", text) if each.strip()]
            topic: Hashable = (file, field.at, "")
            done = (
                (lambda: self._editor.files.put(file, field.at, names, field.order, topic))
                if names
                else (lambda: self._editor.files.drop(file, field.at, topic))
            )
            self._editor.do(done)
            return
        if field.kind is Kind.COLOUR and _HEX.fullmatch(text.strip()):
            text = f"#{text.strip()}"
        number = field.kind is Kind.NUMBER
        self._editor.do(
            lambda: self._editor.files.enter(
                file, field.at, text.strip(), number=number, order=field.order, needed=field.needed
            )
        )

    @Slot(str, str)
    def pick(self, key: str, value: str) -> None:
        """One of several values."""
        field, file = self._editor.field(key), self._editor.spot.file
        self._editor.session.pause()
        if field is None:
            return
        if field.kind is Kind.CHART:
            self._editor.do(lambda: self._editor.files.choose_kind(file, field.at[:-1], value))
        elif field.kind is Kind.PICKS:
            listed = [str(each) for each in field.value] if isinstance(field.value, list) else []
            if value not in listed:
                self._put(file, field, [*listed, value])
        elif value == "" and not field.needed:
            self._editor.do(lambda: self._editor.files.drop(file, field.at))
        else:
            self._put(file, field, value)

    def _put(self, file: str, field: Field, value: Any) -> None:
        old = field.value
        if isinstance(value, list) and isinstance(old, list) and value[:-1] == [str(each) for each in old]:
            self._editor.do(
                lambda: self._editor.files.text_change(
                    file, lambda text: splice.insert(text, (*field.at, len(old)), value[-1])
                )
            )
            return
        self._editor.do(lambda: self._editor.files.put(file, field.at, value, field.order))

    @Slot(str, str)
    def unpick(self, key: str, value: str) -> None:
        """One value less."""
        field, file = self._editor.field(key), self._editor.spot.file
        if field is not None and isinstance(field.value, list) and value in map(str, field.value):
            place = [str(each) for each in field.value].index(value)
            self._editor.do(lambda: self._editor.files.drop(file, (*field.at, place)))

    @Slot(str)
    def add(self, key: str) -> None:
        """One more for a list, or what belongs under a heading."""
        field, file = self._editor.field(key), self._editor.spot.file
        if field is None:
            return
        self._editor.session.pause()
        if self._editor.spot == SOURCES:
            self.addSource()
        elif self._editor.spot == ADVISER:
            self._editor.slide_tools.addQuestion()
        elif field.kind is Kind.LIST:
            self._editor.do(lambda: self._editor.files.add_item(file, field.at, field.order))
        else:
            self._editor.offer(field.at)

    def addSource(self) -> None:
        """A new source, whose title is typed next."""
        names: list[str] = []
        if self._editor.do(lambda: names.append(self._editor.files.add_source())):
            self._editor.want(key_of((names[0], "title")))

    @Slot(str, str)
    def more(self, key: str, name: str) -> None:
        """Offer a field that the file does not have yet."""
        field = self._editor.field(key)
        if field is not None:
            at = (*field.at[:-1], name)
            self._editor.offer(at)
            added = self._editor.fields.get(key_of(at))
            if added and added.kind is Kind.LIST and not added.value:
                self.add(key_of(at))
            keys = list(self._editor.fields)
            heads = added is not None and added.kind is Kind.HEAD
            self._editor.want(keys[keys.index(key_of(at)) + 1] if heads else key_of(at))

    @Slot(str)
    def remove(self, key: str) -> None:
        """What stands under a heading goes, or one of a list."""
        field, file = self._editor.field(key), self._editor.spot.file
        if field is not None:
            self._editor.session.pause()
            self._editor.opened = {each for each in self._editor.opened if each != (file, field.at)}
            self._editor.do(lambda: self._editor.files.drop(file, field.at))

    @Slot(str, int)
    def shift(self, key: str, by: int) -> None:
        """One of a list goes further up or down."""
        field, file = self._editor.field(key), self._editor.spot.file
        place = field.at[-1] if field is not None else ""
        if field is not None and isinstance(place, int) and 0 <= place + by < int(field.value):
            moved = partial(splice.move, at=field.at, to=place + by)
            self._editor.do(lambda: self._editor.files.text_change(file, moved))

    @Slot(str, QUrl)
    def bring(self, key: str, url: QUrl) -> None:
        """A picture or another file from elsewhere: copied into the deck with the next save."""
        field, path, listing = self._editor.field(key), Path(url.toLocalFile()), self._editor.listing
        if field is None or not path.is_file():
            return
        endings = ENDINGS[field.among or "pictures"]
        if path.suffix.lower() not in endings:
            self._editor.tell(listing.word("wrong_kind", file=path.name, endings=listing.in_a_row(endings)))
            return
        if path.stat().st_size > _LARGEST:
            self._editor.tell(listing.word("too_large", file=path.name))
            return
        taken = {*self._editor.files.names()}
        name, number = path.name.lower().replace(" ", "-"), 2
        while name in taken and self._editor.session.content(name) != path.read_bytes():
            name, number = f"{path.stem.lower().replace(' ', '-')}-{number}{path.suffix.lower()}", number + 1
        coded = self._editor.session.coded(self._editor.spot.file)
        file = self._editor.spot.file
        self._editor.do(
            lambda: self._editor.session.change(
                {name: path.read_bytes(), file: coded.with_text(splice.put(coded.text, field.at, name, field.order))}
            )
        )

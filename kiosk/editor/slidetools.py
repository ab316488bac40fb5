"""What can be done with slides, the adviser's questions, and platforms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.deck.model import Deck
from kiosk.editing import asking, moving, ownthemes, splice
from kiosk.editor.choices import said
from kiosk.editor.listing import key_of
from kiosk.editor.spot import ADVISER, DECK, SOURCES, THEMES, Spot

if TYPE_CHECKING:
    from kiosk.editor.editor import Editor

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1

_NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@QmlElement
@QmlUncreatable("The editor comes from Python")
class SlideTools(QObject):  # type: ignore[operator]
    """Adds, copies, moves, hides and deletes them."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor

    @Slot()
    def add(self) -> None:
        """One more of what is chosen: of slides, whose layout is asked for, of questions or of themes."""
        spot = self._editor.spot
        if spot.asks:
            self.addQuestion()
        elif spot == THEMES or spot.theme:
            self._add_theme(spot.theme or str(self._editor.files.value(DECK.file, ("theme",)) or Deck.theme))
        else:
            self._editor.sheets.askForLayout()

    def addQuestion(self) -> None:
        """A new question behind the one that is chosen, or at the end; what it asks is typed next."""
        spot = self._editor.spot
        place = spot.place + 1 if spot.place >= 0 else self._count(ADVISER)
        if self._editor.do(lambda: asking.add_question(self._editor.files, place)):
            self._editor.choose(Spot(ADVISER.file, place).id)
            self._editor.want(key_of(("questions", place, "text")))

    def _add_theme(self, like: str) -> None:
        """A copy of a theme, which the deck has from now on."""
        made: list[str] = []
        if self._editor.do(lambda: made.append(ownthemes.add_theme(self._editor.files, like))):
            self._editor.choose(Spot(made[0]).id)

    def _count(self, spot: Spot) -> int:
        """How many slides or questions the file of a spot has."""
        listed = self._editor.files.value(spot.file, (spot.listed,))
        return len(listed) if isinstance(listed, list) else 0

    @Slot(str)
    def addSlide(self, layout: str) -> None:
        """A new slide behind the one that is chosen, or at the end of the platform that is."""
        self._editor.sheets.close()
        spot = self._editor.spot
        if spot in {DECK, SOURCES, THEMES} or spot.asks or spot.theme:
            return
        place = spot.place + 1 if spot.place >= 0 else self._count(spot)
        if self._editor.do(lambda: self._editor.files.add_slide(spot.file, place, layout)):
            self._editor.choose(Spot(spot.file, place).id)

    @Slot()
    def duplicate(self) -> None:
        spot, files = self._editor.spot, self._editor.files
        if spot.theme:
            self._add_theme(spot.theme)
            return
        if self._editor.platform_chosen:
            made: list[str] = []
            if self._editor.do(lambda: made.append(moving.duplicate_platform(files, spot.file))):
                self._editor.choose(Spot(made[0]).id)
            return
        again = (
            partial(asking.duplicate_question, files, spot.place)
            if spot.asks
            else partial(files.duplicate, spot.file, spot.place)
        )
        if self._editor.do(again):
            self._editor.choose(Spot(spot.file, spot.place + 1).id)

    @Slot()
    def hide(self) -> None:
        """Hide the chosen slide from visitors, or show it to them again."""
        spot, at = self._editor.spot, (*self._editor.spot.at, "hidden")
        if not spot.is_slide:
            return
        if self._editor.slideHidden:
            self._editor.do(lambda: self._editor.files.drop(spot.file, at))
        else:
            self._editor.do(lambda: self._editor.files.put(spot.file, at, "true", ("id", "layout", "title", "hidden")))

    @Slot()
    def deleteSlide(self) -> None:
        """What is chosen goes; the last slide of a platform takes its file along, the last question the adviser."""
        spot = self._editor.spot
        if spot.theme:
            self._editor.do(lambda: ownthemes.drop_theme(self._editor.files, spot.file))
            self._editor.choose(THEMES.id)
        elif self._editor.platform_chosen:
            self._delete_platform(spot.file)
        if spot.place < 0:
            return
        count = self._count(spot)
        if count == 1:
            self._editor.do(lambda: self._editor.session.change({spot.file: None}))
            self._editor.choose((ADVISER if spot.asks else DECK).id)
            return
        if self._editor.do(lambda: self._editor.files.drop(spot.file, spot.at)):
            self._editor.choose(Spot(spot.file, min(spot.place, count - 2)).id)

    def _delete_platform(self, file: str) -> None:
        """A platform goes with all its slides, which is told, since it is a single tap."""
        name = said(self._editor.files.value(file, ("name",)), self._editor.language) or file
        self._editor.do(lambda: self._editor.session.change({file: None}))
        self._editor.choose(DECK.id)
        self._editor.tell(self._editor.listing.word("platform_gone", platform=name))

    @Slot(str, str, bool)
    def drop(self, name: str, target: str, below: bool) -> None:
        """A slide or a question was dropped above or below another, or onto a platform, whose first one it becomes."""
        spot, to = Spot.of(name), Spot.of(target)
        if spot.file != to.file:
            self._send(spot, Spot(to.file, to.place + below if to.place >= 0 else 0))
        else:
            self.move(name, Spot(to.file, max(0, to.place)).id)

    @Slot(str)
    def send(self, file: str) -> None:
        """The chosen slide goes to the end of another platform."""
        self._editor.sheets.close()
        self._send(self._editor.spot, Spot(file, self._count(Spot(file))))

    def _send(self, spot: Spot, to: Spot) -> None:
        """A slide goes to a place of another platform; told is what that changes beside."""
        editor, files = self._editor, self._editor.files
        if not spot.is_slide or to.asks or to.file not in {each.file for each in files.platforms()}:
            return
        if self._count(spot) == 1:
            editor.tell(editor.listing.word("last_slide"))
            return
        if editor.do(lambda: moving.send(files, spot.file, spot.place, to.file, to.place)):
            editor.choose(to.id)
            editor.tell(("" if editor.language.startswith("zh") else " ").join(self._changed_beside(spot, to)))

    def _changed_beside(self, spot: Spot, to: Spot) -> Iterator[str]:
        """What else is different since a slide went from one platform to another."""
        editor, files = self._editor, self._editor.files
        if files.value(to.file, (*to.at, "layout")) == "profile":
            yield editor.listing.word("moved_profile")
        routes = [said(title, editor.language) for title in moving.routes_through(files, spot.file, to.file)]
        if routes:
            yield editor.listing.word("moved_routes", names=editor.listing.in_a_row(routes))

    def move(self, name: str, target: str) -> None:
        """A slide takes the place of another one of its platform; so does a question."""
        spot, to = Spot.of(name), Spot.of(target)
        if spot.file == to.file and spot.place >= 0 <= to.place != spot.place:
            moved = partial(splice.move, at=spot.at, to=to.place)
            if self._editor.do(lambda: self._editor.files.text_change(spot.file, moved)):
                self._editor.choose(to.id)

    @Slot(int)
    def step(self, by: int) -> None:
        """The chosen slide goes further up or down in its platform, or a platform in its group."""
        spot = self._editor.spot
        if self._editor.platform_chosen:
            self._editor.do(lambda: moving.shift_platform(self._editor.files, spot.file, by))
            return
        if 0 <= spot.place + by < self._count(spot):
            self.move(spot.id, Spot(spot.file, spot.place + by).id)

    @Slot(str)
    def addPlatform(self, name: str) -> None:
        """A new platform in the group of the chosen one, in a file of that name."""
        name = name.strip().lower().replace(" ", "-")
        if not _NAME.fullmatch(name):
            return
        self._editor.sheets.close()
        group = str(self._editor.files.tree(self._editor.spot.file).get("group") or "")
        made: list[str] = []
        if self._editor.do(lambda: made.append(self._editor.files.add_platform(name, group))):
            self._editor.choose(Spot(made[0], 0).id)

"""The panel's import as QML reads it: the packed decks on sticks, what one would change, and what became of it."""

from __future__ import annotations

import errno
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.deck.problems import Problem
from kiosk.deck.shown import Shown
from kiosk.packing.fault import PackError
from kiosk.packing.found import Found, packed_on
from kiosk.packing.offer import Bringing, Broken, End, Preview, Step, Unpacked, bring_back, has_previous
from kiosk.place import Desk
from kiosk.sentences import listed, said_by, why
from kiosk.stage.owndeck import OwnDeck, own_deck, show_own
from kiosk.stage.panelpage import PanelPage
from kiosk.stage.rows import Rows

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1

PACKED: Final = ("at", "name", "more", "sound")
CHANGE: Final = ("kind", "what", "more")
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_CLOSED: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@QmlElement
class DeckImport(PanelPage):
    """One page: a list of packed decks; then one of them being unpacked, looked at, taken or not."""

    _told = Signal(int, object)
    changed = Signal()
    desk = Desk.IMPORT

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = "list"
        self._said = ""
        self._strong = False
        self._share = 0.0
        self._again = False
        self._found: list[Found] = []
        self._file = Path()
        self._target = Path()
        self._own = OwnDeck(self._target, is_shown=True, is_new=False)
        self._asked = 0
        """Counts what was asked for: what is told of something older is not heard any more."""
        self._note = ""
        """What is said above the list."""
        self._rows = Rows(PACKED, self)
        self._changes = Rows(CHANGE, self)
        self._work: Bringing | None = None
        self._told.connect(self._hear)

    def _begin(self) -> None:
        assert self._stage is not None  # noqa: S101 - there is no page without a stage
        operating = self._operating()
        self._own = own_deck(self._stage, operating, operating.settings.deck if operating else "")
        self._target = self._own.folder
        self.look()

    # The list

    @Slot()
    def look(self) -> None:
        """Look at the sticks again."""
        operating = self._operating()
        self._page, self._said = "list", self._words.import_looks if operating else self._words.import_none
        self._found = []
        self._rows.fill([])
        self.changed.emit()
        if operating is None:
            return
        keys = operating.settings.keys
        operating.aside(lambda: (packed_on(operating.drives(), keys), has_previous(self._target)), self._list)

    def _list(self, result: tuple[list[Found], bool]) -> None:
        found, self._again = result
        if self._page != "list":
            return
        self._found = found
        self._said = self._note or ("" if found else self._words.import_none)
        self._note = ""
        language = self._words_language()
        self._rows.fill([self._packed(at, each, language) for at, each in enumerate(found)])
        self.changed.emit()

    @Slot(int)
    def choose(self, at: int) -> None:
        """Look at one of the list."""
        operating = self._operating()
        if operating is None or not 0 <= at < len(self._found):
            return
        self._file = self._found[at].file
        settings = operating.settings
        if settings.problems and not settings.keys:
            self._fail(self._words.refused["settings"], settings.problems[:1])
            return
        self._turn_to("work", self._words.unpacking.format(done=0, total="…"))
        asked = self._asked

        def tell(step: Step) -> None:
            with suppress(RuntimeError):  # the page closed meanwhile
                self._told.emit(asked, step)

        language, before = self._words_language(), self._work
        self._work = Bringing(self._file, self._target, settings.keys, language, tell, before)
        self._under_way.work = self._work

    def _words_language(self) -> str:
        return self._stage.place.language if self._stage else ""

    # What is told of it

    @Slot(int, object)
    def _hear(self, asked: int, step: Step) -> None:
        if asked != self._asked:
            return
        words = self._words
        if isinstance(step, Unpacked):
            self._share = step.done / max(1, step.total)
            self._said = words.unpacking.format(done=step.done, total=step.total)
            if step.done == step.total:
                self._said = words.checking
            self._keep_open()
            self.changed.emit()
        elif isinstance(step, Preview):
            self._preview(step)
        elif isinstance(step, Broken):
            self._fail(words.refused["errors"].format(count=len(step.problems)), step.problems)
        elif isinstance(step, Exception):
            self._fail(self._reason(step, self._target))
        else:
            self._finish(step)

    def _preview(self, preview: Preview) -> None:
        words, changes = self._words, preview.changes
        if preview.same:
            self._under_way.cancel()
            self._asked += 1
            self._turn_to("done", words.same_deck)
            return
        older = words.older.format(made=_when(preview.made), there=_when(preview.newer_there))
        count = words.will_change.format(count=len(changes)) if changes else words.unseen_change
        self._turn_to("preview", f"{preview.title}\n{words.packed_at.format(made=_when(preview.made))}  ·  {count}")
        if preview.newer_there:
            self._said, self._strong = f"{preview.title}\n{older} {count}", True
        self._changes.fill(
            [
                {
                    "kind": words.change_kinds[each.kind],
                    "what": f"{words.change_parts[each.part]} {self.in_words(each.name)}".rstrip(),
                    "more": self.in_words(listed("; ", filter(None, (each.home, *each.details)))),
                }
                for each in changes
            ]
        )
        self.changed.emit()

    def _fail(self, reason: str, problems: tuple[Problem, ...] = ()) -> None:
        self._turn_to("done", self._words.not_imported.format(file=self._file.name, reason=reason))
        self._strong = True
        self._changes.fill(
            [
                {"kind": "", "what": self.in_words(each.message), "more": f"{each.path.name}:{each.line}:{each.column}"}
                for each in problems
            ]
        )
        self.changed.emit()

    def _finish(self, end: End) -> None:
        """The deck is another one: show it."""
        operating = self._operating()
        self._turn_to("done", self._words.went_back if end is End.BACK else self._words.replaced)
        self._again = True
        self.changed.emit()
        if operating is None:
            return
        show_own(operating, self._own)

    def _turn_to(self, page: str, said: str) -> None:
        self._page, self._said, self._strong, self._share = page, said, False, 0.0
        self._changes.fill([])
        self.changed.emit()

    def _packed(self, at: int, found: Found, language: str) -> Shown:
        """One row of the list."""
        words, manifest = self._words, found.manifest
        if manifest is None:
            reason = self._reason(found.wrong or PackError(), found.file.parent)
            return {"at": at, "name": found.file.name, "more": reason, "sound": False}
        titles = manifest.title
        title = titles.get(language) or next(iter(titles.values()), "") or found.file.name
        more = (found.file.name, words.packed_at.format(made=_when(manifest.made)), words.signed[found.signed.value])
        return {"at": at, "name": title, "more": "  ·  ".join(more), "sound": True}

    def _reason(self, error: Exception, target: Path) -> str:
        """Why not, as one sentence of the operator's language."""
        refused = self._words.refused
        if isinstance(error, PackError):
            return refused[error.why].format(reason=self.in_words(said_by(error)))
        if isinstance(error, OSError):
            if error.errno in _FULL:
                return refused["room"]
            if error.errno in _CLOSED:
                return refused["place"].format(folder=target.parent)
            if error.errno in {errno.EIO, errno.ENOENT, errno.ENODEV, errno.ENXIO}:
                return refused["stick"]
            return refused["other"].format(reason=self.in_words(why(error)))
        return refused["other"].format(reason=said_by(error) or type(error).__name__)

    # What a touch asks

    @Slot()
    def replace(self) -> None:
        """Take what was looked at."""
        if self._page == "preview" and self._work:
            self._page, self._said = "replace", self._words.replaces
            self.changed.emit()
            self._work.take()

    @Slot()
    def goBack(self) -> None:
        """Have the deck from before again."""
        operating = self._operating()
        if operating and self._again:
            self._again = False
            self._turn_to("replace", self._words.replaces)
            asked = self._asked
            operating.aside(lambda: bring_back(self._target), lambda step: self._hear(asked, step))

    @Slot()
    def leave(self) -> None:
        """One step back: from a deck to the list, from the list to the panel."""
        if self._page == "replace":
            return
        self._under_way.cancel()
        self._asked += 1
        if self._page == "list":
            if self._stage is not None:
                self._stage.open_desk(Desk.PANEL)
        else:
            self._note = "" if self._page == "done" else self._words.import_cancelled
            self.look()

    # What is shown

    @Property(str, notify=changed)
    def page(self) -> str:
        """`list`, `work`, `preview`, `replace` or `done`."""
        return self._page

    @Property(str, notify=changed)
    def said(self) -> str:
        """What there is to say above everything else."""
        return self._said

    @Property(bool, notify=changed)
    def warns(self) -> bool:
        """Whether that is something to think about."""
        return self._strong

    @Property(float, notify=changed)
    def share(self) -> float:
        """How much is unpacked, from 0 to 1."""
        return self._share

    @Property(bool, notify=changed)
    def hasPrevious(self) -> bool:
        """Whether there is a deck to go back to."""
        return self._again

    @Property(Rows, constant=True)
    def found(self) -> Rows:
        return self._rows

    @Property(Rows, constant=True)
    def changes(self) -> Rows:
        """What would change, or what is wrong with the deck."""
        return self._changes

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._words.actions["import"]

    @Property(str, notify=changed)
    def cancelName(self) -> str:
        return self._words.cancel

    @Property(str, notify=changed)
    def doneName(self) -> str:
        return self._words.done

    @Property(str, notify=changed)
    def lookName(self) -> str:
        return self._words.look_again

    @Property(str, notify=changed)
    def backName(self) -> str:
        return self._words.way_back

    @Property(str, notify=changed)
    def replaceName(self) -> str:
        return self._words.replace_older if self._strong else self._words.replace


def _when(made: str) -> str:
    """A manifest's time by the clock on the wall."""
    with suppress(ValueError):
        return f"{datetime.fromisoformat(made).astimezone():%Y-%m-%d %H:%M}"
    return made

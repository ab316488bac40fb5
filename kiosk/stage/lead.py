"""The card on which visitors leave their contact, as QML reads it. What is typed stands here and nowhere else."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.deck.lead_words import lead_words
from kiosk.deck.leadkey import of_text
from kiosk.deck.shown import Shown
from kiosk.deck.typeset import tied
from kiosk.leads.complete import REACHED_BY, complaints
from kiosk.leads.lead import LIMITS, lead
from kiosk.moves import LEAD_STEPS
from kiosk.place import LeadStep, Screen
from kiosk.places import state_folder
from kiosk.processes import leave_no_core
from kiosk.stage import keyboard  # noqa: F401 - registers the keyboard of the card
from kiosk.stage.follower import Follower
from kiosk.stage.leadkeeping import NOT_KEPT, LeadKeeping
from kiosk.stage.rows import Rows
from kiosk.stage.stage import Stage

if TYPE_CHECKING:
    from kiosk.deck.model import Leads

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1

FIELD: Final = ("name", "label", "kind", "hint", "complaint", "most", "before")
"""What is asked for, what stands above it, the kind of keyboard, what it needs or is wrong, what was entered before."""
INTEREST: Final = ("platform", "short", "colour", "on")
_KINDS: Final = {"name": "name", "organisation": "text", "email": "email", "phone": "phone", "note": "text"}

leave_no_core()  # from now on there is something in this process's memory that belongs to a visitor


@QmlElement
class LeadCard(Follower):
    """The card of whoever stands before the `stage`. As soon as they leave it, nothing of them is left."""

    changed = Signal()
    entered = Signal()
    """Something was typed or touched: what is complained of, and whether it can be sent, may be another."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = lead_words("")
        self._asked: Leads | None = None
        self._is_here = self._agreed = self._sends = self._tried = self._failed = False
        self._step = LeadStep.NONE
        self._entered: dict[str, str] = {}
        self._interests: list[str] = []
        self._consent = ""
        self._number = NOT_KEPT
        """The contact that was just kept, in the store."""
        self._shown: tuple[Any, ...] = ()
        """What the rows were made from."""
        self._fields = Rows(FIELD, self)
        self._notes = Rows(FIELD, self)
        self._platforms = Rows(INTEREST, self)

    def _follow(self) -> None:
        """Show what the stage's place says; whoever went elsewhere leaves nothing here."""
        stage = self._stage
        if stage is None:
            return
        place = stage.place
        if place.screen is not Screen.LEAD or place.desk or place.show:
            if self._is_here:
                self._is_here = False
                self._clear()
            return
        if not self._is_here:
            self._is_here = True
            self._interests = self._viewed()
        if self._step in LEAD_STEPS and place.lead is not LeadStep.WHO:
            self._tried = True
        self._step = place.lead
        self._read(stage)

    def _read(self, stage: Stage) -> None:
        """Fill the rows, and see what the visitor would agree to: they have not agreed to another text."""
        asked, language = stage.deck.leads, stage.place.language
        self._asked, self._words = asked, lead_words(language)
        consent = asked.consent.say(language) if asked else ""
        if consent != self._consent:
            self._consent, self._agreed = consent, False
        self._read_fields()
        self._read_platforms(stage)
        self.changed.emit()
        self.entered.emit()

    def _read_fields(self) -> None:
        asked = self._asked.ask if self._asked else ()
        names, notes = [name for name in asked if name != "note"], [name for name in asked if name == "note"]
        self._fields.become(names, lambda at: self._field(names[at]))
        self._notes.become(notes, lambda at: self._field(notes[at]))

    def _field(self, name: str) -> Shown:
        words, asked = self._words, self._asked.ask if self._asked else ()
        wrong = self._complaints().get(name, "")
        is_one_of_two = name in REACHED_BY and set(REACHED_BY) <= set(asked)
        hint = words.either if is_one_of_two else words.needed if name in {"name", *REACHED_BY} else ""
        return {
            "name": name,
            "label": words.fields[name],
            "kind": _KINDS[name],
            "hint": hint,
            "most": LIMITS[name],
            "complaint": self._words.wrong[wrong] if wrong and self._tried else "",
            "before": self._entered.get(name, ""),
        }

    def _read_platforms(self, stage: Stage) -> None:
        known = [platform for platform in stage.deck.platforms if platform.slides]
        on = set(self._interests)

        def platform(at: int) -> Shown:
            card = stage.lists.card(known[at])
            return {
                "platform": card["platform"],
                "short": tied(card["short"]),
                "colour": card["colour"],
                "on": known[at].id in on,
            }

        self._platforms.become([each.id for each in known], platform)

    def _viewed(self) -> list[str]:
        """The platforms that were looked at in this visit, in the order in which they were."""
        stage = self._stage
        return list(dict.fromkeys(stage.lists.order[at][0].id for at in stage.seen)) if stage else []

    def _clear(self) -> None:
        """Forget everything, and have the fields made anew, which remember what could be undone."""
        self._entered, self._interests, self._number = {}, [], NOT_KEPT
        self._agreed = self._sends = self._tried = self._failed = False
        for rows in (self._fields, self._notes, self._platforms):
            rows.fill([])
        self.changed.emit()
        self.entered.emit()

    def _complaints(self) -> dict[str, str]:
        return complaints(self._entered, self._asked.ask if self._asked else ())

    # What QML reads

    @Property(str, notify=changed)
    def step(self) -> str:
        return self._step.value

    @Property(Rows, constant=True)
    def fields(self) -> Rows:
        """What is asked for on the first step."""
        return self._fields

    @Property(Rows, constant=True)
    def notes(self) -> Rows:
        """The note of the second one, if it is asked for."""
        return self._notes

    @Property(Rows, constant=True)
    def platforms(self) -> Rows:
        """All platforms; those that are `on` interest the visitor."""
        return self._platforms

    @Property(bool, notify=entered)
    def agreed(self) -> bool:
        return self._agreed

    @Property(bool, notify=entered)
    def canSend(self) -> bool:
        return self._agreed and not self._sends and not self._complaints()

    @Property(bool, notify=entered)
    def isEmpty(self) -> bool:
        """Whether there is nothing to delete."""
        return not self._agreed and not any(self._entered.values()) and self._interests == self._viewed()

    @Property(bool, notify=entered)
    def sends(self) -> bool:
        """Whether it is being written or deleted."""
        return self._sends

    @Property("QStringList", notify=entered)  # type: ignore[arg-type] # as Qt's own name for a list of texts
    def missing(self) -> list[str]:
        """What is still to be done before it can be sent, in sentences."""
        if self._sends:
            return [self._words.sending]
        said = list(dict.fromkeys(self._complaints().values()))
        return [self._words.wrong[each] for each in said] or ([] if self._agreed else [self._words.wrong["agree"]])

    @Property(bool, notify=entered)
    def isComplete(self) -> bool:
        """Whether nothing is missing but that the visitor agrees."""
        return not self._complaints()

    # Words

    @Property(str, notify=changed)
    def count(self) -> str:
        """Which step it is; "" at the end."""
        if self._step not in LEAD_STEPS:
            return ""
        return self._words.step.format(step=LEAD_STEPS.index(self._step) + 1, steps=len(LEAD_STEPS))

    @Property(str, notify=changed)
    def heading(self) -> str:
        words = self._words
        return {
            LeadStep.WHO: words.who,
            LeadStep.WHAT: words.what,
            LeadStep.CONSENT: words.consent,
            LeadStep.THANKS: words.thanks,
            LeadStep.DELETED: words.deleted,
            LeadStep.SORRY: words.sorry,
            LeadStep.NONE: "",
        }[self._step]

    @Property(str, notify=changed)
    def said(self) -> str:
        """What stands under the heading at the end."""
        words = self._words
        if self._step is LeadStep.THANKS and self._failed:
            return words.not_withdrawn
        thanks = self._asked.thanks.say(self._language()) if self._asked else ""
        said = {LeadStep.THANKS: thanks or words.thanks_more, LeadStep.DELETED: words.deleted_more}
        return tied(said.get(self._step, words.sorry_more))

    @Property(str, notify=changed)
    def language(self) -> str:
        """The visitor's, which the keyboard offers first."""
        return self._language()

    def _language(self) -> str:
        return self._stage.place.language if self._stage else ""

    @Property(str, notify=changed)
    def consent(self) -> str:
        """What the visitor is asked to agree to."""
        return self._consent

    @Property(str, notify=changed)
    def sealed(self) -> str:
        return tied(self._words.sealed.format(days=self._asked.keep_days if self._asked else 0))

    @Property(str, notify=changed)
    def interestsTitle(self) -> str:
        return tied(self._words.interests)

    @Property(str, notify=changed)
    def agreeName(self) -> str:
        return self._words.agree

    @Property(str, notify=changed)
    def onName(self) -> str:
        return self._words.on

    @Property(str, notify=changed)
    def sendName(self) -> str:
        return self._words.send

    @Property(str, notify=changed)
    def forgetName(self) -> str:
        return self._words.forget

    @Property(str, notify=changed)
    def withdrawName(self) -> str:
        return self._words.withdraw

    @Property(str, notify=changed)
    def againName(self) -> str:
        return self._words.again

    # What a touch or a key asks

    @Slot(str, str)
    def enter(self, name: str, text: str) -> None:
        """What stands in a field now."""
        if self._is_here:
            self._entered[name] = text
            self._read_fields()
            self.entered.emit()

    @Slot(str)
    def toggle(self, platform: str) -> None:
        """A platform interests the visitor, or does not any more."""
        if platform in self._interests:
            self._interests.remove(platform)
        else:
            self._interests.append(platform)
        if self._stage:
            self._read_platforms(self._stage)
        self.entered.emit()

    @Slot()
    def agree(self) -> None:
        """The visitor agrees, or does not any more."""
        self._agreed = not self._agreed
        self.entered.emit()

    @Slot(str)
    def go(self, step: str) -> None:
        self._act(lambda navigator: navigator.lead_to(LeadStep(step)))

    @Slot()
    def forget(self) -> None:
        """Delete what was entered, and begin anew."""
        self._clear()
        self._interests = self._viewed()
        if self._stage:
            self._read(self._stage)
        self.go(LeadStep.WHO)

    @Slot()
    def send(self) -> None:
        """Seal the contact and keep it; "thank you" comes when it is on the disk."""
        stage, asked = self._stage, self._asked
        if stage is None or asked is None or not self.canSend:
            return
        names = {each.id: stage.lists.reader.platform(each)["name"] for each in stage.deck.platforms}
        one = lead(
            **{name: text for name, text in self._entered.items() if name in asked.ask},
            interests=tuple((each, names[each]) for each in self._interests if each in names),
            viewed=tuple(self._viewed()),
            language=self._language(),
            consent=self._consent,
            version=asked.version,
            given=datetime.now(UTC).isoformat(timespec="minutes"),
        )
        self._work()
        self._keeper(stage).keep(one, of_text(asked.key), self._kept)

    @Slot()
    def withdraw(self) -> None:
        """Delete what was just kept."""
        if self._stage and self._number != NOT_KEPT and not self._sends:
            self._work()
            self._keeper(self._stage).remove(self._number, self._removed)

    def _work(self) -> None:
        self._sends = True
        self.entered.emit()

    def _keeper(self, stage: Stage) -> LeadKeeping:
        """What keeps contacts; it goes on when the visitor has gone."""
        state = stage.operating.state if stage.operating else state_folder()
        return stage.findChild(LeadKeeping) or LeadKeeping(state, stage)

    def _kept(self, number: int) -> None:
        """It is on the disk, or it is not; whoever has gone meanwhile need not be told."""
        if not self._waits():
            return
        if number == NOT_KEPT:
            self.go(LeadStep.SORRY)
            return
        self._clear()
        self._number = number
        self.go(LeadStep.THANKS)

    def _removed(self, number: int) -> None:
        if not self._waits():
            return
        self._failed = number == NOT_KEPT
        if self._failed:
            self.changed.emit()
            return
        self._number = NOT_KEPT
        self.go(LeadStep.DELETED)

    def _waits(self) -> bool:
        """Whether the visitor is still there who waits for an answer, which is there now."""
        waits = self.__dict__.get("_sends", False)  # nothing is left of an element that QML has destroyed
        if waits:
            self._sends = False
            self.entered.emit()
        return bool(waits)

"""The adviser as QML reads it: the question that is asked, or the platforms that suit the answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.deck.adviser import Advice, advise, best
from kiosk.deck.comparison import comparable
from kiosk.deck.interface import Interface, interface
from kiosk.deck.shown import CARD, Shown
from kiosk.deck.typeset import tied
from kiosk.place import Screen
from kiosk.stage.follower import Follower
from kiosk.stage.rows import Rows
from kiosk.stage.stage import Stage

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1

ANSWER: Final = ("answer", "text", "note")
ADVICE: Final = (*CARD, "fits", "reasons")
"""A platform's card, its rank and how many answers it fits, and why: rows of `because`, `origin`, `source`."""


@QmlElement
class Adviser(Follower):
    """The adviser's questions and its advice. While another screen is shown it stays as it was last."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Any, ...] = ()
        """What the rows were made from."""
        self._asked = self._count = 0
        self._asking = True
        self._question = self._equal = ""
        self._best: list[str] = []
        self._comparable = False
        self._answers = Rows(ANSWER, self)
        self._advice = Rows(ADVICE, self)

    def _follow(self) -> None:
        """Show what the stage's place says."""
        stage = self._stage
        if stage is None or stage.place.screen is not Screen.ADVISER:
            return
        made_from = (stage.lists.deck, stage.place.language, stage.theme.theme, stage.place.answers)
        if made_from != self._shown:
            self._shown = made_from
            self._read(stage)
            self.changed.emit()

    def _read(self, stage: Stage) -> None:
        """Fill the rows."""
        deck, reader, answers = stage.lists.deck, stage.lists.reader, stage.place.answers
        self._asked = len(answers)
        self._asking = self._asked < len(deck.questions)
        self._count = len(deck.questions)
        question = deck.questions[self._asked] if self._asking else None
        self._question = tied(reader.words(question.text)) if question else ""
        self._answers.fill(
            [
                {"answer": each.id, "text": _narrow(reader.words(each.text)), "note": _narrow(reader.words(each.note))}
                for each in (question.answers if question else ())
            ]
        )
        shown, equal = ((), 0) if self._asking else best(advise(deck, answers))
        given = sum(bool(answer) for answer in answers)
        words = interface(stage.place.language)
        self._equal = tied(words.equal.format(count=equal)) if equal else ""
        self._best = [advice.platform.id for advice in shown[:2]]
        self._comparable = shown[1:] != () and set(self._best) <= {platform.id for platform in comparable(deck)}
        self._advice.fill([_advice(stage, advice, _fits(words, advice, shown, given)) for advice in shown])

    # What QML reads

    @Property(bool, notify=changed)
    def asking(self) -> bool:
        """Whether there is a question left."""
        return self._asking

    @Property(int, notify=changed)
    def asked(self) -> int:
        """How many questions are answered."""
        return self._asked

    @Property(str, notify=changed)
    def question(self) -> str:
        """The question that is asked."""
        return self._question

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many questions there are."""
        return self._count

    @Property(Rows, constant=True)
    def answers(self) -> Rows:
        """What can be answered to the one that is asked."""
        return self._answers

    @Property(Rows, constant=True)
    def advice(self) -> Rows:
        """The platforms that suit the visitor best."""
        return self._advice

    @Property(str, notify=changed)
    def equal(self) -> str:
        """How many more suit as well as the last of them; "" for none."""
        return self._equal

    @Property(bool, notify=changed)
    def comparable(self) -> bool:
        """Whether the two best can be put side by side."""
        return self._comparable

    # What a touch asks

    @Slot(str)
    def answer(self, answer: str) -> None:
        self._act(lambda navigator: navigator.answer(answer))

    @Slot(int)
    def askAgain(self, question: int) -> None:
        """Go back to a question, by its place from 0."""
        self._act(lambda navigator: navigator.ask_again(question))

    @Slot()
    def compare(self) -> None:
        """Put the two best side by side."""
        self._act(lambda navigator: navigator.compare(*self._best))


def _narrow(text: str) -> str:
    """A text for a narrow card, where words that are tied to one another would be too long for a line."""
    return text if " " in text else tied(text)


def _fits(words: Interface, advice: Advice, shown: Sequence[Advice], given: int) -> str:
    """The rank of a platform among those that are shown, and by how many answers it has it."""
    is_joint = sum(each.rank == advice.rank for each in shown) > 1
    rank = (words.joint_rank if is_joint else words.rank).format(rank=advice.rank)
    return rank + words.fits.format(fits=len(advice.reasons), given=given)


def _advice(stage: Stage, advice: Advice, fits: str) -> Shown:
    reader = stage.lists.reader
    reasons = [
        {
            "because": tied(reader.words(each.because)),
            "origin": tied(reader.origin([each.source])),
            "source": each.source,
        }
        for each in advice.reasons
    ]
    return stage.lists.card(advice.platform) | {"fits": fits, "reasons": reasons}

"""The adviser's file: the questions that the booth asks, and the names of their answers."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace
from typing import Any, Final

from kiosk.deck.entry import entry
from kiosk.deck.model import Question
from kiosk.deck.problems import At, DeckError, Fault, quoted
from kiosk.deck.reading import Names, Reading
from kiosk.deck.rules import check_count
from kiosk.deck.slidefile import SlideFile
from kiosk.sentences import sentence

_MOST: Final = 5
"""So many questions a visitor has patience for."""


@entry
class Adviser:
    """All of `adviser.yaml`."""

    questions: tuple[Question, ...] = ()


def read_questions(file: SlideFile, reading: Reading) -> tuple[tuple[Question, ...], Names]:
    """The sound questions, each with ids of its own, and the answers that platforms' files may refer to."""
    file.sound_part(Adviser, {key: raw for key, raw in file.raw.items() if key != "questions"}, reading)
    _check_count(file)
    sound: dict[str, Question] = {}
    answers: set[str] = set()
    broken: set[str] = set()
    for at, raw in file.items("questions"):
        question = file.entry(Question, raw, at, reading)
        faults = list(_doubled(question, at, sound, answers)) if question else []
        file.tell(faults)
        if question is None or faults:
            broken |= _answers_in(raw)
        else:
            sound[question.id] = question
            answers |= {answer.id for answer in question.answers}
    found = replace(reading.answers, sound=frozenset(answers), broken=frozenset(broken - answers))
    return tuple(sound.values()), replace(found, whole="questions" in file.raw)


def _doubled(question: Question, at: At, questions: Container[str], answers: Container[str]) -> Iterator[Fault]:
    """What is wrong with the ids of a question at a place, after some questions with some answers."""
    if question.id in questions:
        yield Fault(sentence("the question {id} is there twice: ids are unique", id=quoted(question.id)), (*at, "id"))
    names = [answer.id for answer in question.answers]
    for number, name in enumerate(names):
        if name in answers or name in names[:number]:
            message = sentence("the answer {name} is there twice: ids are unique", name=quoted(name))
            yield Fault(message, (*at, "answers", number, "id"))


def _check_count(file: SlideFile) -> None:
    questions = file.raw.get("questions", [])
    try:
        if isinstance(questions, list):
            check_count("questions", questions, 0, _MOST)
    except DeckError as wrong:
        file.tell(wrong.faults)


def _answers_in(raw: Any) -> set[str]:
    """The ids of the answers to a question that is not sound, as far as they can be told."""
    answers = raw.get("answers") if isinstance(raw, dict) else None
    listed = answers if isinstance(answers, list) else []
    return {str(answer["id"]) for answer in listed if isinstance(answer, dict) and "id" in answer}

"""What an editor changes in the adviser's questions, and who speaks for their answers."""

from __future__ import annotations

from typing import Any

from kiosk.deck.folder import ADVISER_FILE
from kiosk.editing import splice, templates
from kiosk.editing.deckfiles import DeckFiles
from kiosk.editing.entries import dicts, found


def add_question(files: DeckFiles, place: int) -> bool:
    """A question with two answers at a place among the adviser's, who begins with it. Raises EditError."""
    name = templates.free("question", {str(each.get("id")) for each in files.questions()})
    new = templates.question(files.languages, name, files.answer_ids())
    if files.tree(ADVISER_FILE):
        return files.text_change(ADVISER_FILE, lambda text: splice.insert(text, ("questions", place), new))
    return files.session.change({ADVISER_FILE: "".join(splice.lines({"questions": [new]})).encode()})


def duplicate_question(files: DeckFiles, place: int) -> bool:
    """A question once more behind itself; it and its answers have ids of their own. Raises EditError."""
    listed = ("questions", place)
    taken = {str(each.get("id")) for each in files.questions()}
    name = templates.free(str(files.value(ADVISER_FILE, (*listed, "id"))), taken)
    answers = files.answer_ids()
    count = len(list(dicts(files.value(ADVISER_FILE, (*listed, "answers")))))

    def again(text: str) -> str:
        text = splice.duplicate(text, listed, {"id": name})
        for number in range(count):
            at = ("questions", place + 1, "answers", number, "id")
            new = templates.free(str(found(splice.tree(text), at)), answers)
            answers.add(new)
            text = splice.put(text, at, new, ("id",))
        return text

    return files.text_change(ADVISER_FILE, again)


def suited(files: DeckFiles) -> dict[str, list[Any]]:
    """The names of the platforms that speak for each answer, by its id; the short ones where they have one."""
    named: dict[str, list[Any]] = {}
    for tree in (files.tree(each.file) for each in files.platforms()):
        for answer in dict.fromkeys(str(reason.get("answer")) for reason in dicts(tree.get("suits"))):
            named.setdefault(answer, []).append(tree.get("short") or tree.get("name"))
    return named

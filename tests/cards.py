"""Reads vCards as a phone does, by RFC 2426 alone."""

from __future__ import annotations


def read(card: str) -> dict[str, list[str]]:
    """Each property's components; a text without components is a list of one."""
    assert all(len(line.encode()) <= 75 for line in card.split("\r\n")), "folded"
    lines = card.replace("\r\n ", "").split("\r\n")
    assert (lines[0], lines[1], lines[-2:]) == ("BEGIN:VCARD", "VERSION:3.0", ["END:VCARD", ""])
    named = [line.partition(":") for line in lines[2:-2]]
    assert len({name for name, _, _ in named}) == len(named)
    return {name: _components(value, "," if name == "CATEGORIES" else ";") for name, _, value in named}


def _components(value: str, between: str) -> list[str]:
    parts, characters = [""], iter(value)
    for character in characters:
        if character == "\\":
            following = next(characters)
            parts[-1] += "\n" if following in "nN" else following
        elif character == between:
            parts.append("")
        else:
            assert character not in ",;", "what is no end of a component is escaped"
            parts[-1] += character
    return parts

"""What must hold between the values of an entry; each rule raises DeckError with a sentence for the operator."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from kiosk.deck.problems import At, DeckError, Fault, instead, quoted
from kiosk.deck.tables import Table, label_text
from kiosk.sentences import listed, sentence

DAY: Final = 24 * 60 * 60
LARGEST: Final = 1e15
A_DONUT: Final = sentence("a donut")
QUALIFIERS: Final = ("exact", "about", "at_least")

_ID: Final = re.compile(r"[a-z0-9][a-z0-9_-]*")


def check_id(name: str) -> None:
    """An id is in lower case, fit for a file's name and for an address."""
    if not _ID.fullmatch(name):
        raise DeckError(
            Fault(
                sentence("{name} cannot be an id: use lower-case letters, digits, `-` and `_`", name=quoted(name)),
                ("id",),
            )
        )


def check_file_name(name: str) -> None:
    """The name of a platform's file is its id."""
    if not _ID.fullmatch(name):
        named = quoted(f"{name}.yaml")
        raise DeckError(
            sentence("rename the file {named}: its name can have lower-case letters, digits, `-` and `_`", named=named)
        )


def check_date(text: str) -> None:
    """A date is a year, a month or a day, or said to be missing."""
    from datetime import date  # a deck that was checked before opens without it

    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", text, re.ASCII)
    try:
        if match:
            date(*(int(part or 1) for part in match.groups()))
    except ValueError:
        match = None
    if not match and text != "n.d.":
        message = sentence(
            "{text} is not a date: write `2020`, `2020-12`, `2020-12-25`, or `n.d.` where there is none",
            text=quoted(text),
        )
        raise DeckError(Fault(message, ("date",)))


def check_languages(languages: Sequence[str]) -> None:
    """Languages are named by their codes, each once."""
    for at, language in enumerate(languages):
        if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", language):
            message = sentence(
                "{language} is not the code of a language: write for example `en` or `zh`", language=quoted(language)
            )
            raise DeckError(Fault(message, ("languages", at)))
        if language in languages[:at]:
            raise DeckError(
                Fault(sentence("the language {language} is there twice", language=quoted(language)), ("languages", at))
            )


def check_digit(text: str) -> None:
    """A group's digit is one digit, or nothing."""
    if not re.fullmatch(r"[0-9]?", text):
        raise DeckError(
            Fault(
                sentence("{text} is not a single digit: write one such as 7, or remove the line", text=quoted(text)),
                ("digit",),
            )
        )


def check_group_colour(name: str, names: Sequence[str]) -> None:
    """A group's colour is one that every theme has."""
    if name not in names:
        raise DeckError(
            Fault(
                sentence(
                    "{name} is not a colour for groups: {instead}", name=quoted(name), instead=instead(name, names)
                ),
                ("colour",),
            )
        )


def check_icon(name: str) -> None:
    """A sign is one of Kiosk's, or none."""
    from kiosk.deck.icons import ICONS  # a deck that was checked before opens without asking

    if name and name not in ICONS:
        raise DeckError(
            Fault(
                sentence(
                    "{name} is not a sign that Kiosk has: {instead}", name=quoted(name), instead=instead(name, ICONS)
                ),
                ("icon",),
            )
        )


def check_count(key: str, items: Sequence[object], least: int, most: int | None = None) -> None:
    """A list has as many entries as its slide has room for."""
    if least <= len(items) <= (most or len(items)):
        return
    has = sentence("one entry") if len(items) == 1 else sentence("{count} entries", count=len(items))
    wanted = (
        sentence("{least} to {most} are possible", least=least, most=most)
        if most
        else sentence("at least {least} is wanted", least=least)
    )
    raise DeckError(Fault(sentence("`{key}` has {has}: {wanted}", key=key, has=has, wanted=wanted), (key,)))


def check_range(key: str, value: float, least: float, most: float) -> None:
    """A number lies in the range that makes sense for it."""
    if not least <= value <= most:
        raise DeckError(
            Fault(
                sentence(
                    "`{key}` is {value:g}: it must be between {least:g} and {most:g}",
                    key=key,
                    value=value,
                    least=least,
                    most=most,
                ),
                (key,),
            )
        )


def check_size(key: str, value: float) -> None:
    """A number fits a screen."""
    if abs(value) >= LARGEST:
        raise DeckError(
            Fault(sentence("{value:g} is too large to be shown: use a unit such as `billion CNY`", value=value), (key,))
        )


def check_form(key: str, text: str, form: str, example: str) -> None:
    """A text that is given has the form that programs expect of it."""
    if text and not re.fullmatch(form, text):
        raise DeckError(
            Fault(
                sentence(
                    "{text} cannot be used as `{key}`: write it like {example}",
                    text=quoted(text),
                    key=key,
                    example=example,
                ),
                (key,),
            )
        )


def check_together(texts: Mapping[str, Iterable[str]], most: int) -> None:
    """Texts find room in a code together, each in its longest language."""
    sizes = {key: max((len(text.encode()) for text in each), default=0) for key, each in texts.items()}
    if sum(sizes.values()) > most:
        longest = max(sizes, key=lambda key: sizes[key])
        message = sentence(
            "this takes {bytes} bytes of a code, {most} are the most: shorten `{longest}`",
            bytes=sum(sizes.values()),
            most=most,
            longest=longest,
        )
        raise DeckError(Fault(message, (longest,)))


def check_asked(ask: Sequence[str]) -> None:
    """What visitors are asked for is asked once, and somebody can answer them."""
    for at, each in enumerate(ask):
        if each in ask[:at]:
            raise DeckError(Fault(sentence("{name} is there twice", name=quoted(each)), ("ask", at)))
    if not {"email", "phone"} & set(ask):
        raise DeckError(Fault(sentence("neither `email` nor `phone` is asked for: nobody could answer"), ("ask",)))


def check_one_of(**given: bool) -> None:
    """Of several keys exactly one is given."""
    if sum(given.values()) != 1:
        wanted = listed(" or ", (f"`{key}`" for key in given))
        raise DeckError(sentence("either {wanted} is wanted here, and not both", wanted=wanted))


def label_column(table: Table, name: str) -> str:
    """The column with a chart's labels: the one named, else the first."""
    if name:
        check_column(table, name, ("label",))
    label = name or table.columns[0]
    for cell, line in zip(table.column(label), _lines(table), strict=True):
        if cell is None:
            raise DeckError(
                Fault(
                    sentence("this row has no label in the column {label}", label=quoted(label)),
                    file=table.name,
                    line=line,
                    cell=label,
                )
            )
    return label


def series_columns(table: Table, label: str, named: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """The columns with a chart's numbers: the ones named, else the first that has some and is none of the others."""
    for at, name in enumerate(named):
        where = ("series", at, "column")
        check_numeric(table, name, where)
        if name in named[:at]:
            raise DeckError(Fault(sentence("the column {name} is named twice", name=quoted(name)), where))
    if named:
        return named
    for name in table.columns:
        if name not in {label, *others} and not _describes(name, label) and table.numeric(name):
            return (name,)
    raise DeckError(
        Fault(
            sentence(
                "no column of {table} beside {label} is one of numbers", table=quoted(table.name), label=quoted(label)
            ),
            ("table",),
        )
    )


def _describes(name: str, label: str) -> bool:
    """Whether a column says something about rows rather than being one to draw."""
    return name in {"qualifier", "source", "note"} or name.startswith(f"{label}.")


def check_numeric(table: Table, name: str, at: At) -> None:
    """A column is there, and one of numbers."""
    check_column(table, name, at)
    if not table.numeric(name):
        raise DeckError(_not_numeric(table, name, at))


def check_column(table: Table, name: str, at: At) -> None:
    """A column is there."""
    if name not in table.columns:
        message = sentence(
            "{table} has no column {name}: {instead}",
            table=quoted(table.name),
            name=quoted(name),
            instead=instead(name, table.columns),
        )
        raise DeckError(Fault(message, at))


def _not_numeric(table: Table, name: str, at: At) -> Fault:
    """Why a column is not numeric: the first cell that is not a number, where others are, else the column itself."""
    from kiosk.deck.notation import COMMA, POINT  # only for a broken table

    column = zip(table.column(name), _lines(table), strict=True)
    cells = [(str(cell), line) for cell, line in column if cell is not None]
    numeric = {notation: [notation.column([cell]) is not None for cell, _ in cells] for notation in (POINT, COMMA)}
    fits = max(numeric.values(), key=sum)
    if not any(fits):
        return Fault(sentence("the column {name} has no numbers", name=quoted(name)), at)
    cell, line = cells[fits.index(False)]
    return Fault(
        sentence("{cell} in the column {name} is not a number", cell=quoted(cell), name=quoted(name)),
        file=table.name,
        line=line,
        cell=name,
    )


def _lines(table: Table) -> tuple[int, ...]:
    """The line of each row; the first one where a table was not read from a file."""
    return table.lines or (1,) * len(table.rows)


def check_rows(table: Table, kind: str, most: int) -> None:
    """A table has no more rows than a chart of a kind can show."""
    if len(table.rows) > most:
        message = sentence(
            "{table} has {count:,} rows: a chart of kind `{kind}` shows at most {most:,}",
            table=quoted(table.name),
            count=len(table.rows),
            kind=kind,
            most=most,
        )
        raise DeckError(Fault(message, ("table",)))


def check_columns_shown(what: str, columns: Sequence[str], least: int, most: int) -> None:
    """A chart has as many series as its kind compares."""
    if not least <= len(columns) <= most:
        wanted = f"{least}" if least == most else sentence("{least} to {most}", least=least, most=most)
        message = sentence(
            "{what} shows {wanted} columns of numbers, not {count}: name them under `series`",
            what=what,
            wanted=wanted,
            count=len(columns),
        )
        raise DeckError(Fault(message, ("series",)))


def check_highlight(table: Table, label: str, highlight: str) -> None:
    """What a chart highlights is one of its labels."""
    if highlight:
        check_label(table, label, highlight, ("highlight",))


def check_label(table: Table, label: str, named: str, at: At) -> None:
    """What an entry names is one of a chart's labels."""
    labels = [label_text(cell) for cell in table.column(label)]
    if named not in labels:
        message = sentence(
            "{named} is not a label in {table}: {instead}",
            named=quoted(named),
            table=quoted(table.name),
            instead=instead(named, labels),
        )
        raise DeckError(Fault(message, at))


def check_qualifiers(table: Table) -> None:
    """The column `qualifier` says how numbers are meant in one of the known words."""
    if "qualifier" not in table.columns:
        return
    faults = [
        Fault(
            sentence("{cell} is not a qualifier: {instead}", cell=quoted(cell), instead=instead(str(cell), QUALIFIERS)),
            file=table.name,
            line=line,
            cell="qualifier",
        )
        for cell, line in zip(table.column("qualifier"), _lines(table), strict=True)
        if cell is not None and cell not in QUALIFIERS
    ]
    if faults:
        raise DeckError(*faults)


def check_parts(table: Table, columns: tuple[str, ...], shown_by: str = A_DONUT) -> None:
    """The parts of a whole are of one column, none is negative, and together they are something."""
    check_one_column(columns, shown_by)
    check_not_negative(table, columns, shown_by)
    if sum(value for _, value, _ in _numbers(table, columns)) <= 0:
        message = sentence(
            "the column {column} of {table} sums up to zero: {shown_by} cannot show it",
            column=quoted(columns[0]),
            table=quoted(table.name),
            shown_by=shown_by,
        )
        raise DeckError(Fault(message, ("table",)))


def check_one_column(columns: tuple[str, ...], shown_by: str) -> None:
    """A kind that shows one column is given one."""
    if len(columns) != 1:
        raise DeckError(
            Fault(
                sentence("{shown_by} shows one column, not {count}", shown_by=shown_by, count=len(columns)), ("series",)
            )
        )


def check_not_negative(table: Table, columns: tuple[str, ...], shown_by: str) -> None:
    """Marks as large as their values have no negative ones."""
    for column, value, line in _numbers(table, columns):
        if value < 0:
            message = sentence(
                "{value:g} in the column {column} is negative: {shown_by} cannot show it",
                value=value,
                column=quoted(column),
                shown_by=shown_by,
            )
            raise DeckError(Fault(message, file=table.name, line=line, cell=column))


def check_between(table: Table, columns: tuple[str, ...], least: float, most: float) -> None:
    """Values lie between two others."""
    for column, value, line in _numbers(table, columns):
        if not least <= value <= most:
            message = sentence(
                "{value:g} in the column {column} must be between {least:g} and {most:g}",
                value=value,
                column=quoted(column),
                least=least,
                most=most,
            )
            raise DeckError(Fault(message, file=table.name, line=line, cell=column))


def row_fault(table: Table, at: int, message: str, cell: str = "") -> Fault:
    """What is wrong with a row, counted from 0, or with its cell of a column."""
    return Fault(message, file=table.name, line=_lines(table)[at], cell=cell)


def check_wholes(table: Table, columns: tuple[str, ...], shown_by: str) -> None:
    """Each row is a whole of its own: no part of it is negative, and together they are something."""
    check_not_negative(table, columns, shown_by)
    for at in range(len(table.rows)):
        cells = [cell for column in columns if isinstance(cell := table.column(column)[at], float)]
        if cells and not sum(cells):
            raise DeckError(
                row_fault(
                    table,
                    at,
                    sentence("the numbers of this row sum up to zero: {shown_by} cannot show them", shown_by=shown_by),
                )
            )


def check_shares(table: Table, columns: tuple[str, ...], whole: float) -> None:
    """Shares lie between nothing and the whole."""
    for column, value, line in _numbers(table, columns):
        if not 0 <= value <= whole:
            message = sentence(
                "{value:g} in the column {column} is not a share: it must be between 0 and {whole:g}",
                value=value,
                column=quoted(column),
                whole=whole,
            )
            raise DeckError(Fault(message, file=table.name, line=line, cell=column))


def _numbers(table: Table, columns: tuple[str, ...]) -> Iterator[tuple[str, float, int]]:
    """Every number of some columns, with its line."""
    for column in columns:
        for cell, line in zip(table.column(column), _lines(table), strict=True):
            if isinstance(cell, float):
                yield column, cell, line

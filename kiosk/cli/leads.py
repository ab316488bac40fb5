"""`kiosk leads`: the organiser's key, and what becomes of the contacts that visitors leave."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli.booth import EXIT_FAILED, refuse
from kiosk.places import config_file, state_folder
from kiosk.sparing import tell

if TYPE_CHECKING:
    from kiosk.leads.lead import Lead

app = typer.Typer(
    help="What visitors leave of themselves: make the organiser's key, export, count, and purge contacts.",
    no_args_is_help=True,
)

Stores = Annotated[
    list[Path],
    typer.Argument(metavar="STORE...", help="Files from the booths' sticks, or folders with a leads.db in them."),
]
OwnStore = Annotated[
    Path | None, typer.Argument(metavar="[STORE]", help="Another store.", show_default="this machine's")
]


@app.command()
def keygen(
    to: Annotated[Path, typer.Option(metavar="DIR", help="The folder to write both halves to.")] = Path(),
) -> None:
    """Make the key for contacts: leads.key opens them and stays with the organiser, leads.pub goes to the booths.

    A passphrase is asked for, or read as a line; without one, whoever has the file leads.key can open them.

    kiosk leads keygen --to ~/safe
    """
    raise typer.Exit(_keygen(to))


@app.command()
def export(
    stores: Stores,
    key: Annotated[Path, typer.Option(metavar="FILE", help="The private key, leads.key.")],
    to: Annotated[Path, typer.Option(metavar="FILE", help="NAME.csv, NAME.xlsx or NAME.vcf (address books).")],
) -> None:
    """Open the contacts of one or several booths and write them to a file; what is in several stores comes once.

    Exit code 1 where some could not be opened, which is said.

    kiosk leads export kiosk-contacts-20260504-180000.db --key leads.key --to contacts.xlsx
    """
    raise typer.Exit(_export(stores, key, to))


@app.command()
def count(store: OwnStore = None) -> None:
    """Say how many contacts there are, from which days, and for which key they are sealed."""
    raise typer.Exit(_count(store))


@app.command()
def purge(
    older_than: Annotated[str, typer.Option(metavar="AGE", help="Days or weeks: 30d, 4w; 0d for all before today.")],
    store: OwnStore = None,
) -> None:
    """Delete the contacts from before a day for good; their places in the file are written over.

    kiosk leads purge --older-than 30d
    """
    raise typer.Exit(_purge(store, older_than))


def _keygen(folder: Path) -> int:
    from kiosk.deck.leadkey import fingerprint, of_text, shown
    from kiosk.leads.keys import make

    passphrase = _ask("Passphrase (none if left empty): ")
    if passphrase and sys.stdin.isatty() and _ask("Once more: ") != passphrase:
        return refuse("The two are not the same; no key was made.")
    try:
        made = make(folder, passphrase)
    except FileExistsError as error:
        return refuse(f"There is a file {error.filename or error} already: a key is never written over another.")
    except OSError as error:
        return refuse(f"The key cannot be written to {folder}: {error.strerror}.")
    sys.stdout.write(
        f"{made.private} opens contacts: keep it, and a copy, where nobody else reads it, and never on a booth.\n"
        f"Its fingerprint is {shown(fingerprint(of_text(made.line)))}. These lines in deck.yaml switch the card on:\n"
        f"leads:\n"
        f"  key: {made.line}\n"
        f"  version: 2026-05\n"
        f"  keep_days: 30\n"
        f"  consent: {{en: …, zh: …}}\n"
    )
    if not passphrase:
        tell("kiosk: It has no passphrase: whoever has the file can open them.")
    return 0


def _export(stores: list[Path], key: Path, to: Path) -> int:
    from kiosk.atomic import write
    from kiosk.leads.export import FORMS

    form = FORMS.get(to.suffix.lower())
    if form is None:
        return refuse(f"{to} cannot be written: name a file that ends in {', '.join(FORMS)}.")
    files = [_there(each) for each in stores]
    private = _private(key)
    leads, failed = _opened(_sealed(files), private)
    for line in failed:
        tell(line)
    if failed and not leads:
        return EXIT_FAILED
    try:
        write(to, form(leads), mode=0o600)
    except OSError as error:
        tell(f"kiosk: {to} cannot be written: {error.strerror}.")
        return EXIT_FAILED
    sys.stdout.write(f"{to}: {_contacts(len(leads))}\n")
    return EXIT_FAILED if failed else 0


def _there(named: Path) -> Path:
    """The store's file that somebody means. Ends the command where there is none."""
    file = _file(named)
    if not file.is_file():
        raise typer.Exit(refuse(f"There is no store at {named}: name a file from a booth's stick."))
    return file


def _private(key: Path) -> bytes:
    """The private key in a file. Ends the command where it cannot be opened."""
    from kiosk.leads.keys import KeyFileError, open_key

    if not key.is_file():
        raise typer.Exit(refuse(f"There is no key {key}: name the file leads.key of `kiosk leads keygen`."))
    try:
        return open_key(key, lambda: _ask("Passphrase: "))
    except KeyFileError as error:
        tell(f"kiosk: {error}.")
        raise typer.Exit(EXIT_FAILED) from error
    except OSError as error:
        raise typer.Exit(refuse(f"The key {key} cannot be read: {error.strerror}.")) from error


def _sealed(files: Iterable[Path]) -> list[bytes]:
    """Everything that is sealed in some stores, once. Ends the command where one cannot be read."""
    import sqlite3

    from kiosk.leads.store import each

    found: dict[bytes, None] = {}
    for file in files:
        try:
            found |= dict.fromkeys(each(file))
        except sqlite3.Error as error:
            tell(f"kiosk: {file} is no store of contacts, or is damaged: {error}.")
            raise typer.Exit(EXIT_FAILED) from error
    return list(found)


def _opened(sealed: list[bytes], private: bytes) -> tuple[list[Lead], list[str]]:
    """The leads that a key opens, and what is to be said of the others."""
    from collections import Counter

    from nacl.public import PrivateKey

    from kiosk.cli.pictures import bar
    from kiosk.deck.leadkey import fingerprint, shown
    from kiosk.leads.lead import of_bytes
    from kiosk.leads.seal import NotOpenedError, unseal

    leads: list[Lead] = []
    wanted: Counter[bytes] = Counter()
    damaged = 0
    with bar("Opening") as progress:
        for at, each in enumerate(sealed, start=1):
            try:
                leads.append(of_bytes(unseal(each, private)))
            except NotOpenedError as error:
                wanted.update([error.wanted] if error.wanted else [])
                damaged += error.wanted is None
            except ValueError:
                damaged += 1
            progress(at, len(sealed))
    own = shown(fingerprint(bytes(PrivateKey(private).public_key)))
    failed = [
        f"kiosk: {_contacts(number)} of {len(sealed)} sealed for another key: {shown(print_)} is asked for, "
        f"and this one is {own}."
        for print_, number in wanted.items()
    ]
    failed += [f"kiosk: {_contacts(damaged)} of {len(sealed)} damaged and left out."] if damaged else []
    return leads, failed


def _count(store: Path | None) -> int:
    import sqlite3

    from kiosk.deck.leadkey import shown
    from kiosk.leads.seal import sealed_for
    from kiosk.leads.store import count, each

    file = _there(store) if store else _file(state_folder())
    try:
        found = count(file)
        keys = {sealed_for(sealed) for sealed in each(file)} if found.leads else set()
    except sqlite3.Error as error:
        tell(f"kiosk: {file} is no store of contacts, or is damaged: {error}.")
        return EXIT_FAILED
    days = f", from {found.first} to {found.last}" if found.leads else ""
    sealed = "".join(f", sealed for {shown(print_)}" for print_ in sorted(each for each in keys if each))
    sys.stdout.write(f"{_contacts(found.leads)}{days}{sealed}\n")
    if found.broken:
        tell(f"kiosk: {found.broken} damaged: set aside beside {file}, not counted.")
    return 0


def _purge(store: Path | None, older_than: str) -> int:
    import sqlite3

    from kiosk.leads.purge import age, purge
    from kiosk.leads.store import count
    from kiosk.machine.file import read

    file = _there(store) if store else _file(state_folder())
    try:
        days = age(older_than)
    except ValueError:
        return refuse(f"{older_than} is no age: write for example 30d or 4w.")
    try:
        gone, unsent = purge(file, days, datetime.now(UTC)) if count(file).leads else (0, 0)
    except (sqlite3.Error, OSError) as error:
        tell(f"kiosk: Nothing was deleted from {file}: {error}.")
        return EXIT_FAILED
    sys.stdout.write(f"{_contacts(gone)} deleted\n")
    if unsent and read(config_file()).broker:
        tell(f"kiosk: {_contacts(unsent)} of them had not been sent to the organiser.")
    return 0


def _file(named: Path) -> Path:
    """The store's file that somebody means."""
    from kiosk.leads.store import FILE, file_in

    if not named.is_dir():
        return named
    return named / FILE if (named / FILE).is_file() else file_in(named)


def _contacts(count: int) -> str:
    return f"{count} contact" if count == 1 else f"{count} contacts"


def _ask(what: str) -> str:
    """A line that nobody sees: not in the arguments and not in the environment, where others could read it."""
    if sys.stdin.isatty():
        return getpass(what)
    return sys.stdin.readline().rstrip("\r\n")

"""`kiosk pack` and `kiosk import`, and a packed file wherever a deck is named."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from kiosk.cli.booth import EXIT_FAILED, EXIT_USAGE, refuse
from kiosk.deck.problems import quoted
from kiosk.machine.file import read
from kiosk.packing.fault import NotPackedError, PackError
from kiosk.places import cache_folder, config_file
from kiosk.sparing import tell


class Refused(Exception):  # noqa: N818 - it is an answer, which has been told
    """A command ends here; why has been said. The argument is the exit code."""


def folder_of(file: Path) -> Path:
    """The folder with a packed deck's files. Raises Refused."""
    from kiosk.packing.opened import opened

    with _told(file):
        return opened(file, cache_folder() / "packed", _keys())


def pack(folder: Path, file: Path, key: Path | None) -> int:
    """Pack a deck's folder into a file; the exit code."""
    from kiosk.cli.pictures import bar
    from kiosk.deck.load import load
    from kiosk.packing.pack import pack as write

    if file.is_dir():
        return refuse(f"{file} is a folder: name the file to pack into, such as deck.kiosk.")
    if key is not None and not key.is_file():
        return refuse(f"There is no key {key}: `kiosk pack --keygen FILE` makes one.")
    loaded = load(folder)
    if loaded.deck is None or loaded.errors:
        return _tell_errors(loaded.errors, f"{folder} is not packed: put these right first")
    try:
        with _told(file, done="nothing was packed"), bar("Packing") as progress:
            manifest, left = write(folder, loaded.deck, file, key, progress)
    except Refused as refused:
        return int(refused.args[0])
    signed = ", signed" if key else ""
    sys.stdout.write(f"{file}: {len(manifest.files)} files, {manifest.size / 1e6:.1f} MB{signed}\n")
    if left:
        sys.stdout.write(f"Left out, since nothing in the deck names it: {', '.join(left)}\n")
    return 0


def make_keys(file: Path) -> int:
    """Make a key to sign decks with; the exit code."""
    from kiosk.packing.signing import make_keys as make

    try:
        public = make(file)
    except FileExistsError:
        return refuse(f"There is a file {file} already: a key is never written over another.")
    except OSError as error:
        return refuse(f"The key cannot be written to {file}: {error.strerror}.")
    sys.stdout.write(
        f"{file} signs decks (`kiosk pack DECK FILE --sign {file}`): keep it where nobody else reads it.\n"
        "A booth takes only its decks with these lines in its kiosk.toml:\n"
        f'[decks]\nkeys = ["{public}"]\n'
    )
    return 0


def bring(file: Path, to: Path | None, *, yes: bool, dry_run: bool, older: bool = False) -> int:
    """Put a packed deck in the place of this machine's, or of another folder's; the exit code."""
    if not file.is_file():
        return refuse(f"There is no file {file}: name a packed deck.")
    try:
        with _told(file, done="nothing was replaced"):
            return _bring(file, to, yes=yes, dry_run=dry_run, older=older)
    except Refused as refused:
        return int(refused.args[0])


def back(to: Path | None) -> int:
    """Have the deck from before an import again; the exit code."""
    from kiosk.packing.bring import go_back

    try:
        target = _target(to)
        with _told(target):
            go_back(target)
    except Refused as refused:
        return int(refused.args[0])
    sys.stdout.write(f"{target} is the deck from before again. The same command takes this back.\n")
    return 0


def _bring(file: Path, to: Path | None, *, yes: bool, dry_run: bool, older: bool) -> int:
    from kiosk.cli.pictures import bar
    from kiosk.packing.bring import incoming

    target = _target(to)
    with ExitStack() as stack:
        with bar("Unpacking") as progress:
            new = stack.enter_context(incoming(file, target, _keys(), progress))
        loaded, manifest = new.loaded, new.manifest
        if loaded.deck is None or loaded.errors:
            return _tell_errors(loaded.errors, f"{file} is not taken; have these put right. Nothing was replaced")
        title = quoted(loaded.deck.title.say(loaded.deck.languages[0]))
        sys.stdout.write(f"{title} ({', '.join(manifest.languages)}), packed {manifest.made} by {manifest.by}\n")
        if new.is_there_already:
            sys.stdout.write(f"The deck in {target} is this one already.\n")
            return 0
        for change in new.changes or (f"changed: {len(new.changed_files)} files, nothing that visitors see",):
            sys.stdout.write(f"  {change}\n")
        if new.newer_there and not older:
            tell(
                f"kiosk: {file}: this deck is older: packed {manifest.made}, and the one in {target} was packed "
                f"{new.newer_there}; --older takes it all the same, and nothing was replaced"
            )
            return EXIT_FAILED
        if dry_run:
            sys.stdout.write(f"So {target} would change. Nothing was replaced.\n")
            return 0
        if not yes and not _agreed(target):
            tell("Nothing was replaced.")
            return EXIT_FAILED
        new.replace()
        replaced = new.replaced
    sys.stdout.write(f"{target} is this deck now.\n")
    if replaced:
        named = f" --to {to}" if to else ""
        sys.stdout.write(f"`kiosk import --back{named}` brings the one from before.\n")
    return 0


def _agreed(target: Path) -> bool:
    if not sys.stdin.isatty():
        refuse("Nobody is there to be asked: say --yes to replace the deck, or --dry-run to look only.")
        raise Refused(EXIT_USAGE)
    sys.stdout.write(f"Replace the deck in {target}? [y/N] ")
    sys.stdout.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}


def _target(to: Path | None) -> Path:
    """The folder whose deck is replaced. Raises Refused where nobody says which."""
    if to is not None:
        return to
    from kiosk.machine.settings import folder_of as named

    settings = read(config_file())
    if not settings.deck:
        refuse(f'This machine has no deck of its own: say --to DIR, or write `deck = "…"` into {config_file()}.')
        raise Refused(EXIT_USAGE)
    return named(settings.deck, config_file().parent)


def _keys() -> tuple[str, ...]:
    """Whose decks are taken. Raises PackError where the machine's file may say it, and cannot be understood."""
    settings = read(config_file())
    if settings.problems and not settings.keys:
        raise PackError(f"{settings.problems[0]} (mend this first: the same file says whose decks are taken)")
    return settings.keys


@contextmanager
def _told(what: Path, done: str = "") -> Iterator[None]:
    """Say in one line on stderr why not. Raises Refused."""
    more = f"; {done}" if done else ""
    try:
        yield
    except NotPackedError as error:
        tell(f"kiosk: {what}: {error}{more}")
        raise Refused(EXIT_USAGE) from error
    except PackError as error:
        tell(f"kiosk: {what}: {error}{more}")
        raise Refused(EXIT_FAILED) from error
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
        why = "the disk is full: remove what is not needed any more" if full else error.strerror
        where = f" ({error.filename})" if error.filename and not full else ""
        tell(f"kiosk: {what}: {why}{where}{more}")
        raise Refused(EXIT_FAILED) from error


def _tell_errors(errors: tuple[object, ...], said: str) -> int:
    for error in errors:
        tell(str(error))
    tell(f"kiosk: {said}.")
    return EXIT_FAILED

"""Brings a packed deck into a machine: unpacked beside the deck that is there, checked, compared, put in its place."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from kiosk.deck.load import Loaded, load
from kiosk.deck.problems import Problem
from kiosk.packing import signing, stamp
from kiosk.packing.archive import Archive
from kiosk.packing.changes import Change, changes
from kiosk.packing.disk import BusyError, alone_in, keep_all
from kiosk.packing.fault import PackError, UnderWayError
from kiosk.packing.limits import Progress, nobody
from kiosk.packing.manifest import Manifest
from kiosk.packing.swap import Site
from kiosk.sentences import sentence

_DECK_FILE = "deck.yaml"


@dataclass(frozen=True)
class Incoming:
    """A packed deck beside the one that is there; nothing of it is seen before `replace`."""

    file: Path
    manifest: Manifest
    site: Site

    @cached_property
    def loaded(self) -> Loaded:
        """The deck, with its problems' places as if the file were a folder. With errors it is not to be taken."""
        loaded, folder = load(self.site.incoming), self.site.incoming
        return replace(loaded, problems=tuple(told_of(each, folder, self.file) for each in loaded.problems))

    @cached_property
    def changed_files(self) -> frozenset[str]:
        """The files that are not there yet with the same content."""
        return frozenset(each.path for each in self.manifest.files if not self._is_there(each.path, each.sha256))

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What becomes different for visitors, told in the deck's first language."""
        return self.changes_in("")

    def changes_in(self, language: str) -> tuple[Change, ...]:
        """The same, with everything called as it is in a language."""
        before = load(self.site.deck).deck if self.site.deck.is_dir() else None
        return changes(before, self.loaded.deck, self.changed_files, language) if self.loaded.deck else ()

    @cached_property
    def newer_there(self) -> str:
        """When the deck in its place was packed, where that is later than this one was; else ""."""
        there = stamp.read(self.site.deck)
        return there if there > self.manifest.made else ""

    @property
    def is_there_already(self) -> bool:
        """Whether the deck in its place is the same."""
        return self.site.deck.is_dir() and not self.changed_files and not self.changes

    @property
    def replaced(self) -> bool:
        """Whether there is a deck to come back to."""
        return self.site.previous.is_dir()

    def replace(self) -> None:
        """Put it in the place of the deck that is there, which is kept for the way back. Raises OSError."""
        self.site.put()

    def _is_there(self, name: str, sha256: str) -> bool:
        try:
            with (self.site.deck / name).open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == sha256
        except OSError:
            return False


@contextmanager
def incoming(file: Path, target: Path, keys: tuple[str, ...] = (), progress: Progress = nobody) -> Iterator[Incoming]:
    """A packed deck, unpacked beside a folder whose deck it may replace. Without `replace` nothing of it is left.

    Raises PackError, also where it is not signed by one of the keys, if there are some, and OSError.
    """
    with file.open("rb") as packed:
        archive = Archive(packed)
        signing.check(archive.raw, archive.signature, keys)
        with _at_work(target) as site:
            site.incoming.mkdir()
            archive.unpack(site.incoming, progress)
            stamp.write(site.incoming, archive.manifest.made)
            keep_all(site.incoming)
            yield Incoming(file, archive.manifest, site)


def go_back(target: Path) -> None:
    """Put the previous deck in the place of the present one, and the other way round. Raises PackError, and OSError."""
    with _at_work(target) as site:
        if not site.previous.is_dir():
            raise PackError(sentence("there is no deck from before an import: nothing was changed"))
        site.put_back()


def told_of(problem: Problem, folder: Path, file: Path) -> Problem:
    """A problem of a packed file's folder as one of the file."""
    inside = problem.path.is_relative_to(folder)
    return replace(problem, path=file / problem.path.relative_to(folder)) if inside else problem


@contextmanager
def _at_work(target: Path) -> Iterator[Site]:
    """A deck's folder where nobody else is at work, and where nothing is half done before and afterwards."""
    site = Site(target.resolve())
    made = not site.deck.parent.exists()
    _refuse_other_folders(site.deck)
    site.deck.parent.mkdir(parents=True, exist_ok=True)
    try:
        with alone_in(site.deck.parent):
            site.tidy()
            _refuse_other_folders(site.deck)
            try:
                yield site
            finally:
                site.tidy()
    except BusyError:
        raise UnderWayError from None
    finally:
        if made and not any(site.deck.parent.iterdir()):
            site.deck.parent.rmdir()


def _refuse_other_folders(target: Path) -> None:
    """Raise PackError where something is in the deck's place that is no deck."""
    if not target.exists():
        return
    if not target.is_dir():
        raise PackError(sentence("{target} is a file: name a folder", target=target))
    if any(target.iterdir()) and not (target / _DECK_FILE).is_file():
        raise PackError(
            sentence(
                "there is something in {target} that is no deck: name a folder that is empty, or not there",
                target=target,
            )
        )

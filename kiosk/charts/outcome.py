"""What becomes of a job that a worker was given: the folder that has its picture, or what went wrong."""

from __future__ import annotations

from pathlib import Path


class LateError(Exception):
    """A job took longer than it may."""


class CrashError(Exception):
    """A worker ended before its job did."""


class UpsetError(Exception):
    """The workers as a whole do not work any more; no job of theirs is to blame."""


Outcome = Path | Exception

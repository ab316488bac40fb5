"""Why a presentation cannot be taken."""

from __future__ import annotations


class TalkError(Exception):
    """One plain sentence for the operator: what is wrong, and what to do."""


class NotTalkError(TalkError):
    """The file is something else."""

"""Short commands as forks of one process, as in tests/test_cli.py."""

from __future__ import annotations

import os
from contextlib import closing

import pytest
from forked import Forks
from processes import environment
from tiny import write_tiny_deck


@pytest.fixture(scope="module")
def forks(tmp_path_factory):
    """The process that commands are forks of; None where a system has no forks."""
    if not hasattr(os, "fork"):
        yield None
        return
    deck = tmp_path_factory.mktemp("forks") / "deck"
    write_tiny_deck(deck)
    with closing(Forks(deck)) as forks:
        yield forks


@pytest.fixture
def quick(forks, kiosk_, tmp_path, shared_cache):
    """Runs `kiosk …` in `tmp_path` to its end."""
    if forks is None:
        return kiosk_
    env = environment(tmp_path, shared_cache) | {"COLUMNS": "200"}
    return lambda *arguments: forks.run(*arguments, folder=tmp_path, env=env)

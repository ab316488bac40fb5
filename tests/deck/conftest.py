from __future__ import annotations

from pathlib import Path

import pytest
from tiny import write_tiny_deck


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tiny deck's folder, which is the current one as well: problems name its files without a folder."""
    write_tiny_deck(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path

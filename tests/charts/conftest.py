"""What every test of the charts needs."""

from __future__ import annotations

import os

import pytest
from charts import making


@pytest.fixture(autouse=True)
def _only_own_workers():
    """Count no workers that a booth's test before left resting in this process."""
    making.OTHERS.clear()
    making.OTHERS.update(making.workers(os.getpid()))

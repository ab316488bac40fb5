"""A graphics card that cannot draw (C11), on a display of its own."""

from __future__ import annotations

import signal
import time

import pytest
from displays import display_of
from faults.test_surroundings import SH, may_mount, watched
from processes import linux

FALSE_CARD = (
    "mount -t tmpfs tmpfs /sys/class && mkdir -p /sys/class/drm/renderD128/device && "
    'ln -s /nowhere/i915 /sys/class/drm/renderD128/device/driver && exec "$@"'
)
"""What a booth is started with so that it believes in a card: by what the kernel says of devices it has one."""


@linux
@pytest.mark.soak
def test_a_card_without_its_driver_is_done_without_within_ten_seconds(start, tiny_folder):
    """C11: OpenGL finds no driver, Qt gives up, and the next booth draws in software."""
    if not may_mount():
        pytest.skip("nothing can be mounted here")
    with display_of(1280, 720) as display:
        env = display | {"LIBGL_DRIVERS_PATH": "/nonexistent"}
        under = ("unshare", "-m", *SH, FALSE_CARD, "sh", "env", "-u", "QT_QUICK_BACKEND")
        began = time.monotonic()
        booth = start("run", tiny_folder, "--probe", "--no-transitions", under=under, env=env)
        with watched(booth):
            assert booth.line() == "slide 0 complete", booth.stderr()
            took = time.monotonic() - began
            assert "graphics card is done without" in booth.stderr()
            assert booth.stderr().count("The booth ended by") == 1
            assert booth.end(signal.SIGTERM)[0] == 0
    assert took < 10

"""`kiosk edit` as a process of its own."""

from __future__ import annotations

import signal

from processes import linux, until


@linux
def test_the_editor_opens_and_says_nothing_in_the_terminal(start, tiny_folder, drawn):
    opened = start("edit", tiny_folder, "--windowed", "1280x720", "--language", "zh")
    mirrored = drawn / "edited" / str(opened.child.pid) / "deck" / "river.yaml"
    until(mirrored.exists, 60)
    until(lambda: len(opened.descendants()) > 1, 60)  # the one that reads the deck for the preview is ready
    opened.child.send_signal(signal.SIGINT)
    assert opened.child.wait(20) == 130
    assert opened.stderr() == ""
    assert not mirrored.exists()

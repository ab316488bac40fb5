"""`kiosk doctor` on a machine that was made a booth: what is still missing, and what to do about it."""

from __future__ import annotations

import pytest

from kiosk.cli.install import Wishes, install
from kiosk.installing.missing import installed, look
from kiosk.installing.session import GROUPS, SETTINGS
from kiosk.machine.settings import Settings

SET = Settings(deck="/var/lib/kiosk/decks/deck", pin="$argon2id$…")


@pytest.fixture
def booth(tmp_path, tiny_folder, monkeypatch):
    """A machine with everything that an unattended booth needs."""
    root = tmp_path / "machine"
    (root / "etc").mkdir(parents=True)
    assert not installed(root)
    install(Wishes(tiny_folder, root, sway=False))
    (root / "etc/passwd").write_text("root:x:0:0::/root:/bin/sh\nkiosk:x:990:990::/var/lib/kiosk/state:/bin/false\n")
    (root / "etc/group").write_text("".join(f"{group}:x:44:somebody,kiosk\n" for group in GROUPS))
    (root / "usr/bin").mkdir()
    for command in ("cage", "seatd", "Xwayland"):
        (root / "usr/bin" / command).touch()
    (root / "usr/lib/x86_64-linux-gnu").mkdir(parents=True)
    for library in ("libwayland-cursor.so.0", "libwayland-egl.so.1"):
        (root / "usr/lib/x86_64-linux-gnu" / library).touch()
    monkeypatch.setenv("KIOSK_CONFIG", SETTINGS)
    return root


def said(root, settings=SET):
    """What is not good, by its name."""
    return {each.name: each.said for each in look(settings, root) if not each.good}


def test_a_whole_booth_lacks_nothing(booth):
    assert installed(booth)
    assert said(booth) == {}


@pytest.mark.parametrize(
    ("break_it", "name", "advice"),
    [
        (lambda root: (root / "etc/group").write_text("video:x:44:\n"), "User", "usermod -aG video,render,input,audio"),
        (lambda root: (root / "etc/passwd").unlink(), "User", "sudo kiosk install"),
        (lambda root: (root / "usr/bin/Xwayland").unlink(), "Packages", "sudo apt-get install xwayland"),
        (
            lambda root: (root / "usr/lib/x86_64-linux-gnu/libwayland-cursor.so.0").unlink(),
            "Packages",
            "sudo apt-get install libwayland-cursor0",
        ),
        (
            lambda root: (root / "etc/systemd/system/multi-user.target.wants/kiosk.service").unlink(),
            "Session",
            "sudo systemctl enable kiosk",
        ),
        (
            lambda root: (root / "etc/systemd/system/display-manager.service").symlink_to("/lib/gdm.service"),
            "Session",
            "sudo systemctl disable gdm.service",
        ),
        (lambda root: (root / "etc/sysctl.d/50-kiosk.conf").write_text(""), "Session", "50-kiosk.conf"),
        (lambda root: (root / "var/lib/kiosk/install.json").unlink(), "Session", "not from `kiosk install`"),
        (lambda root: (root / "var/lib/kiosk/install.json").write_text("?"), "Session", "--force"),
        (lambda root: (root / "var/lib/kiosk/decks/deck/deck.yaml").unlink(), "Deck", "sudo kiosk install DECK"),
    ],
)
def test_each_thing_that_is_missing_is_told_with_what_to_do(booth, break_it, name, advice):
    break_it(booth)
    assert advice in said(booth)[name]


def test_a_console_that_goes_dark_is_told(booth):
    (booth / "proc").mkdir()
    (booth / "proc/cmdline").write_text("quiet consoleblank=600\n")
    assert "consoleblank" in said(booth)["Console"]
    (booth / "proc/cmdline").write_text("quiet consoleblank=0\n")
    (booth / "etc/systemd/logind.conf.d/50-kiosk.conf").unlink()
    assert "50-kiosk.conf" in said(booth)["Console"]


def test_a_booth_without_a_pin_or_a_deck_is_told(booth):
    assert set(said(booth, Settings())) == {"Panel", "Deck"}


def test_an_administrators_own_settings_are_not_taken_for_the_booths(booth, monkeypatch):
    monkeypatch.setenv("KIOSK_CONFIG", "/root/.config/kiosk/kiosk.toml")
    missing = said(booth, Settings())
    assert set(missing) == {"Booth's settings"}
    assert "sudo kiosk-booth doctor" in missing["Booth's settings"]


def test_a_clock_that_was_never_set_is_told(booth, monkeypatch):
    monkeypatch.setattr("time.time", lambda: 86400.0)
    assert "timedatectl" in said(booth)["Clock"]

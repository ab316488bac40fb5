"""Where Kiosk keeps what is its own."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from kiosk.places import cache_folder, config_file, state_folder

OURS = ("KIOSK_CACHE", "KIOSK_STATE", "KIOSK_CONFIG")


def three() -> tuple[Path, Path, Path]:
    return cache_folder(), state_folder(), config_file()


@pytest.mark.parametrize("home", ["/home/visitor", "", "visitor", None])
@pytest.mark.parametrize("base", ["/srv/kept", "kept", "", "~/kept", None])
def test_without_names_of_their_own_the_folders_are_the_users_as_platformdirs_has_them(monkeypatch, home, base):
    values = {"HOME": home, "XDG_CACHE_HOME": base, "XDG_STATE_HOME": base, "XDG_CONFIG_HOME": base}
    for name, value in values.items() | dict.fromkeys(OURS).items():
        monkeypatch.delenv(name, raising=False)
        if value is not None:
            monkeypatch.setenv(name, value)
    theirs = platformdirs.PlatformDirs("kiosk", appauthor=False)
    assert three() == (theirs.user_cache_path, theirs.user_state_path, theirs.user_config_path / "kiosk.toml")


def test_each_can_be_named(monkeypatch):
    for name in OURS:
        monkeypatch.setenv(name, f"/srv/{name}")
    assert three() == tuple(Path("/srv", name) for name in OURS)

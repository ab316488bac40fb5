"""`kiosk install` and `uninstall`: what is written to a machine, what is left alone there, and that nothing is left."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
from pathlib import Path

import pytest

from kiosk.cli.install import Wishes, install, uninstall
from kiosk.deck.load import load
from kiosk.installing import machine
from kiosk.installing.session import FILES, Program, files
from kiosk.machine.file import read
from kiosk.packing.bring import incoming
from kiosk.packing.pack import pack

UNIT = "etc/systemd/system/kiosk.service"
LOGIND = "etc/systemd/logind.conf.d/50-kiosk.conf"
LIST = "var/lib/kiosk/install.json"


@pytest.fixture
def root(tmp_path):
    """A machine's files, with a little of a system in them."""
    root = tmp_path / "machine"
    (root / "etc/systemd/system").mkdir(parents=True)
    (root / "etc/hostname").write_text("booth\n")
    return root


def tree(root: Path) -> dict[str, str]:
    """Every file and folder below, with what stands in it."""
    return {
        str(path.relative_to(root)): f"-> {path.readlink()}"
        if path.is_symlink()
        else path.read_text(encoding="utf-8", errors="replace")
        if path.is_file()
        else "/"
        for path in root.rglob("*")
    }


def test_a_machine_gets_the_session_the_deck_and_settings(root, tiny_folder):
    before = tree(root)
    (tiny_folder / ".git").mkdir()
    assert install(Wishes(tiny_folder, root, sway=False)) == 0
    new = {path for path, text in tree(root).items() if path not in before and text != "/"}
    deck = {str(path.relative_to(tiny_folder.parent)) for path in tiny_folder.rglob("*") if path.is_file()}
    session = {path[1:] for path in FILES} - {"etc/kiosk/sway.conf"}
    assert new == session | {f"var/lib/kiosk/decks/{path}" for path in deck} | {LIST, "var/lib/kiosk/state/kiosk.toml"}
    settings = read(root / "var/lib/kiosk/state/kiosk.toml")
    assert (settings.deck, settings.problems) == ("/var/lib/kiosk/decks/deck", ())
    for path in session - {path for path in session if (root / path).is_symlink()}:
        assert "Written by `kiosk install`; `kiosk uninstall` removes it." in (root / path).read_text()
    assert (root / "usr/local/bin/kiosk-booth").stat().st_mode & 0o777 == 0o755
    assert (root / "var/lib/kiosk/decks/deck/deck.yaml").stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("sway", [False, True], ids=["cage", "sway"])
def test_nothing_is_left_of_it(root, tiny_folder, sway):
    before = tree(root)
    assert install(Wishes(tiny_folder, root, sway=sway)) == 0
    assert ("etc/kiosk/sway.conf" in tree(root)) == sway
    assert uninstall(root, purge=False) == 0
    assert tree(root) == before
    assert uninstall(root, purge=False) == 2


def test_a_machine_that_cannot_draw_has_its_compositor_draw_in_software():
    def unit(*, in_software):
        wanted = files(Program("/usr/bin/python3"), sway=False, in_software=in_software)
        return next(file.text for file in wanted if file.path == f"/{UNIT}")

    assert "\nEnvironment=WLR_RENDERER=pixman\n" in unit(in_software=True)
    assert "WLR_RENDERER" not in unit(in_software=False)


@pytest.mark.parametrize("display", ["wayland-0", "wayland-1"], ids=["cage", "sway"])
def test_a_command_for_the_booth_finds_its_screen(tmp_path, display):
    wanted = files(Program("", bundle="/usr/bin/env"), sway=False)
    text = next(file.text for file in wanted if file.path == "/usr/local/bin/kiosk-booth")
    text = text.replace("!= 0 ]", "!= nobody ]").replace("/run/kiosk", str(tmp_path))
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / display))
        done = subprocess.run(["/bin/sh", "-c", text], env={}, capture_output=True, text=True, check=True)
    assert f"WAYLAND_DISPLAY={display}\n" in done.stdout
    assert f"XDG_RUNTIME_DIR={tmp_path}\n" in done.stdout


def test_twice_is_once(root, tiny_folder, capsys):
    install(Wishes(tiny_folder, root, sway=False))
    first = tree(root)
    capsys.readouterr()
    assert install(Wishes(tiny_folder, root, sway=False)) == 0
    assert tree(root) == first
    assert "wrote" not in capsys.readouterr().out


def test_what_is_not_needed_any_more_goes(root, tiny_folder):
    install(Wishes(tiny_folder, root, sway=True))
    install(Wishes(tiny_folder, root, sway=False))
    assert not (root / "etc/kiosk/sway.conf").exists()
    assert "/usr/bin/cage" in (root / UNIT).read_text()


def test_a_newer_deck_takes_the_place_of_the_older_and_settings_stay(root, tiny_folder):
    install(Wishes(tiny_folder, root, sway=False))
    settings = root / "var/lib/kiosk/state/kiosk.toml"
    settings.write_text("language = 'zh'\n")
    (tiny_folder / "hill.yaml").unlink()
    assert install(Wishes(tiny_folder, root, sway=False)) == 0
    deck = root / "var/lib/kiosk/decks/deck"
    assert sorted(path.name for path in deck.iterdir()) == sorted(path.name for path in tiny_folder.iterdir())
    assert settings.read_text() == "language = 'zh'\n"
    assert [path.name for path in deck.parent.iterdir()] == ["deck"]
    assert sorted(path.name for path in deck.parent.parent.iterdir()) == ["decks", "install.json", "state"]


def test_what_somebody_changed_is_left_alone_and_told(root, tiny_folder, capsys):
    install(Wishes(tiny_folder, root, sway=False))
    unit, deck = root / UNIT, root / "var/lib/kiosk/decks/deck/deck.yaml"
    ours = unit.read_text()
    unit.write_text("# mine\n")
    deck.write_text("# mine\n")
    capsys.readouterr()
    assert install(Wishes(tiny_folder, root, sway=False)) == 0
    said = capsys.readouterr().out
    assert "LEFT   /etc/systemd/system/kiosk.service: somebody changed it" in said
    assert "LEFT   /var/lib/kiosk/decks/deck: somebody changed it" in said
    assert (unit.read_text(), deck.read_text()) == ("# mine\n", "# mine\n")
    assert unit.with_name("kiosk.service.new").read_text() == ours

    assert install(Wishes(tiny_folder, root, sway=False, force=True)) == 0
    assert unit.read_text() == ours
    assert not list(root.rglob("*.new"))


def test_a_file_of_somebody_elses_is_not_overwritten(root, tiny_folder):
    (root / LOGIND).parent.mkdir()
    (root / LOGIND).write_text("[Login]\n")
    before = tree(root)
    install(Wishes(tiny_folder, root, sway=False))
    assert (root / LOGIND).read_text() == "[Login]\n"
    uninstall(root, purge=True)
    assert tree(root) == before


def test_what_visitors_left_and_what_was_changed_stays_unless_it_is_purged(root, tiny_folder):
    before = tree(root)
    install(Wishes(tiny_folder, root, sway=False))
    state = root / "var/lib/kiosk/state"
    (state / "visits.db").write_bytes(b"visits")
    (root / "var/cache/kiosk").mkdir(parents=True)
    (root / LOGIND).write_text("[Login]\n")
    assert uninstall(root, purge=False) == 0
    kept = {path for path, text in tree(root).items() if path not in before and text != "/"}
    assert kept == {"var/lib/kiosk/state/visits.db", f"{LOGIND}.kept"}

    install(Wishes(tiny_folder, root, sway=False))
    assert uninstall(root, purge=True) == 0
    assert not state.exists()


def test_doctor_and_warm_have_their_cache_before_the_first_start():
    commands = list(machine.following(Program("/usr/bin/python3"), ""))
    made = ["install", "--directory", "--owner=kiosk", "--group=kiosk", "--mode=0700", "/var/cache/kiosk"]
    assert commands.index(made) > commands.index(["systemd-sysusers", "/etc/sysusers.d/kiosk.conf"])


def test_the_decks_folder_is_the_booths_so_that_an_import_can_swap_decks_in_it(root, tiny_folder, capsys):
    install(Wishes(tiny_folder, root, sway=False))
    assert "StateDirectory=kiosk/state kiosk/decks\n" in (root / UNIT).read_text()
    assert ["chown", "-R", "kiosk:kiosk", "/var/lib/kiosk/state", "/var/lib/kiosk/decks"] in list(
        machine.following(Program("/usr/bin/python3"), "")
    )
    before = (tiny_folder / "deck.yaml").read_text()
    (tiny_folder / "deck.yaml").write_text(before.replace("en: Tiny", "en: Small"))
    pack(tiny_folder, load(tiny_folder).deck, root / "new.kiosk")
    deck = root / "var/lib/kiosk/decks/deck"
    with incoming(root / "new.kiosk", deck) as new:
        new.replace()
    (root / "new.kiosk").unlink()
    assert "en: Small" in (deck / "deck.yaml").read_text()
    assert (deck.with_name(".deck.previous") / "deck.yaml").read_text() == before
    capsys.readouterr()
    assert uninstall(root, purge=False) == 0
    assert "left   /var/lib/kiosk/decks" in capsys.readouterr().out
    assert (root / "var/lib/kiosk/decks/deck.kept/deck.yaml").is_file()
    install(Wishes(tiny_folder, root, sway=False))
    assert uninstall(root, purge=True) == 0
    assert not deck.parent.exists()


def test_a_bundle_is_started_by_its_launcher(monkeypatch):
    monkeypatch.setenv("KIOSK_BUNDLE", "/opt/kiosk/kiosk")
    assert machine.program().arguments() == ["/opt/kiosk/kiosk"]


def test_nothing_but_its_own_is_removed_whatever_the_list_says(root, tiny_folder, capsys):
    install(Wishes(tiny_folder, root, sway=False))
    for hostile in ("/etc/hostname", "/var/lib/kiosk/../../../etc/hostname", "/etc"):
        listed = json.loads((root / LIST).read_text())
        listed["files"][hostile] = "0"
        (root / LIST).write_text(json.dumps(listed))
        assert uninstall(root, purge=True) == 2
        assert (root / "etc/hostname").exists()
    (root / LIST).write_text("[]")
    assert uninstall(root, purge=True) == 2
    assert install(Wishes(root / "var/lib/kiosk/decks/deck", root, sway=False)) == 2
    assert install(Wishes(root / "var/lib/kiosk/decks/deck", root, sway=False, force=True)) == 0
    assert uninstall(root, purge=True) == 0
    assert "is not a list that `kiosk install` wrote" in capsys.readouterr().err


def test_a_dry_run_prints_every_file_and_command_and_writes_nothing(root, tiny_folder, capsys):
    before = tree(root)
    assert install(Wishes(tiny_folder, root, sway=True, dry_run=True)) == 0
    assert tree(root) == before
    said = capsys.readouterr().out
    assert all(f"### {path}" in said for path in FILES)
    assert "ExecStart=/usr/bin/sway --config /etc/kiosk/sway.conf" in said
    assert "### Commands" not in said

    assert install(Wishes(tiny_folder, sway=False, dry_run=True)) == 0
    said = capsys.readouterr().out
    assert "systemd-sysusers /etc/sysusers.d/kiosk.conf" in said.partition("### Commands")[2]


def test_a_broken_deck_is_not_installed(root, tiny_folder, capsys):
    (tiny_folder / "deck.yaml").write_text("][")
    before = tree(root)
    assert install(Wishes(tiny_folder, root, sway=False)) == 1
    assert tree(root) == before
    assert "deck.yaml:1:1: error: " in capsys.readouterr().err


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not there")
@pytest.mark.parametrize("sway", [False, True], ids=["cage", "sway"])
def test_systemd_finds_nothing_wrong_with_the_unit(root, tiny_folder, sway):
    install(Wishes(tiny_folder, root, sway=sway))
    unit = root / UNIT
    for program in ("/usr/bin/cage", "/usr/bin/sway"):  # of packages that need not be here
        unit.write_text(unit.read_text().replace(program, "/bin/true"))
    done = subprocess.run(
        [shutil.which("systemd-analyze"), "verify", "--man=no", "--recursive-errors=no", unit],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


@pytest.mark.skipif(not shutil.which("systemd-sysusers"), reason="systemd is not there")
def test_systemd_makes_the_user_of_the_file(root, tiny_folder):
    install(Wishes(tiny_folder, root, sway=False))
    (root / "etc/passwd").write_text("root:x:0:0:root:/root:/bin/sh\n")
    (root / "etc/group").write_text("root:x:0:\nvideo:x:44:\n")
    subprocess.run([shutil.which("systemd-sysusers"), f"--root={root}", "kiosk.conf"], check=True, timeout=60)
    assert "kiosk:" in (root / "etc/passwd").read_text()
    groups = [line.split(":")[0] for line in (root / "etc/group").read_text().splitlines() if line.endswith("kiosk")]
    assert set(groups) == {"video", "render", "input", "audio"}


def test_the_command_starts_kiosk_from_anywhere_with_nothing_of_the_environments(root, tiny_folder, tmp_path):
    install(Wishes(tiny_folder, root, sway=False))
    text = (root / "usr/local/bin/kiosk-booth").read_text().replace('"$(id -u)" != 0', "1")
    command = tmp_path / "command"
    command.write_text(text)
    (tmp_path / "kiosk.py").write_text("raise SystemExit('another one')\n")
    done = subprocess.run(
        ["/bin/sh", command, "check", tiny_folder],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "0 errors, 0 warnings\n"), done.stderr


def test_a_program_that_the_booth_could_not_see_is_refused(monkeypatch):
    monkeypatch.setattr("sys.prefix", "/root/kiosk/.venv")
    monkeypatch.setattr("sys.base_prefix", "/usr")
    assert "/root/kiosk/.venv is below /root" in machine.objection(Program("/usr/bin/env"))


def test_screens_and_missing_packages_are_seen(root):
    for name, status in (("card0-HDMI-A-1", "connected"), ("card0-HDMI-A-2", "connected"), ("card0-DP-1", "dis")):
        (root / "sys/class/drm" / name).mkdir(parents=True)
        (root / "sys/class/drm" / name / "status").write_text(f"{status}\n")
    assert machine.screens(root) == 2
    libraries = {"libwayland-cursor0": "libwayland-cursor.so.0", "libwayland-egl1": "libwayland-egl.so.1"}
    assert machine.lacking(root, sway=False) == ["seatd", "cage", "xwayland", *libraries]
    (root / "usr/sbin").mkdir(parents=True)
    (root / "usr/sbin/seatd").touch()
    (root / "usr/lib/x86_64-linux-gnu").mkdir(parents=True)
    for name in libraries.values():
        (root / "usr/lib/x86_64-linux-gnu" / name).touch()
    assert machine.lacking(root, sway=True) == ["sway"]
    assert machine.display_manager(root) == ""
    (root / "etc/systemd/system/display-manager.service").symlink_to("/lib/systemd/system/gdm.service")
    assert machine.display_manager(root) == "gdm.service"

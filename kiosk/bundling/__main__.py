"""`make bundle`: `dist/kiosk-VERSION-linux-ARCH.tar.gz`, which is unpacked anywhere and started as `kiosk/kiosk`."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tarfile
import time
from collections.abc import Iterable
from importlib.metadata import Distribution
from pathlib import Path
from typing import Final

import kiosk
from kiosk.bundling.launcher import LAUNCHER
from kiosk.bundling.libraries import Libraries, is_graphics
from kiosk.bundling.packages import copy_packages, copy_python
from kiosk.deck.load import load
from kiosk.places import SAMPLE_DECK
from kiosk.sparing import tell

_SIZE: Final = "1920x1080"
"""Of the screen for which every chart of the sample deck is drawn ahead."""
_BY_NAME: Final = ("libEGL.so.1", "libGLX.so.0", "libGL.so.1", "libX11-xcb.so.1", "libXcursor.so.1")
"""Libraries that Qt loads while it runs, which no program lists."""
_COMMON: Final = Path("/usr/share/common-licenses")
"""The texts of licences that many packages share, on Debian."""
_LICENSE_NAMES: Final = ("license", "licence", "copying", "notice", "authors", "copyright")
_MB: Final = 1_000_000


def main(dist: Path = Path("dist")) -> int:
    """Make the archive in a folder; the exit code."""
    if sys.platform != "linux":
        tell("kiosk: a bundle is made on Linux, for Linux")
        return 2
    began = time.monotonic()
    name = f"kiosk-{kiosk.__version__}-linux-{platform.machine()}"
    home = dist / name / "kiosk"
    shutil.rmtree(home.parent, ignore_errors=True)
    home.mkdir(parents=True)
    _say("Python and its packages")
    packages = copy_python(home / "python")
    distributions = copy_packages(packages)
    _say("The system's libraries")
    libraries = Libraries(home, _BY_NAME)
    _copy_libraries(libraries.found, home)
    _copy_data(home / "share" / "X11")
    launcher = home / "kiosk"
    launcher.write_text(LAUNCHER, encoding="utf-8")
    launcher.chmod(0o755)
    _licenses(home / "LICENSES", distributions, libraries.found.values(), packages)
    _round_times(home)
    _run([str(home / "python/bin/python3"), "-I", "-m", "compileall", "-q", str(home / "python/lib")], home)
    _say(f"Every chart of the sample deck at {_SIZE}")
    _warm(launcher)
    _say("The archive")
    archive = dist / f"{name}.tar.gz"
    _pack(home, archive)
    size = sum(path.lstat().st_size for path in home.rglob("*"))
    shutil.rmtree(home.parent)
    for library, needs in sorted(libraries.missing.items()):
        if not library.startswith("libQt6"):  # parts of Qt that the wheel has not, or that were left out above
            tell(f"kiosk: {library} is not on this machine, so {needs} in the bundle does without it")
    sys.stdout.write(
        f"{archive}: {archive.stat().st_size / _MB:.0f} MB, {size / _MB:.0f} MB unpacked, "
        f"made in {time.monotonic() - began:.0f} s.\n"
        f"On a machine of the same kind: tar xf {archive.name} && ./kiosk/kiosk\n"
    )
    return 0


def _copy_libraries(found: dict[str, Path], home: Path) -> None:
    (home / "lib" / "graphics").mkdir(parents=True)
    for name, path in found.items():
        shutil.copy2(path.resolve(), home / "lib" / ("graphics" if is_graphics(name) else "") / name)


def _copy_data(to: Path) -> None:
    """What the keyboard's library reads: without it no key is understood."""
    for name in ("xkb", "locale"):
        source = Path("/usr/share/X11") / name
        if source.is_dir():
            shutil.copytree(source, to / name, ignore=shutil.ignore_patterns("*.dir.orig"))


def _round_times(home: Path) -> None:
    """Whole seconds are the same in the archive: the charts' cache, and Python's, know files by their times."""
    for path in home.rglob("*"):
        if path.is_file() and not path.is_symlink():
            seconds = int(path.stat().st_mtime)
            os.utime(path, (seconds, seconds))


def _warm(launcher: Path) -> None:
    loaded = load(SAMPLE_DECK)
    assert loaded.deck is not None  # noqa: S101 - it is tested
    languages = [word for language in loaded.deck.languages for word in ("--language", language)]
    aside = launcher.parent.parent / "cache"
    _run(
        [str(launcher), "warm", "--size", _SIZE, *languages, "--theme", loaded.deck.theme],
        launcher.parent,
        KIOSK_CACHE=str(aside.absolute()),
        MPLCONFIGDIR=str((aside / "matplotlib").absolute()),
    )
    (launcher.parent / "cache").mkdir()
    (aside / "charts").rename(launcher.parent / "cache" / "charts")  # all else in it speaks of this machine's folders


def _run(command: list[str], home: Path, **env: str) -> None:
    """Run something of the bundle's, with nothing of this environment. Raises CalledProcessError."""
    where = {"PATH": os.environ["PATH"], "HOME": str(home.parent.absolute()), "QT_QPA_PLATFORM": "offscreen"}
    libraries = f"{(home / 'lib').absolute()}:{(home / 'lib/graphics').absolute()}"
    subprocess.run(command, env=where | {"LD_LIBRARY_PATH": libraries} | env, check=True)  # noqa: S603 - made above


def _licenses(to: Path, distributions: Iterable[Distribution], libraries: Iterable[Path], packages: Path) -> None:
    """The licences of everything in the bundle, by the name of what they are for."""
    to.mkdir()
    root = Path(kiosk.__file__).parents[1]
    shutil.copyfile(root / "LICENSE", to / "Kiosk.txt")
    shutil.copyfile(packages.parent / "LICENSE.txt", to / "Python.txt")
    shutil.copytree(_COMMON, to / "common")  # which Debian's notes and Qt's packages name, and do not bring
    for each in distributions:
        own = to / "packages" / each.metadata["Name"]
        own.mkdir(parents=True)
        for file in each.files or ():
            source = Path(str(file.locate()))
            parts = Path(str(file)).parts
            is_one = "licenses" in parts or source.name.lower().startswith(_LICENSE_NAMES)
            if source.is_file() and parts[0].endswith(".dist-info") and is_one:
                shutil.copyfile(source, own / source.name)
        if not any(own.iterdir()):
            keys = [key for key in ("License-Expression", "License") if key in each.metadata]
            named = each.metadata[keys[0]] if keys else "See its METADATA."
            (own / "License.txt").write_text(f"{named}\nThe texts are in ../../common.\n", encoding="utf-8")
    for package in sorted({_package_of(path) for path in libraries} - {""}):
        source = Path("/usr/share/doc") / package / "copyright"
        if source.is_file():
            (to / "libraries").mkdir(exist_ok=True)
            shutil.copyfile(source, to / "libraries" / f"{package}.txt")


def _package_of(path: Path) -> str:
    """The Debian package of a library; "" where it has none."""
    known = str(path.resolve())
    for each in (known, known.removeprefix("/usr")):  # dpkg knows a file by where it was before /lib became a link
        done = subprocess.run(["dpkg", "-S", each], capture_output=True, text=True, check=False)  # noqa: S603, S607
        if done.returncode == 0:
            return done.stdout.partition(":")[0]
    return ""


def _pack(home: Path, archive: Path) -> None:
    """Everything below `kiosk/`, owned by nobody in particular."""

    def owned(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        return entry

    part = archive.with_name(f".{archive.name}.part")
    with tarfile.open(part, "w:gz", compresslevel=6) as out:
        out.add(home, "kiosk", filter=owned)
    part.replace(archive)


def _say(what: str) -> None:
    sys.stdout.write(f"{what} …\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main(*map(Path, sys.argv[1:])))

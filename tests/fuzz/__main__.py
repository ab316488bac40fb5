"""Mutated files against the readers: `.venv/bin/python tests/fuzz decks --count 20000 --seed 1`.

Each mutant is known by its seed and number; `--first N --count 1` repeats one. A child process works, with its memory
limited; this one watches it: a mutant that raises, hangs, ends the child or takes too much time or memory is told, its
files are kept, and the next one is tried.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

SLOW_S = 2.0
"""The most that a mutant may take of a processor."""
HANG_S = 60.0
"""After so long without an answer a mutant hangs; the machine may be busy."""
MOST_MB = 256
"""The most that memory may grow beyond its start."""
LIMIT_MB = 1024
"""Address space beyond the start's; who asks for more gets none."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="fuzz", description=__doc__)
    parser.add_argument("target", choices=["decks", "tables", "pictures", "packed"])
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "kiosk-fuzz")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    wishes = parser.parse_args()
    if wishes.child:
        return work(wishes)
    return watch(wishes)


def work(wishes: argparse.Namespace) -> int:
    """Try one mutant after the other; a line of JSON for each."""
    import faulthandler
    import warnings

    from fuzz import targets

    faulthandler.enable()
    warnings.simplefilter("ignore")  # of damage that is meant
    make, target = targets.TARGETS[wishes.target]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "deck"
        folder.mkdir()
        os.chdir(name)
        target(make(wishes.seed, -1), folder)  # everything is imported
        start = most_mb()
        limit = _address_space() + LIMIT_MB * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        for number in range(wishes.first, wishes.first + wishes.count):
            faulthandler.dump_traceback_later(HANG_S, exit=True)
            about, mutant = "", make(wishes.seed, number)
            forget_most()
            began = time.process_time()
            wrong = ""
            try:
                about = target(mutant, folder)
            except Exception:  # noqa: BLE001 - that is what is looked for
                wrong = traceback.format_exc()
            took = time.process_time() - began
            grown = most_mb() - start
            if not wrong and took > SLOW_S:
                wrong = f"took {took:.1f} s"
            if not wrong and grown > MOST_MB:
                wrong = f"memory grew by {grown:.0f} MB"
            said = {"number": number, "about": about, "wrong": wrong, "took": round(took, 3), "grown": round(grown)}
            sys.stdout.write(json.dumps(said) + "\n")
            sys.stdout.flush()
    return 0


def most_mb() -> float:
    """The most memory that this process had since `forget_most`."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def forget_most() -> None:
    Path("/proc/self/clear_refs").write_text("5")


def _address_space() -> int:
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()


def watch(wishes: argparse.Namespace) -> int:
    """Have a child try the mutants, a new one after each that ends it; tell what was found."""
    next_, end = wishes.first, wishes.first + wishes.count
    found, slowest, grown = 0, 0.0, 0.0
    while next_ < end:
        command = [sys.executable, __file__, wishes.target, "--child", "--seed", str(wishes.seed)]
        with (
            tempfile.TemporaryFile("w+") as stderr,
            subprocess.Popen(
                [*command, "--first", str(next_), "--count", str(end - next_)],
                stdout=subprocess.PIPE,
                stderr=stderr,
                text=True,
            ) as child,
        ):
            for line in child.stdout or ():
                said = json.loads(line)
                next_ = said["number"] + 1
                slowest, grown = max(slowest, said["took"]), max(grown, said["grown"])
                if said["wrong"]:
                    found += 1
                    _tell(wishes, said["number"], said["wrong"])
            code = child.wait()
            stderr.seek(0)
            if next_ < end:
                found += 1
                _tell(wishes, next_, f"the process ended ({code}): {stderr.read()[-2000:]}")
                next_ += 1
    _say(
        f"{wishes.count} {wishes.target}, seed {wishes.seed}, from {wishes.first}: {found} found, "
        f"slowest {slowest:.2f} s, memory grew by {grown:.0f} MB"
    )
    return 1 if found else 0


def _tell(wishes: argparse.Namespace, number: int, wrong: str) -> None:
    from fuzz import targets

    kept = targets.keep(wishes.target, wishes.seed, number, wishes.keep)
    _say(f"--- {wishes.target} {number}, seed {wishes.seed}, kept in {kept}\n{wrong.strip()}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())

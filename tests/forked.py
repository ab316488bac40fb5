"""Many short commands from one process that has imported what they need; each is a fork of it, and imports nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from processes import environment

FORKS = """
import contextlib, functools, json, os, sys, traceback
import kiosk.deep, kiosk.tour, kiosk.warm
import typer.main
from kiosk.cli import main

typer.main.get_command = functools.cache(typer.main.get_command)  # else it is read anew what each of them takes

for arguments in (["check", sys.argv[1]], ["outline", sys.argv[1]], ["check", "--help"], ["check", "--banana"]):
    with open(os.devnull, "w") as nowhere:
        with contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere), contextlib.suppress(SystemExit):
            sys.argv[1:] = arguments
            main()

def run(order):
    os.chdir(order["folder"])
    os.environ.clear()
    os.environ.update(order["env"])
    for stream, name in enumerate((os.devnull, "out", "err")):
        os.dup2(os.open(name, os.O_RDWR | os.O_CREAT | os.O_TRUNC), stream)
    sys.argv = ["kiosk", *order["arguments"]]
    code = 0
    try:
        main()
    except SystemExit as ended:
        code = ended.code or 0
    except BaseException:
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)

for line in sys.stdin:
    child = os.fork()
    if not child:
        run(json.loads(line))
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


class Forks:
    """Runs `kiosk …` without its imports, which take most of a short command's time; `deck` is a sound one's folder."""

    def __init__(self, deck: Path) -> None:
        command = [sys.executable, "-c", FORKS, str(deck)]
        self._process = subprocess.Popen(
            command, env=environment(deck.parent), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def run(self, *arguments: str | Path, folder: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
        """Run a command in a folder to its end."""
        order = {"arguments": [*map(str, arguments)], "folder": str(folder), "env": env}
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        code = int(self._process.stdout.readline())
        out, err = ((folder / name).read_text(encoding="utf-8") for name in ("out", "err"))
        return subprocess.CompletedProcess(arguments, code, out, err)

    def close(self) -> None:
        """End the process."""
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

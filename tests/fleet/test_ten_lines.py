"""The README's broker is one that works, from the lines that stand there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess

import pytest
from fleet.brokers import PASSWORD
from processes import ROOT

from kiosk.machine.file import read

pytestmark = pytest.mark.skipif(not shutil.which("openssl"), reason="there is no openssl on this machine")


def block(kind: str, word: str) -> str:
    """The first block of a kind in the README that has a word in it."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return next(found for found in re.findall(rf"```{kind}\n(.+?)```", text, re.DOTALL) if word in found)


def set_up_as_written(broker) -> None:
    """Make a broker's settings by what is to be typed, but in its folder, for this machine, and asking nothing."""
    folder = broker.folder
    (folder / "conf.d").mkdir()
    typed = block("sh", "mosquitto")
    for said, meant in {
        "sudo ": "",
        "apt install mosquitto && ": "",
        "/etc/mosquitto": str(folder),
        "broker.example": "localhost",
        "listener 8883": f"listener {broker.port} 127.0.0.1",
        "passwd -c passwords booths": f"passwd -b -c passwords booths '{PASSWORD}'",
        "chown mosquitto": "ls",
        "systemctl restart mosquitto": "",
    }.items():
        assert said in typed
        typed = typed.replace(said, meant)
    subprocess.run(["/bin/sh", "-ec", typed], check=True, capture_output=True)
    of_debian = f"persistence true\npersistence_location {folder}/\n" + "user root\n" * (os.geteuid() == 0)
    (folder / "mosquitto.conf").write_text((folder / "conf.d" / "kiosk.conf").read_text() + of_debian)


def test_the_broker_in_the_readme_works(quick, broker, tmp_path):
    broker.stop()
    set_up_as_written(broker)
    broker.start()
    settings = block("toml", "[broker]").replace("broker.example", "localhost").replace('"…"', f'"{PASSWORD}"')
    settings = settings.replace("[broker]", f"[broker]\nport = {broker.port}")
    settings = re.sub(r'keys = \["[^"]+"\]', f'keys = ["MCowBQYDK2VwAyEA{"A" * 43}="]', settings)
    file = tmp_path / "kiosk.toml"
    file.write_text(settings, encoding="utf-8")
    file.chmod(0o600)
    shutil.copy(broker.folder / "broker.pem", tmp_path)
    assert read(file).problems == ()
    done = quick("fleet")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("No booth has spoken with this broker yet.")

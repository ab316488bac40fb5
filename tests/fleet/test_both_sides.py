"""The organiser's commands and a booth that runs, through a broker: each understands the other."""

from __future__ import annotations

import json
import signal
from datetime import datetime, timedelta

from fleet.lines import write_settings
from processes import linux, until

from kiosk.packing.signing import make_keys


@linux
def test_what_an_organiser_types_is_done_at_the_booth(broker, start, quick, tiny_folder, tmp_path):
    key = make_keys(tmp_path / "organiser.key")
    write_settings(tmp_path / "kiosk.toml", broker, "hall-3", keys=[key], allow=["message", "reload"])
    booth = start("run", tiny_folder, "--windowed", "800x600")

    def seen() -> list[dict]:
        return json.loads(quick("fleet", "--once", "--json").stdout or "[]")

    until(lambda: [each["online"] for each in seen()] == [True])
    later = f"{datetime.now().astimezone() + timedelta(hours=1):%Y-%m-%dT%H:%M}"  # which may be tomorrow
    asked = ("--text", "en=Tea at four", "--until", later, "--key", "organiser.key")
    done = quick("fleet", "message", "hall-3", *asked)
    assert done.returncode == 0, done.stdout + done.stderr
    until(lambda: seen()[0]["message"] == "Tea at four")
    refused = quick("fleet", "restart", "hall-3", "--key", "organiser.key")
    assert refused.returncode == 1
    assert booth.end(signal.SIGTERM)[0] == 0

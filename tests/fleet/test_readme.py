"""The description of the messages names everything that is in them, and nothing else."""

from __future__ import annotations

import json
import re

from processes import ROOT

from kiosk.fleet.messages import Does
from kiosk.fleet.schemas import schemas
from kiosk.fleet.topics import Topic, topic

README = (ROOT / "kiosk" / "fleet" / "README.md").read_text(encoding="utf-8")


def named(section: str) -> set[str]:
    """What a section's tables name in their first columns."""
    text = README.split(f"\n## {section}\n")[1].split("\n## ")[0]
    firsts = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    return {name for first in firsts for name in re.findall(r"`(.+?)`", first)}


def keys(*names: str) -> set[str]:
    return {key for name in names for key in schemas()[name]["properties"]}


def test_every_topic_is_there():
    for each in Topic:
        assert f"`{topic('BOOTH', each)}`" in README


def test_every_key_is_there_and_no_other():
    assert named("status") == keys("status")
    assert named("visit, lead") == keys("visit", "lead")
    assert named("command, signed") == keys("command", "signed") | {"does"} | set(Does)
    assert named("answer") == keys("answer")


def test_the_schemas_are_written(quick, tmp_path):
    assert quick("schema", "--fleet", "--out", "forms").returncode == 0
    written = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in (tmp_path / "forms").iterdir()}
    assert written == {f"{name}.schema.json": form for name, form in schemas().items()}
    assert json.loads(quick("schema", "--fleet", "status").stdout) == schemas()["status"]

"""What booths and their organiser say to each other comes through whole, and what is no message is told as such."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.fleet.messages import (
    MOST_BYTES,
    Answer,
    Command,
    Display,
    Does,
    LeadMessage,
    MessageError,
    Signed,
    Status,
    VisitMessage,
    Waiting,
    from_bytes,
    schema,
    to_bytes,
)
from kiosk.fleet.signing import STALE_S, RefusedError, opened, signed
from kiosk.fleet.topics import Topic, parted, topic
from kiosk.fleet.visits import from_plain, to_plain
from kiosk.machine.keys import COMMANDS
from kiosk.machine.names import is_name, name_from
from kiosk.packing.signing import make_keys
from kiosk.visits.visit import Ending, Stay, Touched, Visit

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
MESSAGES = [
    Status(booth="hall-3", online=False),
    Status(
        booth="hall-3",
        online=True,
        deck="重庆",
        display=Display(width=1080, height=1920),
        problems=("a problem",),
        waiting=Waiting(visits=3, leads=1, dropped=2),
        allows=("reload",),
    ),
    VisitMessage(id="1", booth="hall-3", visit={"began": "2026"}),
    LeadMessage(id="1", booth="hall-3", day="2026-05-04", sealed="AAAA"),
    Command(id="1", to=("hall-3",), does=Does.MESSAGE, details={"texts": {"zh": "下午好"}}, at="2026", count=7),
    Signed(command="{}", key="k", signature="s"),
    Answer(booth="hall-3", command="1", state="refused", at="2026", said="no"),
]
names = st.text(max_size=20)
counts = st.integers(0, 1 << 50)
visits = st.builds(
    Visit,
    began=names,
    language=names,
    first_language=names,
    lasted_ms=counts,
    ending=st.sampled_from(Ending),
    stays=st.lists(st.builds(Stay, names, names, counts), max_size=5),
    deeds=st.dictionaries(st.tuples(names, names), counts, max_size=5),
    touches=st.dictionaries(st.builds(Touched, names, names, st.booleans(), counts), counts, max_size=5),
)


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: type(message).__name__)
def test_a_message_comes_through_whole(message):
    assert from_bytes(type(message), to_bytes(message)) == message


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: type(message).__name__)
def test_what_is_said_is_as_its_schema_has_it(message):
    from jsonschema import Draft202012Validator

    Draft202012Validator(schema(type(message))).validate(json.loads(to_bytes(message)))


@given(visit=visits)
def test_a_visit_comes_through_whole(visit):
    assert from_plain(json.loads(json.dumps(to_plain(visit)))) == visit


@given(data=st.binary(max_size=100) | st.sampled_from([b"null", b"{}", b'{"booth":1}', b"[" * 5000]))
def test_what_is_no_message_is_told_as_such(data):
    with pytest.raises(MessageError):
        from_bytes(Status, data)


def test_what_is_far_too_long_is_not_even_read():
    with pytest.raises(MessageError, match="longer"):
        from_bytes(Status, b" " * (MOST_BYTES + 1))


@given(plain=st.dictionaries(st.sampled_from(list(to_plain(Visit("", "", 0, Ending.IDLE, [])))), st.none() | names))
def test_what_is_no_visit_is_told_as_such(plain):
    with pytest.raises(MessageError):
        from_plain(plain)


def test_a_newer_writer_may_say_more():
    assert from_bytes(Status, b'{"booth":"a","online":true,"mood":"good"}') == Status(booth="a", online=True)


def test_topics_say_whose_they_are():
    assert parted(topic("hall-3", Topic.VISIT)) == ("hall-3", Topic.VISIT)
    for other in ("kiosk/v1/hall-3", "kiosk/v1/Hall/visit", "kiosk/v2/hall-3/visit", "kiosk/v1/a/b/visit", "x"):
        assert parted(other) is None


@given(host=st.text(max_size=100))
def test_every_machine_has_a_name_that_a_booth_can_have(host):
    assert is_name(name_from(host))


def test_the_commands_of_the_settings_are_those_of_the_messages():
    assert set(COMMANDS) == set(Does)


@pytest.fixture(scope="module")
def key(tmp_path_factory):
    """The organiser's key, and the half of it that booths have."""
    file = tmp_path_factory.mktemp("key") / "organiser.key"
    return file, make_keys(file)


def _command(**more) -> Command:
    return Command(**{"id": "1", "to": ("a", "b"), "does": Does.RELOAD, "at": NOW.isoformat(), "count": 5} | more)


def test_a_signed_command_is_heard(key):
    file, public = key
    assert opened(to_bytes(signed(_command(), file)), "b", [public], {public: 4}, NOW) == (_command(), public)


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"to": ("c",)}, "for other booths"),
        ({"count": 4}, "heard before"),
        ({"at": (NOW - timedelta(seconds=STALE_S + 1)).isoformat()}, "5 minutes behind now"),
        ({"at": (NOW + timedelta(hours=8)).isoformat()}, "480 minutes ahead of now"),
        ({"at": "noon"}, "no time"),
        ({"at": "2026-05-04T09:00:00"}, "no time"),
    ],
)
def test_a_command_that_is_not_for_here_and_now_is_refused_by_its_name(key, changed, why):
    file, public = key
    with pytest.raises(RefusedError, match=why) as refused:
        opened(to_bytes(signed(_command(**changed), file)), "b", [public], {public: 4}, NOW)
    assert refused.value.command == "1"


@pytest.mark.parametrize("part", ["command", "key", "signature"])
def test_a_command_that_was_changed_on_its_way_is_refused(key, part):
    file, public = key
    message = json.loads(to_bytes(signed(_command(), file)))
    said = message[part]
    message[part] = said.replace("5", "6") if part == "command" else ("B" if said[0] == "A" else "A") + said[1:]
    with pytest.raises(RefusedError, match="not signed by a key"):
        opened(json.dumps(message).encode(), "b", [public], {}, NOW)


def test_a_command_by_another_key_or_by_none_is_refused(key, tmp_path):
    other = tmp_path / "other.key"
    make_keys(other)
    for data in (to_bytes(signed(_command(), other)), to_bytes(_command()), b"reload"):
        with pytest.raises(RefusedError, match="signed"):
            opened(data, "b", [key[1]], {}, NOW)

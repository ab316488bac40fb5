"""A deck goes to many booths step by step; any trouble halts that, and nobody is left with half of it."""

from __future__ import annotations

import json
import shutil
import signal
import socket
import urllib.error
import urllib.request
from dataclasses import replace
from pathlib import Path

import pytest
from fleet.booths import NEW, OLD
from processes import until
from tiny import write_tiny_deck
from typer.testing import CliRunner

from kiosk.cli.commands import app
from kiosk.deck.load import load
from kiosk.fleet.messages import Does
from kiosk.fleet.organiser.ledger import Entry, Ledger, begun, last
from kiosk.fleet.organiser.link import Link
from kiosk.fleet.organiser.offering import OfferError, Server, check, package, trust
from kiosk.fleet.organiser.orders import Desk
from kiosk.fleet.organiser.rollout import Rollout, in_steps
from kiosk.fleet.organiser.roster import Roster
from kiosk.fleet.topics import ANY, Topic, topic
from kiosk.packing.fault import PackError
from kiosk.packing.pack import pack
from kiosk.packing.signing import make_keys

pytestmark = pytest.mark.filterwarnings("ignore:.*socket:pytest.PytestUnraisableExceptionWarning")


@pytest.fixture(scope="module")
def made_once(tmp_path_factory):
    """A key, and a packed deck that is signed with it."""
    folder = tmp_path_factory.mktemp("organiser")
    write_tiny_deck(folder / "deck")
    public = make_keys(folder / "organiser.key")
    deck = load(folder / "deck").deck
    pack(folder / "deck", deck, folder / "week.kiosk", folder / "organiser.key")
    pack(folder / "deck", deck, folder / "plain.kiosk", None)
    return folder, public


@pytest.fixture
def key(made_once, tmp_path):
    """The organiser's key beside where commands are typed; the half of it that booths have."""
    shutil.copy(made_once[0] / "organiser.key", tmp_path)
    return made_once[1]


@pytest.fixture
def packed(made_once, tmp_path, key):
    """A packed deck that is signed, beside its key."""
    assert key
    return Path(shutil.copy(made_once[0] / "week.kiosk", tmp_path))


@pytest.fixture
def served(packed, broker):
    """What booths are told of a packed deck that they can fetch."""
    ours = package(packed, ())
    with Server(ours, "localhost", 0, broker.folder / "broker.pem", broker.folder / "broker.key") as server:
        yield ours.details(server.address)


@pytest.fixture
def rollout(broker, tmp_path, key):
    """A roll-out from this machine that is in a hurry."""
    assert key
    said = []
    with Link(broker.access(), [topic(ANY, Topic.STATUS), topic(ANY, Topic.ANSWER)], keeps_s=60) as link:
        roster = Roster(said.append)

        def begin() -> Rollout:
            for heard in link.gathered():
                roster.hear(heard)
            desk = Desk(link, roster, tmp_path / "organiser.key", tmp_path / "fleet")
            book = begun(tmp_path / "fleet" / "_rollout", "week.kiosk", "5")
            made = Rollout(desk=desk, ledger=book, tell=said.append, limit_s=20, settle_s=0.2, back_s=20, grace_s=0.3)
            made.said = said
            return made

        yield begin


def test_every_step_has_to_be_well_before_the_next_one(rollout, booths, key, served):
    made = booths("a", "b", "c", "d", key=key)
    under_way = rollout()
    assert under_way.roll([["a"], ["b", "c"], ["d"]], served)
    assert [booth.status.deck_hash for booth in made] == [NEW] * 4
    assert {len(booth.fetched) for booth in made} == {served["bytes"]}
    steps = [line for line in under_way.said if line.startswith("Step") or line.endswith(": done")]
    assert steps[0] == "Step 1 of 3: a"
    assert steps.index("a: done") < steps.index("Step 2 of 3: b, c") < steps.index("b: done")
    assert steps[-2:] == ["Step 3 of 3: d", "d: done"]
    assert under_way.take_back(["a", "b"]) == {}
    assert [booth.status.deck_hash for booth in made] == [OLD, OLD, NEW, NEW]


@pytest.mark.parametrize(
    ("behaves", "why"),
    [
        ("fails", "failed: the disk is full"),
        ("refuses", "refused: this booth does not want to"),
        ("hangs", "not done after 4 s"),
        ("vanishes", "has gone offline"),
        ("ails", "has a new problem: A chart cannot be drawn."),
        ("lies", "says that it is done, and shows a deck with the hash 00000000"),
    ],
)
def test_trouble_at_one_booth_halts_it_and_takes_it_back(rollout, booths, key, served, behaves, why):
    first, last_ = booths("a", "z", key=key)
    booths("m", key=key, behaves=behaves)
    under_way = rollout()
    if behaves in {"hangs", "lies"}:
        under_way.limit_s = 4
    assert not under_way.roll([["a"], ["m"], ["z"]], served)
    assert {name: each.trouble for name, each in under_way.watched.items()} == {"a": "", "m": why}
    wrong = under_way.take_back(under_way.watched)
    assert wrong == ({"m": "still at work: it may take the new deck later"} if behaves == "hangs" else {})
    assert ("Waited for, since it is still at work: m" in under_way.said) is (behaves == "hangs")
    assert (first.status.deck_hash, first.done, last_.done) == (OLD, [Does.FETCH, Does.BACK], [])
    assert all(booth.status.deck_hash == OLD for booth in under_way.desk.roster.booths.values())


def test_a_booth_of_an_earlier_step_that_is_gone_halts_it_too(rollout, booths, key, served):
    first, slow = booths("a", "b", key=key)
    under_way = rollout()
    under_way.tell = lambda line: first.vanish() if line.startswith("Step 2") else None
    slow.behaves, under_way.limit_s = "hangs", 4
    assert not under_way.roll([["a"], ["b"]], served)
    assert under_way.watched["a"].trouble == "has gone offline"
    assert "later" in under_way.take_back(under_way.watched)["a"]


def test_a_booth_that_is_done_after_the_halt_is_taken_back_too(rollout, booths, key, served):
    late = booths("a", key=key, behaves="slow")
    booths("b", key=key, behaves="fails")
    under_way = rollout()
    assert not under_way.roll([["a", "b"]], served)
    assert late.done == []
    assert under_way.take_back(under_way.watched) == {}
    assert (late.done, late.status.deck_hash) == ([Does.FETCH, Does.BACK], OLD)


def test_a_broker_that_starts_anew_meanwhile_is_waited_for(rollout, booths, key, served, broker):
    booth = booths("a", key=key)
    under_way = rollout()
    under_way.limit_s, under_way.settle_s, under_way.grace_s = 30, 1, 10

    def tell(line: str) -> None:
        under_way.said.append(line)
        if line.startswith("Step 1"):
            broker.stop(signal.SIGKILL)
            broker.start()

    under_way.tell = tell
    assert under_way.roll([["a"]], served)
    assert booth.done == [Does.FETCH]
    assert "There is a connection to the broker again." in under_way.said


def test_a_problem_that_was_there_before_is_no_trouble(rollout, booths, key, served):
    booths("a", key=key, problems=("The disk is 91 % full.",))
    under_way = rollout()
    assert under_way.roll([["a"]], served)


def test_who_comes_after_a_crash_can_take_it_back(rollout, booths, key, served, tmp_path):
    made = booths("a", "b", key=key)
    assert rollout().roll([["a", "b"]], served)
    book = last(tmp_path / "fleet" / "_rollout")
    assert book.booths == {name: Entry(OLD, NEW, "has it") for name in ("a", "b")}
    book.booths["b"] = Entry(OLD)  # the crash was before its answer came
    book.save()
    again = rollout()
    assert again.take_back(again.ledger.booths) == {}
    assert [booth.status.deck_hash for booth in made] == [OLD, OLD]
    assert {entry.state for entry in last(tmp_path / "fleet" / "_rollout").booths.values()} == {"back"}


@pytest.mark.parametrize(
    ("many", "said", "sizes"),
    [
        (1, "1,10%,33%,100%", [1]),
        (3, "1,10%,33%,100%", [1, 2]),
        (30, "1,10%,33%,100%", [1, 2, 7, 20]),
        (500, "1,10%,33%,100%", [1, 49, 115, 335]),
        (10, "100%", [10]),
        (10, "2, 5", [2, 3]),
        (2, "5", [2]),
    ],
)
def test_steps_are_numbers_or_parts(many, said, sizes):
    names = [str(number) for number in range(many)]
    steps = in_steps(names, said)
    assert [len(step) for step in steps] == sizes
    assert [name for step in steps for name in step] == names[: sum(sizes)]


@pytest.mark.parametrize("said", ["", "0", "101%", "-1", "1,,2", "a", "٣"])
def test_what_is_no_step_is_refused(said):
    with pytest.raises(ValueError, match="--steps"):
        in_steps(["a"], said)


def test_another_file_begins_another_ledger(tmp_path):
    book = begun(tmp_path, "one.kiosk", "1")
    book.ask({"a": OLD})
    assert begun(tmp_path, "one.kiosk", "1").booths == {"a": Entry(OLD)}
    assert begun(tmp_path, "two.kiosk", "2").booths == {}
    (tmp_path / "rollout.json").write_text("[")
    assert begun(tmp_path, "one.kiosk", "1").booths == {}
    with pytest.raises(ValueError, match="read"):
        last(tmp_path)


@pytest.mark.parametrize(
    ("entry", "deck_hash", "has"),
    [
        (Entry(OLD, NEW, "has it"), NEW, True),
        (Entry(OLD, NEW, "has it"), OLD, False),
        (Entry(OLD, NEW, "back"), NEW, False),
        (Entry(NEW, NEW, "has it"), NEW, False),
        (Entry(OLD), NEW, True),
        (Entry(OLD), OLD, False),
        (Entry(""), NEW, False),
    ],
)
def test_the_ledger_says_who_has_the_deck(tmp_path, entry, deck_hash, has):
    assert Ledger(tmp_path, booths={"a": entry}).has_it("a", deck_hash) is has


def test_only_that_one_file_is_served(served, broker):
    def ask(path: str, **how) -> tuple[int, bytes, str]:
        request = urllib.request.Request(base + path, **how)  # noqa: S310 - of this machine
        try:
            with urllib.request.urlopen(request, timeout=10, context=trust(broker.ca)) as answer:  # noqa: S310
                return answer.status, answer.read(), answer.headers["Content-Length"]
        except urllib.error.HTTPError as refused:
            refused.close()
            return refused.code, b"", ""

    base, _, name = served["address"].rpartition("/")
    for path in ("/", "/../week.kiosk", "/week.kiosk", "//", f"/{name}/", f"/{name}?x"):
        assert ask(path)[0] == 404
    assert ask(f"/{name}", method="DELETE")[0] == 501
    assert ask(f"/{name}", method="HEAD") == (200, b"", str(served["bytes"]))
    assert len(ask(f"/{name}")[1]) == served["bytes"]


def test_who_says_nothing_keeps_nobody_waiting(served, broker, packed):
    port = int(served["address"].split(":")[2].partition("/")[0])
    with socket.create_connection(("localhost", port)):
        check(served["address"], package(packed, ()), trust(broker.ca))


def test_an_address_is_tried_before_any_booth_is_sent_there(served, broker, packed):
    ours = package(packed, ())
    for address, context, why in [
        ("http://localhost/week.kiosk", trust(broker.ca), "https://"),
        (served["address"] + "x", trust(broker.ca), "404"),
        (served["address"], trust(None), "does not prove who it is"),
        ("https://localhost:9/week.kiosk", trust(broker.ca), "refused"),
        ("https://no host/", trust(broker.ca), "cannot be fetched"),
    ]:
        with pytest.raises(OfferError, match=why):
            check(address, ours, context)
    with pytest.raises(OfferError, match="is not"):
        check(served["address"], replace(ours, sha256="0" * 64), trust(broker.ca))


def test_a_deck_that_nobody_has_signed_is_refused_before_anybody_hears_of_it(quick, booths, key, made_once, broker):
    booth = booths("a", key=key)
    done = quick("fleet", "roll", made_once[0] / "plain.kiosk", "--all", *options(broker))
    assert (done.returncode, done.stdout) == (1, "")
    assert "this deck is not signed" in done.stderr
    assert booth.done == []


def test_a_deck_that_is_signed_by_somebody_else_is_refused(packed, tmp_path):
    with pytest.raises(PackError, match="somebody else"):
        package(packed, (make_keys(tmp_path / "another.key"),))


def free_port() -> int:
    with socket.socket() as any_:
        any_.bind(("127.0.0.1", 0))
        return any_.getsockname()[1]


def options(broker) -> list[str]:
    """What serves a deck from this machine, and is in a hurry."""
    folder, port = broker.folder, free_port()
    serve = [
        "--serve",
        f"localhost:{port}",
        "--cert",
        str(folder / "broker.pem"),
        "--tls-key",
        str(folder / "broker.key"),
    ]
    return [*serve, "--key", "organiser.key", "--settle", "1", "--limit", "20"]


def test_a_deck_is_rolled_out_from_this_machine_to_all_that_are_there(quick, booths, key, broker, packed):
    made = booths("a", "b", key=key)
    booths("gone", key=key).close()
    booths("shy", key=key, allows=("reload",))
    done = quick("fleet", "roll", packed.name, "--all", *options(broker))
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert [booth.fetched for booth in made] == [packed.read_bytes()] * 2
    table = [line.split(maxsplit=1) for line in done.stdout.partition("\n\n")[2].splitlines()]
    assert [row[0] for row in table] == ["booth", "a", "b", "gone", "shy"]
    assert "the new deck" in table[1][1]
    assert "left out: offline" in table[3][1]
    assert "does not allow `fetch`" in table[4][1]
    again = quick("fleet", "roll", packed.name, "a", *options(broker))
    assert (again.returncode, "a: had it already" in again.stdout) == (0, True)
    assert made[0].done == [Does.FETCH]
    back = quick("fleet", "roll", "--back", "--key", "organiser.key")
    assert (back.returncode, back.stderr) == (0, ""), back.stdout
    assert [booth.status.deck_hash for booth in made] == [OLD, OLD]
    nothing = quick("fleet", "roll", "--back", "--key", "organiser.key")
    assert (nothing.returncode, nothing.stdout.splitlines()[0]) == (0, "Nobody has the new deck.")


def test_a_halted_roll_out_says_who_has_what(quick, booths, key, broker, packed):
    made = booths("a", "c", key=key)
    booths("b", key=key, behaves="fails")
    done = quick("fleet", "roll", packed.name, "--all", "--steps", "1,2,100%", *options(broker))
    assert (done.returncode, done.stderr) == (1, "")
    assert "The roll-out is halted.\nTaken back: a\n" in done.stdout
    table = done.stdout.partition("\n\n")[2]
    assert "the new deck" not in table
    assert "failed: the disk is full" in table
    assert [booth.done for booth in made] == [[Does.FETCH, Does.BACK], []]


def test_a_halted_roll_out_can_stay_as_it_is(quick, booths, key, packed, served):
    made = booths("a", key=key)
    booths("b", key=key, behaves="fails")
    done = quick(
        "fleet",
        "roll",
        packed.name,
        "--all",
        "--keep",
        "--at",
        served["address"],
        "--key",
        "organiser.key",
        "--settle",
        "0",
    )
    assert done.returncode == 1
    assert "`kiosk fleet roll --back --key organiser.key` takes it back." in done.stdout
    assert made.done == [Does.FETCH]


@pytest.mark.parametrize(
    "wrong",
    [
        ["--key", "organiser.key"],
        ["none.kiosk", "--all", "--at", "https://x/", "--key", "organiser.key"],
        ["deck", "--all", "--at", "https://x/", "--key", "organiser.key"],
        ["week.kiosk", "--all", "--key", "organiser.key"],
        ["week.kiosk", "--at", "https://x/", "--key", "organiser.key"],
        ["week.kiosk", "--all", "--at", "https://x/", "--serve", "8443", "--key", "organiser.key"],
        ["week.kiosk", "--all", "--serve", "8443", "--key", "organiser.key"],
        ["week.kiosk", "--all", "--at", "https://x/", "--key", "none.key"],
        ["week.kiosk", "--back", "--key", "organiser.key"],
        ["--back", "--key", "organiser.key"],
        ["week.kiosk", "--all", "--serve", "x", "--cert", "a", "--tls-key", "b", "--key", "organiser.key"],
        ["week.kiosk", "--all", "--serve", "0", "--cert", "a", "--tls-key", "b", "--key", "organiser.key"],
        ["week.kiosk", "--all", "--serve", "8443", "--cert", "a", "--tls-key", "b", "--key", "organiser.key"],
    ],
    ids=" ".join,
)
def test_what_makes_no_sense_is_refused_in_one_line(packed, wrong, tmp_path, monkeypatch):
    assert packed
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("KIOSK_CONFIG", str(tmp_path / "kiosk.toml"))
    done = CliRunner().invoke(app, ["fleet", "roll", *wrong])
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("kiosk: ")


def test_ctrl_c_halts_and_says_how_to_take_it_back(start, booths, key, broker, packed, tmp_path):
    booth, later = booths("a", "b", key=key)
    under_way = start("fleet", "roll", packed.name, "--all", *options(broker), "--settle", "600")
    until(lambda: booth.status.deck_hash == NEW)
    until(lambda: last(tmp_path / "state" / "fleet" / "_rollout").booths["a"].state == "has it")
    code, _ = under_way.end(signal.SIGINT)
    assert code == 130
    said = under_way.child.stdout.read()
    assert "`kiosk fleet roll --back --key organiser.key` takes it back." in said
    assert (under_way.stderr(), later.done) == ("", [])
    assert json.loads((tmp_path / "state" / "fleet" / "_rollout" / "rollout.json").read_text())["name"] == packed.name

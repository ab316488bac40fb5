"""The machine's file: typed, checked, changed with its comments kept; whatever is wrong with it, a booth opens."""

from __future__ import annotations

import os
import signal
import stat

import pytest
from processes import PROBE

from kiosk.deck.load import load
from kiosk.deck.model import Mounting
from kiosk.machine.file import UnreadableError, change, read, read_soon
from kiosk.machine.settings import DRIVES, Settings
from kiosk.machine.suit import suited

WHOLE = """\
# the booth in hall N6
deck = "fair"   # ours
language = "zh"
text_size = 2
restart = "04:00"
drives = ["/media/booth"]

[screen]
diagonal_mm = 1397
distance_mm = 2000
bottom_mm = 700

[idle]
ask_after = 60
"""


@pytest.fixture
def file(tmp_path):
    return tmp_path / "config" / "kiosk.toml"


def written(file, text: str):
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_what_is_set_and_what_is_not(file):
    assert read(file) == Settings()
    settings = read(written(file, WHOLE))
    assert settings.problems == ()
    assert (settings.deck, settings.language, settings.text_size) == ("fair", "zh", 2)
    assert (settings.restart, Settings().restart) == ("04:00", "")
    assert (settings.diagonal, settings.distance, settings.bottom) == (1397, 2000, 700)
    assert (settings.ask_after, settings.return_after) == (60, 0)
    assert settings.drives == ("/media/booth",)
    assert Settings().drives == DRIVES


def test_the_keys_of_those_whose_decks_are_taken(file):
    key = "MCowBQYDK2VwAyEAmLOSvXveZ48MO7afi7aRS6LY54dIjKWw2F766fDfO7I="
    assert read(written(file, f"[decks]\nkeys = ['{key}']\n")) == Settings(keys=(key,))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("langauge = 'zh'", "1:1: error: unknown key `langauge`: did you mean `language`?"),
        ("\n[screen]\n  diagonal = 55", "3:3: error: unknown key `diagonal`: did you mean `diagonal_mm`?"),
        ("diagonal_mm = 900", "1:1: error: `diagonal_mm` stands in the wrong place: it belongs below `[screen]`"),
        ("[idle]\nlanguage = 'zh'", "2:1: error: `language` stands in the wrong place: it belongs above the first"),
        ("[screen]\nbottom_mm = 'low'", "2:1: error: `bottom_mm`: a number is wanted here, not `low`"),
        ("[screen]\nbottom_mm = true", "2:1: error: `bottom_mm`: a number is wanted here, not `True`"),
        ("[screen]\nbottom_mm = 30000", "2:1: error: `bottom_mm`: it is 30000: it must be between 0 and 3000"),
        ("[idle]\nask_after = 1.5", "2:1: error: `ask_after`: a whole number is wanted here, not `1.5`"),
        ("[idle]\nask_after = nan", "2:1: error: `ask_after`: it is nan: it must be between 1 and 86400"),
        ("restart = '4:00'", '1:1: error: `restart`: a time is wanted here, as "04:00", not `4:00`'),
        ("restart = '24:00'", "1:1: error: `restart`: a time is wanted here"),
        ("deck = 7", "1:1: error: `deck`: a text in quotes is wanted here, not `7`"),
        ("drives = '/media'", "1:1: error: `drives`: a list is wanted here"),
        ("screen = 55", "1:1: error: `screen` is a table: write `[screen]`"),
        ("[operator]\npin = '246810'", "2:1: error: `pin`: this is not what `kiosk pin` writes"),
        ("[decks]\nkeys = ['x']", "2:1: error: `keys`: `x` is not what `kiosk pack --keygen` prints"),
        (
            "[decks]\nkeys = ['MCowBQYDK2VuAyEAmLOSvXveZ48MO7afi7aRS6LY54dIjKWw2F766fDfO7I=']",
            "2:1: error: `keys`: `MCow",
        ),
        ("[operator]\nkey = 'x'", "2:1: error: `key`: this is not what `kiosk pin --key` writes"),
        ("\ndeck = ", "2:1: error: this is not TOML: "),
        ("deck = 'a'\ndeck = 'b'", "2:1: error: this is not TOML: "),
        ("\n\n[[screen]]", "3:1: error: `screen` is a table"),
        ("x = " + "[" * 20_000, "1:1: error: there are too many brackets in one another"),
        ("#" * 200_000, "1:1: error: the file is too large"),
    ],
    ids=lambda text: text[:24].strip(),
)
def test_one_mistake_one_line(file, text, problem):
    settings = read(written(file, text))
    assert len(settings.problems) == 1
    assert str(settings.problems[0]).removeprefix(str(file)).startswith(f":{problem}")


def test_what_is_wrong_costs_itself_alone(file):
    settings = read(written(file, WHOLE.replace("2000", "'far'").replace("60", "0")))
    assert [problem.line for problem in settings.problems] == [10, 14]
    assert (settings.language, settings.diagonal, settings.distance, settings.ask_after) == ("zh", 1397, 0, 0)


@pytest.mark.parametrize("data", [b"\xff\xfe", b"\x00", b"a = '\xd0'", b"= = =", b"[" * 90_000])
def test_bytes_that_are_no_settings(file, data):
    file.parent.mkdir()
    file.write_bytes(data)
    settings = read(file)
    assert len(settings.problems) == 1
    assert Settings(problems=settings.problems) == settings


def test_a_change_keeps_comments_and_order_and_is_for_nobody_else(file):
    change(written(file, WHOLE), {("", "language"): "en", ("idle", "return_after"): 15, ("", "text_size"): None})
    text = file.read_text(encoding="utf-8")
    assert text == WHOLE.replace('"zh"', '"en"').replace("text_size = 2\n", "") + "return_after = 15\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["kiosk.toml"]


def test_a_change_makes_the_file_where_there_is_none(file):
    change(file, {("screen", "diagonal_mm"): 900})
    assert read(file) == Settings(diagonal=900.0)


@pytest.mark.parametrize("text", ["deck = ", "screen = 3"])
def test_a_broken_file_is_not_changed(file, text):
    with pytest.raises(UnreadableError, match=r"kiosk.toml:1:\d+: error: "):
        change(written(file, text), {("screen", "diagonal_mm"): 900})
    assert file.read_text(encoding="utf-8") == text


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_pin_that_others_can_read_is_told(file):
    secret = "[operator]\nkey = '" + "0" * 64 + "'"
    written(file, secret).chmod(0o644)
    assert "chmod 600" in str(read(file).problems[0])
    file.chmod(0o600)
    assert read(file).problems == ()


def test_a_start_reads_what_it_needs_and_no_secret(file, tmp_path):
    change(file, {("", "theme"): "day", ("operator", "key"): "0" * 64})
    soon = [read_soon(file, tmp_path / "cache") for _ in range(2)]
    assert soon == [Settings(theme="day")] * 2
    assert b"0" * 64 not in (tmp_path / "cache" / "machine.kept").read_bytes()
    change(file, {("", "theme"): "two-rivers"})
    assert read_soon(file, tmp_path / "cache").theme == "two-rivers"
    (tmp_path / "cache" / "machine.kept").write_bytes(b"\0")
    assert read_soon(file, tmp_path / "cache").theme == "two-rivers"


def test_a_deck_on_its_machine(tiny_folder):
    deck = load(tiny_folder).deck
    assert suited(deck, Settings()) is deck
    here = suited(deck, Settings(language="zh", ask_after=7, diagonal=1270.0, bottom=650.0))
    assert here.languages == ("zh", "en")
    assert (here.idle.ask_after, here.idle.return_after) == (7, 10)
    assert here.screen == Mounting(diagonal=50.0, bottom=650.0)
    assert suited(deck, Settings(language="fr", diagonal=1270.0)) == deck


def run_briefly(start, *arguments):
    booth = start("run", *arguments, *PROBE)
    assert booth.line() == "slide 0 complete"
    assert booth.end(signal.SIGTERM)[0] == 0
    return booth.stderr()


def test_the_machines_own_deck_opens_where_none_is_named(start, tiny_folder, tmp_path):
    written(tmp_path / "kiosk.toml", f"deck = '{tiny_folder.name}'\nlanguage = 'fr'\n")
    assert run_briefly(start) == (f"{tmp_path / 'kiosk.toml'}: error: the deck does not speak 'fr', but: en, zh\n")


def test_a_broken_file_does_not_stop_the_booth(start, tiny_folder, tmp_path):
    written(tmp_path / "kiosk.toml", "deck = [\n")
    told = run_briefly(start, tiny_folder)
    assert told.startswith("kiosk.toml:")
    assert ": error: this is not TOML: " in told


def test_the_doctor_says_where_it_is_and_whether_it_is_sound(kiosk_, tmp_path):
    assert "Configuration" in kiosk_("doctor").stdout
    written(tmp_path / "kiosk.toml", "langauge = 'zh'\n")
    done = kiosk_("doctor")
    assert done.returncode == 1
    assert "LOOK Configuration: kiosk.toml:1:1: error: unknown key `langauge`: did you mean `language`?" in done.stdout

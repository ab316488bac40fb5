"""The commands' contract: what they print, where, and the codes they end with (design, "Commands")."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from typer.main import get_command

import kiosk
from kiosk.cli.booth import Wishes, plain
from kiosk.cli.commands import app

COMMANDS = ["run", "present", "check", "tour", "warm", "outline", "doctor", "ready", "pin", "bench", "soak", "schema"]
COMMANDS += ["new", "install", "uninstall", "card", "pack", "import", "edit", "export", "report", "leads", "fleet"]


def assert_refused(done: subprocess.CompletedProcess[str]) -> None:
    """Exit code 2 and one plain line on stderr."""
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert re.fullmatch(r"kiosk: .+\n", done.stderr)


def test_a_sound_deck_passes_the_check(quick, tiny_folder):
    done = quick("check", tiny_folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "0 errors, 0 warnings\n", "")


@pytest.fixture
def broken_folder(tiny_folder):
    """The tiny deck with an error on line 6, column 15 of hill.yaml, and a warning."""
    hill = tiny_folder / "hill.yaml"
    text = hill.read_text(encoding="utf-8")
    assert text.splitlines()[5].startswith("    title:")
    hill.write_text(
        text.replace("    title: {en: History, zh: 历程}", "    titel: {en: History, zh: 历程}"), encoding="utf-8"
    )
    (tiny_folder / "dale.yml").write_text("name: Dale\n", encoding="utf-8")
    return tiny_folder


def test_problems_are_named_on_stdout_with_file_line_and_column(quick, broken_folder):
    done = quick("check", broken_folder)
    assert (done.returncode, done.stderr) == (1, "")
    *problems, count = done.stdout.splitlines()
    for line in problems:
        assert re.fullmatch(r"deck/[a-z]+\.ya?ml:\d+:\d+: (error|warning): .+", line)
    assert any(line.startswith("deck/hill.yaml:6:5: error: ") and "`title`" in line for line in problems)
    assert any(line.startswith("deck/dale.yml:1:1: warning: ") for line in problems)
    errors = sum(": error: " in line for line in problems)
    assert count == f"{errors} errors, {len(problems) - errors} warnings"


def test_warnings_alone_do_not_fail_the_check(quick, tiny_folder):
    (tiny_folder / "dale.yml").write_text("name: Dale\n", encoding="utf-8")
    done = quick("check", tiny_folder)
    assert done.returncode == 0
    assert done.stdout.endswith("0 errors, 1 warnings\n")


def test_the_check_for_programs_says_the_same(quick, broken_folder):
    done = quick("check", broken_folder, "--json")
    problems = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (1, "")
    assert {tuple(problem) for problem in problems} == {("path", "line", "column", "severity", "message")}
    assert ("hill.yaml", 6, 5, "error") in {
        (Path(problem["path"]).name, problem["line"], problem["column"], problem["severity"]) for problem in problems
    }


def test_a_sound_deck_is_an_empty_list_for_programs(quick, tiny_folder):
    done = quick("check", tiny_folder, "--json")
    assert (done.returncode, json.loads(done.stdout)) == (0, [])


@pytest.mark.parametrize(
    "command",
    [
        ["run"],
        ["present"],
        ["check"],
        ["tour"],
        ["warm"],
        ["outline"],
        ["card"],
        ["export"],
        ["bench", "touch", "--deck"],
    ],
)
def test_a_folder_that_is_not_there_is_named_in_one_line(quick, tmp_path, command):
    (tmp_path / "file").touch()
    for wrong in ("nowhere", "file"):
        done = quick(*command, wrong)
        assert_refused(done)
        assert wrong in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["run", "deck", "--windowed", "banana"],
        ["run", "deck", "--language", "xx"],
        ["run", "deck", "--theme", "xx"],
        ["run", "deck", "--start", "xx"],
        ["present", "deck", "--windowed", "banana"],
        ["present", "deck", "--language", "xx"],
        ["present", "deck", "--route", "xx"],
        ["tour", "deck", "--size", "banana"],
        ["tour", "deck", "--size", "0000x1080"],
        ["tour", "deck", "--language", "xx"],
        ["tour", "deck", "--theme", "xx"],
        ["tour", "deck", "--out", "deck/deck.yaml"],
        ["warm", "deck", "--size", "banana"],
        ["warm", "deck", "--language", "xx"],
        ["warm", "deck", "--theme", "xx"],
        ["check", "deck", "--deep", "--size", "banana"],
        ["check", "deck", "--html", "nowhere/report.html"],
        ["outline", "deck", "--language", "xx"],
        ["bench", "banana", "--deck", "deck"],
        ["pack"],
        ["pack", "deck"],
        ["pack", "nowhere", "x.kiosk"],
        ["pack", "deck", "deck"],
        ["pack", "deck", "x.kiosk", "--sign", "nokey"],
        ["pack", "deck", "x.kiosk", "--keygen", "key"],
        ["pack", "--keygen", "deck/deck.yaml"],
        ["import"],
        ["import", "nowhere.kiosk"],
        ["import", "deck/deck.yaml", "--to", "srv"],
        ["import", "x.kiosk", "--back"],
        ["edit", "nowhere"],
        ["edit", "deck/deck.yaml"],
        ["edit", "deck", "--language", "xx"],
        ["edit", "deck", "--windowed", "banana"],
    ],
    ids=" ".join,
)
def test_what_is_not_there_is_refused_in_one_line(quick, tiny_folder, arguments):
    done = quick(*arguments)
    assert_refused(done)
    assert tiny_folder.is_dir()


def test_a_wrong_theme_is_refused_for_a_broken_deck_too(kiosk_, tiny_folder):
    (tiny_folder / "deck.yaml").write_text("][", encoding="utf-8")
    assert_refused(kiosk_("run", tiny_folder, "--theme", "xx"))


def test_a_name_that_is_nearly_right_is_suggested(kiosk_, tiny_folder):
    done = kiosk_("run", tiny_folder, "--start", "histroy")
    assert_refused(done)
    assert "Did you mean history?" in done.stderr


@pytest.mark.parametrize(
    "arguments", [["--banana"], ["banana"], *([command, "--banana"] for command in COMMANDS)], ids=" ".join
)
def test_wrong_usage_is_told_on_stderr(quick, arguments):
    done = quick(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "banana" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["tour", "warm", "outline", "bench", "card"])
def test_a_deck_that_cannot_be_opened_is_explained(quick, tiny_folder, command):
    (tiny_folder / "deck.yaml").write_text("][", encoding="utf-8")
    done = quick(command, *(["--deck"] if command == "bench" else []), tiny_folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("deck/deck.yaml:1:1: error: ")
    assert "Traceback" not in done.stderr


def test_every_command_says_what_it_does(kiosk_):
    listed = kiosk_("--help")
    assert listed.returncode == 0
    commands = get_command(app).commands
    assert set(commands) == set(COMMANDS)
    for name, command in commands.items():
        first = command.help.partition("\n")[0].partition(".")[0]
        assert re.search(rf"\b{name} +{re.escape(first[:40])}", listed.stdout)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_explains_every_option(quick, command):
    done = quick(command, "--help")
    assert done.returncode == 0
    said = " ".join(re.sub(r"[│╭╮╰╯─]", " ", done.stdout).split())
    known = get_command(app).commands[command]
    assert " ".join(known.help.split())[:60] in said
    for parameter in known.params:
        if parameter.name != "help":
            assert parameter.help, f"{command}: {parameter.name}"
            assert parameter.help[:30] in said


def test_the_version_is_told(kiosk_):
    done = kiosk_("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"kiosk {kiosk.__version__}\n", "")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_outline_speaks_the_language_asked_for(quick, tiny_folder, language):
    done = quick("outline", tiny_folder, "--language", language)
    assert (done.returncode, done.stderr) == (0, "")
    assert ("In numbers" in done.stdout, "数说" in done.stdout) == (language == "en", language == "zh")


def test_the_outline_speaks_the_decks_first_language_unless_asked(quick, tiny_folder):
    assert quick("outline", tiny_folder).stdout == quick("outline", tiny_folder, "--language", "en").stdout


@pytest.mark.parametrize("command", ["check", "outline"])
def test_reading_a_deck_needs_neither_qt_nor_matplotlib(kiosk_, tiny_folder, command):
    done = kiosk_(command, tiny_folder, python=("-X", "importtime"))
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert {"kiosk", "typer", "yaml"} <= imported, "the list of imports is there"
    assert not imported & {"PySide6", "shiboken6", "matplotlib", "numpy"}


def test_the_doctor_looks_at_everything(kiosk_):
    done = kiosk_("doctor")
    names = [line[5:].partition(":")[0] for line in done.stdout.splitlines()]
    assert names == [
        "Kiosk",
        "Graphics",
        "Screens",
        "Touchscreens",
        "Fonts",
        "Cache",
        "Disk",
        "Configuration",
        "Operator",
        "Unattended",
    ]
    findings = json.loads(kiosk_("doctor", "--json").stdout)
    assert [finding["name"] for finding in findings] == names
    assert done.returncode == (0 if all(finding["good"] for finding in findings) else 1)
    assert next(finding for finding in findings if finding["name"] == "Fonts")["good"]


def by_typer(arguments: list[str]) -> Wishes:
    """What typer makes of `kiosk run …`."""
    group = get_command(app)
    context = group.make_context("kiosk", list(arguments), resilient_parsing=False)
    name, command, rest = group.resolve_command(context, [*context._protected_args, *context.args])  # noqa: SLF001
    assert name == "run"
    return Wishes(**command.make_context(name, rest, parent=context).params)


@pytest.mark.parametrize(
    "arguments",
    [
        ["run"],
        ["run", "deck"],
        ["run", "a deck/with spaces"],
        ["run", ""],
        ["run", "--probe"],
        ["run", "deck", "--probe", "--no-transitions", "--operator-keys"],
        ["run", "--probe", "deck", "--windowed", "800x600"],
        ["run", "--windowed", "banana", "--language", "zh", "--theme", "day", "--start", "trade"],
        ["run", "--language", "zh", "--language", "en"],
        ["run", "--probe", "--probe"],
        ["run", "--start", "run"],
        ["run", "run"],
        ["run", "--language", ""],
    ],
    ids=" ".join,
)
def test_a_plain_line_means_the_same_without_typer(arguments):
    wishes = plain(arguments)
    assert wishes is not None
    assert wishes == by_typer(arguments)


def test_without_arguments_no_deck_is_wished_for():
    assert plain([]) == Wishes() == plain(["run"])
    assert Wishes().deck is None


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["check"],
        ["Run"],
        ["deck"],
        ["run", "--help"],
        ["run", "-h"],
        ["run", "deck", "other"],
        ["run", "--banana"],
        ["run", "-x"],
        ["run", "--language"],
        ["run", "--language", "--probe"],
        ["run", "--language=zh"],
        ["run", "--lang", "zh"],
        ["run", "--"],
        ["run", "--", "deck"],
        ["run", "-"],
        ["--probe"],
    ],
    ids=" ".join,
)
def test_a_line_that_only_typer_can_answer_is_left_to_it(arguments):
    assert plain(arguments) is None


def test_typer_takes_options_with_an_equals_sign():
    assert by_typer(["run", "--language=zh", "--", "deck"]) == Wishes(deck=Path("deck"), language="zh")

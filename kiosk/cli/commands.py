"""The commands as typer reads them; each imports what it needs when it runs."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from kiosk import __version__
from kiosk.cli.booth import EXIT_FAILED, EXIT_USAGE, Wishes, refuse
from kiosk.cli.booth import run as run_booth
from kiosk.cli.decks import folder as _folder
from kiosk.cli.fleet import app as fleet
from kiosk.cli.leads import app as leads
from kiosk.deck.problems import Problem
from kiosk.places import SAMPLE_DECK, cache_folder

app = typer.Typer(
    help="A touch-first, fullscreen presentation for an exhibition booth. Without a command it opens the booth.",
    no_args_is_help=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)

app.add_typer(leads, name="leads")
app.add_typer(fleet, name="fleet")

Deck = Annotated[
    Path, typer.Argument(help="A folder with a deck.yaml in it, or a packed deck.", show_default="the sample deck")
]
Sizes = Annotated[
    list[str], typer.Option("--size", help="Width x height in pixels; may repeat.", show_default="1920x1080")
]
Languages = Annotated[
    list[str], typer.Option("--language", help="One of the deck's languages; may repeat.", show_default="all")
]
Themes = Annotated[
    list[str], typer.Option("--theme", help="A theme's name; may repeat.", show_default="the deck's own")
]
Json = Annotated[bool, typer.Option("--json", help="For programs instead of people.")]


@app.command()
def run(
    deck: Annotated[
        Path | None,
        typer.Argument(help="A folder with a deck.yaml in it, or a packed deck.", show_default="this machine's"),
    ] = None,
    windowed: Annotated[str, typer.Option(help="In a window of that size, such as 1280x720.")] = "",
    language: Annotated[str, typer.Option(help="Start in this language instead of the deck's first.")] = "",
    theme: Annotated[str, typer.Option(help="A theme's name, such as day.")] = "",
    start: Annotated[str, typer.Option(help="Open with this platform or slide, by its id.")] = "",
    operator_keys: Annotated[bool, typer.Option("--operator-keys", help="F11 and Ctrl+Q work.")] = False,
    probe: Annotated[bool, typer.Option("--probe", help="For measuring: no attract, no idle return.")] = False,
    no_transitions: Annotated[bool, typer.Option("--no-transitions", help="Cuts instead of motion.")] = False,
) -> None:
    """Open the booth, fullscreen. Ends with Ctrl+C in the terminal, or Ctrl+Q with --operator-keys."""
    wishes = Wishes(
        deck=deck,
        windowed=windowed,
        language=language,
        theme=theme,
        start=start,
        operator_keys=operator_keys,
        probe=probe,
        no_transitions=no_transitions,
    )
    raise typer.Exit(run_booth(wishes))


@app.command()
def present(
    deck: Annotated[
        Path | None,
        typer.Argument(help="A folder with a deck.yaml in it, or a packed deck.", show_default="this machine's"),
    ] = None,
    route: Annotated[
        str, typer.Option(help="One of the deck's routes, by its id.", show_default="the whole deck")
    ] = "",
    auto: Annotated[bool, typer.Option("--auto", help="Goes on by itself, over and over, for a wall.")] = False,
    windowed: Annotated[str, typer.Option(help="In a window of that size, such as 1280x720.")] = "",
    language: Annotated[str, typer.Option(help="Speak this language instead of the deck's first.")] = "",
    theme: Annotated[str, typer.Option(help="A theme's name, such as day.")] = "",
) -> None:
    """Speak with a deck, fullscreen, by keys, clicker or touch. F1 shows the keys; Ctrl+Q ends it."""
    wishes = Wishes(deck=deck, windowed=windowed, language=language, theme=theme, present=True, route=route, auto=auto)
    raise typer.Exit(run_booth(wishes))


def _tell_version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it by position
    if wanted:
        typer.echo(f"kiosk {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def booth(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001 - its callback has answered before
        bool, typer.Option("--version", help="Say which version this is.", callback=_tell_version, is_eager=True)
    ] = False,
) -> None:
    """Open the booth where no command is named."""
    if context.invoked_subcommand is None:
        raise typer.Exit(run_booth(Wishes()))


@app.command()
def check(
    deck: Deck = SAMPLE_DECK,
    deep: Annotated[bool, typer.Option("--deep", help="Also render every screen and look at its text.")] = False,
    size: Annotated[
        list[str], typer.Option("--size", help="With --deep: width x height; may repeat.", show_default="1920x1080")
    ] = [],
    html: Annotated[
        Path | None, typer.Option(help="Also write a report with pictures into this file; looks deeply.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Name every problem of a deck, with file, line and column. Exit code 1 where there is an error."""
    from kiosk.cli.check import checked

    folder = _folder(deck)
    try:
        problems = checked(folder, size, deep=deep, html=html)
    except ValueError as error:
        raise typer.Exit(refuse(str(error))) from error
    if folder != deck:
        from kiosk.packing.bring import told_of

        problems = [told_of(problem, folder, deck) for problem in problems]
    errors = sum(problem.severity == "error" for problem in problems)
    if as_json:
        typer.echo(json.dumps([_as_json(problem) for problem in problems], ensure_ascii=False, indent=1))
    else:
        for problem in problems:
            typer.echo(str(problem))
        typer.echo(f"{errors} errors, {len(problems) - errors} warnings")
    raise typer.Exit(EXIT_FAILED if errors else 0)


@app.command()
def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that is empty, or not there yet.")],
) -> None:
    """Make a small deck to begin with: two platforms, a chart, two languages, and comments that teach."""
    from kiosk.deck.begin import begin

    try:
        begin(folder)
    except FileExistsError as error:
        raise typer.Exit(refuse(f"There is something in {folder} already: name a new folder.")) from error
    except OSError as error:
        raise typer.Exit(refuse(f"The deck cannot be written to {folder}: {error.strerror}.")) from error
    typer.echo(f"There is a small deck in {folder} now. Open its files in any editor; deck.yaml says how they work.")
    typer.echo(f"  kiosk run {folder} --windowed 1280x720   shows it: what you save is on the screen at once")
    typer.echo(f"  kiosk check {folder}                     names what is wrong, with file and line")


@app.command()
def edit(
    deck: Annotated[Path, typer.Argument(help="A folder with a deck.yaml in it.", show_default="the sample deck")] = (
        SAMPLE_DECK
    ),
    windowed: Annotated[str, typer.Option(help="In a window of that size, such as 1600x900.")] = "",
    language: Annotated[str, typer.Option(help="The editor's own: en or zh.", show_default="the system's")] = "",
) -> None:
    """Edit a deck in a window: its slides, a form for each, and the real screen beside it. Keeps comments and order."""
    from kiosk.cli.edit import edit as open_editor

    raise typer.Exit(open_editor(deck, windowed, language))


@app.command()
def schema(
    name: Annotated[str, typer.Argument(help="deck, sources, platform or adviser.", show_default="all")] = "",
    out: Annotated[Path | None, typer.Option(help="A folder: write each into a file of its own.")] = None,
    fleet: Annotated[bool, typer.Option("--fleet", help="Of the messages of booths and organiser instead.")] = False,
) -> None:
    """Print what may stand in a deck's files, as JSON Schema: editors complete and check with it."""
    from kiosk.deck.schema import as_text, schemas, write_schemas
    from kiosk.fleet.schemas import schemas as schemas_of_fleet

    made = schemas_of_fleet() if fleet else schemas()
    if name and name not in made:
        raise typer.Exit(refuse(f"There is no schema {name!r}, but: {', '.join(made)}."))
    if out is None:
        sys.stdout.write(as_text(made[name] if name else made))
        return
    try:
        for file in write_schemas(out, made):
            typer.echo(str(file))
    except OSError as error:
        raise typer.Exit(refuse(f"The schemas cannot be written to {out}: {error.strerror}.")) from error


@app.command()
def tour(
    deck: Deck = SAMPLE_DECK,
    out: Annotated[Path, typer.Option(help="The folder for the pictures.")] = Path("tour"),
    size: Sizes = [],
    language: Languages = [],
    theme: Themes = [],
) -> None:
    """Make a picture of every screen, a contact sheet of all, and tour.json."""
    from kiosk.cli.pictures import tour as make_tour

    raise typer.Exit(make_tour(_folder(deck), out, sizes=size, languages=language, themes=theme))


@app.command()
def warm(
    deck: Deck = SAMPLE_DECK,
    size: Sizes = [],
    language: Languages = [],
    theme: Themes = [],
) -> None:
    """Draw every chart ahead, so that a booth that opens after it draws nothing."""
    from kiosk.cli.pictures import warm as fill_cache

    raise typer.Exit(fill_cache(_folder(deck), sizes=size, languages=language, themes=theme))


@app.command()
def outline(
    deck: Deck = SAMPLE_DECK,
    language: Annotated[str, typer.Option(help="One of the deck's languages.", show_default="its first")] = "",
) -> None:
    """Print all text that a visitor can read, in order."""
    from kiosk.deck.load import load
    from kiosk.deck.outline import outline as lines

    loaded = load(_folder(deck))
    if loaded.deck is None:
        raise typer.Exit(_tell_problems(loaded.problems))
    chosen = language or loaded.deck.languages[0]
    if chosen not in loaded.deck.languages:
        raise typer.Exit(refuse(f"The deck does not speak {chosen!r}, but: {', '.join(loaded.deck.languages)}."))
    for line in lines(loaded.deck, chosen):
        typer.echo(line)


@app.command()
def doctor(as_json: Json = False) -> None:
    """Say what this machine offers a booth (graphics, screens, touch, disk), and what it lacks to be unattended."""
    from kiosk.doctor import examine

    findings = examine(cache_folder())
    if as_json:
        typer.echo(json.dumps([finding.as_json() for finding in findings], ensure_ascii=False, indent=1))
    else:
        for finding in findings:
            typer.echo(str(finding))
    raise typer.Exit(0 if all(finding.good for finding in findings) else EXIT_FAILED)


@app.command()
def card(
    deck: Deck = SAMPLE_DECK,
    out: Annotated[Path, typer.Option(help="The file to write.")] = Path("booth-card.pdf"),
) -> None:
    """Print the booth card, a page as PDF: how to start, stop and clean the booth, open its panel, and whom to call."""
    from kiosk.deck.load import load

    loaded = load(_folder(deck))
    if loaded.deck is None:
        raise typer.Exit(_tell_problems(loaded.problems))
    from kiosk.cli.pictures import card as print_card

    raise typer.Exit(print_card(loaded, out))


@app.command()
def export(
    deck: Deck = SAMPLE_DECK,
    to: Annotated[
        Path,
        typer.Option(metavar="FILE", help="NAME.pdf, NAME.pptx, NAME.html, NAME.md, or a new folder for pictures."),
    ] = Path("deck.pdf"),
    language: Languages = [],
    theme: Annotated[
        str, typer.Option(help="A theme's name, such as day; not for .md.", show_default="the deck's own")
    ] = "",
    size: Annotated[str, typer.Option(help="Of pictures: width x height.", show_default="1920x1080")] = "",
    notes: Annotated[bool, typer.Option("--notes", help="The presenter's notes too; not with pictures.")] = False,
    handout: Annotated[
        int,
        typer.Option(metavar="2|4|6", help="With .pdf: so many slides a page, and lines.", show_default="one"),
    ] = 0,
) -> None:
    """Export a deck to hand it out: as PDF, for PowerPoint, as a web page, as its texts, or as pictures of its slides.

    A file for PowerPoint has charts that can be edited, and always the presenter's notes.

    The languages follow one another in one file, pictures have a folder each. The same deck gives the same bytes.

    kiosk export mine --to talk.pdf --language en --notes

    kiosk export mine --to paper.pdf --handout 4 --theme day

    kiosk export mine --to pictures --size 3840x2160
    """
    from kiosk.cli.export import Options
    from kiosk.cli.export import export as make

    options = Options(languages=language, theme=theme, size=size, notes=notes, handout=handout)
    raise typer.Exit(make(_folder(deck), to, options))


@app.command()
def report(
    deck: Deck = SAMPLE_DECK,
    out: Annotated[
        Path, typer.Option(metavar="FILE", help="NAME.pdf, NAME.html, NAME.xlsx, NAME.csv or NAME.parquet.")
    ] = Path("report.pdf"),
    first: Annotated[
        str,
        typer.Option("--from", metavar="DAY", help="The first day, such as 2026-05-04.", show_default="that of --to"),
    ] = "",
    last: Annotated[
        str,
        typer.Option("--to", metavar="DAY", help="The last day; today and yesterday will do.", show_default="today"),
    ] = "",
    language: Annotated[str, typer.Option(help="One of the deck's languages.", show_default="its first")] = "",
    log: Annotated[
        list[Path],
        typer.Option(metavar="FILE", help="A booth's visits.db; may repeat, for several together.", show_default="own"),
    ] = [],
    steps: Annotated[bool, typer.Option("--steps", help="Tell on stderr how far it is, for programs.")] = False,
) -> None:
    """Report what visitors did: when they came, what they looked at, where they went and where they touched.

    A PDF or a web page has figures, charts and touch maps for people. The other forms have tables of all of it: one
    file, or for CSV and Parquet a file for each table, NAME-TABLE.csv.

    kiosk report mine --to yesterday --language zh

    kiosk report mine --from 2026-05-04 --to 2026-05-08 --log a/visits.db --log b/visits.db --out week.html
    """
    from kiosk.cli.report import Options
    from kiosk.cli.report import report as make

    options = Options(first=first, last=last, language=language, logs=log, steps=steps)
    raise typer.Exit(make(_folder(deck), out, options))


@app.command()
def ready(
    deck: Deck = SAMPLE_DECK,
    as_json: Json = False,
    touch: Annotated[
        bool, typer.Option("--touch/--no-touch", help="Have somebody touch the screen too, where there is one.")
    ] = True,
    steps: Annotated[bool, typer.Option("--steps", help="Tell on stderr how far it is, for programs.")] = False,
    language: Annotated[str, typer.Option(help="The answer's own: en or zh.", show_default="en")] = "",
) -> None:
    """Say on one card whether the booth can open this morning, and what to do if not. Exit code 1 if not."""
    from kiosk.cli.ready import ready as look

    raise typer.Exit(look(_folder(deck), as_json=as_json, touch=touch, steps=steps, language=language))


@app.command()
def pin(
    key: Annotated[
        Path | None, typer.Option(help="Write a key to this folder of a stick instead; plugged in, it needs no PIN.")
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Let nobody in any more.")] = False,
) -> None:
    """Set the operator's PIN: six digits or more, asked for twice. It opens the panel at the booth."""
    from kiosk.cli import pin as pins

    raise typer.Exit(pins.remove() if remove else pins.make_key(key) if key else pins.set_pin())


@app.command()
def install(
    deck: Deck = SAMPLE_DECK,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print what would be written and run.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Install the system's packages without asking.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over what somebody has changed.")] = False,
    sway: Annotated[
        bool | None,
        typer.Option(
            "--sway/--cage",
            help="For two screens or no graphics card, or for one screen.",
            show_default="what is there",
        ),
    ] = None,
    root: Annotated[Path, typer.Option(help="Into a machine's image instead; runs nothing.")] = Path("/"),
) -> None:
    """Make this machine an unattended booth: it shows the deck from its start on, watched over and closed.

    It reaches no network, but where the machine's settings name a broker the addresses of that host and of the one
    that decks are fetched from, as they are now: when these change, or the settings do, install again.
    """
    from kiosk.cli.install import Wishes as Installing
    from kiosk.cli.install import install as make_booth

    wishes = Installing(_folder(deck), _root(root), sway=sway, dry_run=dry_run, force=force, yes=yes)
    raise typer.Exit(make_booth(wishes))


@app.command()
def uninstall(
    purge: Annotated[bool, typer.Option("--purge", help="Also what visitors left, settings and the user.")] = False,
    root: Annotated[Path, typer.Option(help="From a machine's image instead; runs nothing.")] = Path("/"),
) -> None:
    """Take back what install did. What somebody has changed is set aside; what visitors left stays."""
    from kiosk.cli.install import uninstall as unmake_booth

    raise typer.Exit(unmake_booth(_root(root), purge=purge))


@app.command()
def bench(
    what: Annotated[
        str,
        typer.Argument(help="start, touch, frames, charts, idle, memory, scale, check or outside.", show_default="all"),
    ] = "",
    deck: Annotated[Path, typer.Option(help="A folder with a deck.yaml in it.")] = SAMPLE_DECK,
    runs: Annotated[int, typer.Option(help="How often each thing is measured.", min=1)] = 9,
    compare: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Set it beside what --json printed before.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Measure the real app, beside a bare Qt Quick window in the same run."""
    from kiosk.bench import BENCHES
    from kiosk.cli.bench import bench as measure
    from kiosk.deck.compiled import open_deck

    if what and what not in BENCHES:
        raise typer.Exit(refuse(f"There is no benchmark {what!r}, but: {', '.join(BENCHES)}."))
    folder = _folder(deck)
    loaded = open_deck(folder, cache_folder() / "decks")
    if loaded.deck is None:
        raise typer.Exit(_tell_problems(loaded.problems))
    raise typer.Exit(measure(what, folder, runs, compare, as_json=as_json))


@app.command()
def soak(
    deck: Deck = SAMPLE_DECK,
    events: Annotated[
        int, typer.Option(help="How many events: each finger or key that comes, moves or goes.", min=1)
    ] = 5000,
    seed: Annotated[int, typer.Option(help="The same seed gives the same events.")] = 1,
    first: Annotated[int, typer.Option(help="The first action's number, to replay from there.", min=0)] = 0,
    size: Annotated[str, typer.Option(help="Width x height in pixels.")] = "1920x1080",
    verbose: Annotated[bool, typer.Option("--verbose", help="Print each action with its number.")] = False,
    as_json: Json = False,
) -> None:
    """Work the real booth as a crowd would, unseen, and tell what broke and what grew: exit code 1 if so.

    One of 20,000 events or more goes first through every slide in each size, size of text and language.
    """
    from kiosk.cli.soak import soak as work

    code = work(_folder(deck), events=events, seed=seed, first=first, size=size, verbose=verbose, as_json=as_json)
    raise typer.Exit(code)


@app.command()
def pack(
    deck: Annotated[Path | None, typer.Argument(help="A folder with a deck.yaml in it.", show_default=False)] = None,
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE.kiosk", help="The file to pack into.", show_default=False)
    ] = None,
    sign: Annotated[Path | None, typer.Option(help="Sign it with the key in this file.")] = None,
    keygen: Annotated[Path | None, typer.Option(help="Make a key to sign with, in this file, instead.")] = None,
) -> None:
    """Pack a deck into one file to carry on a stick: `kiosk import` puts it in place, `kiosk run` shows it."""
    from kiosk.cli import packed

    if keygen is not None and deck is None and sign is None:
        raise typer.Exit(packed.make_keys(keygen))
    if deck is None or file is None or keygen is not None:
        raise typer.Exit(refuse("Name a deck and a file to pack it into, or --keygen and a file alone."))
    if not deck.is_dir():
        raise typer.Exit(refuse(f"There is no deck at {deck}: name a folder with a deck.yaml in it."))
    raise typer.Exit(packed.pack(deck, file, sign))


@app.command(name="import")
def import_(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help="A packed deck, or a presentation (.pptx) with --to.", show_default=False),
    ] = None,
    to: Annotated[
        Path | None, typer.Option(help="The deck's folder to replace, or a new one.", show_default="this machine's")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Replace the deck without asking.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
    older: Annotated[bool, typer.Option("--older", help="Take a deck that was packed before the one there.")] = False,
    back: Annotated[bool, typer.Option("--back", help="Have the deck from before the last import again.")] = False,
    language: Annotated[
        str, typer.Option(help="Of a presentation, such as en.", show_default="what its text is marked as")
    ] = "",
) -> None:
    """Put a packed deck in place of this machine's: checked, what changes said, swapped at once, one way back.

    A PowerPoint presentation becomes a deck in a new folder; what of it could not be taken is listed.

    kiosk import talk.pptx --to mine
    """
    from kiosk.cli import packed, talks

    if file is not None and file.suffix.lower() in talks.ENDINGS:
        raise typer.Exit(talks.bring_talk(file, to, language))
    if language:
        raise typer.Exit(refuse("--language is nothing for a packed deck, which has its own."))

    if back == (file is not None):
        raise typer.Exit(refuse("Name a packed deck, or --back alone."))
    code = packed.back(to) if file is None else packed.bring(file, to, yes=yes, dry_run=dry_run, older=older)
    raise typer.Exit(code)


def _root(root: Path) -> Path:
    """The folder with a machine's files. Ends the command where there is none."""
    if not root.is_dir():
        refuse(f"There is no folder {root}: name the one in which a machine's image is mounted.")
        raise typer.Exit(EXIT_USAGE)
    return root.resolve()


def _as_json(problem: Problem) -> dict[str, object]:
    return {
        "path": str(problem.path),
        "line": problem.line,
        "column": problem.column,
        "severity": problem.severity,
        "message": problem.message,
    }


def _tell_problems(problems: tuple[object, ...]) -> int:
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    return EXIT_FAILED

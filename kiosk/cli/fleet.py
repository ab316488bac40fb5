"""`kiosk fleet`: many booths through a broker, as typer reads it; each command imports what it needs when it runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from kiosk.cli.booth import refuse
from kiosk.places import SAMPLE_DECK

WAIT_S: Final = 30
CHECK_S: Final = 120
"""An opening check, a start and a change of decks take their time."""
STEPS: Final = "1,10%,33%,100%"
LIMIT_S: Final = 900
"""A booth that visitors use takes a new deck when they are gone, at the latest after ten minutes."""
SETTLE_S: Final = 60

app = typer.Typer(no_args_is_help=False)

Names = Annotated[list[str], typer.Argument(metavar="BOOTH", help="The booths' names.", show_default=False)]
All = Annotated[bool, typer.Option("--all", help="All booths.")]
Key = Annotated[Path, typer.Option("--key", metavar="FILE", help="The organiser's key, of `kiosk pack --keygen`.")]
Wait = Annotated[int, typer.Option("--wait", metavar="SECONDS", help="How long to wait for answers.", min=1)]
Json = Annotated[bool, typer.Option("--json", help="For programs instead of people.")]


@app.callback(invoke_without_command=True)
def fleet(
    context: typer.Context,
    once: Annotated[bool, typer.Option("--once", help="Show the table once instead of keeping it up to date.")] = False,
    as_json: Json = False,
) -> None:
    """Show all booths in a table that keeps itself up to date; the commands below ask something of them.

    The broker is the one that this machine's kiosk.toml names, as those of the booths do. Booths that are gone or have
    problems come first; a star marks a deck that most others do not have. Ctrl+C ends it. Without a terminal it shows
    the table once.

    kiosk fleet

    kiosk fleet --once --json
    """
    if context.invoked_subcommand is None:
        from kiosk.cli.fleetview import watch

        raise typer.Exit(watch(once=once, as_json=as_json))


@app.command()
def show(booth: Annotated[str, typer.Argument(help="The booth's name.")], as_json: Json = False) -> None:
    """Show everything that one booth says of itself."""
    from kiosk.cli.fleetview import show as show_one

    raise typer.Exit(show_one(booth, as_json=as_json))


@app.command()
def forget(booth: Annotated[str, typer.Argument(help="The booth's name.")]) -> None:
    """Take a booth that is no more out of the broker's memory, and out of Home Assistant."""
    from kiosk.cli.fleetview import forget as forget_one

    raise typer.Exit(forget_one(booth))


@app.command()
def reload(key: Key, booths: Names = [], everyone: All = False, wait: Wait = WAIT_S) -> None:
    """Have booths read their deck's files anew.

    Each is asked by a command that is signed with the organiser's key, and has to answer: exit code 1 where one
    refuses, fails, is offline or does not answer. A booth takes what `allow` in its kiosk.toml lists, from those whose
    keys are in `keys` beside it; the same holds for the commands below.

    kiosk fleet reload hall-3 hall-4 --key organiser.key
    """
    _command("reload", booths, key, wait, {}, everyone=everyone)


@app.command()
def restart(key: Key, booths: Names = [], everyone: All = False, wait: Wait = CHECK_S) -> None:
    """Have booths start anew: done is said once they are there again."""
    _command("restart", booths, key, wait, {}, everyone=everyone)


@app.command()
def route(
    key: Key,
    booths: Names = [],
    everyone: All = False,
    show: Annotated[str, typer.Option("--show", metavar="ROUTE", help="One of the deck's routes, by its id.")] = "",
    end: Annotated[bool, typer.Option("--end", help="End the show instead.")] = False,
    wait: Wait = WAIT_S,
) -> None:
    """Have booths show one of their deck's routes, or end the show.

    kiosk fleet route --all --show fifteen --key organiser.key
    """
    if bool(show) == end:
        raise typer.Exit(refuse("Say which route to --show, or --end."))
    _command("route", booths, key, wait, {"route": show}, everyone=everyone)


@app.command()
def message(
    key: Key,
    booths: Names = [],
    everyone: All = False,
    text: Annotated[
        list[str], typer.Option("--text", metavar="LANGUAGE=TEXT", help="What is shown; once for each language.")
    ] = [],
    until: Annotated[str, typer.Option(metavar="TIME", help="17:00, or 2026-05-04T17:00; by this clock.")] = "",
    remove: Annotated[bool, typer.Option("--remove", help="Take the message away instead.")] = False,
    wait: Wait = WAIT_S,
) -> None:
    """Have booths show a message of the day, or take it away.

    kiosk fleet message --all --text en="Tea at four" --text zh="四点有茶" --until 17:00 --key organiser.key
    """
    from kiosk.cli.fleetorders import texts_of

    try:
        details = texts_of(text, until, remove=remove)
    except ValueError as error:
        raise typer.Exit(refuse(str(error))) from error
    _command("message", booths, key, wait, details, everyone=everyone)


@app.command()
def check(key: Key, booths: Names = [], everyone: All = False, wait: Wait = CHECK_S) -> None:
    """Have booths do their opening check, as far as it needs no hand, and say what came of it."""
    _command("check", booths, key, wait, {}, everyone=everyone)


@app.command()
def back(key: Key, booths: Names = [], everyone: All = False, wait: Wait = CHECK_S) -> None:
    """Have booths show the deck from before again; the same command takes this back."""
    _command("back", booths, key, wait, {}, everyone=everyone)


@app.command()
def roll(
    key: Key,
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE.kiosk", help="A packed deck that is signed.", show_default=False)
    ] = None,
    booths: Names = [],
    everyone: All = False,
    at: Annotated[
        str, typer.Option("--at", metavar="URL", help="Where the same file lies on a web server: https://…")
    ] = "",
    serve: Annotated[
        str, typer.Option(metavar="[HOST:]PORT", help="Serve it from here instead, until the roll-out is over.")
    ] = "",
    cert: Annotated[Path | None, typer.Option(metavar="FILE", help="With --serve: the certificate of HOST.")] = None,
    tls_key: Annotated[Path | None, typer.Option(metavar="FILE", help="With --serve: the certificate's key.")] = None,
    steps: Annotated[str, typer.Option(help="How many booths, or parts of all, have it after each step.")] = STEPS,
    limit: Annotated[int, typer.Option(metavar="SECONDS", help="How long a step's booths may take.", min=1)] = LIMIT_S,
    settle: Annotated[
        int, typer.Option(metavar="SECONDS", help="How long they have to be well before the next step.", min=0)
    ] = SETTLE_S,
    keep: Annotated[bool, typer.Option("--keep", help="Halt on trouble without taking it back.")] = False,
    back: Annotated[bool, typer.Option("--back", help="Take the last roll-out of this machine back.")] = False,
) -> None:
    """Roll a deck out in steps: first to one booth, then to a tenth, a third, and all.

    Each booth has to fetch it, to show it without a new problem, and to stay so for a while. Any trouble halts the
    roll-out and has every booth that took the deck show the one from before: exit code 1. Booths that are offline are
    left out, and those that have the deck already are passed over, so that the same command completes a roll-out.

    kiosk fleet roll week.kiosk --all --at https://decks.example/week.kiosk --key organiser.key

    kiosk fleet roll week.kiosk hall-3 --serve decks.example:8443 --cert c.pem --tls-key k.pem --key organiser.key

    kiosk fleet roll --back --key organiser.key
    """
    from kiosk.cli.fleetroll import Wishes
    from kiosk.cli.fleetroll import roll as roll_out

    wishes = Wishes(
        file=file,
        booths=booths,
        everyone=everyone,
        key=key,
        at=at,
        serve=serve,
        certificate=cert,
        tls_key=tls_key,
        steps=steps,
        limit_s=limit,
        settle_s=settle,
        keep=keep,
        back=back,
    )
    raise typer.Exit(roll_out(wishes))


@app.command()
def collect() -> None:
    """Collect what booths send, visits and sealed contacts, until Ctrl+C or SIGTERM.

    Each booth has a folder below fleet/ in the state folder: its visit log, which `kiosk fleet report` reads, and its
    sealed contacts, which `kiosk leads export` opens. From the first time on, the broker keeps what comes while this
    does not run. Nothing is lost, and nothing comes twice, whatever happens to this machine: exit code 3 where another
    one collects already.
    """
    from kiosk.cli.fleetcollect import collect as run

    raise typer.Exit(run())


@app.command()
def report(
    out: Annotated[
        Path, typer.Argument(metavar="FILE", help="NAME.pdf, NAME.html, NAME.xlsx, NAME.csv or NAME.parquet.")
    ],
    deck: Annotated[
        Path, typer.Option(help="A folder with a deck.yaml in it, or a packed deck.", show_default="the sample deck")
    ] = SAMPLE_DECK,
    first: Annotated[
        str,
        typer.Option("--from", metavar="DAY", help="The first day, such as 2026-05-04.", show_default="that of --to"),
    ] = "",
    last: Annotated[
        str,
        typer.Option("--to", metavar="DAY", help="The last day; today and yesterday will do.", show_default="today"),
    ] = "",
    language: Annotated[str, typer.Option(help="One of the deck's languages.", show_default="its first")] = "",
) -> None:
    """Report what the visitors of all booths did, as `kiosk report` does for one.

    What waits at the broker is collected before, unless somebody does so already.

    kiosk fleet report week.pdf --deck mine --from 2026-05-04 --to 2026-05-08
    """
    from kiosk.cli.decks import folder
    from kiosk.cli.fleetcollect import report as make
    from kiosk.cli.report import Options

    raise typer.Exit(make(folder(deck), out, Options(first=first, last=last, language=language)))


def _command(does: str, booths: list[str], key: Path, wait: int, details: dict[str, object], *, everyone: bool) -> None:
    from kiosk.cli.fleetorders import command
    from kiosk.fleet.messages import Does

    raise typer.Exit(command(Does(does), booths, key, wait, details, everyone=everyone))

"""`kiosk fleet`: many booths through a broker, as typer reads it; each command imports what it needs when it runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=False)

Names = Annotated[list[str], typer.Argument(metavar="[BOOTH]...", help="The booths' names.", show_default=False)]
All = Annotated[bool, typer.Option("--all", help="All booths.")]
Key = Annotated[Path, typer.Option(metavar="FILE", help="The organiser's key, of `kiosk pack --keygen`.")]
Wait = Annotated[int, typer.Option(metavar="SECONDS", help="How long to wait for answers.", min=1)]
Json = Annotated[bool, typer.Option("--json", help="For programs instead of people.")]


@app.callback(invoke_without_command=True)
def fleet(
    context: typer.Context,
    once: Annotated[bool, typer.Option("--once", help="Show the table once instead of keeping it up to date.")] = False,
    as_json: Json = False,
) -> None:
    """Show all booths in a table that keeps itself up to date; the commands below ask something of them.

    The broker is the one that `[broker]` in this machine's kiosk.toml names. Booths that are gone or have problems come
    first; a star marks a deck that most others do not have. Ctrl+C ends it. Without a terminal it shows the table once.

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

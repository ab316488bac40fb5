"""What `kiosk bench` does: measures, prints, and sets beside what was measured before."""

from __future__ import annotations

import json
from pathlib import Path

import typer

from kiosk.cli.booth import refuse
from kiosk.sparing import tell


def bench(what: str, deck: Path, runs: int, compare: Path | None, *, as_json: bool) -> int:
    """Measure one thing, or all where `what` is "", for the folder of a deck that opens; the exit code."""
    from kiosk.bench import BENCHES, MissingError, measure, table
    from kiosk.bench import compare as comparing

    try:
        before = comparing.earlier(compare) if compare else {}
    except (OSError, ValueError) as error:
        return refuse(f"{compare} is not what `kiosk bench --json` has written: {error}")
    results = {}
    for name in [what] if what else BENCHES:
        try:
            results[name] = measure(name, deck, runs)
        except MissingError as error:
            if what:
                return refuse(str(error))
            tell(f"kiosk: {name} is left out: {error}")
    if as_json:
        typer.echo(json.dumps(results | ({"times": comparing.beside(before, results)} if before else {}), indent=1))
    else:
        typer.echo(table(results))
        if before:
            typer.echo("\n" + comparing.table(before, results))
    return 0

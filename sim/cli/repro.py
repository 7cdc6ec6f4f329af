"""The command ``repro``: run a results folder again and compare."""

from pathlib import Path
from typing import Annotated

import typer

from sim.cli.own_code import ALLOW, permit
from sim.cli.printing import echo


def repro(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Results folder.")],
    workers: Annotated[int, typer.Option(min=0, max=1024, help="Threads; 0 for one a core.")] = 0,
    allow_code: ALLOW = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Play a results folder again from its manifest alone, and compare the digests of all outcomes and the tables.

    Exit code 0 when they are equal, or equal but for the rounding of arithmetic; 1 when they differ. Tables that are
    missing are written again when the digests are equal.

    Example: westphalia repro results/2025-03-article-0123456789ab-s1-n100
    """
    from sim.cli.first_compilation import announce_compilation
    from sim.cli.progress import shown
    from sim.results.replay import replay
    from sim.results.strict_json import json_text

    announce_compilation()
    permit(allow_code=allow_code)
    again = replay(folder, workers=workers, watch=shown)
    if as_json:
        typer.echo(json_text({"folder": str(folder), **again.as_json()}))
    else:
        verdict = "equal" if again.equal else "equal within rounding" if again.within_rounding else "different"
        echo(f"{folder}: {verdict}: {again.digest}{'' if again.equal else f', not {again.expected}'}")
        for each in again.differences:
            size = "" if each.relative == float("inf") else f" by {each.relative:.1e} of the largest value at most"
            echo(f"  {each.table}.parquet is not what was played: {each.column} differs{size}")
        for message in again.damaged:
            echo(f"  {message}")
        for name, (then, now) in again.changed.items():
            echo(f"  {name} was {then}, is {now}")
        if again.restored:
            echo(f"  written again: {', '.join(f'{name}.parquet' for name in again.restored)}")
    raise typer.Exit(0 if again.sound else 1)

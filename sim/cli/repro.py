"""The command ``repro``: run a results folder again and compare."""

from pathlib import Path
from typing import Annotated

import typer


def repro(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Results folder.")],
    workers: Annotated[int, typer.Option(min=0, max=1024, help="Threads; 0 for one a core.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Play a results folder again from its manifest alone, and compare the digests of all outcomes.

    Exit code 0 when they are equal, 1 when they differ. Tables that are missing are written again when they are equal.

    Example: westphalia repro results/2025-03-article-0123456789ab-s1-n100
    """
    import json

    from sim.cli.first_compilation import announce_compilation
    from sim.cli.progress import shown
    from sim.results.replay import replay

    announce_compilation()
    again = replay(folder, workers=workers, watch=shown)
    if as_json:
        typer.echo(json.dumps({"folder": str(folder), **again.as_json()}))
    else:
        told = f"equal: {again.digest}" if again.equal else f"different: {again.digest}, not {again.expected}"
        typer.echo(f"{folder}: {told}")
        for name, (then, now) in again.changed.items():
            typer.echo(f"  {name} was {then}, is {now}")
        if again.restored:
            typer.echo(f"  written again: {', '.join(f'{name}.parquet' for name in again.restored)}")
    raise typer.Exit(0 if again.equal else 1)

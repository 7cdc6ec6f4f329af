"""The command ``verify``: whether the files of a results folder are as they were written."""

from pathlib import Path
from typing import Annotated

import typer

from sim.cli.printing import echo


def verify(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Results folder of a run or a sweep.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Compare the files of a results folder with the hashes in its manifest, without playing anything.

    Exit code 0 when all that the manifest names is as it was written, 1 when something is missing, changed or damaged.
    `repro` plays a folder again instead, and says whether the same comes of it.

    Example: westphalia verify results/2025-03-article-0123456789ab-s1-n100
    """
    from sim.results.strict_json import json_text
    from sim.results.verification import verified, written_elsewhere

    found = verified(folder)
    faults = [each for each in found if each.is_fault]
    if as_json:
        summary = {"folder": str(folder), "sound": not faults, "files": [each.as_json() for each in found]}
        typer.echo(json_text(summary))
    else:
        for each in found:
            echo(f"{each.name}: {each.verdict}")
        echo(f"{folder}: {len(faults)} of {len(found)} files are not as they were written")
        if writer := written_elsewhere(folder):
            echo(f"{folder}: {writer}; `westphalia repro` says whether this one leads to the same")
    raise typer.Exit(1 if faults else 0)

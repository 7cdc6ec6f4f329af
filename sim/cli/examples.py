"""The command ``examples``: the files that ship, copied to a folder of one's own."""

from pathlib import Path
from typing import Annotated

import typer

from sim.cli.printing import echo


def examples(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder to copy to; it is made if it is not there.")],
) -> None:
    """Copy the scenarios, designs and documents that ship to a folder; no file there is overwritten.

    Example: westphalia examples my-examples
    """
    from sim.scenario.files.copying import copy_shipped

    copied = copy_shipped(folder)
    echo(f"{copied} files copied to {folder}")
    echo(f"Next: westphalia run {folder / 'kursk' / '2025-03-article.yaml'}")

"""Interruption of long work: what is finished is kept, and the person is told how to go on."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from sim.cli.outcome import INTERRUPTED


@contextmanager
def interruptible(folder: Path, command: str) -> Iterator[None]:
    """End with exit code 130 when interrupted from the keyboard or asked to terminate.

    Raises:
        Exit: the work was interrupted.

    """
    try:
        yield
    except KeyboardInterrupt:
        typer.echo(f"Interrupted. All finished runs are kept in {folder}; the same command goes on there:", err=True)
        typer.echo(f"  {command}", err=True)
        raise typer.Exit(INTERRUPTED) from None

"""Interruption of a sweep: what is finished is kept, and the person is told how to go on."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from sim.cli.outcome import INTERRUPTED
from sim.cli.printing import echo


@contextmanager
def interruptible(folder: Path, command: str) -> Iterator[None]:
    """End with exit code 130 when interrupted from the keyboard or asked to terminate.

    Raises:
        Exit: the sweep was interrupted.

    """
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    except KeyboardInterrupt:
        echo(f"Interrupted. All finished runs are kept in {folder}; the same command goes on there:", err=True)
        echo(f"  {command}", err=True)
        raise typer.Exit(INTERRUPTED) from None
    finally:
        signal.signal(signal.SIGTERM, before)

"""How a command ends: exit code 0 done, 1 failed, 2 bad input, 130 interrupted."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from sim.cli.printing import echo_message
from sim.vocabulary import BadInput

DONE = 0
FAILED = 1
BAD_INPUT = 2
INTERRUPTED = 130


@contextmanager
def ended_by_exit_code(*, debug: bool) -> Iterator[None]:
    """Turn whatever stops a command into a message on standard error and an exit code.

    A traceback appears only when ``debug`` is set, and never for bad input.

    Raises:
        SystemExit: with the code of the outcome, whenever the command was stopped.

    """
    try:
        yield
    except BadInput as fault:
        for message in fault.messages:
            echo_message(message)
        raise SystemExit(BAD_INPUT) from None
    except KeyboardInterrupt:
        typer.echo("westphalia interrupted; what was already written is kept.", err=True)
        raise SystemExit(INTERRUPTED) from None
    except BrokenPipeError:
        print_nowhere()
        raise SystemExit(DONE) from None
    except (typer.Exit, typer.Abort, typer.TyperException):
        raise  # Typer tells these itself
    except Exception as failure:
        if debug:
            raise
        reason = " ".join(str(failure).split()) or "no reason given"
        echo_message(f"westphalia failed: {type(failure).__name__}: {reason} (--debug shows where)")
        raise SystemExit(FAILED) from None


def print_nowhere() -> None:
    """Let what is printed go nowhere from now on, since nobody reads it any more, as after ``| head``."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

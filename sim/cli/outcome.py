"""How a command ends: exit code 0 done, 1 failed, 2 bad input, 130 interrupted."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import typer

from sim.cli.extras import missing_extra
from sim.cli.interruption import INTERRUPTED, LAST_WORDS, was_asked
from sim.cli.printing import echo_message
from sim.vocabulary import BadInput

DONE = 0
FAILED = 1
BAD_INPUT = 2
NO_SUCH_PLACE = {errno.ENAMETOOLONG, errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EISDIR, errno.ELOOP}
"""What the system says of a path that somebody named, and that cannot be used."""
LONGEST = 300
"""Letters of such a path that are shown."""
STOPPED = LAST_WORDS.decode().strip()


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
        typer.echo(STOPPED, err=True)
        raise SystemExit(INTERRUPTED) from None
    except BrokenPipeError:
        print_nowhere()
        raise SystemExit(DONE) from None
    except (typer.Exit, typer.Abort, typer.TyperException):
        raise  # Typer tells these itself
    except Exception as failure:
        if was_asked():
            typer.echo(STOPPED, err=True)
            raise SystemExit(INTERRUPTED) from None
        if debug:
            raise
        if told := _to_be_mended(failure):
            echo_message(told)
            raise SystemExit(BAD_INPUT) from None
        reason = " ".join(str(failure).split()) or "no reason given"
        echo_message(f"westphalia failed: {type(failure).__name__}: {reason} (--debug shows where)")
        raise SystemExit(FAILED) from None


def _to_be_mended(failure: Exception) -> str | None:
    """Return what is asked of whoever gave the command, if a failure lies with that: a place, or what is installed."""
    if isinstance(failure, OSError) and failure.errno in NO_SUCH_PLACE and failure.filename:
        return f"{str(failure.filename)[:LONGEST]}: {failure.strerror}; name another file or folder"
    return missing_extra(failure) if isinstance(failure, ModuleNotFoundError) else None


@contextmanager
def told_if_it_cannot_be_printed() -> Iterator[None]:
    """Say in one line that an answer could not be printed, as on a full disk; nobody reading it is no failure.

    Raises:
        SystemExit: it could not.

    """
    try:
        yield
    except BrokenPipeError:
        print_nowhere()
    except OSError as failure:
        print_nowhere()
        with suppress(OSError):
            echo_message(f"westphalia failed: the answer cannot be printed ({failure.strerror})")
        raise SystemExit(FAILED) from None


def is_of_a_closed_pipe(ended: BaseException | None) -> bool:
    """Return whether nobody reading any more is why a command ended, by the exceptions that led to its end."""
    while ended is not None:
        if isinstance(ended, BrokenPipeError):
            return True
        ended = ended.__context__
    return False


def print_nowhere() -> None:
    """Let what is printed go nowhere from now on, since nobody reads it any more, as after ``| head``."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

"""Interruption from the keyboard (SIGINT) or by whoever asks to terminate (SIGTERM): both end with exit code 130.

Where work is under way, the first signal stops it so that what is finished is kept, and the second ends it at once.
Everywhere else a command has nothing to lose and ends at once: while modules are imported, an exception would be
swallowed by whoever is being imported.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, Final

import typer

INTERRUPTED: Final = 130
SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)
LAST_WORDS: Final = b"westphalia interrupted; what was already written is kept.\n"


Handler = Callable[[int, FrameType | None], None]


class _Asked:
    """How often work under way has been asked to stop."""

    times = 0


def end_at_once(_number: int, _frame: FrameType | None) -> None:
    """End the program with nothing more than a word."""
    os.write(2, LAST_WORDS)
    os._exit(INTERRUPTED)


def stop_work(number: int, frame: FrameType | None) -> None:
    """Stop what is under way, or end the program when asked again.

    Raises:
        KeyboardInterrupt: this is the first time.

    """
    _Asked.times += 1
    if _Asked.times > 1:
        end_at_once(number, frame)
    raise KeyboardInterrupt


def take_signals() -> None:
    """Let both signals end the program at once."""
    _answer_with(end_at_once)


def take_no_more_signals() -> None:
    """Let signals change nothing any more: the answer is given, and the interpreter is being taken down."""
    if threading.current_thread() is threading.main_thread():
        for number in SIGNALS:
            signal.signal(number, signal.SIG_IGN)


def was_asked() -> bool:
    """Return whether work was asked to stop; some libraries swallow the exception that says so."""
    return _Asked.times > 0


@contextmanager
def interruptible(folder: Path, command: str) -> Iterator[None]:
    """End with exit code 130 when interrupted or asked to terminate, and say where the work goes on.

    Raises:
        Exit: the work was interrupted.

    """
    try:
        with stoppable():
            yield
    except KeyboardInterrupt:
        typer.echo(f"Interrupted. All finished runs are kept in {folder}; the same command goes on there:", err=True)
        typer.echo(f"  {command}", err=True)
        raise typer.Exit(INTERRUPTED) from None


@contextmanager
def stoppable() -> Iterator[None]:
    """Let a signal stop the work within as KeyboardInterrupt.

    Raises:
        KeyboardInterrupt: the work was asked to stop, whatever became of the first exception that said so.

    """
    before = _answer_with(stop_work)
    try:
        yield
    except Exception:
        if not was_asked():
            raise
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if was_asked():
        raise KeyboardInterrupt


def end_interrupted() -> None:
    """End the program with exit code 130 though the interpreter, interrupted at an import, would die by the signal."""
    sys.stderr.flush()
    os._exit(INTERRUPTED)


def _answer_with(handler: Handler) -> dict[signal.Signals, Any]:
    """Answer both signals so, where this is the main thread, and return how they were answered before."""
    if threading.current_thread() is not threading.main_thread():
        return {}
    return {number: signal.signal(number, handler) for number in SIGNALS}

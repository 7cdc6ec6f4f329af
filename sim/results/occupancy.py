"""Occupancy: one sweep at a time in a folder, since two would remove each other's parts."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sim.vocabulary import BadInput

LOCK = ".lock"


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold a folder until done; the system lets go of it however the program ends. Not guarded on Windows.

    Raises:
        BadInput: another sweep is at work in the folder.

    """
    if sys.platform == "win32":
        yield
        return
    import fcntl  # noqa: PLC0415 - not there on Windows

    with (folder / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            remedy = "wait for it, or name another folder with --out"
            raise BadInput(f"{folder}: another sweep is at work in it; {remedy}") from None
        yield

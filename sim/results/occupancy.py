"""Occupancy: one command at a time writes to a folder, since two would remove each other's parts."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sim.vocabulary import BadInput

LOCK = ".lock"
DRAFT = re.compile(r"\.(outcomes|talks|days|manifest|datapackage|failures|map)\.(parquet|jsonl?)\.\d+")
"""Drafts of files that only the owner of a folder writes; see ``sim.results.store.write_whole``."""


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold a folder until done, without the drafts that a killed command has left in it.

    The system lets go of it however the program ends. Not guarded on Windows.

    Raises:
        BadInput: another command is at work in the folder.

    """
    if sys.platform == "win32":
        _clear_drafts(folder)
        yield
        return
    import fcntl  # noqa: PLC0415 - not there on Windows

    with (folder / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            remedy = "wait for it, or name another folder with --out"
            raise BadInput(f"{folder}: another command is at work in it; {remedy}") from None
        _clear_drafts(folder)
        yield


def _clear_drafts(folder: Path) -> None:
    for path in folder.glob(".*"):
        if DRAFT.fullmatch(path.name):
            path.unlink(missing_ok=True)

"""Whole files: each appears as a whole or not at all, and is on the disk before anything else relies on it."""

import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path

from sim.vocabulary import BadInput

PIECE = 1 << 20
"""Bytes read at a time."""


def write_whole(path: Path, write_to: Callable[[Path], object]) -> None:
    """Write a file so that it appears whole or not at all; ``write_to`` writes to the path it is given.

    When this returns, file and name are on the disk, whatever becomes of the power. A device or a pipe, such as
    ``/dev/stdout``, is written to and never replaced.

    Raises:
        BadInput: the path is a folder, or within a file.

    """
    if path.is_dir():
        raise BadInput(f"{path}: it is a folder; name a file")
    if not path.parent.is_dir():
        raise BadInput(f"{path}: there is no folder {path.parent}; make it first")
    if path.exists() and not path.is_file():
        write_to(path)
        return
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        write_to(draft)
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        draft.replace(path)
        settle(path.parent)
    finally:
        draft.unlink(missing_ok=True)


def settle(folder: Path) -> None:
    """Put the names in a folder on the disk; Windows does so by itself."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file's content, as 64 hexadecimal digits."""
    seal = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            seal.update(piece)
    return seal.hexdigest()

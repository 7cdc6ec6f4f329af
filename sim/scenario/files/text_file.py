"""Text files: what a person named is read only if it is a regular file of a size that can be worked on."""

import os
import stat
import unicodedata
from pathlib import Path
from typing import Final

from sim.vocabulary import BadInput

MEGABYTE: Final = 1_000_000
LARGEST: Final = 4 * MEGABYTE
"""Bytes of a scenario or design, some hundred times what the largest has."""

RESULTS: Final = 64 * MEGABYTE
"""Bytes of a manifest, a finding or an overlay."""


class UnreadableError(BadInput):
    """A file that cannot be read, with what to do about it."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(f"{message}; {remedy}")
        self.message = message
        self.remedy = remedy


def read_text(file: str | Path, what: str, largest: int = LARGEST) -> str:
    """Return the text of a file in UTF-8, without a byte order mark; ``what`` says what kind of file is asked for.

    A name with accents is found however the file system spells it.

    Raises:
        UnreadableError: there is no such file, it is no regular file, too large, not readable, or not UTF-8.

    """
    try:
        path = spelt_on_disk(Path(file))
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            kind = "a folder" if stat.S_ISDIR(found.st_mode) else "no regular file"
            raise UnreadableError(f"{file} is {kind}", f"name {what}")
        if found.st_size > largest:
            size = f"{found.st_size / MEGABYTE:,.0f} MB, more than {largest / MEGABYTE:,.0f} MB"
            raise UnreadableError(f"{file} has {size}", f"name {what}, or make it smaller")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableError(f"the text of {file} is not UTF-8", "save the file as UTF-8") from None
    except (FileNotFoundError, NotADirectoryError):
        raise UnreadableError(f"there is no file {file}", f"name {what}") from None
    except OSError as refused:
        reason = refused.strerror or "the system refuses"
        raise UnreadableError(f"{file} cannot be read: {reason}", f"name {what} that you may read") from None
    except ValueError:
        raise UnreadableError(f"{os.fspath(file)!r} is no name of a file", f"name {what}") from None


def spelt_on_disk(path: Path) -> Path:
    """Return a path, or the same with accents composed or decomposed when only that is there."""
    if not path.exists():
        for form in ("NFC", "NFD"):
            other = Path(unicodedata.normalize(form, str(path)))
            if other.exists():
                return other
    return path

"""A disk that fails: the n-th write, rename, removal or flush is refused, or is where the power goes.

A write that fails leaves half of what was to be written. When the power goes, nothing after it happens; then the folder
is put into the worst state that the disk may be found in. What was written is only certain once the file was flushed
(``fsync``), a name once its folder was: a *forgetful* disk has lost all names since, a *hasty* one has kept them, and
files that were not flushed are empty in both.
"""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

Names = dict[str, int]
"""What a folder holds: the number of each file and folder, by name."""


class PowerLossError(BaseException):
    """There is no power any more."""


@dataclass
class Disk:
    """What is certain of a folder on a disk, and when it fails."""

    root: Path
    aside: Path
    """Folder that keeps what is removed, so that no number stands for two files."""
    fails_at: int = 0
    """Number of the operation that fails, from 1; 0 for none."""
    power: bool = False
    """Whether it is the power that fails."""
    count: int = 0
    content: dict[int, bytes] = field(default_factory=dict)
    names: dict[Path, Names] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.aside.mkdir(parents=True, exist_ok=True)
        for folder in [self.root, *(path for path in self.root.rglob("*") if path.is_dir())]:
            self.names[folder] = listed(folder)
        for path in self.root.rglob("*"):
            if path.is_file():
                self.content[path.stat().st_ino] = path.read_bytes()

    def step(self, half: Callable[[], object] = lambda: None) -> None:
        """Take note of an operation that is about to begin, and fail if it is its turn."""
        if self.power and 0 < self.fails_at <= self.count:
            raise PowerLossError
        self.count += 1
        if self.count == self.fails_at:
            half()
            raise PowerLossError if self.power else OSError(errno.ENOSPC, "No space left on device")

    def flushed(self, handle: int) -> None:
        """Take note that a file or a folder is now certain."""
        path = Path(f"/proc/self/fd/{handle}").readlink()
        if path.is_dir():
            self.names[path] = listed(path)
        else:
            self.content[path.stat().st_ino] = path.read_bytes()

    def keep(self, path: Path) -> None:
        """Keep what is about to be removed or replaced."""
        if path.is_file():
            os.link(path, self.aside / f"{len(list(self.aside.iterdir()))}")

    def found(self, *, forgetful: bool) -> None:
        """Put the folder into the state in which it is found when the power is back."""
        state = dict(self._remembered(self.root) if forgetful else self._hasty())
        for path in self.root.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        for path, content in state.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)

    def _remembered(self, folder: Path) -> Iterator[tuple[Path, bytes]]:
        for name, number in self.names.get(folder, {}).items():
            path = folder / name
            if path in self.names:
                yield from self._remembered(path)
            else:
                yield path, self.content.get(number, b"")

    def _hasty(self) -> Iterator[tuple[Path, bytes]]:
        for path in self.root.rglob("*"):
            if path.is_file():
                yield path, self.content.get(path.stat().st_ino, b"")


def listed(folder: Path) -> Names:
    """Return what a folder holds."""
    return {path.name: path.stat().st_ino for path in folder.iterdir()}


@contextmanager
def on(disk: Disk) -> Iterator[Disk]:
    """Let all writing go to a disk."""
    with pytest.MonkeyPatch.context() as patch:
        for owner, name in ((Path, "write_text"), (pq, "write_table"), (pq.ParquetWriter, "write_table")):
            patch.setattr(owner, name, _writing(disk, getattr(owner, name), name))
        for name in ("replace", "unlink", "rmdir", "mkdir", "fsync"):
            patch.setattr(os, name, _changing(disk, getattr(os, name), name))
        yield disk


def _writing(disk: Disk, write: Callable[..., Any], name: str) -> Callable[..., Any]:
    def counted(first: Any, second: Any, *rest: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever is written
        path = first if name == "write_text" else second
        within = isinstance(path, Path) and path.is_relative_to(disk.root)

        def half() -> None:
            if within:
                write(first, second, *rest, **named)
                os.truncate(path, path.stat().st_size // 2)

        if within or not isinstance(path, Path):
            disk.step(half)
        return write(first, second, *rest, **named)

    return counted


def _changing(disk: Disk, change: Callable[..., Any], name: str) -> Callable[..., Any]:
    def counted(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - as above
        path = _path_of(given, named)
        if not path.is_relative_to(disk.root) or path.exists() == (name == "mkdir"):
            return change(*given, **named)
        disk.step()
        if name in ("replace", "unlink"):
            disk.keep(Path(given[1]) if name == "replace" else path)
        found = change(*given, **named)
        if name == "fsync":
            disk.flushed(given[0])
        return found

    return counted


def _path_of(given: tuple[Any, ...], named: dict[str, Any]) -> Path:
    first = given[0]
    if isinstance(first, int):
        return Path(f"/proc/self/fd/{first}").readlink()
    handle = named.get("dir_fd")
    return Path(f"/proc/self/fd/{handle}").readlink() / first if handle is not None else Path(first)

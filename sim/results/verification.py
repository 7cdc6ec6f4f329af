"""Verification: whether the files of a results folder are what the program has written there, without playing."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sim.results.edition import RUNNING
from sim.results.findings import KINDS, ROADS, UnsealedError, is_as_written
from sim.results.parquet import read_parquet
from sim.results.store import MANIFEST
from sim.results.whole_files import hash_of
from sim.vocabulary import BadInput

SOUND, MISSING, CHANGED, DAMAGED, UNKNOWN = "sound", "missing", "changed", "damaged", "not in the manifest"


@dataclass(frozen=True)
class FileVerdict:
    """What is to be said of one file."""

    name: str
    verdict: str
    """``sound``, ``missing``, ``changed`` (its hash is not the manifest's), ``damaged`` or ``not in the manifest``."""

    @property
    def is_fault(self) -> bool:
        """Return whether the file cannot be relied on."""
        return self.verdict in {MISSING, CHANGED, DAMAGED}

    def as_json(self) -> dict[str, Any]:
        """Return the verdict as ``verify --json`` prints it."""
        return asdict(self)


def verified(folder: Path) -> list[FileVerdict]:
    """Return a verdict on each table and finding of a results folder and of those within it, by its path from there.

    Parts of unfinished work, and folders of a release that kept no hashes, are judged by the checksums of their pages.

    Raises:
        BadInput: there is no folder with a manifest that can be read.

    """
    if not (folder / MANIFEST).is_file():
        raise BadInput(f"{folder}: there is no {MANIFEST}; name a folder that `westphalia run` or `sweep` has written")
    return list(_verdicts(folder, folder))


def written_elsewhere(folder: Path) -> str:
    """Return who wrote the manifest of a folder, if that was another edition of the program; else nothing.

    Raises:
        BadInput: the manifest cannot be read.

    """
    held = _held(folder / MANIFEST)
    if held.get("edition") == RUNNING or "seed" not in held:
        return ""
    theirs = held.get("versions")
    commit = theirs.get("commit") if isinstance(theirs, dict) else None
    return f"another edition of the program{f', commit {commit},' if commit else ''} wrote it"


def _verdicts(folder: Path, top: Path) -> Iterator[FileVerdict]:
    known = _hashes(folder / MANIFEST)
    for name, digest in known.items():
        path = folder / name
        sound = path.is_file() and hash_of(path) == digest
        yield FileVerdict(str(path.relative_to(top)), SOUND if sound else CHANGED if path.is_file() else MISSING)
    for path in sorted((*folder.glob("*.parquet"), *folder.glob("parts/*.parquet"))):
        if path.name not in known or path.parent != folder:
            yield FileVerdict(str(path.relative_to(top)), _read(path))
    for path in sorted(folder.glob("*.json")):
        if path.stem in {*KINDS, ROADS}:
            yield FileVerdict(str(path.relative_to(top)), _sealed(path))
    own = (folder / MANIFEST).read_bytes()
    for inner in sorted(folder.glob(f"*/{MANIFEST}")):
        if inner.read_bytes() != own:  # a copy, as an export has one, is no manifest of what lies beside it
            yield from _verdicts(inner.parent, top)


def _hashes(manifest: Path) -> dict[str, str]:
    files = _held(manifest).get("files", {})
    if not isinstance(files, dict):
        raise BadInput(f"{manifest}: its list of files is none; put a sound copy in its place")
    return {str(name): str(digest) for name, digest in files.items()}


def _held(manifest: Path) -> dict[str, Any]:
    try:
        held = json.loads(manifest.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as wrong:
        raise BadInput(f"{manifest}: it is no manifest ({wrong}); put a sound copy in its place") from None
    if not isinstance(held, dict):
        raise BadInput(f"{manifest}: it is no manifest; put a sound copy in its place")
    return held


def _read(path: Path) -> str:
    try:
        read_parquet(path)
    except BadInput:
        return DAMAGED
    return UNKNOWN


def _sealed(path: Path) -> str:
    try:
        return SOUND if is_as_written(path) else CHANGED
    except UnsealedError:
        return UNKNOWN
    except BadInput:
        return DAMAGED

"""Copying what ships to a folder of one's own, where it can be changed."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from sim.scenario.files.shipped import documents, home
from sim.vocabulary import BadInput

DOCUMENTS = "docs"
"""Folder of the documents within the copy."""


def copy_shipped(folder: Path) -> int:
    """Copy all scenarios, designs and documents to a folder, and return how many files that were.

    Raises:
        BadInput: a file of the same name is there already, or the folder cannot be written; nothing is copied.

    """
    files = {folder / target: source for target, source in _files()}
    there = [str(target) for target in files if target.exists()]
    if there:
        raise BadInput(f"{there[0]}: it exists already, as do {len(there) - 1} others; name another folder")
    try:
        for target, source in files.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
    except OSError as refused:
        raise BadInput(f"{folder}: it cannot be written ({refused.strerror}); name another folder") from None
    return len(files)


def _files() -> Iterator[tuple[Path, Path]]:
    for root, within in ((home(), Path()), (documents(), Path(DOCUMENTS))):
        for source in sorted(root.rglob("*")):
            if source.is_file() and "__pycache__" not in source.parts:
                yield within / source.relative_to(root), source

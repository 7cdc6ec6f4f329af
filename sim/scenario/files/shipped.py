"""What ships: the scenarios, laws and designs that come with the package, found by name from any folder.

In a checkout they are its folder ``scenarios/``; a wheel carries the same folder inside the package.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

PREFIX: Final = "westphalia/"
"""How a file names what ships, as in ``extends: westphalia/laws``; on the command line it may be left out."""
ENDING: Final = ".yaml"
PACKAGE: Final = Path(__file__).parents[2]
BENEATH: Final = PACKAGE / "scenario/beneath"
"""The folder of what lies beneath every scenario: laws and defaults, part of the package itself."""


def home() -> Path:
    """Return the folder of what ships."""
    return _inside("shipped", "scenarios")


def documents() -> Path:
    """Return the folder of the documents."""
    return _inside("documents", "docs")


def is_inside_package(file: Path) -> bool:
    """Return whether a file lies in the installed package, so that nobody should change it or write beside it."""
    return any(file.resolve().is_relative_to(inside.resolve()) for inside in (PACKAGE / "shipped", BENEATH))


def shipped_file(name: str) -> Path | None:
    """Return the file that ships under a name such as ``westphalia/kursk/2025-03-article``, or None."""
    bare = name.removeprefix(PREFIX)
    candidates = [BENEATH / (bare + ENDING), home() / bare, home() / (bare + ENDING)]
    return next((path for path in candidates if path.is_file()), None)


def file_meant(name: str | Path) -> Path:
    """Return the file that is meant on the command line or in a call: one that exists, else what ships under the name.

    A name of nothing is returned as it is.
    """
    path = Path(name)
    return path if path.is_file() else shipped_file(str(name)) or path


def file_named_in(folder: Path, name: str) -> Path:
    """Return the file that a file in a folder names: relative to the folder, or after ``westphalia/`` what ships."""
    beside = Path(os.path.normpath(folder / name))
    if not name.startswith(PREFIX) or beside.exists():
        return beside
    return shipped_file(name) or Path(name)


def name_from(folder: Path, file: Path) -> str:
    """Return how a file in a folder names another: by relative path, or by name what is inside the package."""
    if is_inside_package(file):
        return PREFIX + name_of(file)
    return os.path.relpath(file, folder)


def name_of(file: Path) -> str:
    """Return the name of a file that ships, without the ending of a scenario."""
    root = BENEATH if file.resolve().parent == BENEATH.resolve() else home()
    return file.resolve().relative_to(root.resolve()).as_posix().removesuffix(ENDING)


def names() -> Iterator[str]:
    """Yield the names of all scenarios, designs and parts of them that ship, in alphabetical order."""
    for file in sorted(home().rglob(f"*{ENDING}")):
        yield name_of(file)


def _inside(installed: str, checkout: str) -> Path:
    inside = PACKAGE / installed
    return inside if inside.is_dir() else PACKAGE.parent / checkout

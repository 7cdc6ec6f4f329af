"""Doctrines of one's own in the page: those that the command line asked for, in the scenario that it opened.

An address cannot name one, since a link that somebody sends must not run code.
"""

from collections.abc import Mapping
from pathlib import Path

_asked: dict[Path, Mapping[str, object]] = {}


def use_doctrines(file: Path, overrides: Mapping[str, str]) -> None:
    """Let sides of a scenario be commanded by code: ``FILE.py:FUNCTION`` by path, as after ``--set``.

    Files are named in full from here on, so that a scenario saved in another folder finds them.
    """
    _asked[file] = {path: _in_full(code) for path, code in overrides.items()}


def doctrines_asked(file: Path) -> Mapping[str, object]:
    """Return what of a scenario the command line set to code."""
    return _asked.get(file, {})


def forget_doctrines() -> None:
    """Let every side be commanded as its scenario says again."""
    _asked.clear()


def _in_full(code: str) -> str:
    path, colon, function = code.rpartition(":")
    return f"{Path(path).resolve()}:{function}" if colon else code

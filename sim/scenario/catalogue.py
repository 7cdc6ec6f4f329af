"""A catalogue: the scenarios among files, with their titles."""

from collections.abc import Iterable
from pathlib import Path

from sim.scenario.files.document import read_document
from sim.scenario.files.faults import Fault
from sim.scenario.files.shipped import home, name_of
from sim.scenario.files.text_file import UnreadableError, read_text

DESIGNS = "designs/"
"""What the names of designs that ship begin with."""


def titles_of(files: Iterable[Path]) -> dict[Path, str]:
    """Return the titles of the scenarios among some files, by path.

    Files without a title are parts of scenarios, and files that cannot be read are nothing to choose from.
    """
    titles = {}
    for file in files:
        faults: list[Fault] = []
        try:
            text = read_text(file, "a scenario file")
        except UnreadableError:
            continue
        document = read_document(str(file), text, faults) if "title:" in text else None
        title = document.members.get("title") if document else None
        if title is not None:
            titles[file] = str(title.value)
    return titles


def shipped_scenarios() -> dict[str, str]:
    """Return the titles of the scenarios that ship, by name."""
    return {name: title for name, title in _shipped().items() if not name.startswith(DESIGNS)}


def shipped_designs() -> dict[str, str]:
    """Return the titles of the designs that ship, by name."""
    return {name: title for name, title in _shipped().items() if name.startswith(DESIGNS)}


def _shipped() -> dict[str, str]:
    return {name_of(file): title for file, title in titles_of(sorted(home().rglob("*.yaml"))).items()}

"""Blanks: places of a design where a key has no value, which reading alone would take for a line left out."""

from collections.abc import Iterator
from pathlib import Path

from sim.scenario.files.document import read_document
from sim.scenario.files.extending import KEY
from sim.scenario.files.faults import Fault, fault_at
from sim.scenario.files.located import Located, Steps
from sim.scenario.files.text_file import UnreadableError, read_text


def blanks(file: Path) -> list[Fault]:
    """Return a fault for each key of a design without a value; none of a file that is no design at all.

    In a design that extends another an empty key takes away what is inherited.
    """
    try:
        tree = read_document(str(file), read_text(file, "a design"), [])
    except UnreadableError:
        return []
    return list(_blanks(tree, ())) if tree and KEY not in tree.members else []


def _blanks(here: Located, steps: Steps) -> Iterator[Fault]:
    for name, member in here.members.items():
        if member.value is None:
            yield fault_at(member.mark, (*steps, name), *_told((*steps, name)))
        else:
            yield from _blanks(member, (*steps, name))
    for position, part in enumerate(here.value if isinstance(here.value, list) else ()):
        yield from _blanks(part, (*steps, position))


def _told(steps: Steps) -> tuple[str, str]:
    match steps:
        case ("factors", _):
            how = "write {range: declared}, {range: [low, high]} or {levels: [...]}"
            return "the factor has neither levels nor a range", f"{how}, or take the line out"
        case ("groups", _):
            return "the group has no levels", "write two or more, each a name and the values it sets by path"
        case ("groups", _, _):
            return "the level has no values", "write {} for a level that leaves the scenario as it is"
    return "it has no value", "write one, or take the line out"

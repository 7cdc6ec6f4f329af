"""Upgrading: what was written for an earlier form of scenarios, brought to the form of today.

The form is a whole number, ``version``, which a file may declare and a manifest always does; what declares none may be
of any form. A key that gets another name is one more ``Renaming`` here, since one more than the version of today.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from sim.scenario.files.faults import Fault, fault_at
from sim.scenario.files.located import Located, Mark, Step, Steps

VERSION: Final = 2
"""The form that is read and written today."""
KEY: Final = "version"
"""The key by which a file declares its form."""
ANY: Final = "*"
"""Stands for every key of a mapping and every position of a list."""


class Renaming(NamedTuple):
    """A key that has another name since a version."""

    since: int
    place: Steps
    """Steps to the mappings that hold it, from the top of the file; ``ANY`` for any step."""
    old: str
    new: str


RENAMINGS: Final[tuple[Renaming, ...]] = (Renaming(2, (), "happenings", "events"),)
"""Every renaming, in the order of versions."""


def upgraded(document: Located, faults: list[Fault]) -> Located:
    """Return a file's declarations in the form of today, without its version; each renaming is a note.

    A version that is no whole number, or later than today's, is an error, and so are the old name and the new one side
    by side.
    """
    members = dict(document.members)
    declared = members.pop(KEY, None)
    return renamed(Located(members, document.mark), _version(declared, faults), faults)


def renamed(tree: Located, version: int, faults: list[Fault]) -> Located:
    """Return declarations of a version with the names of today."""
    for renaming in RENAMINGS:
        if version < renaming.since:
            found = list(_holders(tree, renaming.place, (), renaming.old))
            for steps, holder in found:
                tree = _with(tree, steps, _renamed(holder, renaming, steps, faults))
            if found:
                steps, holder = found[0]
                mark = holder.members[renaming.old].mark
                message = f'"{renaming.old}" is now "{renaming.new}"'
                faults.append(fault_at(mark, (*steps, renaming.old), message, f'write "{renaming.new}"', "note"))
    return tree


def renamed_steps(steps: Steps) -> Steps:
    """Return a path with the names of today, as an override or a design may still give it with older ones."""
    for _, place, old, new in RENAMINGS:
        here = len(place)
        if len(steps) > here and steps[here] == old and all(map(_fits, place, steps)):
            steps = (*steps[:here], new, *steps[here + 1 :])
    return steps


def _version(declared: Located | None, faults: list[Fault]) -> int:
    if declared is None:
        return 0
    version = declared.value
    if not isinstance(version, int) or isinstance(version, bool) or version < 0:
        faults.append(fault_at(declared.mark, (KEY,), "a whole number is asked for", f"write `{KEY}: {VERSION}`"))
        return VERSION
    if version > VERSION:
        message = f"the file is of form {version}, and this release reads forms up to {VERSION}"
        faults.append(fault_at(declared.mark, (KEY,), message, "update westphalia"))
    return version


def _fits(wanted: Step, step: Step) -> bool:
    return wanted in {ANY, step}


def _holders(here: Located, place: Steps, steps: Steps, old: str) -> Iterator[tuple[Steps, Located]]:
    """Yield each mapping at a place that holds a key, with the steps to it."""
    if not place:
        if old in here.members:
            yield steps, here
        return
    inner: list[tuple[Step, Located]] = [*here.members.items()]
    if isinstance(here.value, list):
        inner = [*enumerate(here.value)]
    for step, member in inner:
        if _fits(place[0], step):
            yield from _holders(member, place[1:], (*steps, step), old)


def _renamed(holder: Located, renaming: Renaming, steps: Steps, faults: list[Fault]) -> Located:
    if renaming.new in holder.members:
        mark: Mark = holder.members[renaming.old].mark
        message = f'"{renaming.old}" is now "{renaming.new}", which is written too'
        faults.append(fault_at(mark, (*steps, renaming.old), message, "keep one of the two"))
        return Located({key: each for key, each in holder.members.items() if key != renaming.old}, holder.mark)
    names = {renaming.old: renaming.new}
    return Located({names.get(key, key): each for key, each in holder.members.items()}, holder.mark)


def _with(tree: Located, steps: Steps, new: Located) -> Located:
    """Return a tree with another value at a place."""
    if not steps:
        return new
    if isinstance(tree.value, list):
        parts = [_with(part, steps[1:], new) if n == steps[0] else part for n, part in enumerate(tree.value)]
        return Located(parts, tree.mark)
    return Located(
        {key: _with(part, steps[1:], new) if key == steps[0] else part for key, part in tree.members.items()}, tree.mark
    )

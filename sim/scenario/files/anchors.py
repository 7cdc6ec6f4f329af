"""Anchors: values of a document that stand for themselves elsewhere in it, as often as is sensible.

A few lines of aliases of aliases could otherwise stand for billions of values.
"""

from typing import Final

from sim.scenario.files.located import Located

MOST: Final = 100_000
"""Values that all aliases of a document together may stand for."""
DEEPEST: Final = 50
"""Mappings and lists may lie this deep in one another."""
MERGE: Final = "<<"
"""The key whose mappings are taken over; what stands beside it prevails, and of several the first."""


class Anchors:
    """The anchored values of one document."""

    def __init__(self) -> None:
        """Begin with none."""
        self._kept: dict[str, tuple[Located, int, int]] = {}
        self._room = MOST

    def keep(self, name: str, value: Located) -> None:
        """Let a name stand for a value from here on."""
        self._kept[name] = (value, *_extent(value))

    def value(self, name: str, depth: int) -> Located:
        """Return what a name stands for, at some depth.

        Raises:
            ValueError: nothing, or too much; the message says what to do after a semicolon.

        """
        if name not in self._kept:
            raise ValueError(f"there is no anchor &{name} before this alias; write it there, outside of itself")
        value, count, height = self._kept[name]
        if count > self._room:
            raise ValueError(f"the aliases of this file stand for more than {MOST} values; use `extends`")
        if depth + height > DEEPEST:
            raise ValueError(f"*{name} would be nested too deeply; write it out")
        self._room -= count
        return value


def with_merged(members: dict[str, Located], sources: list[Located]) -> dict[str, Located]:
    """Return the members of a mapping with those of others that it takes over."""
    merged: dict[str, Located] = {}
    for source in reversed(sources):
        merged |= source.members
    return {**merged, **members}


def merge_sources(value: Located) -> list[Located] | None:
    """Return the mappings that a merge key takes over, or None when it names anything else."""
    sources = value.value if isinstance(value.value, list) else [value]
    return sources if all(isinstance(source.value, dict) for source in sources) else None


def _extent(value: Located) -> tuple[int, int]:
    """Return how many values a value holds, itself among them, and how deep it is."""
    inner = value.value if isinstance(value.value, list) else list(value.members.values())
    if not isinstance(value.value, dict | list):
        return 1, 0
    extents = [_extent(part) for part in inner]
    return 1 + sum(count for count, _ in extents), 1 + max((height for _, height in extents), default=0)

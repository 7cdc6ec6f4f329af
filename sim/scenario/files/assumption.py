"""An assumption: a value of a scenario that nobody declared, or for which nobody gave a source."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Assumption:
    """A value of a scenario that nobody declared, or for which nobody gave a source."""

    where: str
    """Its path in the scenario."""
    value: object
    why: str
    """Where it comes from: the defaults, or what it follows from."""

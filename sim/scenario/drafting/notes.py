"""Notes: what a draft could not use, and what it guessed."""

from dataclasses import dataclass, field


@dataclass
class Notes:
    """Lines for the author of a scenario."""

    left_out: list[str] = field(default_factory=list)
    """What could not be used, and why."""
    guessed: list[str] = field(default_factory=list)
    """What no file told, and how to tell it."""

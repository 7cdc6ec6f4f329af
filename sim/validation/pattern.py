"""Patterns: what a campaign as a whole has to do, whatever its values, and whether it does."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Pattern:
    """A pattern, what was wanted of the model and what was measured."""

    number: str
    statement: str
    wanted: str
    measured: str
    holds: bool

    @property
    def verdict(self) -> str:
        """Return the verdict in a word."""
        return "pass" if self.holds else "FAIL"

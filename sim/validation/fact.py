"""A stylised fact: what battles do, in a band, beside what the model does."""

from dataclasses import dataclass

from sim.results.interval import Interval


@dataclass(frozen=True)
class Fact:
    """One row of the table of stylised facts."""

    number: str
    statement: str
    low: float
    high: float
    """The band in which battles lie."""
    source: str
    measured: Interval
    """What the model does, with its interval."""
    battles: int
    """Engagements it is measured on."""

    @property
    def verdict(self) -> str:
        """Return whether the model lies in the band; borderline when only its interval reaches it."""
        if self.low <= self.measured.mean <= self.high:
            return "in band"
        if self.measured.low <= self.high and self.measured.high >= self.low:
            return "borderline"
        return "below" if self.measured.mean < self.low else "above"

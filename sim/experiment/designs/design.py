"""A design: which parameters of a scenario vary, over which values, and how often each combination is played."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Final, Literal, Self

from pydantic import BeforeValidator, Field, Strict, model_validator

from sim.scenario.declaration import Declaration
from sim.scenario.quantity import Number, refusal

Kind = Literal["grid", "factorial", "latin_hypercube", "sobol", "morris"]


def _dates_as_text(level: object) -> object:
    """Return a level with the dates that YAML has read in it as they were written."""
    if isinstance(level, date):
        return level.isoformat()
    if isinstance(level, Mapping):
        return {name: _dates_as_text(part) for name, part in level.items()}
    return [_dates_as_text(part) for part in level] if isinstance(level, list) else level


Level = Annotated[bool | int | float | str | list[Any] | dict[str, Any] | None, BeforeValidator(_dates_as_text)]

MOST_RUNS: Final = 10**6
"""Points, replications and runs beyond which no sweep of these campaigns ends."""
SAMPLED = ("latin_hypercube", "sobol", "morris")
"""Kinds of design that draw points from ranges; the others cross declared levels."""


class FactorDeclared(Declaration):
    """What one parameter takes on: some levels, or any value of a range."""

    levels: list[Level] | None = None
    range: Annotated[tuple[Number, Number], Strict(strict=False)] | Literal["declared"] | None = None
    """The lowest and the highest value, or "declared" for the range that the scenario declares."""

    @model_validator(mode="before")
    @classmethod
    def _says_what_it_takes_on(cls, given: object) -> object:
        if isinstance(given, Mapping):
            return given
        remedy = "write {levels: [...]}, {range: [low, high]} or {range: declared}"
        raise refusal("bare_factor", "a factor has levels or a range, each under its name", remedy)

    @model_validator(mode="after")
    def _varies_in_one_way(self) -> Self:
        if self.levels is not None and self.range is not None:
            raise refusal("two_ways", "a factor has levels or a range", "take one of the two out")
        if isinstance(self.range, tuple) and self.range[0] >= self.range[1]:
            low, high = self.range
            raise refusal("range_empty", f"the range [{low:g}, {high:g}] does not rise", "write [low, high]")
        return self


class StoppingDeclared(Declaration):
    """Play each point until an outcome's mean is known well enough."""

    outcome: str
    """Column of the outcomes, such as leverage_0."""
    half_width: Annotated[Number, Field(gt=0)]
    """Half-width of the mean's interval that is wanted."""
    confidence: Annotated[float, Field(gt=0, lt=1)] = 0.95
    most: Annotated[int, Field(ge=1, le=MOST_RUNS)]
    """Replications after which a point is left as it is."""


Part = Annotated[Number, Field(gt=0, lt=1)]
"""A part of all runs: neither none nor all."""


class DiscoveryDeclared(Declaration):
    """The outcomes that scenario discovery looks for."""

    outcome: str
    """Column of the outcomes, such as leverage_0."""
    below: Number | None = None
    above: Number | None = None
    lowest: Part | None = None
    """Instead: this part of all runs, those with the lowest outcome; the limit is then found from the runs."""
    highest: Part | None = None
    """Instead: this part of all runs, those with the highest outcome."""

    @model_validator(mode="after")
    def _has_one_threshold(self) -> Self:
        given = (self.below, self.above, self.lowest, self.highest)
        if sum(each is not None for each in given) != 1:
            remedy = "write one of `below`, `above`, `lowest` and `highest`"
            raise refusal("one_threshold", "one threshold is asked for", remedy)
        return self


class Design(Declaration):
    """What a design file declares."""

    title: str = ""
    about: str = ""
    """What the design asks, in a paragraph."""
    scenario: str
    """The scenario file that is varied, relative to the design."""
    kind: Kind
    samples: Annotated[int, Field(ge=1, le=MOST_RUNS)] | None = None
    """Points of a Latin hypercube, base points of a Sobol design, or trajectories of a Morris design."""
    factors: dict[str, FactorDeclared] = Field(default_factory=dict)
    """What varies, by the path that --set would use."""
    groups: dict[str, dict[str, dict[str, Level]]] = Field(default_factory=dict)
    """Factor groups: by name, their levels; a level is a name and the values it sets, by path."""
    set: dict[str, Level] = Field(default_factory=dict)
    """Values by path that hold at every point."""
    replications: Annotated[int, Field(ge=1, le=MOST_RUNS)] = 1
    """Runs a point, or runs at a time where ``stopping`` asks for more; luck is common to all points."""
    seed: Annotated[int, Field(ge=0, lt=2**64)] = 1
    days: Annotated[int, Field(ge=1, le=1000)] | None = None
    """Days to play, in place of the scenario's."""
    talking: bool = True
    """Whether the sides talk after the last day; the campaign alone is much quicker."""
    stopping: StoppingDeclared | None = None
    outcome: str | None = None
    """Outcome that the analysis explains; leverage_0, or area_0 when nobody talks, unless said otherwise."""
    discovery: DiscoveryDeclared | None = None

    @property
    def explained(self) -> str:
        """Return the outcome that the analysis explains."""
        return self.outcome or ("leverage_0" if self.talking else "area_0")

    @property
    def most(self) -> int:
        """Return the replications that a point may have at most."""
        return max(self.replications, self.stopping.most) if self.stopping else self.replications

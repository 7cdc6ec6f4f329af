"""A design: which parameters of a scenario vary, over which values, and how often each combination is played."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from sim.scenario.declaration import Declaration
from sim.scenario.quantity import Number, refusal

Kind = Literal["grid", "factorial", "latin_hypercube", "sobol", "morris"]
Level = bool | int | float | str | list[Any] | dict[str, Any] | None

SAMPLED = ("latin_hypercube", "sobol", "morris")
"""Kinds of design that draw points from ranges; the others cross declared levels."""


class FactorDeclared(Declaration):
    """What one parameter takes on: some levels, or any value of a range."""

    levels: Annotated[list[Level], Field(min_length=2)] | None = None
    range: tuple[Number, Number] | Literal["declared"] | None = None
    """The lowest and the highest value, or "declared" for the range that the scenario declares."""

    @model_validator(mode="after")
    def _varies_in_one_way(self) -> Self:
        if self.levels is not None and self.range is not None:
            raise refusal("two_ways", "a factor has levels or a range", "take one of the two out")
        if isinstance(self.range, tuple) and self.range[0] >= self.range[1]:
            raise refusal("range_empty", "the range holds no more than one value", "write [low, high]")
        told = [str(level) for level in self.levels or ()]
        if len(set(told)) < len(told):
            raise refusal("level_twice", "a level is named twice", "keep one of the two")
        return self


class StoppingDeclared(Declaration):
    """Play each point until an outcome's mean is known well enough."""

    outcome: str
    """Column of the outcomes, such as leverage_0."""
    half_width: Annotated[float, Field(gt=0)]
    """Half-width of the mean's interval that is wanted."""
    confidence: Annotated[float, Field(gt=0, lt=1)] = 0.95
    most: Annotated[int, Field(ge=1)]
    """Replications after which a point is left as it is."""


class DiscoveryDeclared(Declaration):
    """The outcomes that scenario discovery looks for."""

    outcome: str
    """Column of the outcomes, such as leverage_0."""
    below: float | None = None
    above: float | None = None

    @model_validator(mode="after")
    def _has_one_threshold(self) -> Self:
        if (self.below is None) == (self.above is None):
            raise refusal("one_threshold", "one threshold is asked for", "write either `below` or `above`")
        return self


class Design(Declaration):
    """What a design file declares."""

    title: str = ""
    about: str = ""
    """What the design asks, in a paragraph."""
    scenario: str
    """The scenario file that is varied, relative to the design."""
    kind: Kind
    samples: Annotated[int, Field(ge=1)] | None = None
    """Points of a Latin hypercube, base points of a Sobol design, or trajectories of a Morris design."""
    factors: dict[str, FactorDeclared] = Field(default_factory=dict)
    """What varies, by the path that --set would use."""
    groups: dict[str, Annotated[dict[str, dict[str, Level]], Field(min_length=2)]] = Field(default_factory=dict)
    """Factor groups: by name, their levels; a level is a name and the values it sets, by path."""
    set: dict[str, Level] = Field(default_factory=dict)
    """Values by path that hold at every point."""
    replications: Annotated[int, Field(ge=1)] = 1
    """Runs a point, or runs at a time where ``stopping`` asks for more; luck is common to all points."""
    seed: Annotated[int, Field(ge=0)] = 1
    days: Annotated[int, Field(ge=1)] | None = None
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

    @model_validator(mode="after")
    def _is_complete(self) -> Self:
        for wrong, remedy in self._wants():
            raise refusal("incomplete_design", f"a design of kind {self.kind} {wrong}", remedy)
        return self

    def _wants(self) -> Iterator[tuple[str, str]]:
        if not self.factors and not self.groups:
            yield "varies nothing", "name factors by path, or groups"
        yield from self._wants_of_sampling() if self.kind in SAMPLED else self._wants_of_crossing()
        for path, factor in self.factors.items():
            if factor.levels is None and factor.range is None:
                yield (
                    f"does not say how {path} varies",
                    "write {range: declared}, {range: [low, high]} or {levels: [...]}",
                )

    def _wants_of_sampling(self) -> Iterator[tuple[str, str]]:
        if self.groups:
            yield "samples factors, not groups", "use kind factorial for groups"
        if self.samples is None:
            yield "needs a number of samples", "add `samples: 64`"
        elif self.kind == "sobol" and self.samples & (self.samples - 1):
            yield "needs a power of 2 as its samples", f"write {2 ** self.samples.bit_length()}"

    def _wants_of_crossing(self) -> Iterator[tuple[str, str]]:
        if self.samples is not None:
            yield "has as many points as its levels make", "take `samples` out"
        for path, factor in self.factors.items():
            if factor.range is not None:
                yield f"crosses levels, and {path} has none", "give it levels, or sample by latin_hypercube"

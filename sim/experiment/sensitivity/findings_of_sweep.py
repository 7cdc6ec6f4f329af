"""Findings of a sweep: what an analysis returns, and tables, figures and pages read."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from sim.experiment.sensitivity.discovery import Box
from sim.results.findings import finding_as


@dataclass(frozen=True)
class Estimate:
    """An estimate with the bounds of its 95 % interval; None is what is not known."""

    mean: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True)
class FactorIndices:
    """Sobol's indices of a factor."""

    first: Estimate
    total: Estimate
    verdict: str


@dataclass(frozen=True)
class SobolFindings:
    """How much of an outcome's variance each factor accounts for."""

    factors: dict[str, FactorIndices] = field(default_factory=dict)
    luck: float | None = None
    """Share of a single run's variance that is luck."""
    base_points: int = 0
    note: str | None = None


@dataclass(frozen=True)
class FactorEffects:
    """Elementary effects of a factor: the change of the outcome over its whole range."""

    mu: Estimate
    mu_star: Estimate
    sigma: float
    luck: float
    """What the mean absolute effect would come to from luck alone."""
    verdict: str


@dataclass(frozen=True)
class MorrisFindings:
    """What moves an outcome."""

    factors: dict[str, FactorEffects] = field(default_factory=dict)
    trajectories: int = 0
    note: str | None = None


@dataclass(frozen=True)
class LevelMean:
    """What a level of a factor leads to on average, and how that differs from the factor's first level."""

    level: float | int | bool | str
    mean: float | None
    low: float | None
    high: float | None
    difference: Estimate
    verdict: str


@dataclass(frozen=True)
class Discovery:
    """Where in the factors' ranges the cases that were looked for are to be found."""

    label: str
    outcome: str
    cases: int
    share: float
    ranges: dict[str, list[float]]
    boxes: list[Box]
    below: float | None = None
    above: float | None = None


@dataclass(frozen=True)
class Analysis:
    """What a sweep says about its factors, by the kind of its design, and where cases were asked for."""

    sweep: str
    kind: str
    outcome: str
    label: str
    """The outcome with the name of its side."""
    points: int
    runs: int
    missing: int
    sobol: SobolFindings | None = None
    morris: MorrisFindings | None = None
    means: dict[str, list[LevelMean]] | None = None
    discovery: Discovery | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the analysis as ``analyse --json`` prints it; what does not apply is left out."""
        whole = {name: part for name, part in asdict(self).items() if part is not None}
        for method in ("sobol", "morris"):
            if method in whole and whole[method]["note"] is None:
                del whole[method]["note"]
        return whole


def analysis_of(content: Mapping[str, Any]) -> Analysis:
    """Return the analysis that JSON holds, as ``analysis.json`` does.

    Raises:
        BadInput: it holds none of this release.

    """
    return finding_as(Analysis, content, "analysis", "analyse")

"""Score: what a hindcast returns, and tables, figures and pages read."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from sim.results.findings import finding_as


@dataclass(frozen=True)
class Reference:
    """A forecast without a model."""

    crps: float
    """Continuous ranked probability score, km2."""
    skill: float | None
    """Share of it that the model saves; None where there is nothing to save."""


@dataclass(frozen=True)
class Score:
    """How a forecast of area scores against what was observed, means over days, km2."""

    days: int
    crps: float
    references: dict[str, Reference]
    coverage: dict[str, float]
    """Share of days on which the middle so many percent of runs hold what was observed."""
    coverage80_interval: list[float]
    """90 % interval of that of 80 %."""
    mean_error_km2: float
    mean_absolute_error_km2: float
    pit: list[float]
    """Share of runs below what was observed, by day."""
    ranks: list[int]
    """Days by tenths of that."""
    decay_fitted: str
    decay_window: list[str]
    known_before: int
    """Observations before the first day."""
    dates: list[str]
    daily: dict[str, list[float]]
    """What was observed, the median, the bounds of the middle 80 % and the references, by date."""

    def as_json(self) -> dict[str, Any]:
        """Return the score as ``hindcast --json`` prints it."""
        whole = asdict(self)
        references, coverage = whole.pop("references"), whole.pop("coverage")
        return {
            "days": whole.pop("days"),
            "crps": whole.pop("crps"),
            **{f"crps_{name}": each["crps"] for name, each in references.items()},
            **{f"skill_{name}": each["skill"] for name, each in references.items()},
            **{f"coverage{share}": each for share, each in coverage.items()},
            **whole,
        }


@dataclass(frozen=True)
class MapDifference:
    """By how much another set of maps differs from the one scored: the floor of noise."""

    days: int
    mean_absolute_km2: float | None


@dataclass(frozen=True)
class PlaceScore:
    """How well a forecast tells, on a date, which side holds which place."""

    places: int
    held: float
    brier: float
    brier_flat: float
    auc: float | None
    auc_nearness: float | None


@dataclass(frozen=True)
class Hindcast:
    """A scenario scored against areas that were observed, and whatever else was asked for."""

    scenario: str
    title: str
    side: str
    observed: str
    column: str
    seed: int
    over: str
    """What the runs are over: the declared ranges, an overlay, or none."""
    draws: int
    replications: int
    trend_days: int
    score: Score
    map_sets: dict[str, MapDifference] = field(default_factory=dict)
    ahead: int = 0
    origins: dict[str, Score] = field(default_factory=dict)
    """Scores of the days ahead of each origin."""
    places: dict[str, PlaceScore] = field(default_factory=dict)
    """By date."""

    def as_json(self) -> dict[str, Any]:
        """Return it as ``hindcast --json`` prints it; what was not asked for is left out."""
        asked = (
            "scenario",
            "title",
            "side",
            "observed",
            "column",
            "seed",
            "over",
            "draws",
            "replications",
            "trend_days",
        )
        found: dict[str, Any] = {
            **{name: getattr(self, name) for name in asked},
            **self.score.as_json(),
            "map_sets": {name: asdict(each) for name, each in self.map_sets.items()},
        }
        if self.origins:
            found |= {"ahead": self.ahead, "origins": {day: each.as_json() for day, each in self.origins.items()}}
        if self.places:
            found["places"] = {day: asdict(each) for day, each in self.places.items()}
        return found


def score_of(content: Mapping[str, Any]) -> Score:
    """Return the score that JSON holds, as ``hindcast.json`` does.

    Raises:
        BadInput: it holds none of this release.

    """
    names = [name.removeprefix("crps_") for name in content if name.startswith("crps_")]
    found = {
        **content,
        "references": {
            name: {"crps": content[f"crps_{name}"], "skill": content.get(f"skill_{name}")} for name in names
        },
        "coverage": {
            share: each
            for name, each in content.items()
            if (share := name.removeprefix("coverage")) != name and share.isdecimal()
        },
    }
    return finding_as(Score, found, "hindcast", "hindcast")

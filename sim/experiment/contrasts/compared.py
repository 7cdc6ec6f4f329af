"""Compared: what a comparison of scenarios returns, and tables, figures and pages read."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sim.experiment.sensitivity.certainty import Certain
from sim.experiment.worlds.answers import Answers
from sim.experiment.worlds.contrast import Contrast
from sim.results.findings import finding_as

BySide = dict[str, Certain]
"""Of both sides, by name."""


@dataclass(frozen=True)
class Differences:
    """Paired differences of every measure on the last day, a scenario less the baseline."""

    leverage: BySide
    disagreement: BySide
    area_km2: BySide
    casualties: BySide
    captured: BySide
    chip_value: BySide
    settlement: dict[str, Certain]
    """Of the first side's share of each issue."""
    by_rule: dict[str, Certain]
    """Of the first side's leverage under every bargaining rule."""
    zone_of_agreement: Certain
    displaced: Certain


@dataclass(frozen=True)
class CommonLuck:
    """How far common luck helps; None where leverage does not vary."""

    correlation: float | None
    variance_ratio: float | None
    """Paired variance as a share of unpaired."""


@dataclass(frozen=True)
class Attributed:
    """What was divided between factors, and over how many runs and combinations."""

    measure: str
    side: str
    runs: int
    cells: int


@dataclass(frozen=True)
class Attribution:
    """Each factor's part of the change in the first side's leverage."""

    attributed: Attributed
    parts: dict[str, Certain]
    """Shapley values (1953)."""
    sum: float
    largest_gap: float
    """The most by which parts miss the change in any run."""
    change: Certain
    one_at_a_time: dict[str, Certain]
    interaction: Certain
    """What one factor at a time would miss."""


@dataclass(frozen=True)
class Worlds:
    """Scenarios over the same worlds: what each comes to, and how it differs from the first."""

    over: str
    answers: Mapping[str, Answers]
    contrast: Mapping[str, Contrast]

    def as_json(self) -> dict[str, Any]:
        """Return both as ``compare --json`` prints them."""
        return {
            "over": self.over,
            "answers": {name: each.as_json() for name, each in self.answers.items()},
            "contrast": {name: each.as_json() for name, each in self.contrast.items()},
        }


@dataclass(frozen=True)
class Comparison:
    """How scenarios differ from the first of them under the same luck."""

    baseline: str
    scenarios: list[str]
    titles: dict[str, str]
    outcomes: dict[str, BySide]
    """Leverage of each scenario."""
    measures: dict[str, Differences]
    """By name of the other scenarios."""
    sign_depends_on_rule: dict[str, bool]
    common_luck: dict[str, CommonLuck]
    compared: dict[str, int]
    """Pairs of runs that ended in both."""
    attribution: Attribution | None = None
    worlds: Worlds | None = None
    seed: int = 1
    replications: int = 0

    def as_json(self) -> dict[str, Any]:
        """Return it as ``compare --json`` prints it; what was not asked for is left out."""
        measures = {name: asdict(each) for name, each in self.measures.items()}
        return {
            "seed": self.seed,
            "replications": self.replications,
            "baseline": self.baseline,
            "scenarios": self.scenarios,
            "titles": self.titles,
            "outcomes": {name: {side: asdict(of) for side, of in each.items()} for name, each in self.outcomes.items()},
            "difference": {name: each["leverage"] for name, each in measures.items()},
            "measures": measures,
            "sign_depends_on_rule": self.sign_depends_on_rule,
            "common_luck": {name: asdict(each) for name, each in self.common_luck.items()},
            "compared": self.compared,
            **(asdict(self.attribution) if self.attribution else {}),
            **(self.worlds.as_json() if self.worlds else {}),
        }


def comparison_of(content: Mapping[str, Any]) -> Comparison:
    """Return the comparison that JSON holds, as ``comparison.json`` does; worlds are left out.

    Raises:
        BadInput: it holds none of this release.

    """
    divided = {name: content.get(name) for name in Attribution.__dataclass_fields__} if "parts" in content else None
    return finding_as(Comparison, {**content, "attribution": divided}, "comparison", "compare")

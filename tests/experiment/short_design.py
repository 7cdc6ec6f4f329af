"""Designs that vary the article's campaign, cut short so that a test can play them."""

from pathlib import Path

from sim.experiment.planning import Plan, plan
from sim.experiment.sweeps.study import Values

KURSK = Path(__file__).parents[2] / "scenarios" / "kursk"

FACTORS = """\
factors:
  sides.Ukraine.will: {range: declared}
  sides.Russia.deep_fires.drones: {range: [0.6, 1.8]}
  talks.rule: {levels: [nash, alternating_offers]}
"""


def written(folder: Path, text: str, name: str = "design") -> Path:
    """Write a design of the article's scenario over six days, and return its file; the text starts on line 4."""
    file = folder / f"{name}.yaml"
    opening = f"scenario: {KURSK / '2025-03-article.yaml'}\ndays: 6\n"
    opening += "set: {talks.every: 3, talks.horizon: 3, talks.rollouts: 2}\n"
    file.write_text(opening + text, encoding="utf-8")
    return file


def hypercube(folder: Path, replications: int = 4, samples: int = 6) -> Plan:
    """Return the plan of a Latin hypercube of three factors."""
    return plan(written(folder, f"kind: latin_hypercube\nsamples: {samples}\nreplications: {replications}\n{FACTORS}"))


def values_of(planned: Plan) -> list[Values]:
    """Return the points of a plan as a sweep is given them."""
    names = [factor.name for factor in planned.factors]
    return [dict(zip(names, point, strict=True)) for point in planned.points]

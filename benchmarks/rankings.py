"""The shipped variants of the article's scenario ranked by leverage, under both bargaining rules, side by side.

python benchmarks/rankings.py [--replications N] [--workers N]
"""

import argparse
from pathlib import Path

import numpy as np

from sim.campaign.deployment import deploy
from sim.campaign.ensemble import ensemble
from sim.campaign.outcome import Outcome
from sim.scenario.reading import read_scenario

FOLDER = Path(__file__).parents[1] / "scenarios/kursk"
RULES = ("nash", "alternating_offers")
Z90 = 1.645
"""Half-width of a 90 % interval of a mean, in standard errors."""


def main() -> None:
    """Print each variant's leverage at the last talks under both rules, with its rank under each."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--replications", type=int, default=40)
    asked.add_argument("--workers", type=int, default=2)
    options = asked.parse_args()
    paths = sorted(FOLDER.glob("2025-03-*.yaml"))
    found = {rule: {path.stem: leverage_of(path, rule, options) for path in paths} for rule in RULES}
    ranks = {rule: ranked({name: values.mean() for name, values in found[rule].items()}) for rule in RULES}
    print(f"First side's leverage at the last talks, mean and 90 % interval of the mean, {options.replications} runs")
    print(f"{'variant':32}" + "".join(f"{rule:>34}{'rank':>6}" for rule in RULES))
    for name in sorted(ranks[RULES[0]], key=ranks[RULES[0]].__getitem__):
        print(f"{name:32}" + "".join(f"{told(found[rule][name]):>34}{ranks[rule][name]:>6}" for rule in RULES))
    agreeing = np.corrcoef(*([ranks[rule][name] for name in ranks[rule]] for rule in RULES))[0, 1]
    print(f"Rank correlation between the rules: {agreeing:.2f}")


def leverage_of(path: Path, rule: str, options: argparse.Namespace) -> np.ndarray:
    """Return the first side's leverage at the last talks in every run."""
    deployment = deploy(read_scenario(path, {"talks.rule": rule}))
    runs = ensemble(deployment, 1, range(options.replications), workers=options.workers)
    return np.array([run.talks[-1].terms.leverage for run in runs if isinstance(run, Outcome)])


def ranked(means: dict[str, float]) -> dict[str, int]:
    """Return ranks, 1 for the greatest leverage."""
    order = sorted(means, key=lambda name: -means[name])
    return {name: order.index(name) + 1 for name in means}


def told(values: np.ndarray) -> str:
    """Return a mean with the 90 % interval of the mean."""
    half = Z90 * values.std(ddof=1) / len(values) ** 0.5
    return f"{values.mean():.4f} [{values.mean() - half:.4f}, {values.mean() + half:.4f}]"


if __name__ == "__main__":
    main()

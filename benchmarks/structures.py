"""What other laws than ours would say: each structural alternative against the scenario as it is, in its answers.

An alternative is a value of the scenario's own quantities, so that any of them can be played by hand. Worlds and luck
are the same in every row. Example:

    python benchmarks/structures.py --draws 24 --replications 2
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from sim.experiment.sweeps.execution import pool_of
from sim.experiment.worlds.answers import answers
from sim.experiment.worlds.contrast import Contrast, Difference, contrast
from sim.experiment.worlds.runs import Runs
from sim.experiment.worlds.session import Over, play_worlds
from sim.scenario.files.reading import read_scenario
from sim.scenario.scenario import Scenario

ARTICLE = Path(__file__).parents[1] / "scenarios" / "kursk" / "2025-03-article.yaml"
FIXED = "laws.{}={{value: {}, unit: {}, range: [{}, {}], source: a structural alternative, confidence: high}}"


def fixed(path: str, value: float, unit: str = '"1"') -> str:
    """Return a setting of a law to one value in all worlds."""
    return FIXED.format(path, value, unit, value, value)


ALTERNATIVES: dict[str, list[str]] = {
    "square law (Lanchester 1916)": [fixed("attrition.weiss", 1.0)],
    "exponent of CDB90, 1939-45": [fixed("attrition.weiss", 0.54)],
    "logarithmic law (Peterson 1967)": [fixed("attrition.weiss", 0.0)],
    "no battle noise": [fixed("attrition.battle_spread", 0.0), fixed("attrition.noise_spread", 0.0)],
    "no intelligence channel": [
        fixed("intelligence.aimed_least", 0.65),
        fixed("intelligence.aimed_most", 0.65),
        fixed("intelligence.estimate_spread", 0.0),
        fixed("intelligence.order_lag_blind", 1.0, "day"),
        fixed("intelligence.bomb_warning", 0.0),
        fixed("intelligence.depth_share", 1.0),
        fixed("interdiction.drone_sight_least", 1.0),
    ],
    "no resistance of drones": [fixed("front.drone_resistance", 0.0)],
}


def main() -> int:
    """Play and print; return 0 whatever the differences, which are for the reader."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--draws", type=int, default=24)
    parser.add_argument("--replications", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scenario", type=Path, default=ARTICLE)
    parser.add_argument("--set", action="append", default=[], dest="settings", help="a change in every row")
    wanted = parser.parse_args()
    over = Over(draws=wanted.draws, replications=wanted.replications, seed=wanted.seed)
    scenario = read_scenario(wanted.scenario, wanted.settings)
    sides = tuple(scenario.sides)
    print(f"{scenario.title}: {wanted.draws} worlds, {wanted.replications} runs each; means, 90 % intervals\n")
    print(f"| | ground at the end, km2 | leverage of {sides[0]} at the talks | sign holds in |\n|---|---|---|---|")
    with TemporaryDirectory() as folder, pool_of() as pool:

        def played(name: str, each: Scenario) -> Runs:
            return play_worlds(name, each, over, Path(folder) / name.replace(" ", "-"), pool)

        base = played("as it is", scenario)
        as_it_is = answers(base, (sides[0], sides[1]), scenario.start)
        level = as_it_is.leverage_at_talks
        print(
            f"| as it is: levels | {base.mornings['area_0'][:, -1].mean():.0f} | {level.mean:.3f} [{level.low:.3f}, "
            f"{level.high:.3f}] of runs | |"
        )
        for name, settings in ALTERNATIVES.items():
            other = played(name, read_scenario(wanted.scenario, [*wanted.settings, *settings]))
            print(row(name, contrast(base, other, (sides[0], sides[1]), scenario.start)), flush=True)
    for rule, each in as_it_is.rules.items():
        print(f"| bargaining by {rule}: level | | {each.mean:.3f} [{each.low:.3f}, {each.high:.3f}] of runs | |")
    return 0


def row(name: str, found: Contrast) -> str:
    """Return an alternative as a row of the table."""
    holds = found.leverage_at_talks.sign_holds
    told = "-" if holds is None else f"{holds:.0%}"
    return f"| {name} | {said(found.area[-1], 0)} | {said(found.leverage_at_talks, 3)} | {told} |"


def said(change: Difference, digits: int) -> str:
    """Return a mean difference with its interval."""
    parts: Sequence[float | None] = (change.band.mean, change.mean_low, change.mean_high)
    mean, low, high = (0.0 if part is None else part for part in parts)
    return f"{mean:+.{digits}f} [{low:+.{digits}f}, {high:+.{digits}f}]"


if __name__ == "__main__":
    sys.exit(main())

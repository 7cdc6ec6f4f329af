"""Patterns that gate the laws of the front: what is wanted, what is measured, and whether it holds.

Nothing is hidden: a pattern that fails is shown as failing. Example:

    python benchmarks/patterns.py --replications 20 --states 1000
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from stylised_facts import SCENARIO as ENGAGEMENT
from stylised_facts import facts

from sim.campaign.setup.deployment import deploy
from sim.scenario.files.reading import read_scenario
from sim.validation.pattern import Pattern
from sim.validation.patterns_of_a_salient import afterwards, cliffs, half_lives, refinement, undefended
from sim.validation.patterns_of_battle import steps_of_advantage, stylised
from sim.validation.patterns_of_direction import signs

KURSK = Path(__file__).parents[1] / "scenarios" / "kursk"
ARTICLE, AT_REST = KURSK / "2025-03-article.yaml", KURSK / "2025-03-front-at-rest.yaml"


def patterns(replications: int, states: int, battles: int, seed: int) -> Iterator[Pattern]:
    """Yield the eight patterns, the slow ones last."""
    yield from refinement(ARTICLE, replications)
    yield from half_lives(ARTICLE, replications)
    yield undefended(ARTICLE, replications)
    yield from cliffs(ARTICLE, replications)
    yield from afterwards(ARTICLE, AT_REST, replications)
    yield from signs(ARTICLE, states, seed=seed)
    base = deploy(read_scenario(ENGAGEMENT))
    yield from steps_of_advantage(base, battles, seed)
    yield stylised(facts(ENGAGEMENT, battles, seed))


def main() -> int:
    """Measure and print; return 0 whatever the verdicts, which are for the reader."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--replications", type=int, default=20)
    parser.add_argument("--states", type=int, default=1000)
    parser.add_argument("--engagements", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    print("| | pattern | wanted | measured | |\n|---|---|---|---|---|")
    held = count = 0
    for each in patterns(wanted.replications, wanted.states, wanted.engagements, wanted.seed):
        print(f"| {each.number} | {each.statement} | {each.wanted} | {each.measured} | {each.verdict} |", flush=True)
        held, count = held + each.holds, count + 1
    print(f"\n{held} of {count} hold")
    return 0


if __name__ == "__main__":
    sys.exit(main())

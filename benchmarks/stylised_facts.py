"""Whether the laws of war together behave as battles did: stylised facts, their bands, and what the model does.

Random engagements are drawn from the ranges of a scenario and fought by its laws. Example:

    python benchmarks/stylised_facts.py --engagements 1000
"""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from sim.campaign.setup.deployment import deploy
from sim.results.interval import Interval
from sim.scenario.files.reading import read_scenario
from sim.validation.cdb90 import observed
from sim.validation.defeat import reasons
from sim.validation.engagement import Layout, engagements
from sim.validation.fact import Fact
from sim.validation.facts_of_attack import LEVEL, advance_facts, loss_facts, success_facts
from sim.validation.facts_of_manoeuvre import defeat_facts, envelopment_facts

ROOT = Path(__file__).parents[1]
SCENARIO = ROOT / "scenarios" / "theory" / "engagement.yaml"
COMBAT = ROOT.parent / "shared" / "data" / "combat"
TABLE = "cdb90_modern_train.csv"
RING_DAYS = 30


def facts(scenario: Path, number: int, seed: int) -> list[Fact]:
    """Return the stylised facts as the model has them; layouts and reasons on a third of the engagements."""
    base = deploy(read_scenario(scenario))
    frontal = list(engagements(base, number, seed))
    enveloping = list(engagements(base, number // 3, seed, Layout.ENVELOPING))
    ringed = list(engagements(base, number // 3, seed, Layout.RINGED, RING_DAYS))
    return [
        *loss_facts(frontal),
        *success_facts(frontal),
        *advance_facts(frontal),
        *envelopment_facts(frontal, enveloping, ringed),
        *defeat_facts(list(reasons(base, number // 3, seed))),
    ]


def row(fact: Fact, battles: dict[str, Interval]) -> str:
    """Return a fact as a row of the table."""
    real = battles.get(fact.number)
    known = f"{real.mean:6.2f} [{real.low:6.2f},{real.high:6.2f}]" if real else " " * 22
    found = f"{fact.measured.mean:6.2f} [{fact.measured.low:6.2f},{fact.measured.high:6.2f}]"
    band = f"{fact.low:6.2f} ..{fact.high:6.2f}"
    head = f"{fact.number:5}{fact.statement:55}{band}  {known}  {found}"
    return f"{head}  {fact.battles:5}  {fact.verdict:10}  {fact.source}"


def main() -> int:
    """Measure, print, and return the exit code: 0 whatever the verdicts, which are for the reader."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engagements", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scenario", type=Path, default=SCENARIO, help="whose laws and ranges are used")
    parser.add_argument("--combat", type=Path, default=COMBAT, help="folder of the combat tables, if at hand")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of the table")
    wanted = parser.parse_args()
    table = wanted.combat / TABLE
    battles = observed(table, LEVEL) if table.exists() else {}
    if not battles:
        print(f"no {TABLE} at hand: bands from the literature only; name its folder with --combat", file=sys.stderr)
    try:
        found = facts(wanted.scenario, wanted.engagements, wanted.seed)
    except ValueError as wrong:
        parser.error(f"--engagements {wanted.engagements} are too few ({wrong}); ask for some hundreds")
    if wanted.json:
        print(json.dumps({each.number: {"verdict": each.verdict, **asdict(each)} for each in found}))
        return 0
    print(
        f"{'':5}{'fact':55}{'band':14}  {'battles of CDB90':22}  {'model':22}  {'n':>5}  verdict     source of the band"
    )
    print("\n".join(row(each, battles) for each in found))
    inside = sum(each.verdict == "in band" for each in found)
    print(f"{inside} of {len(found)} in band; intervals {LEVEL:.0%}; n engagements of the model")
    return 0


if __name__ == "__main__":
    sys.exit(main())

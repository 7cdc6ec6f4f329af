"""What each factor of the article does: turned off and on, under common random numbers.

Example:
    python benchmarks/factors.py --replications 2000
"""

import argparse
import json
import sys
from dataclasses import asdict, replace
from pathlib import Path

from article_factors import of_march, of_the_autumn

from sim.results.interval import Interval
from sim.scenario.files.reading import read_scenario
from sim.validation.factor import Effect, Values, effect

KURSK = Path(__file__).parents[1] / "scenarios" / "kursk"
ARTICLE = KURSK / "2025-03-article.yaml"
TABLES = {ARTICLE: of_march, KURSK / "2024-09-salient.yaml": of_the_autumn}
DAYS = (10, 20)
LEVEL = 0.9
LEAST = 0.001
"""Share of the contested ground below which a difference is slight."""


def shown(interval: Interval, decimals: int = 1) -> str:
    """Return an interval as text."""
    return f"{interval.mean:+9.{decimals}f} [{interval.low:+8.{decimals}f},{interval.high:+8.{decimals}f}]"


def row(found: Effect, least: float) -> str:
    """Return an effect as a row of the table."""
    sign = "+" if found.factor.direction > 0 else "-"
    cells = [shown(interval) for interval in (found.area, *found.by_day.values())]
    cells += [shown(found.at_end[name]) for name in ("casualties_0", "casualties_1")]
    cells += [shown(found.at_end[name], 4) for name in ("leverage_0",) if name in found.at_end]
    mechanism = found.factor.mechanism
    first = f"{mechanism.words} {'+' if mechanism.direction > 0 else '-'}: {shown(found.first)} {found.first_verdict()}"
    return f"{found.factor.name:36} {sign}  {'  '.join(cells)}  {found.verdict(least)} | {first}"


def arguments() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--replications", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--days", type=int, help="length of the campaign, if not the scenario's own")
    parser.add_argument("--leverage", action="store_true", help="also talk at the end, which takes minutes")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of the table")
    return parser.parse_args()


def main() -> int:
    """Play, print, and return the exit code: 1 unless every factor moves the ground as documented."""
    wanted = arguments()
    length: Values = {"days": wanted.days} if wanted.days else {}
    scenario = read_scenario(ARTICLE, length)
    least = LEAST * float(scenario.talks.whole)
    days = [day for day in DAYS if day < scenario.days - 1]
    found = []
    for file, factors in TABLES.items():
        for each in factors(read_scenario(file, length)):
            print(f"playing {each.name}", file=sys.stderr)
            factor = replace(each, on={**each.on, **length}, off={**each.off, **length})
            found.append(effect(file, factor, days, wanted.replications, wanted.seed, LEVEL, talking=wanted.leverage))
    if wanted.json:
        table = {each.factor.name: {"verdict": each.verdict(least), **asdict(each)} for each in found}
        print(json.dumps(table, default=str))
    else:
        holder, enemy = scenario.sides
        print(f"What each factor adds: with it less without it, {wanted.replications} paired replications,")
        print(f"{LEVEL:.0%} intervals of the mean. An effect below {least:.2f} km2 on average is slight.")
        print(f"Columns: documented sign; ground held by {holder}, km2: mean of all days, days {days} and the last;")
        print(f"casualties of {holder} and of {enemy} at the end, men; {holder}'s leverage then, if asked for;")
        print("verdict on the mean ground | what the factor acts on first, its documented sign, effect and verdict.")
        print("\n".join(row(each, least) for each in found))
    return int(any(not each.verdict(least).startswith("as documented") for each in found))


if __name__ == "__main__":
    sys.exit(main())

"""What each factor of the article does: turned off and on, under common random numbers.

Example:
    python benchmarks/factors.py --replications 100
"""

import argparse
import json
import sys
from dataclasses import asdict, replace
from pathlib import Path

from sim.scenario.reading import read_scenario
from sim.scenario.scenario import Scenario
from sim.validation.factor import Effect, Factor, Mechanism, Values, effect
from sim.validation.interval import Interval

SCENARIO = Path(__file__).parents[1] / "scenarios" / "kursk" / "2025-03-article.yaml"
DAYS = (10, 20)
LEVEL = 0.9
LEAST = 0.001
"""Share of the contested ground below which a difference does not count."""


FIRE = Mechanism("enemy casualties", ("casualties_1",), 1)
SUFFERED = Mechanism("own casualties", ("casualties_0",), 1)
SHORT = Mechanism("own supply short, t", ("supply_short_of_trucks_0", "supply_short_of_road_0"), 1)
GROUND_LOST = Mechanism("ground lost, km2", ("area_by_assault_0", "area_undefended_0"), 1)


def absent(path: str) -> Values:
    """Return the change that sets a quantity to nothing, whatever its range."""
    return {f"{path}.value": 0.0, f"{path}.range": [0.0, 10.0]}


def unrepaired() -> Values:
    """Return the change by which no road recovers."""
    return {**absent("laws.interdiction.road_repair"), **absent("laws.interdiction.crossing_repair")}


def closed(scenario: Scenario, left: int) -> Values:
    """Return the change that closes, for good, all but some of the first side's roads to what it holds abroad.

    Main roads are left before others.
    """
    first = next(iter(scenario.sides))
    abroad = set(scenario.held[first])
    country = {name for name, place in scenario.theatre.places.items() if place.side == first}
    crossing = [
        road for road in scenario.theatre.roads if {road.start, road.end} & abroad and {road.start, road.end} & country
    ]
    ranked = sorted(crossing, key=lambda road: ("primary", "secondary", "local").index(road.road_class))
    closing = [
        {"kind": "road", "date": scenario.start, "from": road.start, "to": road.end, "damage": 1.0}
        for road in ranked[left:]
    ]
    kept = [happening.model_dump(by_alias=True, exclude_none=True) for happening in scenario.happenings]
    return {**unrepaired(), "happenings": [*kept, *closing]}


def fortified(scenario: Scenario) -> Values:
    """Return the change that fortifies every place which the first side holds abroad."""
    return {f'theatre.places."{name}".works': 1.0 for name in scenario.held[next(iter(scenario.sides))]}


def factors(scenario: Scenario) -> list[Factor]:
    """Return the factors of the article, each with the documented sign of what it does to the ground Ukraine holds."""
    ours, theirs = "sides.Ukraine", "sides.Russia"
    kept: Values = {"happenings": []}
    friend = 'supporters."United States"'
    unwarned = {f"{theirs}.reconnaissance.deception.value": 0.6, f"{theirs}.reconnaissance.deception.range": [0, 1]}
    waiting = {f"{ours}.doctrine.reserve.value": 1e9, f"{ours}.doctrine.reserve.range": [0, 1e9]}
    return [
        Factor(
            "lent intelligence",
            1,
            FIRE,
            "CDB90: odds of winning 2.9 a step; reports of March 2025",
            {**kept, **absent(f"{friend}.intelligence")},
            kept,
        ),
        Factor(
            "own reconnaissance", 1, FIRE, "CDB90: as lent intelligence", absent(f"{ours}.reconnaissance.own_coverage")
        ),
        Factor(
            "enemy reconnaissance",
            -1,
            SUFFERED,
            "CDB90: as lent intelligence",
            absent(f"{theirs}.reconnaissance.own_coverage"),
        ),
        Factor(
            "arms deliveries",
            1,
            FIRE,
            "Lend-Lease to ATACMS: arms move fire",
            {**kept, **absent(f"{friend}.materiel")},
            kept,
        ),
        Factor(
            "money",
            1,
            Mechanism("own will", ("will_0",), 1),
            "a war budget unpaid wears down will",
            {**kept, **absent(f"{friend}.money")},
            kept,
        ),
        Factor("enemy artillery", -1, SUFFERED, "the article; Dupuy 1979", absent(f"{theirs}.force.artillery")),
        Factor(
            "enemy bombs, places fortified",
            -1,
            GROUND_LOST,
            "the article",
            {**fortified(scenario), **absent(f"{theirs}.force.bombs")},
            fortified(scenario),
        ),
        Factor(
            "enemy drones on roads",
            -1,
            Mechanism("own supply destroyed, t", ("supply_destroyed_0",), 1),
            "the article; Baltic Sentinel 2025",
            absent(f"{theirs}.deep_fires.drones"),
        ),
        Factor(
            "enemy strikes on roads", -1, SHORT, "the article; Wood 1993", absent(f"{theirs}.deep_fires.road_strikes")
        ),
        Factor("enemy strikes on crossings", -1, SHORT, "the article", absent(f"{theirs}.deep_fires.crossing_strikes")),
        Factor("enemy strikes on depots", -1, SHORT, "the article", absent(f"{theirs}.deep_fires.depot_strikes")),
        Factor("enemy raids", -1, SHORT, "the article: special forces", absent(f"{theirs}.deep_fires.raids")),
        *(
            Factor(
                f"enemy {name}, one road unrepaired",
                -1,
                SHORT,
                "the article; Wood 1993: where capacity binds",
                {**closed(scenario, 1), **absent(f"{theirs}.deep_fires.{part}")},
                closed(scenario, 1),
            )
            for name, part in (("strikes", "road_strikes"), ("raids", "raids"))
        ),
        Factor(
            "own drones on roads",
            1,
            Mechanism("enemy supply destroyed, t", ("supply_destroyed_1",), 1),
            "as the enemy's",
            absent(f"{ours}.deep_fires.drones"),
        ),
        Factor(
            "own strikes on roads",
            1,
            Mechanism("enemy supply short, t", ("supply_short_of_trucks_1", "supply_short_of_road_1"), 1),
            "as the enemy's",
            absent(f"{ours}.deep_fires.road_strikes"),
        ),
        Factor(
            "supply roads open",
            1,
            Mechanism("own supply received, t", ("supply_received_0",), 1),
            "the article; McQuie 1987",
            closed(scenario, 0),
            unrepaired(),
        ),
        Factor(
            "reserves", 1, Mechanism("ground left undefended, km2", ("area_undefended_0",), -1), "Biddle 2004", waiting
        ),
        Factor(
            "fortification",
            1,
            FIRE,
            "Dupuy 1979: 1.6; CDB90: odds .74",
            {},
            fortified(scenario),
        ),
        Factor(
            "enemy deception",
            -1,
            Mechanism("places surprised", ("surprises_0",), 1),
            "CDB90: surprise 1.8 a step",
            absent(f"{theirs}.reconnaissance.deception"),
            unwarned,
        ),
    ]


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
    parser.add_argument("--replications", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--days", type=int, help="length of the campaign, if not the scenario's own")
    parser.add_argument("--leverage", action="store_true", help="also talk at the end, which takes minutes")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of the table")
    return parser.parse_args()


def main() -> int:
    """Play, print, and return the exit code: 1 unless every factor moves the ground as documented."""
    wanted = arguments()
    length: Values = {"days": wanted.days} if wanted.days else {}
    scenario = read_scenario(SCENARIO, length)
    least = LEAST * float(scenario.talks.whole)
    days = [day for day in DAYS if day < scenario.days - 1]
    found = []
    for each in factors(scenario):
        print(f"playing {each.name}", file=sys.stderr)
        factor = replace(each, on={**each.on, **length}, off={**each.off, **length})
        found.append(effect(SCENARIO, factor, days, wanted.replications, wanted.seed, LEVEL, talking=wanted.leverage))
    if wanted.json:
        table = {each.factor.name: {"verdict": each.verdict(least), **asdict(each)} for each in found}
        print(json.dumps(table, default=str))
    else:
        holder, enemy = scenario.sides
        print(f"What each factor adds: with it less without it, {wanted.replications} paired replications,")
        print(f"{LEVEL:.0%} intervals of the mean. An effect below {least:.2f} km2 on average does not count.")
        print(f"Columns: documented sign; ground held by {holder}, km2: mean of all days, days {days} and the last;")
        print(f"casualties of {holder} and of {enemy} at the end, men; {holder}'s leverage then, if asked for;")
        print("verdict on the mean ground | what the factor acts on first, its documented sign, effect and verdict.")
        print("\n".join(row(each, least) for each in found))
    return int(any(not each.verdict(least).startswith("as documented") for each in found))


if __name__ == "__main__":
    sys.exit(main())

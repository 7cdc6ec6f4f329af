"""More of a good thing: on average over common luck, supply and intelligence never cost a defence strength."""

from itertools import pairwise

import numpy as np
import pytest

from sim.campaign.engine import play
from sim.vocabulary import SERIES
from sim.world.tables import Tables, copied
from tests.given import laws, tables
from tests.properties.wars import in_ledger

DAYS, KEYS = 25, 400
STRENGTH = SERIES.index("strength_0")


def line(attackers: float = 2500.0, **defender: float) -> Tables:
    """Three places in a line, each assaulted from its own; behind them a junction and the depot."""
    return tables(
        [
            *[{"holder": 0, "terrain": 1.3, "contested": 1, "north": 5.0 * n} for n in range(3)],
            *[{"holder": 1, "contested": 1, "east": 5.0, "north": 5.0 * n} for n in range(3)],
            {"east": -5.0, "north": 5.0},
            {"east": -10.0, "north": 5.0, "depot": 0, "depot_damage": 0.94},
            {"holder": 1, "east": 10.0, "north": 5.0, "depot": 1},
        ],
        [
            *[(n, n + 3, {}) for n in range(3)],
            *[(n, 6, {"capacity": 40.0}) for n in range(3)],
            *[(n + 3, 8, {}) for n in range(3)],
            (6, 7, {"crossing": 1, "capacity": 120.0}),
            *[(0, 1, {}), (1, 2, {}), (3, 4, {}), (4, 5, {})],
        ],
        formations=[
            *[{"place": n, "strength": 900.0 + 100.0 * n} for n in range(3)],
            *[{"side": 1, "place": n + 3, "strength": attackers} for n in range(3)],
        ],
        sides=(
            {"stickiness": 1.0, "road_strikes": 1.0, "own_coverage": 0.5, **defender},
            {"assaults": 1, "crosses_border": 1, "road_strikes": 2.0, "crossing_strikes": 1.0, "depot_strikes": 1.0},
        ),
        days=DAYS,
    )


def mean_ground(first: Tables) -> float:
    """Return the contested ground that the defence keeps on average, km2, where it may give ground."""
    p = laws(depot_capacity=2000.0, depot_repair=0.0)
    ends = [play(copied(first, key), p, 0, DAYS) for key in range(3 * KEYS)]
    return float(np.mean([w.series[-1, SERIES.index("area_0")] for w in ends]))


def mean_strength(first: Tables) -> float:
    """Return what the defence keeps on average over common luck, where nobody gives ground: retreat saves men, too."""
    p = laws(depot_capacity=2000.0, depot_repair=0.0, advance_pace=0.0, rout_morale=-1.0)._replace(truck_response=0.0)
    ends = [play(copied(first, key), p, 0, DAYS) for key in range(KEYS)]
    return float(np.mean([w.series[-1, STRENGTH] for w in ends]))


def rises(values: list[float]) -> bool:
    return all(later >= earlier for earlier, later in pairwise(values)) and values[-1] > values[0]


def test_more_trucks_keep_more_ground() -> None:
    fleets = (5.0, 20.0, 500.0)

    assert rises([mean_ground(line(attackers=1800.0, trucks=trucks, most_trucks=trucks)) for trucks in fleets])


def test_a_whole_depot_keeps_more_ground() -> None:
    outcomes = []
    for damage in (1.0, 0.99, 0.98, 0.94):
        first = line(attackers=1800.0)
        first.places["depot_damage"][7] = damage
        outcomes.append(mean_ground(first))

    assert rises(outcomes)


def test_more_intelligence_keeps_more_strength() -> None:
    assert rises([mean_strength(line(own_coverage=coverage)) for coverage in (0.0, 0.3, 0.6, 1.0)])


def test_intelligence_keeps_ground() -> None:
    coverage = [mean_ground(line(attackers=1800.0, own_coverage=coverage)) for coverage in (0.0, 0.5, 1.0)]

    assert rises(coverage)


@pytest.mark.parametrize("kind", ["artillery", "bombs", "road_strikes", "drones"])
def test_what_the_attacker_fires_costs_the_defence_men(kind: str) -> None:
    outcomes = []
    for level in (0.0, 0.9 if kind == "bombs" else 4.0):
        first = line(trucks=20.0, most_trucks=20.0)
        first.sides[kind][1] = level
        first.places["works"][:3] = 1.0
        outcomes.append(mean_strength(first))

    assert outcomes[1] < outcomes[0]


@pytest.mark.parametrize("kind", ["crossing_strikes", "depot_strikes"])
def test_what_strikes_keep_from_the_defence_costs_it_ground(kind: str) -> None:
    outcomes = []
    for level in (0.0, 4.0):
        first = line(attackers=1800.0, trucks=40.0, most_trucks=40.0)
        first.sides[kind][1] = level
        outcomes.append(mean_ground(first))

    assert outcomes[1] < outcomes[0]


def test_withdrawal_costs_less_than_standing_fast() -> None:
    """Epstein (1985): space is traded for losses."""
    losses = []
    for stickiness in (1.0, 0.4):
        ends = [play(copied(line(stickiness=stickiness), key), laws(), 0, DAYS) for key in range(KEYS)]
        causes = ("lost_defending_0", "lost_withdrawing_0")
        losses.append(np.mean([sum(in_ledger(w, cause) for cause in causes) for w in ends]))

    assert losses[1] < losses[0]

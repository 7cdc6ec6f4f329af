"""Links: an airlift carries what its capacity, carriers and weather allow, whoever holds the ground below."""

import math

import pytest

from sim.rules.battle.encirclement import encircle
from sim.rules.day import take_stock
from sim.rules.supply.supply import supply
from sim.vocabulary import SEALED
from sim.world.state import World
from tests.given import laws, under, world

P = laws(depot_capacity=1e6, truck_response=0)


def camp(formations: float = 4000.0, **link: float) -> World:
    """A camp among enemies and a base beyond them, joined by air alone."""
    places = [{"depot": 0}, {"holder": 1, "depot": 1}, {"contested": 1}]
    air = {"capacity": 27.0, **link}
    troops = [{"place": 2, "strength": formations, "stock": 0.0}]
    return world(places, [(0, 1, {}), (1, 2, {})], links=[(0, 2, {}, air)], formations=troops, days=200)


def supplied(w: World, days: int = 1) -> World:
    for day in range(days):
        take_stock(w, P, day)
        supply(w, P, day)
    return w


@pytest.mark.parametrize(
    ("link", "brought"),
    [
        ({}, 27.0),
        ({"capacity": 150.0}, 150.0),
        ({"carriers": 10.0, "load": 2.0}, 20.0),
        ({"loss": 0.25}, 27.0 * 0.75),
        ({"hindered": 0.5}, 13.5),
        ({"weather": 1.0}, 0.0),
    ],
)
def test_a_link_brings_what_capacity_carriers_losses_and_weather_allow(link: dict[str, float], brought: float) -> None:
    assert supplied(camp(**link)).formations[0].received == pytest.approx(brought)


def test_a_ring_does_not_close_it_but_is_a_ring() -> None:
    w = supplied(camp(), 5)
    formation = w.formations[0]
    encircle(w, P, 5, formation)

    assert formation.received == pytest.approx(27)
    assert formation.pocket == SEALED


def test_it_ends_where_the_enemy_holds_one_of_its_ends() -> None:
    w = camp()
    w.places[2].holder = 1
    w.formations[0].place = 0
    supplied(w)

    assert w.roads[2].holder == -1


def test_the_enemy_cannot_use_it() -> None:
    w = camp()
    for place in w.places:
        place.holder = 1
    supplied(w)

    assert w.roads[2].holder == -1


def test_carriers_are_lost_by_the_loads_they_bring_and_replaced() -> None:
    """C' = C (1 - q) while capacity does not bind, then a steady state of r / q carriers."""
    w = supplied(camp(capacity=1e6, carriers=10.0, most_carriers=10.0, load=2.0, carrier_loss=0.1), 10)
    kept = supplied(
        camp(capacity=1e6, carriers=10.0, most_carriers=10.0, load=2.0, carrier_loss=0.1, replacement=0.4), 190
    )

    assert w.links[0].carriers == pytest.approx(10 * 0.9**10)
    assert kept.links[0].carriers == pytest.approx(0.4 / 0.1, rel=1e-6)


def test_weather_closes_it_on_as_many_days_as_declared() -> None:
    w = camp(weather=0.3)
    closed = 0
    for key in range(400):
        closed += supplied(under(w, key)).formations[0].received == 0.0

    assert closed / 400 == pytest.approx(0.3, abs=3 * math.sqrt(0.3 * 0.7 / 400))


def test_mud_does_not_touch_it() -> None:
    w = camp()
    w.conditions[0].mud = 0.9

    assert supplied(w).formations[0].received == pytest.approx(27)

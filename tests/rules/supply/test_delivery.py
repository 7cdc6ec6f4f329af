"""Delivery against the theory of flows (Ford and Fulkerson 1956; Cormican, Morton and Wood 1998)."""

from collections.abc import Iterable
from itertools import product
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.day import take_stock
from sim.rules.supply.delivery import deliver, trace_routes
from sim.vocabulary import FAR
from sim.world.constants import Constants
from sim.world.state import World
from tests.given import Roads, laws, world

S, A, B, T = range(4)
ARCS = [(S, A, 600.0), (S, B, 300.0), (A, T, 400.0), (A, B, 100.0), (B, T, 350.0)]
PLENTY = laws(depot_capacity=1e6, last_mile=0)


def network(capacities: Iterable[float]) -> World:
    roads = [(a, b, {"capacity": capacity}) for (a, b, _), capacity in zip(ARCS, capacities, strict=True)]
    return world([{"depot": 0}, {}, {}, {}, {"holder": 1}], roads, formations=[{"place": T, "wanted": 1e4}])


def sent(w: World, p: Constants = PLENTY) -> float:
    take_stock(w, p, 0)
    trace_routes(w, p)
    deliver(w, p)
    return sum(formation.sent for formation in w.formations)


WHOLE = [capacity for _, _, capacity in ARCS]


def without(*cut: int) -> list[float]:
    return [0.0 if n in cut else capacity for n, capacity in enumerate(WHOLE)]


def test_the_textbook_network_carries_its_greatest_flow() -> None:
    assert sent(network(WHOLE)) == pytest.approx(750, rel=1e-6)


def test_the_best_single_cut_is_the_road_that_carries_most() -> None:
    left = [sent(network(without(cut))) for cut in range(5)]

    assert left == pytest.approx([300, 500, 350, 700, 400], rel=1e-6)
    assert min(left) == left[0]


def test_two_cuts_stop_everything() -> None:
    assert sent(network(without(0, 1))) == 0


def test_expected_flow_under_random_cuts_stays_below_the_flow_of_expected_capacities() -> None:
    """The published network has one-way arcs: A to B carries nothing when A itself is not reached."""
    survival = (0.9, 0.8, 0.7, 1.0, 0.9)
    expected = 0.0
    for whole in product((0, 1), repeat=5):
        chance = 1.0
        for up, share in zip(whole, survival, strict=True):
            chance *= share if up else 1 - share
        one_way = [capacity * up for capacity, up in zip(WHOLE, whole, strict=True)]
        one_way[3] *= whole[0]
        expected += chance * sent(network(one_way))
    of_expectation = sent(network([capacity * share for capacity, share in zip(WHOLE, survival, strict=True)]))

    assert expected == pytest.approx(516.6, rel=1e-6)
    assert of_expectation == pytest.approx(595, rel=1e-6)


@st.composite
def networks(draw: st.DrawFn) -> dict[str, Any]:
    size = draw(st.integers(3, 8))
    pairs = [(a, b) for a in range(size) for b in range(a + 1, size)]
    tonnes = st.integers(0, 30).map(float)
    roads = [(a, b, {"capacity": draw(tonnes), "damage": draw(st.sampled_from([0.0, 0.0, 0.5, 1.0]))})
             for a, b in draw(st.lists(st.sampled_from(pairs), unique=True, min_size=1))]  # fmt: skip
    depots = draw(st.sets(st.integers(0, size - 1), min_size=1, max_size=2))
    formations = [
        {"place": draw(st.integers(0, size - 1)), "wanted": draw(tonnes), "side": 0}
        for _ in range(draw(st.integers(1, 5)))
    ]
    places = [{"depot": 0 if n in depots else -1} for n in range(size)]
    return {"places": places, "roads": roads, "formations": formations}


def greatest_flow(w: World, p: Constants) -> float:
    graph = nx.DiGraph()
    graph.add_nodes_from(("from", "to"))
    for road in w.roads:
        for a, b in ((road.a, road.b), (road.b, road.a)):
            graph.add_edge(a, b, capacity=road.capacity * (1 - road.damage))
    for n, place in enumerate(w.places):
        if place.depot == place.holder:
            graph.add_edge("from", n, capacity=p.depot_capacity * (1 - place.depot_damage))
    for m, formation in enumerate(w.formations):
        graph.add_edge(formation.place, ("wants", m), capacity=formation.wanted)
        graph.add_edge(("wants", m), "to", capacity=formation.wanted)
    return float(nx.maximum_flow_value(graph, "from", "to"))


@given(networks(), st.sampled_from([5.0, 20.0, 1e3]))
def test_deliveries_are_the_maximum_flow_of_any_network(made: dict[str, Any], depot: float) -> None:
    w, p = world(**made), laws(depot_capacity=depot, road_repair=0.0, last_mile=0)

    assert sent(w, p) == pytest.approx(greatest_flow(w, p), rel=1e-6, abs=1e-6)


@given(networks())
def test_no_road_depot_or_formation_gets_more_than_it_can(made: dict[str, Any]) -> None:
    w, p = world(**made), laws(depot_capacity=20, road_repair=0.0, last_mile=0)
    total = sent(w, p)

    assert all(abs(road.flow) <= road.capacity * (1 - road.damage) + 1e-6 for road in w.roads)
    assert all(0 <= place.dispatched <= 20 + 1e-6 for place in w.places)
    assert all(0 <= formation.sent <= formation.wanted + 1e-6 for formation in w.formations)
    assert sum(place.dispatched for place in w.places) == pytest.approx(total, abs=1e-6)


@given(networks(), st.integers(0, 20))
def test_a_closed_road_never_raises_deliveries(made: dict[str, Any], closed: int) -> None:
    roads = [list(road) for road in made["roads"]]
    roads[closed % len(roads)][2] = {"capacity": 0.0}

    assert sent(world(**{**made, "roads": roads})) <= sent(world(**made)) + 1e-6


def test_danger_on_the_way_takes_its_share() -> None:
    w = world([{"depot": 0}, {}, {"holder": 1}], [(0, 1, {"length": 15.0})], formations=[{"place": 1, "wanted": 100.0}])
    w.roads[0].hazard = 0.0125

    assert sent(w) == pytest.approx(100)
    assert w.formations[0].received == pytest.approx(100 * 0.8290291181804004, rel=1e-6)


def test_drivers_make_a_detour_around_danger_worth_it() -> None:
    ways: Roads = [(0, 1, {"length": 10.0, "hazard": 0.02}), (0, 2, {"length": 8.0}), (2, 1, {"length": 8.0})]
    for aversion, haul in ((20.0, 10.0), (60.0, 16.0)):
        w = world([{"depot": 0}, {}, {}, {"holder": 1}], ways)
        take_stock(w, PLENTY, 0)
        trace_routes(w, laws(danger_aversion=aversion))

        assert w.places[1].haul == haul


def test_nothing_comes_over_ground_the_enemy_holds_or_from_a_depot_he_took() -> None:
    ways: Roads = [(0, 1, {}), (1, 2, {})]
    behind_the_enemy = world([{"depot": 0}, {"holder": 1}, {}], ways, formations=[{"place": 2, "wanted": 10.0}])
    without_depot = world([{"holder": 1, "depot": 0}, {}, {}], ways, formations=[{"place": 2, "wanted": 10.0}])

    assert sent(behind_the_enemy) == 0
    assert behind_the_enemy.places[2].route == FAR
    assert sent(without_depot) == 0


def test_mud_takes_its_share_of_every_road() -> None:
    w = network(WHOLE)
    w.conditions[0].mud = 0.4

    assert sent(w) == pytest.approx(0.6 * 750)

"""The front, the way to the rear, moves behind it, and what the record makes of a day."""

import pytest

from sim.rules.battle.losses import disperse, lose, surrender
from sim.rules.battle.refuge import refuge
from sim.rules.day import take_stock
from sim.rules.front import survey
from sim.rules.manoeuvre import march
from sim.rules.record import record
from sim.vocabulary import ASSAULT, FAR, HOLD, LEDGER, MOVE, POROUS, WITHDRAW
from sim.world.state import World
from tests.given import laws, measured, noted, world

LOST_HOLDING = LEDGER.index("lost_holding_0")


def chain() -> World:
    """Depot 0, places 1 and 2, enemy place 3 with his depot; place 4 of the first side lies beyond it."""
    return world(
        [{"depot": 0}, {}, {}, {"holder": 1, "depot": 1}, {}],
        [(0, 1, {}), (1, 2, {}), (2, 3, {}), (3, 4, {})],
        formations=[{"place": 1}],
    )


def test_the_front_is_where_the_sides_border() -> None:
    w = chain()
    survey(w, laws())

    assert [place.fronts for place in w.places] == [0, 0, 1, 2, 1]
    assert [road.holder for road in w.roads] == [0, 0, -1, -1]


def test_distances_run_over_own_ground() -> None:
    w = chain()
    survey(w, laws())

    assert [place.hostile for place in w.places] == [12.5, 7.5, 2.5, 2.5, 2.5]
    assert [place.retreat for place in w.places] == [0, 5, 10, 0, FAR]


def test_the_front_is_surveyed_only_when_it_has_moved() -> None:
    w = chain()
    survey(w, laws())
    w.places[2].holder = 1
    survey(w, laws())
    before = w.places[1].fronts
    w.conditions[0].moved = 1
    survey(w, laws())

    assert (before, w.places[1].fronts) == (0, 1)


def test_refuge_is_behind_the_line_or_else_the_nearest_ground_that_leads_to_the_rear() -> None:
    w = chain()
    survey(w, laws())
    w.formations[0].place = 4

    behind_the_line = refuge(w, w.formations[0])
    w.places[0].holder = w.places[1].holder = 1
    w.places[2].retreat = 3.0

    assert behind_the_line == (1, 15.0)
    assert refuge(w, w.formations[0]) == (2, 10.0)


def test_a_march_ends_where_it_was_meant_to_and_only_on_own_ground() -> None:
    w = chain()
    take_stock(w, laws(), 0)
    places = []
    for goal in (2, 3, 0):
        formation = w.formations[0]
        formation.order, formation.objective = MOVE, goal
        march(w, laws(), 0, formation)
        places.append((formation.place, formation.order))

    assert places == [(2, HOLD), (2, HOLD), (2, HOLD)]


def test_without_a_road_a_march_takes_longer() -> None:
    w = world([{}, {}], borders=[(0, 1)], formations=[{"order": MOVE, "objective": 1}])
    march(w, laws(march_pace=8, cross_country=0.5), 0, w.formations[0])

    assert w.formations[0].marched == pytest.approx(4)


def test_who_stands_digs_in_and_who_marches_leaves_his_positions() -> None:
    w = chain()
    take_stock(w, laws(), 0)
    formation = w.formations[0]
    dug = []
    for order in (HOLD, HOLD, ASSAULT, MOVE):
        formation.order, formation.objective = order, 0
        march(w, laws(dig_days=5), 0, formation)
        dug.append(formation.dug_in)

    assert dug == pytest.approx([0.2, 0.4, 0.4, 0])


def test_a_breakout_waits_for_the_law_of_encirclement() -> None:
    w = chain()
    formation = w.formations[0]
    formation.order = WITHDRAW
    march(w, laws(), 0, formation)

    assert (formation.place, formation.order) == (1, WITHDRAW)


def test_who_is_not_there_does_not_march() -> None:
    w = chain()
    w.formations[0].status = 0
    march(w, laws(), 0, w.formations[0])

    assert w.formations[0].dug_in == 0


def test_every_man_lost_is_counted_once() -> None:
    w = chain()
    formation = w.formations[0]
    lose(w, 0, formation, 100.0, LOST_HOLDING)
    surrender(w, 0, formation, 90.0)
    lose(w, 0, formation, 0.0, LOST_HOLDING)
    share = formation.loss
    disperse(w, 0, formation)

    assert share == pytest.approx(0.19)
    assert (formation.casualties, formation.captured, formation.dispersed) == (100, 90, 810)
    assert (noted(w, "lost_holding_0"), noted(w, "surrendered_0"), noted(w, "dispersed_0")) == (100, 90, 810)
    assert (formation.strength, formation.loss, w.sides[0].lost) == (0, 1, 1000)


def test_the_record_weights_means_by_men_and_counts_ground_gained_in_part() -> None:
    w = world(
        [{"contested": 1, "gained": 6.25}, {"contested": 1, "holder": 1}, {}],
        [(0, 2, {"damage": 1.0})],
        formations=[
            {"strength": 3000.0, "morale": 0.6, "pocket": POROUS, "casualties": 7.0},
            {"strength": 1000.0, "morale": 1.0, "order": ASSAULT, "use": 0.0},
        ],
    )
    record(w, 0)

    assert measured(w, "strength_0") == 4000
    assert measured(w, "morale_0") == pytest.approx(0.7)
    assert measured(w, "stock_days_0") == pytest.approx(3 * 3 / 4)
    assert (measured(w, "encircled_0"), measured(w, "assaults_0"), measured(w, "casualties_0")) == (3000, 1, 7)
    assert (measured(w, "area_0"), measured(w, "area_1")) == pytest.approx((18.75, 31.25))
    assert (measured(w, "places_0"), measured(w, "roads_cut_0"), measured(w, "morale_1")) == (2, 1, 0)

"""Withdrawal: danger, political will to stay, the rear guard, the gauntlet."""

import math

import pytest

from sim.rules.command.danger import danger
from sim.rules.command.orders import command
from sim.rules.command.withdrawal import gauntlet_survival, is_covered, is_rear_guard, withdraw
from sim.rules.day import take_stock
from sim.rules.manoeuvre import march
from sim.vocabulary import HOLD, WITHDRAW
from sim.world.constants import Constants
from sim.world.state import World
from tests.given import Given, laws, noted, world

P = laws(danger_flank=0.5, danger_road=0.35, danger_losses=0.15, loss_tolerance=0.05)
FLANK = 1 - math.sqrt(2) / 3
"""How far a place with the enemy on three sides of four is enveloped: a third of its front is left when added up."""


def salient(*formations: Given, stickiness: float = 0.5, may_withdraw: int = 1, p: Constants = P) -> World:
    """Place 1 has the enemy on three sides of four; behind it place 0 with the depot. The ground is the enemy's."""
    w = world(
        [
            {"depot": 0, "east": -5.0, "north": 0.0},
            {"contested": 1, "home": 1, "east": 0.0, "north": 0.0},
            {"holder": 1, "east": 0.0, "north": 5.0},
            {"holder": 1, "east": 0.0, "north": -5.0},
            {"holder": 1, "depot": 1, "east": 5.0, "north": 0.0},
        ],
        [(0, 1, {}), (1, 2, {}), (1, 3, {}), (1, 4, {})],
        formations=[{"place": 1, **formation} for formation in formations],
        sides=({"stickiness": stickiness, "may_withdraw": may_withdraw}, {"own_coverage": 1.0}),
    )
    take_stock(w, p, 0)
    return w


def test_danger_adds_flank_road_and_losses() -> None:
    w = salient({"loss": 0.025})
    w.formations[0].risk = 0.2
    expected = 0.5 * FLANK + 0.35 * (1 - math.exp(-0.2)) + 0.15 * 0.5

    assert danger(w, P, w.formations[0]) == pytest.approx(expected, rel=1e-6)


def test_losses_weigh_by_the_multiple_of_what_is_tolerated() -> None:
    for loss, weight in ((0.05, 0.15), (0.2, 0.6)):
        w = salient({"loss": loss})
        w.formations[0].place = 0

        assert danger(w, P._replace(danger_flank=0), w.formations[0]) == pytest.approx(weight)


@pytest.mark.parametrize(("north", "flank"), [((), 0.0), ((1,), 0.0), ((1, -1), FLANK)])
def test_fronts_up_to_a_right_angle_threaten_no_flank(north: tuple[int, ...], flank: float) -> None:
    """The enemy stands in the east, and to the north and south where said."""
    w = salient({})
    for place, side in ((2, 1), (3, -1)):
        w.places[place].holder = int(side in north)
    w.conditions[0].moved = 1
    take_stock(w, P, 0)
    by_road = 0.35 * (1 - math.exp(-w.formations[0].risk))

    assert danger(w, P, w.formations[0]) - by_road == pytest.approx(0.5 * flank)


def test_a_formation_cut_off_or_sealed_in_is_in_the_greatest_danger() -> None:
    cut_off, sealed = salient({"cut": 1}), salient({})
    sealed.places[1].retreat = 1e18

    assert danger(cut_off, P, cut_off.formations[0]) == pytest.approx(0.5 * FLANK + 0.35)
    assert danger(sealed, P, sealed.formations[0]) == pytest.approx(0.85)


def test_danger_beyond_what_politics_ask_to_bear_makes_a_formation_withdraw() -> None:
    for stickiness, order in ((0.6, WITHDRAW), (0.65, HOLD)):
        w = salient({"cut": 1}, stickiness=stickiness)
        command(w, P, 0, 0)

        assert w.formations[0].order == order
        assert noted(w, "withdrawals_0") == (order == WITHDRAW)


def test_a_commander_in_danger_does_not_wait_for_orders() -> None:
    w = salient({"cut": 1, "wait": 5}, stickiness=0.55)
    command(w, P, 0, 0)

    assert w.formations[0].order == WITHDRAW


def test_foreign_ground_is_held_as_long_as_politics_forbid_to_leave_it() -> None:
    w = salient({"cut": 1}, may_withdraw=0)
    command(w, P, 0, 0)

    assert w.formations[0].order == HOLD


def test_the_strongest_stays_as_rear_guard_until_the_others_have_gone() -> None:
    w = salient({"cut": 1, "strength": 500.0}, {"cut": 1, "strength": 900.0}, {"cut": 1, "strength": 600.0})
    command(w, P, 0, 0)
    orders = [formation.order for formation in w.formations]
    for formation in w.formations:
        march(w, P, 0, formation)
    places = [formation.place for formation in w.formations]
    take_stock(w, P, 1)
    command(w, P, 1, 0)

    assert orders == [WITHDRAW, HOLD, WITHDRAW]
    assert places == [0, 1, 0]
    assert noted(w, "rear_guards_0") == 1
    assert w.formations[1].order == WITHDRAW


def test_a_sealed_pocket_has_no_rear_and_no_rear_guard() -> None:
    w = salient({}, {"strength": 2000.0})
    w.places[1].retreat = 1e18

    assert not is_rear_guard(w, P, w.formations[1])


def test_a_rear_guard_covers_the_withdrawal() -> None:
    p = laws(withdrawal_hazard=0.01, rear_guard_cover=0.3, drone_reach=6)
    lost = []
    for others in (0, 1):
        w = salient({"order": WITHDRAW, "objective": 0}, *[{}] * others, p=p)
        march(w, p, 0, w.formations[0])
        lost.append(w.formations[0].casualties)
    near = math.exp(-2.5 / 6)

    assert gauntlet_survival(0.01, 0.3, 5.0) == pytest.approx(math.exp(-0.035), rel=1e-6)
    assert lost == pytest.approx(
        [1000 * (1 - math.exp(-0.01 * near * 5)), 1000 * (1 - math.exp(-0.01 * 0.7 * near * 5))], rel=1e-6
    )


def test_where_the_enemy_may_not_follow_a_withdrawal_costs_nobody() -> None:
    w = salient({"order": WITHDRAW, "objective": 0})
    w.places[1].home = w.places[1].contested = 0
    march(w, laws(withdrawal_hazard=0.01), 0, w.formations[0])

    assert w.formations[0].casualties == 0


def test_who_marches_himself_covers_nobody() -> None:
    w = salient({"order": WITHDRAW}, {"order": WITHDRAW})

    assert not is_covered(w, w.formations[0])


def test_withdrawal_goes_place_by_place_towards_the_depot() -> None:
    w = world(
        [{"depot": 0}, {}, {}, {"holder": 1}], [(0, 1, {}), (1, 2, {}), (2, 3, {})], formations=[{"place": 2}], days=9
    )
    take_stock(w, P, 0)
    way = []
    for day in range(2):
        withdraw(w, day, w.formations[0])
        march(w, P, day, w.formations[0])
        way.append(w.formations[0].place)

    assert way == [1, 0]


def test_from_a_depot_there_is_no_way_back() -> None:
    w = world([{"depot": 0}, {"holder": 1}], [(0, 1, {})], formations=[{"place": 0}])
    take_stock(w, P, 0)

    assert not withdraw(w, 0, w.formations[0])
    assert w.formations[0].order == HOLD


def test_an_order_repeated_does_not_begin_the_march_anew() -> None:
    w = salient({})
    withdraw(w, 0, w.formations[0])
    w.formations[0].marched = 2.0
    withdraw(w, 0, w.formations[0])

    assert w.formations[0].marched == 2
    assert noted(w, "withdrawals_0") == 1


def test_in_mud_the_march_takes_longer() -> None:
    w = salient({})
    w.conditions[0].mud = 0.5
    p = laws(march_pace=5)
    withdraw(w, 0, w.formations[0])
    march(w, p, 0, w.formations[0])
    marched = w.formations[0].marched
    march(w, p, 1, w.formations[0])

    assert marched == pytest.approx(2.5)
    assert w.formations[0].place == 0


def test_of_equals_one_stays_as_rear_guard_and_the_others_leave() -> None:
    w = salient({"id": 7}, {"id": 9}, {"id": 8})

    assert [is_rear_guard(w, P, formation) for formation in w.formations] == [False, True, False]

"""The standard doctrine: coordinated assaults, war aims, reserves, reviews."""

import math

import pytest

from sim.rules.battle.sectors import line_up
from sim.rules.command.aims import may_come, may_take
from sim.rules.command.orders import assault, command, reinforce
from sim.rules.command.reserves import call_for_troops, demand, relief_at
from sim.rules.command.stance import stand
from sim.rules.day import take_stock
from sim.rules.depth.intelligence import see
from sim.vocabulary import ASSAULT, HOLD, MOVE
from sim.world.state import World
from tests.given import laws, world
from tests.rules.field import border

P = laws(
    detection=1, contact_detection=1, estimate_spread=0, screen=6, morale_floor=1, order_lag=1, order_lag_blind=0,
    reach=3, half_front=1, garrison=0, idle=0.1,
)  # fmt: skip


def front(**side: float) -> World:
    """Places 0 and 1 of side 0 border place 2 and 3 of side 1; place 4 lies behind 0 and 1."""
    w = world(
        [
            {"contested": 1, "east": 0.0, "north": 0.0},
            {"contested": 1, "east": 0.0, "north": 5.0},
            {"holder": 1, "contested": 1, "east": 5.0, "north": 0.0},
            {"holder": 1, "east": 5.0, "north": 5.0},
            {"depot": 0, "east": -5.0, "north": 2.5},
        ],
        [(0, 2, {}), (1, 2, {}), (1, 3, {}), (0, 4, {}), (1, 4, {})],
        formations=[{"place": 0}, {"place": 1}, {"side": 1, "place": 2}, {"side": 1, "place": 3, "strength": 4000.0}],
        sides=({"own_coverage": 1.0, "assaults": 1, "threshold": 0.8, **side}, {}),
    )
    take_stock(w, P, 0)
    return w


def test_neighbours_choose_the_same_weakest_place_and_assault_it_together() -> None:
    w = front()
    command(w, P, 0, 0)

    assert [formation.order for formation in w.formations[:2]] == [ASSAULT, ASSAULT]
    assert [formation.objective for formation in w.formations[:2]] == [2, 2]


def test_a_border_promises_the_power_that_can_attack_there_over_the_enemy_believed_to_hold_it() -> None:
    w = front()
    w.places[2].axis[0], w.places[2].terrain = 0.5, 1.3
    line_up(w, P)
    over, back = border(w, 0, 2), border(w, 2, 0)

    assert 0 < over.push < 1000
    assert back.believed == pytest.approx(back.men)
    assert over.promise == pytest.approx(over.push / (1.3 * (back.men + 6 * back.front)) * math.exp(0.5))


def test_a_main_axis_makes_a_commander_dare_more() -> None:
    w = front(threshold=3.0)
    plain = assault(w, P, w.formations[0])
    w.places[2].axis[0] = 2.0
    line_up(w, P)

    assert not plain
    assert assault(w, P, w.formations[0])


def test_a_side_attacks_where_politics_let_it_and_only_what_it_wants() -> None:
    w = front()
    contested, own, foreign = w.places[2], w.places[0], w.places[3]

    assert may_come(w, 0, contested)
    assert may_come(w, 0, own)
    assert not may_come(w, 0, foreign)
    w.sides[0].crosses_border = 1
    assert may_take(w, 0, foreign)
    foreign.spared[0] = 1.0
    assert may_come(w, 0, foreign)
    assert not may_take(w, 0, foreign)


def test_no_more_men_are_ordered_to_assault_than_the_doctrine_lets() -> None:
    assaulting = []
    for share in (0.0, 0.4, 1.0):
        w = front(assaults=share)
        command(w, P, 0, 0)
        assaulting.append([formation.order for formation in w.formations[:2]].count(ASSAULT))

    assert assaulting == [0, 1, 2]


def test_who_assaults_already_counts_and_may_go_on() -> None:
    w = front(assaults=0.4)
    w.formations[1].order, w.formations[1].objective, w.formations[1].prepared = ASSAULT, 2, 3
    command(w, P, 0, 0)

    assert [formation.order for formation in w.formations[:2]] == [HOLD, ASSAULT]


def test_who_does_not_attack_holds() -> None:
    w = front(assaults=0)
    command(w, P, 0, 0)

    assert [formation.order for formation in w.formations[:2]] == [HOLD, HOLD]


def test_preparation_belongs_to_the_operation_whatever_its_objective_becomes() -> None:
    w = front()
    formation = w.formations[0]
    formation.order, formation.objective, formation.prepared = ASSAULT, 3, 5
    assault(w, P, formation)

    assert (formation.objective, formation.prepared) == (2, 5)
    stand(formation)
    assault(w, P, formation)
    assert formation.prepared == 0


def test_ground_believed_to_hold_no_more_than_a_screen_is_attacked_off_the_march() -> None:
    p = P._replace(preparation=2.5)
    prepared = []
    for believed in (29.0, 31.0):
        w = front()
        border(w, 2, 0).believed, border(w, 0, 2).front = believed, 5.0
        assault(w, p, w.formations[0])
        prepared.append(w.formations[0].prepared)

    assert prepared == [3, 0]


def test_what_was_prepared_before_the_first_day_needs_no_more_preparation() -> None:
    w = front()
    w.formations[0].prepared = 3
    command(w, P, 0, 0)

    assert [formation.prepared for formation in w.formations[:2]] == [3, 0]


def test_an_assault_whose_objective_has_fallen_turns_to_the_next_or_ends() -> None:
    orders = []
    for share in (0.0, 1.0):
        w = front(assaults=share)
        formation = w.formations[0]
        formation.order, formation.objective, formation.wait, formation.prepared = ASSAULT, 1, 3, 4
        command(w, P, 0, 0)
        orders.append((formation.order, formation.objective, formation.prepared))

    assert orders == [(HOLD, -1, 0), (ASSAULT, 2, 4)]


def test_orders_are_reviewed_the_more_seldom_the_less_a_side_sees() -> None:
    waits = []
    for coverage in (0.0, 1.0):
        w = front(own_coverage=coverage)
        command(w, P._replace(order_lag=1, order_lag_blind=2), 0, 0)
        waits.append([formation.wait for formation in w.formations[:2]])

    assert waits == [[3, 3], [1, 1]]


def test_between_reviews_a_formation_keeps_its_orders() -> None:
    w = front()
    w.formations[0].wait = 2
    command(w, P, 0, 0)

    assert (w.formations[0].wait, w.formations[0].order) == (1, HOLD)


def test_a_headquarters_never_looks_at_the_true_strength_of_the_enemy() -> None:
    """Two worlds that differ only in what is hidden from side 0 get the same orders."""
    one, other = front(), front()
    other.formations[2].strength = 50.0
    other.places[2].men, other.places[2].power = 50.0, 50.0
    for w in (one, other):
        command(w, P, 0, 0)

    assert [vars(formation) for formation in one.formations[:2]] == [
        vars(formation) for formation in other.formations[:2]
    ]


def rear(strength: float = 1000.0, reserve: float = 0.2) -> World:
    """A reserve in place 2 behind the front place 1, which faces place 0; place 3 lies farther back."""
    w = world(
        [{"holder": 1}, {}, {}, {"depot": 0}],
        [(0, 1, {}), (1, 2, {}), (2, 3, {})],
        formations=[{"place": 2}, {"side": 1, "place": 0, "strength": 3000.0}, {"place": 1, "strength": strength}],
        sides=({"own_coverage": 1.0, "reserve": reserve}, {"crosses_border": 1}),
    )
    take_stock(w, P, 0)
    see(w, P, 0)
    return w


def test_reserves_go_where_troops_are_called_for() -> None:
    w = rear()
    command(w, P, 0, 0)

    assert (w.formations[0].order, w.formations[0].objective) == (MOVE, 1)


def test_a_call_too_faint_leaves_the_reserve_where_it_is() -> None:
    w = rear(strength=6000.0, reserve=3.0)
    command(w, P, 0, 0)

    assert w.formations[0].order == HOLD


def test_the_call_is_the_enemy_believed_opposite_for_each_man_who_holds() -> None:
    w = rear()
    w.places[1].worth = 0.5
    w.places[0].axis[0] = 0.4
    own, his = border(w, 1, 0), border(w, 0, 1)

    assert demand(w, P._replace(concentration=2), w.places[1], 0) == pytest.approx(
        (his.believed + 6 * 5) * (1 + 0.5 + 2 * 0.4) / (own.men + 6 * 5)
    )


def test_where_the_enemy_may_not_come_few_troops_are_called_for() -> None:
    w = rear()
    open_call = demand(w, P, w.places[1], 0)
    w.sides[1].crosses_border = 0

    assert demand(w, P, w.places[1], 0) == pytest.approx(0.1 * open_call)
    w.sides[0].assaults = 0.5
    w.sides[0].crosses_border = 1
    assert demand(w, P, w.places[1], 0) == pytest.approx(open_call)


def test_an_alarm_makes_the_call_louder() -> None:
    w, p = rear(), P._replace(alarm=3)
    quiet = demand(w, p, w.places[1], 0)
    w.places[1].alarm = 500.0

    assert demand(w, p, w.places[1], 0) - quiet == pytest.approx(3 * 500 / (border(w, 1, 0).men + 30))


def test_the_call_fades_with_the_way_to_the_rear() -> None:
    w = rear()
    call_for_troops(w, P, 0)
    calls = [place.need for place in w.places[1:]]

    assert calls[1] == pytest.approx(calls[0] / (1 + 5 / P.call_reach))
    assert calls[2] == pytest.approx(calls[1] / (1 + 5 / P.call_reach))


def test_relief_lowers_the_call_and_departure_raises_it() -> None:
    w = rear()
    call_for_troops(w, P, 0)
    place = w.places[1]

    assert place.covered == pytest.approx(border(w, 1, 0).men / 5 + 6)
    assert relief_at(P, place, 2 * 3 * place.covered) == pytest.approx(place.need / 2)
    assert relief_at(P, place, -5000.0) == pytest.approx(place.need * place.covered / 6)


def test_a_march_under_way_goes_on() -> None:
    w = rear()
    call_for_troops(w, P, 0)
    formation = w.formations[0]
    reinforce(w, P, formation)
    formation.marched = 2.0
    call_for_troops(w, P, 0)
    reinforce(w, P, formation)

    assert formation.marched == 2
    assert w.places[1].planned == pytest.approx(1000)
    assert w.places[2].planned == -1000

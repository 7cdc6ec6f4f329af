"""What coverage behind the enemy's front does: assembly areas, command posts, drone crews, warning of bombers."""

import math

import pytest

from sim.rules.day import play_day, take_stock
from sim.rules.depth.assembly_areas import strike_assembly_areas
from sim.rules.depth.command_posts import recover_command, strike_command_posts
from sim.rules.depth.fire_control import drone_hazard
from sim.rules.depth.hits import hit_chance
from sim.rules.depth.intelligence import decision_lag, lag_of_orders
from sim.vocabulary import ASSAULT, HOLD
from sim.world.state import World
from tests.campaign.idle import sit_still
from tests.given import laws, noted, under, world

P = laws(
    strike_accuracy=0.3, assembly_loss=40, assembly_delay=1, command_delay=2, command_recovery=0.25, depth_share=0.5
)


def facing(order: dict[str, int] | None = None, **side: float) -> World:
    """A side with deep fires, and an enemy who prepares an assault; both in contact."""
    return world(
        [{}, {"holder": 1}],
        [(0, 1, {})],
        formations=[{}, {"side": 1, "place": 1, "order": ASSAULT, "objective": 0, "prepared": 2, **(order or {})}],
        sides=({"own_coverage": 0.8, "lent_coverage": 0.2, **side}, {"own_coverage": 0.4, "bombs": 0.1, "drones": 2.0}),
        supporters=[{"coverage": 0.3}],
    )


def seen(w: World, **constants: float) -> World:
    take_stock(w, P._replace(**constants), 0)
    return w


def test_own_reconnaissance_sees_half_as_far_behind_the_front_and_lent_all() -> None:
    assert seen(facing()).sides[0].depth == pytest.approx(0.5 * 0.8 + 0.3)
    assert seen(facing(), depth_share=1.0).sides[0].depth == 1


def test_hits_on_assembly_areas_are_as_frequent_as_sorties_that_see() -> None:
    w = seen(facing(assembly_strikes=2.0))
    hits, keys = 0, 4000
    for key in range(keys):
        w.formations[1].strength, w.formations[1].prepared = 1000.0, 2
        before = noted(w, "assemblies_hit_1")
        strike_assembly_areas(under(w, key), P, 0, 0)
        hits += noted(w, "assemblies_hit_1") > before
    expected = hit_chance(2.0 * 0.7, 0.3)

    assert hits / keys == pytest.approx(expected, abs=4 * math.sqrt(expected * (1 - expected) / keys))


def test_a_hit_costs_men_and_preparation() -> None:
    w = seen(facing(assembly_strikes=1e6))
    strike_assembly_areas(w, P, 0, 0)
    formation = w.formations[1]

    assert (formation.strength, formation.casualties, noted(w, "lost_assembling_1")) == (960, 40, 40)
    assert formation.prepared in (0, 1)


def test_the_delay_is_as_long_as_declared_on_average() -> None:
    w = seen(facing(assembly_strikes=1e6))
    lost, keys = 0.0, 2000
    for key in range(keys):
        w.formations[1].strength, w.formations[1].prepared = 1000.0, 10
        strike_assembly_areas(under(w, key), P._replace(assembly_delay=1.5, preparation=20.0), 0, 0)
        lost += 10 - w.formations[1].prepared

    assert lost / keys == pytest.approx(1.5, abs=0.05)


def test_who_holds_is_not_massed() -> None:
    w = seen(facing({"order": 0}, assembly_strikes=1e6))
    strike_assembly_areas(w, P, 0, 0)

    assert w.formations[1].strength == 1000


def test_an_assault_under_way_costs_men_but_is_not_delayed() -> None:
    w = seen(facing({"prepared": 9}, assembly_strikes=1e6))
    strike_assembly_areas(w, P, 0, 0)

    assert (w.formations[1].strength, w.formations[1].prepared) == (960, 9)


def test_hits_on_command_posts_add_to_the_lag_of_orders_until_command_recovers() -> None:
    """D(n) = D0 (1 - r)^n after a hit."""
    w = seen(facing(command_strikes=1e6))
    strike_command_posts(w, P, 0, 0)
    for _ in range(3):
        recover_command(w, P)
    enemy = w.sides[1]

    assert noted(w, "command_hit_1") == 1
    assert lag_of_orders(P, enemy) == pytest.approx(decision_lag(P, enemy.intelligence) + 2 * 0.75**3)
    assert lag_of_orders(P, w.sides[0]) == decision_lag(P, w.sides[0].intelligence)


@pytest.mark.parametrize(("order", "prepared"), [(ASSAULT, 10), (ASSAULT, 20), (HOLD, 10)])
def test_hits_on_command_posts_set_back_assaults_that_are_prepared_and_no_others(order: int, prepared: int) -> None:
    lost, keys = 0.0, 2000
    w = seen(facing({"order": order}, command_strikes=1e6))
    for key in range(keys):
        w.formations[1].prepared = prepared
        strike_command_posts(under(w, key), P._replace(command_delay=1.5, preparation=20.0), 0, 0)
        lost += prepared - w.formations[1].prepared

    assert lost / keys == pytest.approx(1.5 if (order, prepared) == (ASSAULT, 10) else 0.0, abs=0.05)


def test_men_lost_in_assembly_areas_cost_heart_and_vigour_like_others() -> None:
    struck, spared = (facing({"prepared": 9}, assembly_strikes=sorties) for sorties in (1e6, 0.0))
    for w in (struck, spared):
        play_day(w, P._replace(attacker_rate=0.0, defender_rate=0.0, relief_losses=0.1), 0, (sit_still, sit_still))
    hit, whole = struck.formations[1], spared.formations[1]

    assert (hit.loss, whole.loss) == (0.04, 0.0)
    assert whole.morale - hit.morale == pytest.approx(0.04 * P.morale_loss)
    assert hit.strain - whole.strain == pytest.approx(0.4)


@pytest.mark.parametrize("counter", [0.0, 0.6, 1.0])
def test_strikes_on_drone_crews_lower_the_hazard_of_roads_by_what_is_seen(counter: float) -> None:
    w = seen(facing(counter_drone=counter))
    sight = P.drone_sight_least + (1 - P.drone_sight_least) * 0.4

    assert drone_hazard(w, P, 0, 0.5) == pytest.approx(P.exposure * 2.0 * sight * 0.5 * (1 - counter * 0.7))


def test_bombs_fall_on_fewer_who_are_warned() -> None:
    assert seen(facing(), bomb_warning=0.5).sides[1].bombing == pytest.approx(0.1 * (1 - 0.5 * 0.7))
    assert seen(facing(), bomb_warning=0.0).sides[1].bombing == 0.1


def test_without_deep_fires_nothing_is_hit() -> None:
    w = seen(facing())
    strike_assembly_areas(w, P, 0, 0)
    strike_command_posts(w, P, 0, 0)

    assert (w.formations[1].strength, w.sides[1].disrupted) == (1000, 0)

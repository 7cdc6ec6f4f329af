"""Combat: power against protection, losses on both sides, ground gained and places taken."""

import itertools
import math

import pytest

from sim.rules.battle.attrition import duel
from sim.rules.battle.combat import fight, protection
from sim.rules.battle.noise import battle_noise, daily_noise
from sim.rules.battle.pace import resist
from sim.rules.battle.strength import fighting_power
from sim.rules.day import take_stock
from sim.vocabulary import ASSAULT, FAR
from sim.world.state import World
from tests.given import laws, noted, under
from tests.rules.field import P, border, field


def test_power_is_men_by_quality_supplies_heart_and_foreign_arms() -> None:
    w = field({"quality": 1.2, "effect": 0.5, "morale": 0.5})
    w.sides[1].reliance, w.sides[1].materiel = 0.4, 0.25

    assert fighting_power(w, laws(morale_floor=0.4), w.formations[1]) == pytest.approx(
        1000 * 1.2 * 0.5 * (0.4 + 0.6 * 0.5) * (1 - 0.4 * 0.75)
    )


def test_protection_is_posture_by_terrain() -> None:
    w, p = field(), laws(hasty=1.3, prepared=1.5, fortified=1.6)
    place = w.places[0]
    bare = protection(p, place, 0.0)
    place.terrain = 1.4
    dug_in = protection(p, place, 1.0)
    place.works = 1.0

    assert (bare, dug_in, protection(p, place, 1.0)) == pytest.approx((1.3, 1.5 * 1.4, 1.6 * 1.4))


def test_artillery_and_surprise_each_add_to_an_assault() -> None:
    pushes = []
    for artillery, prepared in ((0.0, 9), (0.5, 9), (0.5, 2)):
        w = field({"prepared": prepared})
        w.sides[1].artillery = artillery
        fight(w, P._replace(detection=0), 0)
        pushes.append((border(w, 1, 0).push, noted(w, "surprises_0")))

    assert pushes == [pytest.approx((1000, 0)), pytest.approx((1500, 0)), pytest.approx((1950, 1))]


def test_luck_has_mean_one_and_remembers_yesterday() -> None:
    w, p = field(), laws(noise_spread=0.25, noise_memory=0.3)
    place, luck, pairs = w.places[0], [], []
    for key in range(4000):
        place.luck = 0.0
        before = daily_noise(under(w, key), p, 0, place), place.luck
        luck.append(before[0])
        daily_noise(under(w, key), p, 1, place)
        pairs.append((before[1], place.luck))

    assert sum(luck) / 4000 == pytest.approx(1, abs=0.015)
    assert sum(a * b for a, b in pairs) / sum(a * a for a, _ in pairs) == pytest.approx(0.3, abs=0.06)


def test_the_battle_noise_of_a_side_lasts_for_a_battle_and_favours_nobody_in_the_long_run() -> None:
    w, p = field(), laws(battle_spread=1.3, battle_days=5)
    place = w.places[0]
    by_day = [math.log(battle_noise(w, p, day, w.sides[0], place)) for day in range(5000)]
    changes = [day for day in range(1, 5000) if by_day[day] != by_day[day - 1]]
    spells = by_day[::5]

    assert {later - sooner for sooner, later in itertools.pairwise(changes)} == {5}
    assert abs(sum(spells) / 1000) < 0.13
    assert math.sqrt(sum(x * x for x in spells) / 1000) == pytest.approx(1.3, abs=0.1)
    assert by_day != [math.log(battle_noise(w, p, day, w.sides[1], place)) for day in range(5000)]


def test_battle_noise_lasts_a_day_at_least() -> None:
    w = field()

    for days in (0.0, 0.5):
        p = laws(battle_spread=1.3, battle_days=days)
        by_day = {battle_noise(w, p, day, w.sides[0], w.places[0]) for day in range(20)}
        assert len(by_day) == 20


def test_a_mirrored_rollout_has_the_bad_luck_of_the_others_good_luck() -> None:
    w, other, p = field(), field(), laws(battle_spread=1.3)
    other.conditions[0].mirrored = 1

    for side, mirror in zip(w.sides, other.sides, strict=True):
        for day in range(30):
            luck, bad_luck = (battle_noise(x, p, day, s, x.places[0]) for x, s in ((w, side), (other, mirror)))
            assert luck != 1.0
            assert luck * bad_luck == pytest.approx(1.0)


def test_places_within_the_width_of_a_battle_share_its_battle_noise_and_those_beyond_do_not() -> None:
    w, p = field(), laws(battle_spread=1.3, battle_width=9)
    one, near, far = w.places
    for place, east in ((one, 0.5), (near, 8.5), (far, 9.5)):
        place.east, place.north = east, -4.0
    shared = [battle_noise(w, p, 0, w.sides[0], place) for place in (one, near, far)]

    assert shared[0] == shared[1] != shared[2]


def test_battle_noise_raises_what_a_side_does_and_lowers_what_it_suffers() -> None:
    p = P._replace(battle_spread=0.5)
    exchanges = []
    for key in range(60):
        w = under(field({"strength": 1500.0}), key)
        place = w.places[0]
        favour = battle_noise(w, p, 0, w.sides[1], place) / battle_noise(w, p, 0, w.sides[0], place)
        fight(w, p, 0)
        exchanges.append((favour, w.formations[0].loss / w.formations[1].loss))
    exchanges.sort()

    assert [loss_ratio for _, loss_ratio in exchanges] == sorted(loss_ratio for _, loss_ratio in exchanges)


def test_envelopment_takes_fire_and_shelter_from_a_defence() -> None:
    p = P._replace(envelopment=0.9)
    straight, ringed = field({"strength": 2000.0}), field({"strength": 2000.0})
    ringed.places[0].enveloped = 1.0
    for w in (straight, ringed):
        fight(w, p, 0)

    assert ringed.formations[1].loss == pytest.approx(0.1**p.weiss * straight.formations[1].loss, rel=0.1)
    assert ringed.formations[0].loss == pytest.approx(1.3 / 1.03 * straight.formations[0].loss, rel=0.02)


def test_a_battle_costs_what_the_law_of_attrition_says() -> None:
    p = P._replace(envelopment=0)
    w = field({"strength": 2000.0}, p=p)
    fight(w, p, 0)
    reference = p.reference_aimed + (1 - p.reference_aimed) * p.reference_density
    room, aimed = p.saturation * 25, w.sides[0].aimed
    to_defender, to_attacker = p.defender_rate / (reference * 1.3), p.attacker_rate / reference
    attackers, defenders = duel(2000.0, 1000.0, to_attacker, to_defender, p.weiss, aimed, aimed, room, room, 0.0, 0.0)

    assert w.formations[1].strength == pytest.approx(attackers, rel=1e-6)
    assert w.formations[0].strength == pytest.approx(defenders, rel=1e-6)
    assert noted(w, "lost_assaulting_1") == pytest.approx(2000 - attackers, rel=1e-6)
    assert noted(w, "lost_defending_0") == pytest.approx(1000 - defenders, rel=1e-6)


def test_two_halves_cost_and_suffer_what_the_whole_does() -> None:
    whole, halves = field({"strength": 2000.0}), field({"strength": 1000.0}, {"strength": 1000.0})
    for w in (whole, halves):
        fight(w, P, 0)

    assert halves.formations[0].strength == pytest.approx(whole.formations[0].strength, rel=1e-6)
    assert 2 * halves.formations[1].strength == pytest.approx(whole.formations[1].strength, rel=1e-6)


def test_ground_is_gained_only_beyond_the_ratio_that_holds_it() -> None:
    weak, strong = field({"strength": 800.0}), field({"strength": 4000.0})
    for w in (weak, strong):
        fight(w, P, 0)
    ratio = effect(strong, 1000) * 4000 / (effect(strong, 4000) * 1000 * 1.3)

    assert weak.places[0].gained == 0
    assert strong.places[0].gained == pytest.approx(5 * 2 * (1 - 0.8 / ratio), rel=1e-6)
    assert noted(strong, "area_by_assault_0") == pytest.approx(strong.places[0].gained)


def effect(w: World, men: float) -> float:
    """Return the effect of fire on so many men along the front of the field."""
    aimed = w.sides[0].aimed
    return aimed + (1 - aimed) * min(1.0, men / (P.saturation * 25))


def test_mud_and_works_slow_an_advance_and_bombs_wear_works_down() -> None:
    w = field({"strength": 4000.0})
    w.conditions[0].mud, w.places[0].works, w.sides[1].bombing = 0.5, 0.5, 0.2
    fight(w, P, 0)
    shelter = 1.3 + (P.fortified - P.prepared) * 0.4
    ratio = effect(w, 1000) * 4000 / (effect(w, 4000) * 1000 * shelter)

    assert w.places[0].works == pytest.approx(0.4)
    assert w.places[0].gained == pytest.approx(5 * 0.5 * 2 * (1 - 0.8 / ratio) / 1.4, rel=1e-6)


def test_an_empty_place_without_a_screen_offers_no_resistance_whatever_slows_advances() -> None:
    w = field({})
    w.formations[0].place = 2
    w.places[2].reach_last = w.places[2].reach_first = 0
    fight(w, P._replace(resistance=50), 0)

    assert w.places[0].gained == pytest.approx(10)
    assert w.formations[1].strength == 1000
    assert noted(w, "area_undefended_0") == 0


def test_preparation_takes_its_days_and_an_assault_surprises_until_headquarters_can_react() -> None:
    w = field({"prepared": 0})
    p = P._replace(detection=0, order_lag=1.5, order_lag_blind=0)
    states = []
    for day in range(5):
        fight(w, p, day)
        states.append((w.places[0].attackers > 0, w.places[0].surprised == 1))

    assert states == [(False, False), (False, False), (True, True), (True, True), (True, False)]


def test_an_assault_noticed_in_time_does_not_surprise() -> None:
    w = field({"prepared": 2})
    w.sides[0].own_coverage = 1.0
    p = P._replace(detection=1, order_lag=1, order_lag_blind=0)
    take_stock(w, p, 0)
    fight(w, p, 0)

    assert w.places[0].surprised == 0
    assert noted(w, "alarms_0") == 1
    assert noted(w, "surprises_0") == 0


def test_an_assault_noticed_in_time_is_never_forgotten() -> None:
    chances = []
    for key in range(200):
        w = under(field({"prepared": 0}), key)
        w.sides[0].own_coverage = 0.8
        p = P._replace(detection=0.6, order_lag=1.5, order_lag_blind=0, preparation=3)
        take_stock(w, p, 0)
        seen = []
        for day in range(5):
            fight(w, p, day)
            seen.append(w.places[0].surprised)
        chances.append(tuple(seen[3:]))

    assert set(chances) == {(1, 1), (0, 0)}
    assert 20 < chances.count((1, 1)) < 180


def test_half_a_day_of_preparation_counts_as_a_whole_one() -> None:
    w = field({"prepared": 0})
    p = P._replace(preparation=1.5)
    losses = []
    for day in range(3):
        fight(w, p, day)
        losses.append(noted(w, "lost_assaulting_1", day) > 0)

    assert losses == [False, False, True]


def test_noise_favours_one_side_at_the_cost_of_the_other() -> None:
    p = P._replace(noise_spread=0.5)
    outcomes = []
    for key in range(60):
        w = under(field({"strength": 1500.0}), key)
        fight(w, p, 0)
        outcomes.append((w.formations[0].loss, w.formations[1].loss))
    outcomes.sort()

    assert [attacker for _, attacker in outcomes] == sorted((attacker for _, attacker in outcomes), reverse=True)
    assert math.isfinite(sum(a + b for a, b in outcomes))
    assert outcomes[0][0] < outcomes[-1][0] < FAR


def test_a_place_without_an_assault_fights_no_battle() -> None:
    w = field()
    fight(w, P, 0)

    assert w.places[0].luck == 0
    assert w.formations[0].strength == 1000


def test_men_in_a_neighbouring_place_hold_the_border_too() -> None:
    alone, helped = field({}), field({})
    helped.formations.append(type(alone.formations[0])(**{**vars(alone.formations[0]), "place": 2}))
    helped.turns.append(2)
    for w in (alone, helped):
        w.conditions[0].moved = 1
        take_stock(w, P, 0)
        fight(w, P, 0)

    assert border(helped, 0, 1).men == pytest.approx(2 * border(alone, 0, 1).men)
    assert helped.formations[1].loss > alone.formations[1].loss
    assert helped.formations[0].loss == helped.formations[2].loss < alone.formations[0].loss


def test_who_attacks_leaves_a_share_of_his_men_in_the_line() -> None:
    p = P._replace(attack_share=0.25)
    w = field({}, p=p)
    fight(w, p, 0)

    assert border(w, 1, 0).pushers == pytest.approx(250)
    assert border(w, 1, 0).men == pytest.approx(750)


def test_where_both_sides_attack_the_border_moves_by_the_difference() -> None:
    p = P._replace(attack_share=0.5, hold_ratio=0.3)
    w = field({"strength": 1200.0})
    w.sides[0].crosses_border = 1
    w.formations[0].order, w.formations[0].objective, w.formations[0].prepared = ASSAULT, 1, 9
    w.conditions[0].moved = 1
    for place in w.places:
        place.surveyed = 0
    take_stock(w, p, 0)
    fight(w, p, 0)
    won, lost = border(w, 0, 1).won, border(w, 1, 0).won

    assert 0 < lost < won
    assert w.places[0].gained == pytest.approx(won - lost)
    assert w.places[1].gained == 0


def test_more_drones_that_see_more_slow_an_advance() -> None:
    won = []
    for drones, coverage in ((0.0, 0.5), (1.0, 0.5), (1.0, 1.0), (2.0, 1.0)):
        p = P._replace(resistance=2, drone_resistance=30, drone_sight_least=0.4)
        w = field({"strength": 4000.0})
        w.sides[0].drones, w.sides[0].own_coverage = drones, coverage
        take_stock(w, p, 0)
        resist(w, p)
        won.append(w.sides[0].resistance)

    assert won == pytest.approx([2, 2 + 30 * 0.7, 32, 62])

"""Combat: power against protection, losses on both sides, ground gained and places taken."""

import itertools
import math

import pytest

from sim.rules.attrition import duel
from sim.rules.combat import assault_power, battle, fight, protection
from sim.rules.day import take_stock
from sim.rules.fortune import fortune, luck_of_the_day
from sim.rules.strength import fighting_power
from sim.vocabulary import FAR
from tests.given import laws, noted, under
from tests.rules.field import P, field


def test_power_is_men_by_quality_supplies_heart_and_foreign_arms() -> None:
    w = field({"quality": 1.2, "effect": 0.5, "morale": 0.5})
    w.sides[1].reliance, w.sides[1].materiel = 0.4, 0.25

    assert fighting_power(w, laws(morale_floor=0.4), w.formations[1]) == pytest.approx(
        1000 * 1.2 * 0.5 * (0.4 + 0.6 * 0.5) * (1 - 0.4 * 0.75)
    )


def test_protection_is_posture_by_terrain() -> None:
    w, p = field(), laws(hasty=1.3, prepared=1.5, fortified=1.6)
    place = w.places[0]
    bare = protection(p, place)
    place.dug_in, place.terrain = 1.0, 1.4
    dug_in = protection(p, place)
    place.works = 1.0

    assert (bare, dug_in, protection(p, place)) == pytest.approx((1.3, 1.5 * 1.4, 1.6 * 1.4))


def test_artillery_and_surprise_each_add_to_an_assault() -> None:
    w = field({})
    place = w.places[0]
    place.attack, place.unseen = 1000.0, 0
    plain = assault_power(w, P, 0, place)
    w.sides[1].artillery = 0.5
    prepared = assault_power(w, P, 0, place)
    place.unseen = 1

    assert plain == pytest.approx(1000)
    assert prepared == pytest.approx(1.5 * plain)
    assert assault_power(w, P, 0, place) == pytest.approx(1.3 * prepared)
    assert noted(w, "surprises_0") == 1


def test_luck_has_mean_one_and_remembers_yesterday() -> None:
    w, p = field(), laws(noise_spread=0.25, noise_memory=0.3)
    place, luck, pairs = w.places[0], [], []
    for key in range(4000):
        place.luck = 0.0
        before = luck_of_the_day(under(w, key), p, 0, place), place.luck
        luck.append(before[0])
        luck_of_the_day(under(w, key), p, 1, place)
        pairs.append((before[1], place.luck))

    assert sum(luck) / 4000 == pytest.approx(1, abs=0.015)
    assert sum(a * b for a, b in pairs) / sum(a * a for a, _ in pairs) == pytest.approx(0.3, abs=0.06)


def test_the_fortune_of_a_side_lasts_for_a_battle_and_favours_nobody_in_the_long_run() -> None:
    w, p = field(), laws(battle_spread=1.3, battle_days=5)
    by_day = [math.log(fortune(w, p, day, w.sides[0])) for day in range(5000)]
    changes = [day for day in range(1, 5000) if by_day[day] != by_day[day - 1]]
    spells = by_day[::5]

    assert {later - sooner for sooner, later in itertools.pairwise(changes)} == {5}
    assert abs(sum(spells) / 1000) < 0.13
    assert math.sqrt(sum(x * x for x in spells) / 1000) == pytest.approx(1.3, abs=0.1)
    assert by_day != [math.log(fortune(w, p, day, w.sides[1])) for day in range(5000)]


def test_fortune_lasts_a_day_at_least() -> None:
    w = field()

    for days in (0.0, 0.5):
        by_day = {fortune(w, laws(battle_spread=1.3, battle_days=days), day, w.sides[0]) for day in range(20)}
        assert len(by_day) == 20


def test_fortune_raises_what_a_side_does_and_lowers_what_it_suffers() -> None:
    p = P._replace(battle_spread=0.5)
    exchanges = []
    for key in range(60):
        w = under(field({"strength": 1500.0}), key)
        favour = fortune(w, p, 0, w.sides[1]) / fortune(w, p, 0, w.sides[0])
        fight(w, p, 0)
        exchanges.append((favour, w.formations[0].loss / w.formations[1].loss))
    exchanges.sort()

    assert [loss_ratio for _, loss_ratio in exchanges] == sorted(loss_ratio for _, loss_ratio in exchanges)


def test_envelopment_takes_fire_and_shelter_from_a_defence() -> None:
    p = P._replace(envelopment=0.9, support=0)
    straight, ringed = field({"strength": 2000.0}), field({"strength": 2000.0})
    ringed.places[0].fronts = 2
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
    attackers, defenders = duel(
        2000.0, 1000.0, to_attacker, to_defender, p.weiss, aimed, aimed, 2 * room, room, 0.0, 0.0
    )

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
    weak, strong = field({"strength": 800.0}), field({"strength": 8000.0})
    for w in (weak, strong):
        fight(w, P, 0)
    aimed = strong.sides[0].aimed
    found = aimed + (1 - aimed) * 1000 / (P.saturation * 25)
    ratio = 8000 * found / (1000 * 1.3)

    assert weak.places[0].gained == 0
    assert strong.places[0].gained == pytest.approx(2 * (1 - 0.8 / ratio), rel=1e-6)


def test_mud_and_works_slow_an_advance_and_bombs_wear_works_down() -> None:
    w = field({"strength": 8000.0})
    w.conditions[0].mud, w.places[0].works, w.sides[1].bombing = 0.5, 0.5, 0.2
    fight(w, P, 0)
    aimed = w.sides[0].aimed
    found = aimed + (1 - aimed) * 1000 / (P.saturation * 25)
    ratio = 8000 * found / (1000 * (1.3 + (P.fortified - P.prepared) * 0.4))

    assert w.places[0].works == pytest.approx(0.4)
    assert w.places[0].gained == pytest.approx(0.5 * 2 * (1 - 0.8 / ratio) / 1.4, rel=1e-6)


def test_an_empty_place_without_a_screen_offers_no_resistance() -> None:
    w = field({})
    w.formations[0].place = 2
    w.places[0].dug_in = 0.0
    p = P._replace(support=0)
    fight(w, p, 0)

    assert w.places[0].gained == pytest.approx(2)
    assert w.formations[1].strength == 1000


def test_preparation_takes_its_days_and_an_assault_surprises_until_headquarters_can_react() -> None:
    w = field({"prepared": 0})
    p = P._replace(detection=0, order_lag=1.5, order_lag_blind=0)
    states = []
    for day in range(5):
        fight(w, p, day)
        states.append((w.places[0].attackers > 0, w.places[0].unseen == 1 and w.places[0].attackers > 0))

    assert states == [(False, False), (False, False), (True, True), (True, True), (True, False)]


def test_an_assault_noticed_in_time_does_not_surprise() -> None:
    w = field({"prepared": 2})
    w.sides[0].own_coverage = 1.0
    p = P._replace(detection=1, order_lag=1, order_lag_blind=0)
    take_stock(w, p, 0)
    fight(w, p, 0)

    assert w.places[0].unseen == 0
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
            seen.append(w.places[0].unseen)
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


def test_battles_see_the_power_of_neighbours_in_support() -> None:
    alone, helped = field({}), field({})
    helped.formations.append(type(alone.formations[0])(**{**vars(alone.formations[0]), "place": 2}))
    take_stock(helped, P, 0)
    for w in (alone, helped):
        w.places[0].attackers, w.places[0].attack = 1000.0, 1000.0
        battle(w, P, 0, w.places[0])

    assert helped.places[0].attack_loss > alone.places[0].attack_loss

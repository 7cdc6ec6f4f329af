from functools import cache

import numpy as np
import pytest

from sim.campaign.setup.deployment import Deployment
from sim.validation.defeat import Reason, reasons
from sim.validation.draw import LONGEST_BATTLE, draw
from sim.validation.engagement import Engagement, Layout, drawn_for, engagements, prepared
from sim.validation.facts_of_attack import LEVEL, advance_facts, loss_facts, success_facts
from sim.validation.facts_of_manoeuvre import defeat_facts, envelopment_facts
from sim.vocabulary import FAR
from sim.world.chance import key_of
from tests.scenarios.shipped import deployed

NUMBER = 150


@cache
def base() -> Deployment:
    return deployed("theory/engagement")


@cache
def fought(layout: Layout) -> list[Engagement]:
    return list(engagements(base(), NUMBER, 1, layout))


def test_circumstances_are_drawn_from_their_ranges() -> None:
    scenario = base().scenario
    drawn = [draw(scenario, np.random.default_rng([1, i])) for i in range(400)]
    coverage = [one.own_coverage[0] for one in drawn]
    scale = [one.strength[0] * float(scenario.sides["Attacker"].force.strength_scale) for one in drawn]

    assert 0.1 <= min(coverage) < max(coverage) <= 0.9
    assert np.median(scale) == pytest.approx(1.9, rel=0.15)
    assert np.mean([0.47 <= ratio <= 7.6 for ratio in scale]) == pytest.approx(0.95, abs=0.03)
    assert {one.posture for one in drawn} == {"hasty", "prepared", "fortified"}


def test_battles_are_drawn_as_long_and_as_unequal_as_those_of_the_table() -> None:
    drawn = [draw(base().scenario, np.random.default_rng([1, i])) for i in range(1000)]
    days = [one.battle_days for one in drawn]
    scale = {
        posture: np.mean([np.log(1.9 * one.strength[0]) for one in drawn if one.posture == posture])
        for posture in ("hasty", "prepared", "fortified")
    }

    assert np.quantile(days, [0.25, 0.5, 0.75]) == pytest.approx([1, 2, 4])
    assert 1 == min(days) < max(days) <= LONGEST_BATTLE
    assert list(scale.values()) == pytest.approx([0.23, 0.64, 0.86], abs=0.12)


def test_a_battle_lasts_as_long_as_drawn_once_it_is_prepared() -> None:
    battles = fought(Layout.FRONTAL)

    assert all(1 <= battle.battle_days <= battle.drawn.battle_days for battle in battles)
    assert np.mean([battle.battle_days == battle.drawn.battle_days for battle in battles]) > 0.9


def test_the_same_seed_draws_and_fights_the_same_battles() -> None:
    assert list(engagements(base(), 5, 1)) == fought(Layout.FRONTAL)[:5]


def test_an_engagement_accounts_for_men_within_what_there_was() -> None:
    for battle in fought(Layout.FRONTAL):
        assert 0 < battle.attacker_losses < battle.attackers
        assert 0 < battle.defender_losses <= battle.defenders
        assert 0 <= battle.remaining < 1
        assert 0 <= battle.ground <= 15.2


def test_more_attackers_lose_a_smaller_share_and_win_more_ground() -> None:
    battles = sorted(fought(Layout.FRONTAL), key=lambda battle: battle.ratio)
    weak, strong = battles[: NUMBER // 3], battles[-NUMBER // 3 :]

    assert np.mean([b.attacker_rate for b in strong]) < np.mean([b.attacker_rate for b in weak])
    assert np.mean([b.advance for b in strong]) > np.mean([b.advance for b in weak])


def test_a_ring_leaves_the_defenders_no_way_to_the_rear() -> None:
    for layout, is_sealed in ((Layout.ENVELOPING, False), (Layout.RINGED, True)):
        world = prepared(base(), drawn_for(base(), 1, 0), key_of(1, 0), layout, 2)
        post = {int(f["place"]) for f in world.formations if f["side"] == 1}
        place = world.places[post.pop()]
        around = [world.places[n["place"]]["holder"] for n in world.neighbours[place["first"] : place["last"]]]

        assert not post
        assert (sum(around), len(around)) == (1, 4) if not is_sealed else (0, 4)


def test_a_ring_costs_the_defenders_more_than_a_frontal_attack() -> None:
    ringed = list(engagements(base(), 30, 1, Layout.RINGED, 30))

    assert np.mean([b.remaining for b in ringed]) < np.mean([b.remaining for b in fought(Layout.FRONTAL)]) - 0.1


def test_every_defeat_has_a_reason_and_stubborn_defences_have_none() -> None:
    found = list(reasons(base(), 60, 1))

    assert any(reason is None for reason in found)
    assert {reason for reason in found if reason} <= set(Reason)
    assert Reason.PENETRATION in found


def test_surrender_is_neither_manoeuvre_nor_casualties() -> None:
    facts = defeat_facts([Reason.PENETRATION, Reason.ROUT, Reason.SURRENDER, Reason.SURRENDER])

    assert [fact.measured.mean for fact in facts] == [0.25, 0.25]


def test_the_table_of_facts_has_a_row_for_each() -> None:
    frontal = fought(Layout.FRONTAL)
    rows = [*loss_facts(frontal), *success_facts(frontal), *advance_facts(frontal)]
    rows += envelopment_facts(frontal, fought(Layout.ENVELOPING), fought(Layout.RINGED))
    rows += defeat_facts([Reason.ROUT, Reason.FLANK, None])
    numbers = "F1 F3a F3b F4 F2a F2b F2c F5a F5b F5c F6 F10a F10b F11a F11b"

    assert [fact.number for fact in rows] == numbers.split()
    assert all(fact.measured.low <= fact.measured.mean <= fact.measured.high < FAR for fact in rows)
    assert 0 < LEVEL < 1


def test_the_loss_law_has_the_slope_that_its_exponent_asks_for() -> None:
    slope = loss_facts(fought(Layout.FRONTAL))[0].measured

    assert slope.mean == pytest.approx(-2 * 0.45, abs=0.25)

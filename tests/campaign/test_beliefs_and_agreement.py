"""What sides believe, what they hold out for, and how likely they agree."""

import math

import numpy as np
import pytest

from sim.campaign.negotiation.beliefs import as_believed, opening_beliefs
from sim.campaign.negotiation.demands import demands_beyond
from sim.campaign.negotiation.moment import chance_of_agreement
from sim.campaign.outcome import run
from sim.scenario.files.overrides import Overrides
from sim.scenario.scenario import Scenario
from sim.talks.commitment import PowerShift, least_guarantee
from sim.talks.learning import belief_after, gap_after
from sim.talks.package import Issue, frontier
from sim.talks.position import Position, table_at
from tests.scenarios.shipped import deployed

ARTICLE = "kursk/2025-03-article"
STATES = 1000


def declared(changes: Overrides = ()) -> Scenario:
    return deployed(ARTICLE, changes).scenario


def test_a_side_that_grows_bolder_never_raises_the_others_leverage() -> None:
    scenario = declared()
    chance = np.random.default_rng(11)
    for _ in range(STATES):
        weights = chance.uniform(0.02, 1.0, (int(chance.integers(1, 5)), 2)).tolist()
        line = frontier([Issue(f"{n}", (first, second)) for n, (first, second) in enumerate(weights)])
        assert line is not None
        utilities, costs = chance.uniform(0.0, 0.7, 2).tolist(), chance.uniform(0.0, 0.3, 2).tolist()
        bold, alpha = float(chance.uniform(0.0, 20.0)), float(chance.uniform(0.05, 0.95))
        d = utilities[0] - costs[0], utilities[1] - costs[1]
        found = []
        for belief in (0.0, -bold):
            seen = as_believed(scenario, d, (0.0, belief))
            demands = seen[0] - d[0], seen[1] - d[1]
            found.append(table_at(line.lines, Position(demands, tuple(utilities), tuple(costs), alpha))[1])
        for rule in found[0]:
            assert found[1][rule] <= found[0][rule] + 1e-9


def test_a_run_in_which_russia_grows_bolder_gives_ukraine_no_more() -> None:
    quick: dict[str, object] = {"days": 14, "talks.rollouts": 2, "talks.horizon": 20}
    timid, bold = (
        run(deployed(ARTICLE, {**quick, "talks.patience.Russia.emboldening": grows}), 1, 0).talks
        for grows in (0.0, 1.0)
    )

    assert [each.terms.d_a for each in timid] == [each.terms.d_a for each in bold]
    assert all(after.leverage <= before.leverage for before, after in zip(timid, bold, strict=True))
    assert any(bold[-1].by_rule[rule] < before for rule, before in timid[-1].by_rule.items())


def test_more_guarantee_never_makes_an_agreement_less_likely() -> None:
    scenario = declared({"talks.agreement.hazard": 0.05})
    chance = np.random.default_rng(12)
    for _ in range(STATES):
        now, later, dear, cheap = (float(part) for part in chance.uniform(0.0, 1.0, 4))
        needed = max(least_guarantee(PowerShift(now, later, 1.0), 0.2 * dear, 0.2 * cheap), 0.0)
        surplus = float(chance.uniform(-0.2, 1.0))
        less, more = sorted(chance.uniform(0.0, 1.0, 2).tolist())
        chances = [
            chance_of_agreement(scenario, surplus, 1.0 if needed <= given else given / needed) for given in (less, more)
        ]
        assert chances[0] <= chances[1]


def test_under_a_constant_gain_agreements_come_at_a_constant_hazard() -> None:
    scenario = declared({"talks.agreement.hazard": 0.02})
    weeks = 8
    refused = (1.0 - chance_of_agreement(scenario, float(scenario.talks.agreement.gain or 0.0), 1.0)) ** weeks

    assert 1.0 - refused == pytest.approx(1.0 - math.exp(-0.02 * 7 * weeks))


def test_without_a_gain_that_both_see_there_is_no_agreement() -> None:
    scenario = declared({"talks.agreement.hazard": 0.1})

    assert chance_of_agreement(scenario, -0.1, 1.0) == 0.0
    assert chance_of_agreement(scenario, 0.2, 0.5) < chance_of_agreement(scenario, 0.2, 1.0)


def test_who_hides_strength_is_underrated_and_who_hides_nothing_is_not() -> None:
    deception = "sides.{}.reconnaissance.deception"
    open_book = declared({deception.format("Ukraine"): 0.0, deception.format("Russia"): 0.0})
    hidden = declared({deception.format("Ukraine"): 0.0, deception.format("Russia"): 0.2})

    assert opening_beliefs(open_book) == (0.0, 0.0)
    assert opening_beliefs(hidden) == pytest.approx((-math.log(0.8), 0.0))


def test_two_beliefs_come_together_as_the_gap_of_the_textbook_does() -> None:
    doubt, noise = 0.25, 0.25 * math.sqrt(20.0)
    one, other = (belief_after(4, mean, doubt, noise) for mean in (0.2, -0.1))

    assert one - other == pytest.approx(gap_after(4, 0.3, 20.0))
    assert one - other == pytest.approx(0.25)


def test_a_claim_that_costs_to_abandon_is_held_out_for() -> None:
    scenario = declared()
    silent = declared({"talks.patience.Ukraine.audience": 0.0, "talks.patience.Russia.audience": 0.0})

    assert demands_beyond(silent, (0.2, 0.6)) == (0.0, 0.0)
    assert min(demands_beyond(scenario, (0.2, 0.6))) > 0.0
    assert demands_beyond(scenario, (0.9, 0.9)) == (0.0, 0.0)


def test_a_rest_of_the_war_that_nothing_moves_is_the_constant_to_the_bit() -> None:
    quick: dict[str, object] = {"days": 7, "talks.rollouts": 2, "talks.horizon": 20}
    still = {**quick, **{f"talks.elsewhere.{name}": 0.0 for name in ("drift", "aid", "noise")}}
    absent = {**quick, "talks.elsewhere": None}

    one, other = (run(deployed(ARTICLE, changes), 1, 0).talks for changes in (still, absent))

    assert [each.terms for each in one] == [each.terms for each in other]


def test_ground_that_ties_the_enemy_is_worth_more_where_men_are_missed_elsewhere() -> None:
    quick: dict[str, object] = {"days": 7, "talks.rollouts": 12, "talks.horizon": 90}
    dull, keen = (
        run(deployed(ARTICLE, {**quick, "talks.elsewhere.drift": drift, "talks.elsewhere.noise": 0.0}), 1, 0).talks[0]
        for drift in (0.0, 0.003)
    )
    fetched = [each.prospects.worth[0] for each in (dull, keen)]

    assert fetched[1] != fetched[0]
    assert keen.chip_value > dull.chip_value

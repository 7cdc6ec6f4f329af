"""Talks rest on the campaign played ahead."""

import numpy as np
import pytest

from sim.campaign.deployment import Deployment
from sim.campaign.engine import STANDARD, play
from sim.campaign.handing_back import handed_back
from sim.campaign.moment import area_held
from sim.campaign.outcome import run, talk_days
from sim.campaign.picture import as_seen
from sim.campaign.prospects import Lookout
from sim.campaign.stakes import war_bill, war_utilities
from sim.campaign.table import Talks, talk
from sim.scenario.overrides import Overrides
from sim.vocabulary import HOLD, SERIES
from sim.world.state import World
from tests.scenarios.shipped import deployed

QUICK: dict[str, object] = {"talks.rollouts": 4, "talks.horizon": 10}


def article(**changed: object) -> Deployment:
    return deployed("kursk/2025-03-article", {**QUICK, **{key.replace("__", "."): to for key, to in changed.items()}})


def after(deployment: Deployment, days: int) -> World:
    return play(deployment.world(1, 0), deployment.laws, 0, days)


def talks_on(deployment: Deployment, day: int) -> Talks:
    return talk(Lookout(deployment, (1, 0), STANDARD), after(deployment, day), day)


def test_talks_are_held_at_intervals_and_after_the_last_day() -> None:
    assert talk_days(article(days=20)) == [0, 7, 14, 20]


def test_talks_leave_the_campaign_as_it_was() -> None:
    deployment = article(days=15)

    with_talks = run(deployment, 1, 0)
    without = run(deployment, 1, 0, talking=False)

    assert with_talks.series.tobytes() == without.series.tobytes()


def test_rollouts_have_the_same_luck_in_every_scenario_on_every_day() -> None:
    deployment = article()
    lookout = Lookout(deployment, (1, 0), STANDARD)

    one, other = (lookout.prospects(after(deployment, 0), 0) for _ in range(2))

    assert one.area.tobytes() == other.area.tobytes()


def test_fewer_rollouts_do_when_their_error_is_small_enough() -> None:
    loose = talks_on(article(talks__rollouts=12, talks__precision=0.02), 0)
    strict = talks_on(article(talks__rollouts=12, talks__precision=0.0), 0)

    assert loose.rollouts == 6
    assert strict.rollouts == 12


def test_the_change_since_the_last_talks_is_the_sum_of_its_parts() -> None:
    outcome = run(article(days=14), 1, 0)

    for before, later in zip(outcome.talks, outcome.talks[1:], strict=False):
        assert sum(later.change.values()) == pytest.approx(later.leverage - before.leverage, abs=1e-12)


def test_handing_back_leaves_men_unhurt_on_own_ground() -> None:
    world = after(article(), 0)

    without = handed_back(world, 0)
    places, formations = np.asarray(without.places), np.asarray(without.formations)

    assert area_held(without)[0] == 0.0
    assert area_held(world)[0] > 400.0
    assert formations["strength"].sum() == np.asarray(world.formations)["strength"].sum()
    assert (places["holder"][formations["place"]] == formations["side"]).all()
    assert (formations["order"][formations["side"] == 0] == HOLD).all()


def test_a_chip_that_is_not_held_is_worth_nothing() -> None:
    talks = talks_on(article(talks__chips={"Kursk": ["Kursk"], "Sudzha": ["Sudzha"]}), 0)

    assert talks.chips["Kursk"] == 0.0
    assert talks.chips["Sudzha"] != 0.0


def test_holding_ground_that_lasts_is_worth_more_than_ground_that_falls() -> None:
    kept = talks_on(article(sides__Russia__doctrine__assaults=False), 0)
    falling = talks_on(article(talks__horizon=30), 0)

    assert kept.chip_value > 0.1
    assert falling.chip_value < 0.5 * kept.chip_value


def test_holding_that_costs_more_than_it_fetches_has_a_value_below_nothing() -> None:
    dear: Overrides = {
        **QUICK,
        "talks.horizon": 30,
        "talks.costs.Ukraine.casualties": 0.02,
        "talks.costs.Ukraine.captured": 0.02,
        "talks.issues.Kursk salient.weights.Ukraine": 0.02,
        "talks.issues.Kursk salient.weights.Russia": 0.1,
    }

    assert talks_on(deployed("kursk/2025-03-article", dear), 0).chip_value < 0.0


def test_a_side_that_sees_everything_believes_the_truth() -> None:
    world = after(article(), 1)
    places, formations = np.asarray(world.places), np.asarray(world.formations)
    men = np.bincount(formations["place"], formations["strength"], minlength=len(places))
    places["picture"] = men

    seen = np.asarray(as_seen(world, 0).formations)

    assert seen["strength"] == pytest.approx(formations["strength"])


def test_a_side_that_sees_half_believes_in_half_the_enemy() -> None:
    world = after(article(), 1)
    places, formations = np.asarray(world.places), np.asarray(world.formations)
    places["picture"] = 0.5 * np.bincount(formations["place"], formations["strength"], minlength=len(places))

    seen = np.asarray(as_seen(world, 0).formations)
    enemies = formations["side"] == 1

    assert seen["strength"][enemies] == pytest.approx(0.5 * formations["strength"][enemies])
    assert (seen["strength"][~enemies] == formations["strength"][~enemies]).all()


def test_war_utilities_are_one_and_nothing_at_the_ideal_and_the_worst() -> None:
    everything: dict[str, object] = {
        f"talks.issues.{issue}.if_war": {
            "value": 1.0, "unit": "1", "range": [0.0, 1.0], "source": "a test", "confidence": "high"
        }
        for issue in ("Occupied Ukrainian land", "Security guarantees", "Sanctions")
    }  # fmt: skip
    scenario = deployed("kursk/2025-03-article", everything).scenario

    assert war_utilities(scenario, 1e6, days=0) == pytest.approx((1.0, 0.0))


def test_the_bill_of_a_war_charges_each_loss_once() -> None:
    scenario = article(talks__horizon=2).scenario
    series = np.zeros((5, len(SERIES)))
    series[:, SERIES.index("casualties_0")] = [100, 1100, 2100, 2100, 2100]
    cost = scenario.talks.costs["Ukraine"]
    patience = float(scenario.talks.patience["Ukraine"].discounting)

    bill, _ = war_bill(scenario, series, 1)

    expected = float(cost.casualties) * (np.exp(-patience) + np.exp(-2 * patience))
    assert bill.casualties == pytest.approx(expected)
    assert bill.captured == 0.0


def test_an_agreement_freezes_the_front() -> None:
    certain = {
        "talks.agreement.hazard": {
            "value": 50.0, "unit": "1/day", "range": [0.0, 50.0], "source": "a test", "confidence": "high"
        },
        "talks.agreement.hurt": {
            "value": 0.0, "unit": "1/day", "range": [0.0, 1.0], "source": "a test", "confidence": "high"
        },
        "talks.agreement.worthwhile": {
            "value": 1.0, "unit": "1", "range": [0.0, 1.0], "source": "a test", "confidence": "high"
        },
        "talks.agreement.guarantee": 1.0,
    }  # fmt: skip
    outcome = run(deployed("kursk/2025-03-article", {**QUICK, **certain, "days": 20}), 1, 0)
    area, assaults = (outcome.series[:, SERIES.index(name)] for name in ("area_0", "assaults_1"))

    assert outcome.agreed is not None
    assert outcome.talks[-1].day == outcome.agreed
    assert len(set(area[max(outcome.agreed - 1, 0) :])) == 1
    assert (assaults[outcome.agreed :] == 0.0).all()


def test_without_a_hazard_no_talks_end_the_war() -> None:
    assert run(article(days=14), 1, 0).agreed is None

"""Talks rest on the campaign played ahead."""

import math
from datetime import date

import numpy as np
import pytest

from sim.campaign.engine import STANDARD, play
from sim.campaign.ensemble import ensemble
from sim.campaign.negotiation.handing_back import handed_back
from sim.campaign.negotiation.prospects import RolloutPlayer
from sim.campaign.negotiation.stakes import area_held, path_of, worth_now
from sim.campaign.negotiation.table import Talks, talk
from sim.campaign.outcome import Outcome, run, talk_days
from sim.campaign.setup.deployment import Deployment
from sim.results.digest import digest_of
from sim.scenario.files.overrides import Overrides
from sim.talks.continuation import CASUALTIES, SHARE
from sim.vocabulary import HOLD, SERIES
from sim.world.tables import Tables
from tests.scenarios.shipped import deployed

QUICK: dict[str, object] = {"talks.rollouts": 4, "talks.horizon": 10}


def article(**changed: object) -> Deployment:
    return deployed("kursk/2025-03-article", {**QUICK, **{key.replace("__", "."): to for key, to in changed.items()}})


def after(deployment: Deployment, days: int) -> Tables:
    return play(deployment.world(1, 0), deployment.laws, 0, days)


def talks_on(deployment: Deployment, day: int) -> Talks:
    return talk(RolloutPlayer(deployment, (1, 0), STANDARD), after(deployment, day), day)


def test_talks_are_held_at_intervals_and_after_the_last_day() -> None:
    assert talk_days(article(days=20)) == [0, 7, 14, 20]


def test_talks_leave_the_campaign_as_it_was() -> None:
    deployment = article(days=15)

    with_talks = run(deployment, 1, 0)
    without = run(deployment, 1, 0, talking=False)

    assert with_talks.series.tobytes() == without.series.tobytes()


def test_rollouts_have_the_same_luck_in_every_scenario_on_every_day() -> None:
    deployment = article()
    player = RolloutPlayer(deployment, (1, 0), STANDARD)

    one, other = (player.prospects(after(deployment, 0), 0) for _ in range(2))

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
    places, formations = without.places, without.formations

    assert area_held(without)[0] == 0.0
    assert area_held(world)[0] > 400.0
    assert formations["strength"].sum() == world.formations["strength"].sum()
    assert (places["holder"][formations["place"]] == formations["side"]).all()
    assert (formations["order"][formations["side"] == 0] == HOLD).all()


def test_a_chip_that_is_not_held_is_worth_nothing() -> None:
    """By Kalai's rule: Nash's stands on a corner of the frontier, where one place moves nothing."""
    talks = talks_on(article(talks__chips={"Kursk": ["Kursk"], "Sudzha": ["Sudzha"]}, talks__rule="kalai"), 0)

    assert talks.chips["Kursk"] == 0.0
    assert talks.chips["Sudzha"] != 0.0


def test_holding_ground_that_lasts_is_worth_more_than_ground_that_falls() -> None:
    kept = talks_on(article(sides__Russia__doctrine__assaults=False), 0)
    falling = talks_on(article(talks__horizon=60), 0)

    assert kept.chip_value > 0.07
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


def test_a_war_that_ends_now_is_worth_one_and_nothing_at_the_ideal_and_the_worst() -> None:
    everything: dict[str, object] = {
        f"talks.issues.{issue}.if_war": {
            "value": 1.0, "unit": "1", "range": [0.0, 1.0], "source": "a test", "confidence": "high"
        }
        for issue in deployed("kursk/2025-03-article", {}).scenario.talks.issues if issue != "Kursk salient"
    }  # fmt: skip
    deployment = deployed("kursk/2025-03-article", everything)

    assert worth_now(deployment.scenario, deployment.stakes, deployment.elsewhere, 1e6) == pytest.approx((1.0, 0.0))


def test_a_path_begins_with_what_is_held_and_has_been_lost_so_far() -> None:
    scenario = article(talks__horizon=2).scenario
    series = np.zeros((5, len(SERIES)))
    series[:, SERIES.index("casualties_0")] = [100, 1100, 2100, 2100, 2100]
    series[:, SERIES.index("area_0")] = [420, 210, 0, 0, 0]

    later, first = path_of(scenario, series, 420.0, 1), path_of(scenario, series, 420.0, 0)

    assert later[:, CASUALTIES].tolist() == [100, 1100, 2100]
    assert first[:, CASUALTIES].tolist() == [0, 100, 1100]
    assert later[:, SHARE].tolist() == [1.0, 0.5, 0.0]


def test_an_agreement_freezes_the_front() -> None:
    certain = {
        "talks.agreement.hazard": {
            "value": 50.0, "unit": "1/day", "range": [0.0, 50.0], "source": "a test", "confidence": "high"
        },
        "talks.agreement.guarantee": 1.0,
    }  # fmt: skip
    outcome = run(deployed("kursk/2025-03-article", {**QUICK, **certain, "days": 20}), 1, 0)
    area, assaults = (outcome.series[:, SERIES.index(name)] for name in ("area_0", "assaults_1"))

    assert outcome.agreed is not None
    assert outcome.talks[-1].day == outcome.agreed
    assert len(set(area[max(outcome.agreed - 1, 0) :])) == 1
    assert (outcome.ledger[outcome.agreed :] == 0.0).all()
    assert (assaults[outcome.agreed :] == 0.0).all()


def test_without_a_hazard_no_talks_end_the_war() -> None:
    assert run(article(days=14), 1, 0).agreed is None


def test_what_nobody_foresees_moves_no_talks_before_it() -> None:
    paused, other = (
        run(deployed("kursk/2025-03-article", {**QUICK, "days": 21, "events": list(events)}), 1, 0)
        for events in ((PAUSE, RESUMED), (PAUSE, {**RESUMED, "intelligence": 0.0}))
    )

    assert [talks.terms for talks in paused.talks[:2]] == [talks.terms for talks in other.talks[:2]]
    assert paused.talks[2].terms != other.talks[2].terms


PAUSE = {
    "date": date(2025, 3, 3), "kind": "support", "supporter": "United States", "materiel": 0.0, "source": "a test",
    "confidence": "high",
}  # fmt: skip
RESUMED = {**PAUSE, "date": date(2025, 3, 11), "materiel": 1.0, "intelligence": 1.0}


def test_a_run_is_the_same_alone_and_among_others() -> None:
    deployment = article(days=14)
    among = [result for result in ensemble(deployment, 1, range(4), workers=2) if isinstance(result, Outcome)]

    assert digest_of([run(article(days=14), 1, 3)]) == digest_of([among[3]])


def test_a_run_that_shares_nothing_asks_for_the_counter_on_every_date() -> None:
    deployment = article(days=14)
    shared, alone = run(deployment, 1, 1), run(deployment, 1, 1, alone=True)

    assert shared.series.tobytes() == alone.series.tobytes()
    assert [math.isnan(talks.chip_value) for talks in shared.talks] == [False, True, False]
    assert not any(math.isnan(talks.chip_value) for talks in alone.talks)
    assert shared.talks[1].terms == alone.talks[1].terms
    assert deployment.memory.keys() == {(1, STANDARD)}


def test_the_quick_table_has_no_bias_against_rollouts_from_each_date() -> None:
    """Mean differences of both disagreement values over runs stay within three standard errors, by date."""
    runs = 24
    ways = [article(days=14, talks__horizon=15, talks__precision=0.0, talks__exact=way) for way in (False, True)]
    quick, exact = ([run(way, 1, n) for n in range(runs)] for way in ways)

    for date_of_talks in (1, 2):
        for value in ("d_a", "d_b"):
            gap = np.array(
                [
                    getattr(one.talks[date_of_talks].terms, value) - getattr(other.talks[date_of_talks].terms, value)
                    for one, other in zip(quick, exact, strict=True)
                ]
            )
            assert abs(gap.mean()) < 3.0 * gap.std(ddof=1) / math.sqrt(runs)


def test_a_swap_has_one_worth_whatever_land_it_is_counted_in() -> None:
    deployment = article(days=7)
    opening, *_, last = run(deployment, 1, 0).talks
    issues, worth = deployment.scenario.talks.issues, deployment.worth[0]
    per_km2 = [rate * worth[name] / float(issues[name].area or 0.0) for name, rate in opening.swap.items()]

    assert opening.swap.keys() == {name for name, issue in issues.items() if issue.area is not None}
    assert per_km2 == pytest.approx([per_km2[0]] * len(per_km2))
    assert per_km2[0] * opening.chip_value > 0.0
    assert opening.bought.keys() == issues.keys()
    assert last.swap.keys() == opening.swap.keys()

"""Dates of a run look ahead along its own days, and along what branches off them."""

from statistics import correlation

import numpy as np

from sim.campaign.engine import STANDARD, play
from sim.campaign.holders import HoldersByDay, holders_by_day
from sim.campaign.negotiation.branches import forking, in_pairs, played_with_branches
from sim.campaign.negotiation.prospects import RolloutPlayer, weighed
from sim.campaign.negotiation.table import morning_of
from sim.campaign.outcome import run, talk_days
from sim.campaign.setup.deployment import Deployment
from sim.results.digest import digest_of
from sim.talks.continuation import OF_CASUALTIES, WORTH
from tests.scenarios.shipped import deployed

DAYS, HORIZON = 35, 40


def quiet(**changed: object) -> Deployment:
    """The article's scenario without an event that nobody foresees."""
    plain = {"days": DAYS, "talks.rollouts": 2, "talks.horizon": HORIZON, "events": []}
    return deployed("kursk/2025-03-article", {**plain, **{key.replace("__", "."): to for key, to in changed.items()}})


def futures(deployment: Deployment, dates: list[int], *, alone: bool = False) -> dict[int, int]:
    played = played_with_branches(deployment, (1, 0), dates, STANDARD, alone=alone)
    return {date: len(ahead.parts) for date, ahead in played.ahead.items()}


def test_a_date_looks_ahead_along_its_run_and_every_branch_from_then_on() -> None:
    deployment = quiet(talks__forks=2)

    assert talk_days(deployment) == [0, 7, 14, 21, 28, 35]
    assert futures(deployment, talk_days(deployment)) == {0: 2, 7: 6, 14: 6, 21: 4, 28: 4, 35: 2}


def test_what_branches_off_beyond_the_look_ahead_of_a_date_counts_once() -> None:
    short = quiet(talks__forks=2, talks__horizon=10)

    assert futures(short, talk_days(short)) == {0: 2, 7: 3, 14: 3, 21: 3, 28: 4, 35: 2}


def test_talks_on_the_last_day_alone_rest_on_the_own_future_of_the_run() -> None:
    assert futures(quiet(), [DAYS]) == {DAYS: 1}


def test_a_run_of_a_world_of_its_own_rests_on_its_own_future() -> None:
    assert set(futures(quiet(), talk_days(quiet()), alone=True).values()) == {1}


def test_one_date_in_so_many_before_each_event_has_futures_of_its_own() -> None:
    served = {
        date: stop for stop, dates in {9: [7], 44: range(14, 44, 7), 95: range(49, 95, 7)}.items() for date in dates
    }

    assert forking(served, 7) == [35, 84]
    assert forking(served, 3) == [21, 42, 63, 91]
    assert forking({95: 95}, 1) == []


def test_where_one_of_a_mirrored_pair_is_lucky_the_other_is_not() -> None:
    deployment = quiet()
    player, world = RolloutPlayer(deployment, (1, 0), STANDARD), play(deployment.world(1, 0), deployment.laws, 0, 14)
    morning = morning_of(deployment, world, 14)
    courses = in_pairs(player, world, 14, 14 + HORIZON, 1, 160)
    parts = weighed(deployment, courses, 14, morning.area[0], morning.outside).parts
    worth = parts[:, 1, WORTH].tolist()

    assert correlation(worth[::2], worth[1::2]) < -0.1
    assert len(set(worth)) == 160


def test_branches_have_luck_of_their_own() -> None:
    played = played_with_branches(quiet(talks__forks=1), (1, 0), talk_days(quiet()), STANDARD, alone=False)
    costs = played.ahead[7].parts[:, 0, OF_CASUALTIES]

    assert len(np.unique(costs)) == len(costs) == 10


def test_a_witness_sees_who_holds_each_place_and_changes_nothing() -> None:
    deployment = quiet()
    holders = HoldersByDay(deployment)

    watched = run(deployment, 1, 0, witness=holders.note)

    assert digest_of([watched]) == digest_of([run(deployment, 1, 0)])
    assert (holders.until(watched.agreed) == holders_by_day(deployment, 1, 0, watched.agreed)).all()
    assert (holders.until(10)[10:] == holders.until(None)[10]).all()

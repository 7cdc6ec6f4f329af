"""A rollout stops where nothing that the table reads can change any more."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.campaign.engine import STANDARD, play
from sim.campaign.negotiation.handing_back import handed_back
from sim.campaign.negotiation.prospects import RolloutPlayer
from sim.campaign.negotiation.rest import LULL, has_ground_to_take, is_at_rest, play_ahead
from sim.campaign.setup.deployment import Deployment
from sim.rules.command.aims import may_take
from sim.rules.command.orders import command
from sim.vocabulary import SERIES, TO_ATTACK
from sim.world.tables import Tables, copied, interpreted
from tests.properties.wars import War, wars
from tests.scenarios.shipped import deployed

AREA, LOST = SERIES.index("area_0"), [SERIES.index("casualties_0"), SERIES.index("casualties_1")]
DAYS = 60


def article() -> Deployment:
    return deployed("kursk/2025-03-article", {"talks.horizon": DAYS})


def returned(deployment: Deployment, days: int = 0) -> Tables:
    """The state when the ground has been handed back on the first morning, and so many days later."""
    world = handed_back(deployment.world(1, 0), 0)
    world.conditions["foreseen"] = -1
    return play(world, deployment.laws, 0, days)


def test_without_ground_to_fight_over_losses_go_on_as_they_would() -> None:
    deployment = article()
    whole, short = (returned(deployment) for _ in range(2))

    play(whole, deployment.laws, 0, DAYS)
    play_ahead(short, deployment.laws, 0, DAYS)

    assert short.conditions["day"][0] == LULL - 1 < whole.conditions["day"][0]
    assert not short.series[:DAYS, AREA].any()
    assert short.series[DAYS - 1, LOST] == pytest.approx(whole.series[DAYS - 1, LOST], rel=0.15)
    assert (np.diff(short.series[:DAYS, LOST], axis=0) > 0.0).all()


def test_a_war_over_ground_is_played_to_its_last_day() -> None:
    deployment = article()
    whole, ahead = (deployment.world(1, 0) for _ in range(2))

    play(whole, deployment.laws, 0, DAYS)
    play_ahead(ahead, deployment.laws, 0, DAYS)

    assert ahead.series.tobytes() == whole.series.tobytes()


def test_there_is_no_rest_before_a_lull_nor_while_someone_may_win_ground_back() -> None:
    deployment = article()
    world = returned(deployment, LULL)
    bold, sent = (copied(world, 1) for _ in range(2))
    bold.sides["assaults"][0] = 0.5
    sent.formations["ordered"][np.flatnonzero(sent.formations["side"] == 0)[0]] = TO_ATTACK

    assert is_at_rest(world, LULL)
    assert not is_at_rest(world, LULL - 1)
    assert not is_at_rest(bold, LULL)
    assert not is_at_rest(sent, LULL)
    assert not is_at_rest(world, LULL, (command, lambda *_: None))


@given(wars(), st.booleans(), st.floats(0.0, 1.0))
def test_ground_to_take_is_what_the_rule_of_aims_says(war: War, crosses: bool, spared: float) -> None:  # noqa: FBT001 - drawn
    world = copied(war.world, 1)
    world.sides["crosses_border"] = crosses
    world.places["spared"][:, 0] = np.where(world.places["id"] % 2 == 0, 1.0, spared)
    rows = interpreted(world)

    for side in range(2):
        wanted = any(place.holder != side and may_take(rows, side, place) for place in rows.places)
        assert has_ground_to_take(world, side) == wanted


def test_exact_talks_play_every_day_and_agree() -> None:
    deployment = article()
    exact = replace(deployment, scenario=deployed("kursk/2025-03-article", {"talks.exact": True}).scenario)
    world = returned(deployment)
    one, other = (RolloutPlayer(each, (1, 0), STANDARD).ahead(world, 0, DAYS, 1) for each in (deployment, exact))

    assert one[:LULL].tobytes() == other[:LULL].tobytes()
    assert one[DAYS - 1, LOST] != pytest.approx(other[DAYS - 1, LOST], abs=1e-9)
    assert one[DAYS - 1, LOST] == pytest.approx(other[DAYS - 1, LOST], rel=0.15)

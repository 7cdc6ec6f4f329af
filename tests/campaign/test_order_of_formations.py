"""The order in which a file lists formations is no part of the war: who is asked first goes by name.

Not after two weeks: who arrives in a place before another withdraws from it covers him, and marches go by the list.
"""

import numpy as np
import pytest

from sim.campaign.engine import play
from sim.campaign.setup.deployment import deploy
from sim.scenario.files.reading import read_scenario
from sim.scenario.scenario import Scenario
from tests.scenarios.shipped import FOLDER

DAYS = 14


def listed_backwards(scenario: Scenario) -> Scenario:
    order = scenario.order_of_battle
    backwards = order.model_copy(update={"formations": dict(reversed(order.formations.items()))})
    return scenario.model_copy(update={"order_of_battle": backwards})


@pytest.mark.parametrize("replication", [0, 1])
def test_formations_listed_backwards_fight_the_same_war_for_two_weeks(replication: int) -> None:
    scenario = read_scenario(FOLDER / "kursk" / "2025-03-article.yaml")
    forwards, backwards = (
        np.asarray(play(d.world(1, replication), d.laws, 0, DAYS).series)[:DAYS]
        for d in (deploy(scenario), deploy(listed_backwards(scenario)))
    )

    assert backwards == pytest.approx(forwards, rel=1e-6, abs=1e-6)

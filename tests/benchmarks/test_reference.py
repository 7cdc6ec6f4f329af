from pathlib import Path

import numpy as np
import pytest

from benchmarks.reference.campaign import ReferenceCampaign
from sim.campaign.engine import play
from sim.campaign.setup.deployment import deploy
from sim.scenario.files.reading import read_scenario
from sim.vocabulary import SERIES

pytestmark = pytest.mark.twins

SCENARIOS = Path(__file__).parents[2] / "scenarios"


@pytest.mark.parametrize(
    ("scenario", "days"),
    [("kursk/2025-03-article.yaml", 12), ("kursk/2025-03-support-suspended.yaml", 9), ("theory/iwo-jima.yaml", 36)],
)
def test_the_reference_plays_the_same_war_as_the_engine(scenario: str, days: int) -> None:
    deployment = deploy(read_scenario(SCENARIOS / scenario))
    world = play(deployment.world(seed=3, replication=2), deployment.laws, 0, days)
    model = ReferenceCampaign(deployment, seed=3, replication=2)
    for _ in range(days):
        model.step()
    series = model.datacollector.get_model_vars_dataframe()[list(SERIES)].to_numpy(float)

    assert np.ptp(series, axis=0).max() > 0
    np.testing.assert_allclose(series, np.array(world.series[:days]), rtol=1e-9, atol=1e-9)

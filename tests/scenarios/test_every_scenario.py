from pathlib import Path

import pytest

from sim.campaign.engine import STANDARD, play
from sim.campaign.setup.deployment import deploy
from sim.rules.day import campaign
from sim.scenario.files.reading import read_scenario
from sim.world.tables import interpreted, tabulated
from tests.scenarios.shipped import WHOLE


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_two_days_have_the_same_bits_interpreted_and_compiled(path: Path) -> None:
    deployment = deploy(read_scenario(path))
    rows = interpreted(deployment.world(1, 0))

    campaign(rows, deployment.laws, 0, 2, STANDARD)
    compiled = play(deployment.world(1, 0), deployment.laws, 0, 2)

    for name, one, other in zip(compiled._fields, tabulated(rows), compiled, strict=True):
        if name not in {"queue", "key"}:
            assert one.tobytes() == other.tobytes(), name

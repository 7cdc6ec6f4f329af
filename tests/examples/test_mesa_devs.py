import runpy
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest

from sim.campaign.model import Campaign
from sim.scenario.files.reading import read_scenario

ROOT = Path(__file__).parents[2]
EXAMPLE = runpy.run_path(str(ROOT / "examples" / "mesa_devs.py"))


@pytest.mark.filterwarnings("ignore:ABMSimulator is deprecated:FutureWarning")
def test_an_event_on_the_clock_of_mesa_is_the_event_that_a_scenario_declares(
    capsys: pytest.CaptureFixture[str],
) -> None:
    scheduled = EXAMPLE["play"](seed=1, suspended=10)

    day = read_scenario(EXAMPLE["SCENARIO"]).start + timedelta(days=10)
    event = {"date": day, "kind": "support", "supporter": "United States", "intelligence": 0.0, "materiel": 0.0}
    declared = Campaign(EXAMPLE["SCENARIO"], seed=1, events=[{**event, "source": "a test", "confidence": "low"}])
    declared.run_model()
    assert np.array_equal(scheduled.world.series, declared.world.series)
    assert not scheduled.running
    assert len(capsys.readouterr().out.splitlines()) == scheduled.declared.days // 7

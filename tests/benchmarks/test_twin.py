import ctypes
from pathlib import Path
from shutil import which

import numpy as np
import pytest

from benchmarks.c.twin import built, pointers
from sim.campaign.engine import play
from sim.campaign.setup.deployment import deploy
from sim.scenario.files.reading import read_scenario
from sim.world.constants import Constants

pytestmark = pytest.mark.twins

SCENARIOS = Path(__file__).parents[2] / "scenarios"
COMPILER = which("gcc")


@pytest.mark.skipif(COMPILER is None, reason="the C twin needs gcc")
@pytest.mark.parametrize(
    "scenario",
    ["kursk/2025-03-article", "kursk/2025-03-early-withdrawal", "ardennes/1944-12-bastogne", "theory/supply-network"],
)
def test_the_twin_in_c_plays_the_same_war_as_the_engine_bit_for_bit(scenario: str) -> None:
    deployment = deploy(read_scenario(SCENARIOS / f"{scenario}.yaml"))
    days = deployment.scenario.days
    engines = play(deployment.world(seed=3, replication=2), deployment.laws, 0, days)
    twins = deployment.world(seed=3, replication=2)
    laws = (ctypes.c_double * len(Constants._fields))(*deployment.laws)
    built(str(COMPILER))(ctypes.byref(pointers(twins)), laws, ctypes.c_int64(0), ctypes.c_int64(days))

    for table, mine, its in zip(engines._fields, engines, twins, strict=True):
        np.testing.assert_array_equal(np.asarray(mine), np.asarray(its), err_msg=table)

"""A besieged garrison fed from the air: Dien Bien Phu, as an author would write it with a link and without."""

from functools import cache
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from sim.campaign.engine import play
from sim.campaign.model import Campaign
from sim.campaign.setup.deployment import deploy
from sim.scenario.files.overrides import Overrides
from sim.scenario.files.reading import examine_scenario, read_scenario
from sim.vocabulary import SERIES

SIEGE = Path(__file__).parent / "siege/dien-bien-phu.yaml"
CAPACITY = "sides.France.sustainment.links.Airlift.capacity.value"
RUNS = 6

Series = NDArray[np.float64]


def played(file: Path, overrides: Overrides = ()) -> Series:
    """Return the mean daily series of some runs."""
    deployment = deploy(read_scenario(file, overrides))
    days = deployment.scenario.days
    runs = [np.asarray(play(deployment.world(1, r), deployment.laws, 0, days).series)[:days] for r in range(RUNS)]
    mean: Series = np.mean(runs, axis=0)
    return mean


@cache
def fed(tonnes: int) -> Series:
    return played(SIEGE, {CAPACITY: tonnes})


def of(series: Series, measure: str) -> Series:
    column: Series = series[:, SERIES.index(f"{measure}_0")]
    return column


@pytest.fixture
def unfed(tmp_path: Path) -> Path:
    """The same garrison without any link or depot."""
    file = tmp_path / "unfed.yaml"
    file.write_text(f"extends: {SIEGE}\nsides: {{France: {{sustainment: {{depots: [], links: {{Airlift: null}}}}}}}}\n")
    return file


def test_what_an_airlift_can_carry_decides_how_long_a_garrison_fights() -> None:
    plenty, little = fed(150), fed(27)

    assert of(plenty, "delivered").sum() > 2 * of(little, "delivered").sum()
    assert of(plenty, "strength").sum() > 1.1 * of(little, "strength").sum()
    assert of(little, "delivered").max() <= 27


def test_a_ringed_garrison_with_an_airhead_counts_as_encircled() -> None:
    assert of(fed(150), "sealed")[0] == of(fed(150), "strength")[0] > 0


def test_a_garrison_without_any_supply_is_accepted_and_starves(unfed: Path) -> None:
    examination = examine_scenario(unfed)
    series = played(unfed)

    assert examination.errors == []
    assert "France has no depot, so its formations receive nothing" in {fault.message for fault in examination.faults}
    assert of(series, "delivered").sum() == 0
    assert of(series, "stock_days")[7] < 0.1
    assert of(series, "strength").sum() < of(fed(27), "strength").sum()


def test_agents_and_engine_fly_the_same_airlift() -> None:
    deployment = deploy(read_scenario(SIEGE))
    model = Campaign(deployment, seed=1)
    for _ in range(4):
        model.step()
    compiled = play(deployment.world(1, 0), deployment.laws, 0, 4)

    assert np.array(model.world.series).tobytes() == compiled.series.tobytes()
    assert of(compiled.series, "delivered")[:4].sum() > 0

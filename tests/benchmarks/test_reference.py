from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings

from benchmarks.reference.campaign import ReferenceCampaign
from sim.campaign.engine import play
from sim.campaign.setup.deployment import Deployment, deploy
from sim.rules.day import Doctrine
from sim.scenario.files.reading import read_scenario
from sim.scenario.files.shipped import file_meant
from sim.vocabulary import LEDGER, SERIES, BadInput
from sim.world.tables import Tables
from tests.campaign.idle import sit_still
from tests.properties.wars import DAYS, War, wars, wars_of_coalitions
from tests.scenarios.shipped import WHOLE, deployed

pytestmark = pytest.mark.twins

ARTICLE = "kursk/2025-03-article"
START = {"date": date(2025, 3, 2), "source": "a test"}
OUT_OF_CALENDAR: dict[str, Any] = {
    "orders": [
        {**START, "kind": "hold", "formation": "22nd Mechanised Brigade"},
        {**START, "kind": "withdraw", "formation": "61st Mechanised Brigade"},
        {**START, "kind": "reserve", "formation": "95th Air Assault Brigade", "place": "Sudzha"},
        {**START, "kind": "attack", "formation": "810th Naval Infantry Brigade", "place": "Basivka"},
        {**START, "date": date(2025, 3, 6), "kind": "doctrine", "formation": "22nd Mechanised Brigade"},
        {**START, "kind": "axis", "side": "Russia", "place": "Sudzha", "weight": 3.0},
        {**START, "kind": "strikes", "side": "Russia", "against": "crossings"},
    ],
    "events": [
        {**START, "kind": "falls", "place": "Martynovka", "side": "Russia"},
        {**START, "kind": "men", "formation": "22nd Mechanised Brigade", "change": -120.0},
    ],
}


def is_the_same_war(model: ReferenceCampaign, world: Tables, days: int) -> None:
    for _ in range(days):
        model.step()
    series = model.datacollector.get_model_vars_dataframe()
    ledger = model.datacollector.get_table_dataframe("ledger")

    for mine, its, columns in ((series, world.series, SERIES), (ledger, world.ledger, LEDGER)):
        engines = pd.DataFrame(np.array(its[:days]), columns=list(columns))
        pd.testing.assert_frame_equal(mine[list(columns)].astype(float), engines, rtol=1e-9, atol=1e-9)


def compare(deployment: Deployment, days: int) -> Tables:
    world = play(deployment.world(seed=3, replication=2), deployment.laws, 0, days)
    is_the_same_war(ReferenceCampaign.of(deployment, seed=3, replication=2), world, days)
    return world


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_the_reference_plays_the_same_war_as_the_engine(path: Path) -> None:
    deployment = deploy(read_scenario(path))

    world = compare(deployment, min(30, deployment.scenario.days))

    assert np.ptp(world.series, axis=0).max() > 0


def test_the_reference_plays_the_whole_of_the_article() -> None:
    compare(deployed(ARTICLE), deployed(ARTICLE).scenario.days)


def test_the_reference_obeys_orders_by_hand_and_rulings_as_the_engine_does() -> None:
    deployment = deploy(read_scenario(file_meant(ARTICLE), OUT_OF_CALENDAR))

    world = compare(deployment, 12)

    free = play(deployed(ARTICLE).world(3, 2), deployed(ARTICLE).laws, 0, 12)
    assert not np.array_equal(world.series, free.series)


@given(wars() | wars_of_coalitions())
@settings(max_examples=120)
def test_the_reference_plays_the_same_war_whatever_the_war(war: War) -> None:
    war.world.roads["length"] += 0.01 * np.arange(len(war.world.roads))  # of ways equally long either may be taken
    is_the_same_war(ReferenceCampaign(war.world, war.laws, DAYS), war.played(), DAYS)


def test_the_reference_refuses_a_doctrine_that_it_does_not_know(monkeypatch: pytest.MonkeyPatch) -> None:
    own: tuple[Doctrine, Doctrine] = (sit_still, sit_still)
    monkeypatch.setattr(Deployment, "doctrines", own)

    with pytest.raises(BadInput, match="no doctrine but the standard one"):
        ReferenceCampaign.of(deployed("theory/equal-sides"), 1, 0)


def test_the_reference_attacks_what_aims_spared_when_it_is_ordered_to() -> None:
    aims = {"sides.Russia.doctrine.aims": {"Sudzha": 1}}

    compare(deploy(read_scenario(file_meant(ARTICLE), OUT_OF_CALENDAR | aims)), 12)

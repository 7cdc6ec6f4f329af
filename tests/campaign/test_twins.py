"""The Mesa model and the compiled engine play the same campaign, bit for bit."""

import gc
import weakref
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from sim.campaign.agents import Formation
from sim.campaign.engine import play
from sim.campaign.model import Campaign
from sim.campaign.setup.deployment import deploy
from sim.scenario.files.reading import read_scenario
from sim.scenario.files.shipped import file_meant
from sim.vocabulary import LEDGER
from tests.scenarios.shipped import WHOLE, deployed

ARTICLE = "kursk/2025-03-article"


def played_on_agents(model: Campaign, days: int) -> Campaign:
    for _ in range(days):
        model.step()
    return model


@pytest.mark.parametrize("replication", [0, 3])
def test_agents_and_engine_agree_in_every_column_of_every_day(replication: int) -> None:
    deployment = deployed(ARTICLE)
    days = deployment.scenario.days

    model = played_on_agents(Campaign(deployment, seed=1, replication=replication), days)
    compiled = play(deployment.world(1, replication), deployment.laws, 0, days)

    assert np.array(model.world.series).tobytes() == compiled.series.tobytes()
    assert np.array(model.world.ledger).tobytes() == compiled.ledger.tobytes()
    assert len(model.datacollector.get_model_vars_dataframe()) == days
    assert not model.running


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_every_scenario_starts_alike_on_agents_and_in_the_engine(path: Path) -> None:
    deployment = deploy(read_scenario(path))

    model = played_on_agents(Campaign(deployment, seed=1), 3)
    compiled = play(deployment.world(1, 0), deployment.laws, 0, 3)

    assert np.array(model.world.series).tobytes() == compiled.series.tobytes()


def test_orders_by_hand_and_rulings_leave_the_same_bits_on_agents_and_in_the_engine() -> None:
    start = {"date": date(2025, 3, 2), "source": "a test"}
    orders = [
        {**start, "kind": "hold", "formation": "22nd Mechanised Brigade"},
        {**start, "kind": "withdraw", "formation": "61st Mechanised Brigade"},
        {**start, "kind": "reserve", "formation": "95th Air Assault Brigade", "place": "Sudzha"},
        {**start, "kind": "attack", "formation": "810th Naval Infantry Brigade", "place": "Basivka"},
        {**start, "date": date(2025, 3, 6), "kind": "doctrine", "formation": "22nd Mechanised Brigade"},
        {**start, "kind": "axis", "side": "Russia", "place": "Sudzha", "weight": 3.0},
        {**start, "kind": "strikes", "side": "Russia", "against": "crossings"},
    ]
    rulings = [
        {**start, "kind": "falls", "place": "Martynovka", "side": "Russia"},
        {**start, "kind": "men", "formation": "22nd Mechanised Brigade", "change": -120.0},
    ]
    deployment = deploy(read_scenario(file_meant(ARTICLE), {"orders": orders, "events": rulings}))

    model = played_on_agents(Campaign(deployment, seed=1), 12)
    compiled = play(deployment.world(1, 0), deployment.laws, 0, 12)
    free = play(deployed(ARTICLE).world(1, 0), deployed(ARTICLE).laws, 0, 12)

    assert np.array(model.world.series).tobytes() == np.asarray(compiled.series).tobytes()
    assert np.array(model.world.ledger).tobytes() == np.asarray(compiled.ledger).tobytes()
    assert not np.array_equal(np.asarray(compiled.series), np.asarray(free.series))
    assert np.asarray(compiled.ledger)[1, LEDGER.index("lost_by_ruling_0")] == pytest.approx(120)


class Shy(Formation):
    """A formation that never takes heart."""

    def update_morale(self) -> None:
        """Do nothing."""


def test_a_subclass_of_a_formation_acts_for_itself() -> None:
    deployment = deployed(ARTICLE)

    model = played_on_agents(Campaign(deployment, formation=Shy), 5)

    assert {formation.morale for formation in model.world.formations} == {0.7}


def test_an_agent_knows_the_name_it_was_declared_with() -> None:
    model = Campaign(deployed(ARTICLE))

    assert repr(model.world.formations[0]) == "Formation('103rd Territorial Defence Brigade')"
    assert model.ground.nodes["Sudzha"]["place"].name == "Sudzha"


def test_models_are_forgotten_when_nobody_holds_them() -> None:
    gone = weakref.ref(Campaign(deployed("theory/equal-sides")))
    gc.collect()

    assert gone() is None

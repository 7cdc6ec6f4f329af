import ctypes
from collections.abc import Callable
from pathlib import Path
from shutil import which

import numpy as np
import pytest
from hypothesis import given, settings

from benchmarks.c.twin import built, c_twin, pointers
from sim.campaign.engine import play
from sim.campaign.setup.deployment import Deployment
from sim.rules.day import Doctrine
from sim.vocabulary import BadInput
from sim.world.constants import Constants
from sim.world.tables import Tables, copied
from tests.campaign.idle import sit_still
from tests.properties.wars import DAYS, War, wars, wars_of_coalitions
from tests.scenarios.shipped import FOLDER, WHOLE, deployed

COMPILER = which("gcc")
pytestmark = [pytest.mark.twins, pytest.mark.skipif(COMPILER is None, reason="the C twin needs gcc")]

ROOT = Path(__file__).parents[2]
NAMES = [str(path.relative_to(FOLDER).with_suffix("")) for path in WHOLE]
Played = Callable[[Tables, Constants, int], Tables]


@pytest.fixture(scope="module")
def in_c() -> Played:
    """Return the twin as a function that plays so many days on tables."""
    campaign = built(str(COMPILER))

    def played(tables: Tables, laws: Constants, days: int) -> Tables:
        numbers = (ctypes.c_double * len(laws))(*laws)
        campaign(ctypes.byref(pointers(tables)), numbers, ctypes.c_int64(0), ctypes.c_int64(days))
        return tables

    return played


def departures(engine: Tables, twin: Tables) -> list[str]:
    """Return the tables, by column, that are not equal in every bit."""
    apart = []
    for name, its, others in zip(engine._fields[:-1], engine, twin, strict=False):
        table, other = np.asarray(its), np.asarray(others)
        for column in table.dtype.names or (None,):
            one, two = (table, other) if column is None else (table[column], other[column])
            if one.tobytes() != two.tobytes():
                apart.append(name if column is None else f"{name}.{column}")
    return apart


@pytest.mark.parametrize("name", NAMES)
def test_the_twin_plays_every_shipped_scenario_as_the_engine_does_in_every_bit(name: str, in_c: Played) -> None:
    deployment = deployed(name)
    days = deployment.scenario.days

    engine = play(deployment.world(seed=3, replication=2), deployment.laws, 0, days)
    twin = in_c(deployment.world(seed=3, replication=2), deployment.laws, days)

    assert engine.series[:days].any()
    assert departures(engine, twin) == []


def test_the_twin_mirrors_battle_noise_as_the_engine_does(in_c: Played) -> None:
    deployment = deployed("kursk/2025-03-article")
    plain, engine, twin = (deployment.world(seed=3, replication=2) for _ in range(3))
    for world in (engine, twin):
        world.conditions["mirrored"] = 1

    plain, engine = (play(world, deployment.laws, 0, 20) for world in (plain, engine))

    assert departures(engine, in_c(twin, deployment.laws, 20)) == []
    assert (plain.series != engine.series).any()


@settings(max_examples=500)
@given(war=wars() | wars_of_coalitions())
def test_the_twin_plays_wars_at_random_with_every_event_and_order_as_the_engine_does(war: War, in_c: Played) -> None:
    twin = in_c(copied(war.world, int(war.world.key)), war.laws, DAYS)

    assert departures(war.played(), twin) == []


def test_a_difference_of_one_bit_is_told_by_table_and_column(in_c: Played) -> None:
    deployment = deployed("theory/helmbold-weiss")
    one, other = (in_c(deployment.world(1, 0), deployment.laws, 3) for _ in range(2))
    other.formations["morale"][1] = np.nextafter(other.formations["morale"][1], 2.0)
    other.ledger[2, 5] = -0.0

    assert departures(one, other) == ["formations.morale", "ledger"]


def test_the_twin_refuses_a_doctrine_that_it_does_not_know(monkeypatch: pytest.MonkeyPatch) -> None:
    own: tuple[Doctrine, Doctrine] = (sit_still, sit_still)
    monkeypatch.setattr(Deployment, "doctrines", own)

    with pytest.raises(BadInput, match="no doctrine but the standard one"):
        c_twin(deployed("theory/equal-sides"), seed=1)


def test_every_module_of_the_rules_has_its_header() -> None:
    modules = {path.relative_to(ROOT / "sim/rules").with_suffix("") for path in (ROOT / "sim/rules").rglob("*.py")}
    headers = {path.relative_to(ROOT / "benchmarks/c").with_suffix("") for path in (ROOT / "benchmarks/c").rglob("*.h")}
    only_in_python = {path for path in modules if path.name == "__init__"} | {Path("command/standard")}

    assert modules - only_in_python == headers - {Path("world"), Path("chance")}

"""A deployed scenario is the declared one, measured."""

import pytest

from sim.campaign.setup.cells import cells_of
from sim.campaign.setup.deployment import deploy, redeployed
from sim.experiment.designs.factors import with_parts
from sim.scenario.laws import LawsDeclared
from sim.vocabulary import AWAITED, PRESENT, ROAD_DAMAGE
from sim.world.constants import Constants
from tests.scenarios.shipped import deployed

ARTICLE = "kursk/2025-03-article"
OBLAST = 30_126
"""Area of Kursk oblast by the Natural Earth outline, km2 (scenarios/kursk/kursk-oblast.geojson)."""


def test_cells_of_a_region_cover_it_once() -> None:
    deployment = deployed(ARTICLE)
    places = deployment.tables["places"]

    assert places["area"][places["contested"] == 1].sum() == pytest.approx(OBLAST, rel=2e-3)
    assert (places["area"] > 0.0).all()


def test_the_salient_has_the_area_its_notes_claim() -> None:
    places = deployed(ARTICLE).tables["places"]
    held = (places["contested"] == 1) & (places["holder"] == 0)

    assert held.sum() == 24
    assert places["area"][held].sum() == pytest.approx(417, abs=1)


def test_neighbours_are_mutual_and_no_place_is_alone() -> None:
    deployment = deployed(ARTICLE)
    around = deployment.cells.neighbours

    assert all(n in around[m] for n, borders in enumerate(around) for m in borders)
    assert all(around)


def test_a_hair_of_difference_on_the_map_changes_no_border() -> None:
    theatre = deployed(ARTICLE).scenario.theatre
    moved = {name: place.model_copy(update={"lat": place.lat + 1e-9}) for name, place in theatre.places.items()}
    shifted = cells_of(theatre.model_copy(update={"places": moved}))

    assert shifted.neighbours == cells_of(theatre).neighbours
    assert shifted.names.index("Guevo") in shifted.neighbours[shifted.names.index("Oleksandriia")]


def test_strength_follows_the_declared_scale() -> None:
    whole, half = (
        deployed(ARTICLE, {"sides.Ukraine.force.strength_scale": scale}).tables["formations"] for scale in (1.0, 0.5)
    )

    assert whole["strength"][whole["side"] == 0].sum() == pytest.approx(20_000, rel=0.01)
    assert half["strength"][half["side"] == 0].sum() == pytest.approx(10_000, rel=0.01)
    assert (half["strength"][half["side"] == 1] == whole["strength"][whole["side"] == 1]).all()


def test_reinforcements_are_awaited_until_their_day() -> None:
    formations = deployed("kursk/2025-03-reinforced").tables["formations"]

    assert (formations["status"][-4:] == AWAITED).all()
    assert formations["arrives"][-4:].tolist() == [3, 5, 7, 9]
    assert (formations["status"][:-4] == PRESENT).all()


def test_damage_that_holds_is_renewed_every_day_until_it_ends() -> None:
    events = deployed("kursk/2025-03-road-cut").tables["events"]
    cuts = events[events["kind"] == ROAD_DAMAGE]

    assert sorted(set(cuts["day"].tolist())) == list(range(5, 26))


def test_every_constant_of_the_laws_is_declared_once_and_used() -> None:
    declared = [
        name
        for group in LawsDeclared.model_fields.values()
        for name in group.annotation.model_fields  # type: ignore[union-attr]
    ]
    for_the_ground = {"open", "mixed", "wooded", "urban", "primary", "secondary", "local"}

    assert len(declared) == len(set(declared))
    assert set(declared) - for_the_ground == set(Constants._fields)


def test_luck_depends_on_seed_and_replication_alone() -> None:
    deployment = deployed(ARTICLE)

    assert deployment.world(1, 2).key == deployment.world(1, 2).key
    assert len({int(deployment.world(seed, run).key) for seed in range(5) for run in range(5)}) == 25


def test_the_deployed_tables_are_never_written_to() -> None:
    deployment = deployed(ARTICLE)

    world = deployment.world(1, 0)
    world.formations["strength"] = 0.0

    assert deployment.tables["formations"]["strength"].min() > 0.0


def test_deployments_of_a_sweep_share_every_table_that_a_point_leaves_alone() -> None:
    base = deployed(ARTICLE)
    drones = base.scenario.sides["Russia"].deep_fires.drones.model_copy(update={"value": 1.7})
    point = with_parts(base.scenario, {("sides", "Russia", "deep_fires", "drones"): drones})

    again = redeployed(base, point)

    assert {name for name, table in again.tables.items() if table is not base.tables[name]} == {"sides"}
    assert all(table.tobytes() == deploy(point).tables[name].tobytes() for name, table in again.tables.items())

"""An order of battle that is written for ORBAT Mapper and read again is the same."""

import csv
import io
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from sim.campaign.setup.deployment import deploy
from sim.report.days import Session
from sim.report.exports.formation_days import _evening, formation_days
from sim.report.exports.orbat_mapper import orbat_scenario
from sim.scenario.drafting.draft import write_draft
from sim.scenario.drafting.sources import Sources
from sim.scenario.files.reading import examine_scenario, read_scenario
from sim.scenario.scenario import Scenario

SHIPPED = (
    "kursk/2025-03-article",
    "kursk/2024-08-incursion",
    "kursk/2024-09-salient",
    "kursk/2025-03-reinforced",
    "ardennes/1944-12-siege",
    "korsun/1944-01-bulge",
    "kherson/2022-08-right-bank",
    "teaching/two-valleys",
    "theory/equal-sides",
)


def exported_first_day(scenario: Scenario) -> dict[str, Any]:
    """Return what an export writes of the morning of the first day."""
    deployment = deploy(scenario)
    manifest = SimpleNamespace(digest="a", fingerprint="b")
    session = cast(Session, SimpleNamespace(scenario=scenario, deployment=deployment, manifest=manifest))
    return orbat_scenario(session, _evening(session, deployment.world(1, 0), 0), {"features": []})


def standing(scenario: Scenario) -> dict[str, tuple[object, ...]]:
    formations = scenario.order_of_battle.formations
    return {name: (body.side, body.place, body.strength, body.arrives) for name, body in formations.items()}


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_scenario_comes_back_as_it_was(tmp_path: Path, name: str) -> None:
    scenario = read_scenario(name)
    file = tmp_path / "orbat-mapper.json"
    file.write_text(json.dumps(exported_first_day(scenario)), encoding="utf-8")

    made, notes = write_draft(tmp_path / "again", "2025", Sources(orbat=file, extends=Path(name)))

    assert notes.left_out == []
    assert "order_of_battle" not in made.read_text(encoding="utf-8")
    assert read_scenario(made).order_of_battle == scenario.order_of_battle


def test_a_played_campaign_on_a_map_of_tables_has_the_same_formations_at_the_same_places(
    tmp_path: Path, session: Session
) -> None:
    scenario = session.scenario
    exported = orbat_scenario(session, formation_days(session, 1), {"features": []})
    held = {place: side for side, places in scenario.held.items() for place in places}
    table = io.StringIO()
    rows = csv.writer(table)
    rows.writerow(["name", "lat", "lon", "side"])
    for name, place in scenario.theatre.places.items():
        rows.writerow([name, place.lat, place.lon, held.get(name, place.side)])
    region = scenario.theatre.regions["Kursk"].outline
    files = {
        "places": table.getvalue(),
        "region": json.dumps({"type": "Polygon", "coordinates": region}),
        "orbat": json.dumps(exported),
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    made, _ = write_draft(tmp_path / "again", "2025", Sources(**{name: tmp_path / name for name in files}))

    assert [fault for fault in examine_scenario(made).faults if fault.severity == "error"] == []
    assert standing(read_scenario(made)) == standing(scenario)
    assert read_scenario(made).start == scenario.start

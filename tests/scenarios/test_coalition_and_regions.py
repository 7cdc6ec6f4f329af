"""A coalition whose members go home, a war over two regions, and one over no ground at all, to leverage."""

from pathlib import Path

import pytest

from sim.campaign.outcome import Outcome, run
from sim.campaign.setup.deployment import Deployment, deploy
from sim.scenario.files.reading import examine_scenario, read_scenario
from sim.vocabulary import SERIES
from tests.scenario.teaching import written

QUICK = "talks: {every: 20, rollouts: 2, horizon: 10"
COALITION = f"""
extends: two-valleys.yaml
sides: {{South: {{members: {{Coastland: {{will: 0.5}}, Islands: {{leaves: 2030-05-10}}}}}}}}
order_of_battle:
  formations:
    Coastal Regiment: {{side: South, member: Coastland, strength: 800, place: Ford}}
    Island Battalion: {{side: South, member: Islands, strength: 600, place: Bridge}}
{QUICK}}}
"""
WEST = '{"type": "Polygon", "coordinates": [[[7.6, 46.3], [8.2, 46.3], [8.2, 46.7], [7.6, 46.7], [7.6, 46.3]]]}'
REGIONS = f"""
extends: two-valleys.yaml
contested: [Basin, West]
theatre:
  regions: {{West: {{file: west.geojson}}}}
  places:
    Hamlet: {{lat: 46.5, lon: 7.9, side: North, region: West}}
    Tarn: {{lat: 46.4, lon: 8.0, side: North, region: West}}
  roads: {{add: [{{from: Hamlet, to: Mill}}, {{from: Tarn, to: Bridge}}, {{from: Hamlet, to: Tarn}}]}}
held: {{South: {{add: [Tarn]}}}}
order_of_battle: {{formations: {{South 3rd: {{side: South, strength: 1500, place: Tarn}}}}}}
{QUICK}, chips: {{West: [Tarn, Hamlet]}}}}
"""
NONE = f"""
extends: two-valleys.yaml
contested: []
{QUICK}, issues: {{Dues: {{if_war: 0.4, weights: {{South: 1, North: 2}}}}}}}}
"""


def file_of(folder: Path, text: str) -> Path:
    written(folder)
    (folder / "west.geojson").write_text(WEST, encoding="utf-8")
    file = folder / "own.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def played(folder: Path, text: str) -> tuple[Deployment, Outcome]:
    deployment = deploy(read_scenario(file_of(folder, text)))
    return deployment, run(deployment, 1, 0)


def told(file: Path) -> list[str]:
    return [str(each) for each in examine_scenario(file).faults if each.severity == "error"]


def test_a_member_goes_home_on_its_day(tmp_path: Path) -> None:
    deployment, outcome = played(tmp_path, COALITION)

    present = outcome.series[:, SERIES.index("strength_0")]
    assert present[8] - present[10] > 500, "the battalion of the Islands is gone after ten days"
    assert deployment.tables["formations"]["member"].tolist() == [0, 0, 0, 0, 1, 2]
    assert 0.0 < outcome.talks[-1].leverage < 1.0


def test_two_regions_are_counted_and_bargained_over_together(tmp_path: Path) -> None:
    deployment, outcome = played(tmp_path, REGIONS)
    scenario = deployment.scenario

    assert scenario.talks.territory == "Basin and West"
    assert list(scenario.talks.issues) == ["Basin and West"]
    ground = outcome.series[-1, SERIES.index("area_0")] + outcome.series[-1, SERIES.index("area_1")]
    assert ground == pytest.approx(float(scenario.talks.whole), rel=1e-3)
    assert outcome.talks[-1].chips["West"] < outcome.talks[-1].chip_value
    assert 0.0 < outcome.talks[-1].leverage < 1.0


def test_a_war_may_be_over_no_ground(tmp_path: Path) -> None:
    _, outcome = played(tmp_path, NONE)

    assert outcome.final("area", 0) == outcome.final("area", 1) == 0.0
    assert outcome.talks[-1].chip_value == 0.0
    assert 0.0 < outcome.talks[-1].leverage < 0.5, "fighting on leaves the first side less than half of the dues"


OUT_OF_REACH = {
    "sides: {East: {sustainment: {depots: [Pass]}}}": "3 sides are declared, and a war has two; declare allies",
    "start: 2030-05-01T06:00": "has an hour; write the day alone",
    "contested: [Basin, Valley]": 'there is no region "Valley"',
    "contested: []": '"Dues" does not say what share of it the first side has if both fight on',
    "sides: {South: {members: {Coast: {leaves: 2030-04-01}}}}": "it goes home on 2030-04-01, before",
    "order_of_battle: {formations: {South 1st Brigade: {member: Coast}}}": 'there is no member of South "Coast"',
    "days: 3001": "3001",
}


@pytest.mark.parametrize("text", OUT_OF_REACH)
def test_what_is_out_of_reach_is_told(tmp_path: Path, text: str) -> None:
    dues = "talks: {issues: {Dues: {weights: {South: 1, North: 2}}}}\n" if text == "contested: []" else ""
    found = told(file_of(tmp_path, f"extends: two-valleys.yaml\n{text}\n{dues}"))

    assert any(OUT_OF_REACH[text] in fault for fault in found), found

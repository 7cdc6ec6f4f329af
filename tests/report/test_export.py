import json
from pathlib import Path

import pandas as pd
import pytest
from shapely.geometry import shape
from typer.testing import CliRunner

from sim.cli import application
from sim.report.days import Session
from sim.report.front_line import borders_of, front_line
from sim.report.geojson import control, fronts
from sim.report.map_days import map_days


def test_a_front_runs_between_the_sides_and_vanishes_when_one_holds_all(session: Session) -> None:
    borders = borders_of(session.deployment.cells)
    holders = [0] * len(session.deployment.cells.names)

    assert front_line(borders, holders).is_empty
    holders[0] = 1
    around = session.deployment.cells.polygons[0].boundary.length
    assert front_line(borders, holders).length == pytest.approx(around, rel=0.05)


def test_every_day_has_its_front_in_degrees(session: Session) -> None:
    features = fronts(session, map_days(session, 0))["features"]

    assert [feature["properties"]["date"] for feature in features][:2] == ["2025-03-01", "2025-03-02"]
    assert len(features) == 14
    west, south, east, north = shape(features[0]["geometry"]).bounds
    assert 33.0 < west < east < 37.5
    assert 50.0 < south < north < 52.5


def test_every_place_is_held_on_every_day_by_one_side(session: Session) -> None:
    spells = pd.DataFrame([feature["properties"] for feature in control(session, map_days(session, 0))["features"]])
    length = pd.to_datetime(spells["to"]) - pd.to_datetime(spells["from"]) + pd.Timedelta(days=1)

    assert (length.groupby(spells["place"]).sum() == pd.Timedelta(days=14)).all()
    assert set(spells["holder"]) == {"Ukraine", "Russia"}


def test_outer_rings_run_counterclockwise_and_holes_clockwise(session: Session) -> None:
    shapes = [shape(feature["geometry"]) for feature in control(session, map_days(session, 0))["features"]]
    parts = [part for each in shapes for part in getattr(each, "geoms", [each])]

    assert all(part.exterior.is_ccw for part in parts)
    assert not any(hole.is_ccw for part in parts for hole in part.interiors)


def test_the_command_writes_every_file(folder: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(application(), ["export", str(folder), "--out", str(tmp_path), "--run", "1"])

    assert done.exit_code == 0, done.output
    assert json.loads((tmp_path / "fronts.geojson").read_text())["type"] == "FeatureCollection"
    assert len(pd.read_csv(tmp_path / "days.csv")) == 4 * 14
    assert len(pd.read_csv(tmp_path / "outcomes.csv")) == 4


def test_a_run_that_is_not_there_is_refused(folder: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(application(), ["export", str(folder), "--out", str(tmp_path), "--run", "9"])

    assert done.exit_code == 2
    assert "choose from 0 to 3" in done.stderr

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from sim.results.datapackage import TITLES
from sim.results.session import play_and_keep
from sim.scenario.files.reading import read_scenario

FIELD = Path(__file__).parents[2] / "scenarios/theory/equal-sides.yaml"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("package") / "run"
    play_and_keep("short", read_scenario(FIELD, {"days": 3}), seed=1, replications=2, out=made, keep_days=True)
    return made


def test_every_column_of_every_table_is_described_with_its_type(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))

    assert {resource["name"] for resource in package["resources"]} == {"outcomes", "talks", "days"}
    for resource in package["resources"]:
        written = pq.read_schema(folder / resource["path"]).names
        assert [field["name"] for field in resource["schema"]["fields"]] == written


def test_measures_and_causes_have_the_words_and_units_of_the_vocabulary(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    fields = {each["name"]: each for resource in package["resources"] for each in resource["schema"]["fields"]}

    assert fields["area_1"] == {
        "name": "area_1", "type": "number", "title": "Contested ground held", "unit": "km²", "side": "Red",
    }  # fmt: skip
    assert fields["ledger_lost_holding_0"]["unit"] == "men"
    assert fields["day"]["type"] == "integer"
    assert fields["leverage_0"]["title"] == TITLES["leverage"]

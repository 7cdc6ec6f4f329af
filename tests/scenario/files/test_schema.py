"""The JSON schema by which editors check scenario files."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sim.scenario.files.schema import file_schema
from sim.scenario.files.shipped import home
from sim.scenario.scenario import Scenario
from tests.scenario.files.editor import underlined
from tests.scenario.given import Excursion
from tests.scenario.teaching import TEACHING

NO_SCENARIOS = {*home().glob("designs/*")}
SHIPPED = sorted({*home().rglob("*.yaml")} - NO_SCENARIOS)
FULL = {"value": 0.8, "unit": "1", "range": [0.4, 1.0], "source": "ASSUMED", "confidence": "low"}


def will(value: object) -> str:
    return f"sides: {{South: {{will: {value}}}}}"


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_every_shipped_file_is_accepted(file: Path) -> None:
    assert underlined(file.read_text(encoding="utf-8")) == []


def test_a_scenario_in_short_form_is_accepted() -> None:
    assert underlined(TEACHING) == []


SOUND = [0.8, [0.8], [0.8, "Smith 2020"], [0.8, 0.4, 1.0], [0.8, 0.4, 1.0, "Smith 2020"], FULL]
WRONG = [1.7, "high", [], [0.8, 0.4], [0.8, 0.4, 1.7], {**FULL, "unit": "km"}, {**FULL, "size": 1}]


@pytest.mark.parametrize("value", SOUND)
def test_every_form_of_a_quantity_is_accepted(value: object) -> None:
    assert underlined(will(value)) == []


@pytest.mark.parametrize("value", WRONG)
def test_what_is_no_such_quantity_is_underlined(value: object) -> None:
    assert underlined(will(value)) != []


def test_an_unknown_key_is_underlined_by_its_name() -> None:
    (message,) = underlined("sides: {South: {wil: 0.8}}")

    assert "'wil' was unexpected" in message


def test_a_file_may_extend_others_and_leave_out_what_it_inherits() -> None:
    schema = file_schema(Excursion)

    assert "extends" in schema["properties"]
    assert underlined("extends: other.yaml\ntitle: Another\ntheatre: {places: {Mill: {works: 0.5}}}") == []


def test_a_whole_file_is_asked_for_what_nothing_else_says() -> None:
    asked = " ".join(underlined("title: Alone\ntheatre: {places: {Mill: {lat: 46.5, lon: 8.4}}}"))

    for name in ("start", "days", "sides", "order_of_battle", "roads", "side"):
        assert f"'{name}' is a required property" in asked
    assert "talks" not in asked


@pytest.mark.parametrize("entry", ["{from: Mill}", "{from: Mill, to: null}", "null"])
def test_an_entry_of_a_list_is_whole(entry: str) -> None:
    assert underlined(f"theatre: {{roads: [{entry}]}}") != []
    assert underlined("theatre: {roads: [{from: Mill, to: Ford, km: null}]}") == []


@pytest.mark.parametrize("day", ["2025-3-1", "soon", "2025-03-01T06:00"])
def test_a_day_is_a_year_a_month_and_a_day(day: str) -> None:
    assert underlined(f"start: '{day}'") != []


def keys_of(schema: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:  # noqa: ANN401 - as JSON
    """Yield every key that a file may have, with its schema."""
    inner = schema.items() if isinstance(schema, dict) else enumerate(schema) if isinstance(schema, list) else ()
    for key, part in inner:
        if key == "properties":
            yield from ((f"{path}/{name}", each) for name, each in part.items())
        if key not in {"if", "then"}:
            yield from keys_of(part, f"{path}/{key}")


def test_every_key_has_a_description() -> None:
    found = list(keys_of(file_schema(Scenario)))

    assert len(found) > 400
    assert [path for path, part in found if not part.get("description")] == []


def test_any_member_may_be_removed_by_null() -> None:
    assert underlined("sides: null\nlaws: {attrition: {weiss: null}}\ntheatre: {places: {Pass: null}}") == []


def test_a_quantity_tells_its_meaning_and_its_unit() -> None:
    schema = file_schema(Excursion)
    rate = schema["$defs"]["March"]["properties"]["rate"]

    assert rate["description"] == "How far a formation marches in a day."
    assert schema["$defs"][rate["$ref"].rpartition("/")[2]]["title"] == "Quantity, unit km/day"

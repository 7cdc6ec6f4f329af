"""The JSON schema by which editors check scenario files."""

from sim.scenario.schema import file_schema
from tests.scenario.given import Excursion


def test_a_file_may_extend_others_and_leave_out_what_it_inherits() -> None:
    schema = file_schema(Excursion)

    assert "extends" in schema["properties"]
    assert "required" not in str(schema)


def test_any_member_may_be_removed_by_null() -> None:
    schema = file_schema(Excursion)

    sides = schema["properties"]["sides"]["anyOf"]
    assert sides[1] == {"type": "null"}
    assert sides[0]["additionalProperties"]["anyOf"] == [{"$ref": "#/$defs/March"}, {"type": "null"}]


def test_a_quantity_may_be_a_bare_number_and_tells_its_meaning() -> None:
    parts = file_schema(Excursion)["$defs"]

    assert parts["Quantity"]["anyOf"][0] == {"type": "number"}
    assert set(parts["Quantity"]["anyOf"][1]["properties"]) >= {"value", "unit", "range", "source", "confidence"}
    assert parts["March"]["properties"]["rate"]["description"] == "How far a formation marches in a day."

"""A quantity and the unit a field asks of it."""

from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError

from sim.scenario.quantity import Quantity, Unit, quantity

GIVEN: dict[str, Any] = {"value": 2, "unit": "t", "range": [1, 3], "source": "a table", "confidence": "high"}


class Stocks(BaseModel):
    one: Quantity = quantity("t", "A depot's stock.")
    by_name: dict[str, Quantity] = quantity("t", "Stocks by name.", {})
    in_row: list[Quantity] = quantity("t", "Stocks in a row.", [])
    perhaps: Quantity | None = quantity("t", "A stock that may be absent.", None)
    annotated: Annotated[Quantity, Unit("t")] | None = None


def test_a_quantity_gives_its_value() -> None:
    assert float(Quantity.model_validate(GIVEN)) == 2.0


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"value": 4}, "outside its range"),
        ({"range": [3, 1]}, "runs downwards"),
        ({"range": [1, float("inf")]}, "finite number"),
        ({"value": float("nan")}, "finite number"),
        ({"value": "2"}, "valid number"),
        ({"value": True}, "valid number"),
        ({"range": [1]}, "Field required"),
        ({"confidence": "sure"}, "'high', 'medium' or 'low'"),
        ({"source": ""}, "at least 1 character"),
        ({"sauce": "x"}, "Extra inputs"),
    ],
)
def test_a_quantity_that_cannot_be_trusted_is_refused(change: dict[str, Any], told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        Quantity.model_validate({**GIVEN, **change})


@pytest.mark.parametrize("bare", [3, 3.5])
def test_a_bare_number_is_no_quantity(bare: float) -> None:
    with pytest.raises(ValidationError, match="needs unit, range, source and confidence"):
        Quantity.model_validate(bare)


@given(st.floats(allow_nan=False), st.floats(allow_nan=False), st.floats(allow_nan=False))
def test_a_quantity_always_lies_in_its_range(value: float, low: float, high: float) -> None:
    try:
        declared = Quantity.model_validate({**GIVEN, "value": value, "range": [low, high]})
    except ValidationError:
        assert not (low <= value <= high and all(abs(each) < float("inf") for each in (low, value, high)))
    else:
        assert declared.range[0] <= declared.value <= declared.range[1]


@pytest.mark.parametrize("field", ["one", "by_name", "in_row", "perhaps", "annotated"])
def test_a_field_refuses_a_quantity_in_another_unit(field: str) -> None:
    wrong = {**GIVEN, "unit": "kg"}
    given = {"by_name": {"a": GIVEN, "b": wrong}, "in_row": [wrong]}.get(field, wrong)

    with pytest.raises(ValidationError, match='the unit is "kg", but "t" is asked for'):
        Stocks.model_validate({"one": GIVEN, field: given})


def test_a_field_takes_quantities_in_its_unit() -> None:
    stocks = Stocks.model_validate({"one": GIVEN, "by_name": {"a": GIVEN}, "in_row": [GIVEN], "annotated": GIVEN})

    assert stocks.by_name["a"] == stocks.in_row[0] == stocks.one == stocks.annotated
    assert stocks.perhaps is None


def test_a_unit_asked_of_words_asks_nothing() -> None:
    named = TypeAdapter(Annotated[str, Unit("t")])

    assert named.validate_python("coal") == "coal"


def test_the_schema_tells_meaning_and_unit() -> None:
    part = Stocks.model_json_schema()["properties"]["one"]

    assert part["description"] == "A depot's stock."
    assert part["unit"] == "t"

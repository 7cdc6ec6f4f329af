"""A quantity: a number with its unit, its plausible range, its source and our confidence in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Words = Annotated[str, Field(min_length=1)]
Confidence = Literal["high", "medium", "low"]


class Quantity(BaseModel):
    """A number a scenario declares, with what a reader needs to trust or vary it."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    value: Number
    """The number used, in ``unit``. It lies in ``range``."""
    unit: Words
    """The unit of the value and the range; "1" for a pure number."""
    range: tuple[Number, Number]
    """The lowest and the highest plausible value: sweeps and sliders stay inside it."""
    source: Words
    """Where the value comes from: author and year, a data file, or "ASSUMED" and why."""
    confidence: Confidence
    """How sure we are: high (measured), medium (derived), low (assumed)."""
    note: str | None = None
    """Anything else a reader should know."""

    def __float__(self) -> float:
        """Return the value alone, in ``unit``."""
        return self.value

    @model_validator(mode="before")
    @classmethod
    def _is_no_bare_number(cls, given: object) -> object:
        if isinstance(given, int | float) and not isinstance(given, bool):
            message = "a bare number needs unit, range, source and confidence"
            remedy = "write {value: ..., unit: ..., range: [low, high], source: ..., confidence: high | medium | low}"
            raise refusal("bare_number", message, remedy)
        return given

    @model_validator(mode="after")
    def _lies_in_its_range(self) -> Self:
        low, high = self.range
        if low > high:
            message = f"the range [{low:g}, {high:g}] runs downwards"
            raise refusal("range_reversed", message, "write the lower bound first")
        if not low <= self.value <= high:
            message = f"the value {self.value:g} is outside its range [{low:g}, {high:g}]"
            remedy = "change the value, or widen the range and give a source for it"
            raise refusal("out_of_range", message, remedy)
        return self


@dataclass(frozen=True)
class Unit:
    """The unit that a declared field asks of its quantity, or of every quantity it holds."""

    name: str

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the field's own schema, followed by the comparison of units."""
        return core_schema.no_info_after_validator_function(self._compare, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the field's own JSON schema with the unit beside it."""
        return {**handler(schema), "unit": self.name}

    def _compare(self, given: object) -> object:
        for found in _quantities(given):
            if found.unit != self.name:
                message = f'the unit is "{found.unit}", but "{self.name}" is asked for'
                remedy = "convert the value and its range, then write that unit"
                raise refusal("wrong_unit", message, remedy)
        return given


def quantity(unit: str, meaning: str, default: Any = ...) -> Any:  # noqa: ANN401 - like Field
    """Return the declaration of a field that holds a quantity in a unit (or several of them).

    ``rate: Quantity = quantity("km/day", "How fast a formation marches.")``: meaning and unit
    reach the schema, and a quantity in another unit is refused.
    """
    declared = Field(default, description=meaning, json_schema_extra={"unit": unit})
    declared.metadata.append(Unit(unit))
    return declared


def off(unit: str, value: float = 0.0) -> Quantity:
    """Return what a quantity is when no file declares it: the value that switches its law off."""
    return Quantity(
        value=value, unit=unit, range=(value, value), source="not declared: the law is switched off", confidence="high"
    )


def refusal(kind: str, message: str, remedy: str) -> PydanticCustomError:
    """Return a validation error that says what is wrong and, apart from it, what to do."""
    return PydanticCustomError(kind, "{wrong}; {remedy}", {"wrong": message, "remedy": remedy})


def _quantities(given: object) -> list[Quantity]:
    if isinstance(given, Quantity):
        return [given]
    if isinstance(given, Mapping):
        return [found for part in given.values() for found in _quantities(part)]
    if isinstance(given, Sequence) and not isinstance(given, str):
        return [found for part in given for found in _quantities(part)]
    return []

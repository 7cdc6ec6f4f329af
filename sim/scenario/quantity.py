"""A quantity: a number with its unit, its plausible range, its source and our confidence in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    Strict,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Words = Annotated[str, Field(min_length=1)]
Confidence = Literal["high", "medium", "low"]


class Quantity(BaseModel):
    """A number a scenario declares, with what a reader needs to trust or vary it."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, use_attribute_docstrings=True)

    value: Number
    """The number used, in ``unit``. It lies in ``range``."""
    unit: Words
    """The unit of the value and the range; "1" for a pure number."""
    range: Annotated[tuple[Number, Number], Strict(strict=False)]
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
        for _, found in _quantities(given):
            if found.unit != self.name:
                message = f'the unit is "{found.unit}", but "{self.name}" is asked for'
                remedy = "convert the value and its range, then write that unit"
                raise refusal("wrong_unit", message, remedy)
        return given


@dataclass(frozen=True)
class Bounds:
    """The least and the greatest number that makes sense, whatever a scenario holds to be plausible."""

    least: float
    most: float

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the field's own schema, followed by the comparison with the bounds."""
        return core_schema.no_info_after_validator_function(self._compare, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the field's own JSON schema with the bounds beside it."""
        return {**handler(schema), "bounds": [self.least, self.most]}

    def __str__(self) -> str:
        """Return the bounds as an interval."""
        return f"[{self.least:g}, {self.most:g}]"

    def _compare(self, given: object) -> object:
        for name, found in _quantities(given):
            of = f"of {name} " if name else ""
            low, high = found.range
            if not self.least <= found.value <= self.most:
                message = f"the value {found.value:g} {of}is impossible"
            elif not (self.least <= low and high <= self.most):
                message = f"the range [{low:g}, {high:g}] {of}holds what is impossible"
            else:
                continue
            raise refusal("out_of_bounds", message, f"stay within {self}, in {found.unit}")
        return given


SHARE: Final = (0.0, 1.0)
"""Bounds of a part of a whole, and of a chance."""
NOT_NEGATIVE: Final = (0.0, 1e6)
"""Bounds of what is merely no less than nothing."""


def quantity(unit: str, meaning: str, default: Any = ..., *, bounds: tuple[float, float] = NOT_NEGATIVE) -> Any:  # noqa: ANN401 - like Field
    """Return the declaration of a field that holds a quantity in a unit (or several of them).

    ``rate: Quantity = quantity("km/day", "How fast a formation marches.", bounds=(0, 1000))``: meaning, unit and
    bounds reach the schema. A quantity in another unit is refused, and one whose value or range leaves the bounds.
    """
    declared = Field(default, description=meaning, json_schema_extra={"unit": unit, "bounds": list(bounds)})
    declared.metadata += [Unit(unit), Bounds(*bounds)]
    return declared


def off(unit: str, value: float = 0.0) -> Quantity:
    """Return what a quantity is when no file declares it: the value that switches its law off."""
    return Quantity(
        value=value, unit=unit, range=(value, value), source="not declared: the law is switched off", confidence="high"
    )


def refusal(kind: str, message: str, remedy: str) -> PydanticCustomError:
    """Return a validation error that says what is wrong and, apart from it, what to do."""
    return PydanticCustomError(kind, "{wrong}; {remedy}", {"wrong": message, "remedy": remedy})


def _quantities(given: object, name: str = "") -> Iterator[tuple[str, Quantity]]:
    """Yield each quantity in what a field was given, with the name it goes by there, if it has one."""
    if isinstance(given, Quantity):
        yield name, given
    elif isinstance(given, Mapping):
        for key, part in given.items():
            yield from _quantities(part, str(key))
    elif isinstance(given, Sequence) and not isinstance(given, str):
        for position, part in enumerate(given):
            yield from _quantities(part, str(position))

"""The JSON schema of quantities: in the unit and within the bounds of their key, in full or short."""

from typing import Any, Final

Schema = dict[str, Any]

QUANTITY: Final = "Quantity"
REFERENCE: Final = f"#/$defs/{QUANTITY}"
ASKED: Final = ("unit", "bounds")
"""What a field says about its quantities beside their schema."""


def with_quantities(schema: Schema) -> Schema:
    """Return a schema in which every field that holds quantities asks for its own unit and bounds."""
    parts = dict(schema.get("$defs", {}))
    full = parts.pop(QUANTITY, None)
    if full is None:
        return schema
    kinds: dict[str, Schema] = {}
    whole = _renewed({key: value for key, value in schema.items() if key != "$defs"}, full, kinds)
    renewed = {name: _renewed(part, full, kinds) for name, part in parts.items()}
    return {**whole, "$defs": {**renewed, **kinds}}


def _renewed(part: Schema, full: Schema, kinds: dict[str, Schema]) -> Schema:
    if "properties" not in part:
        return part
    return {**part, "properties": {name: _field(field, full, kinds) for name, field in part["properties"].items()}}


def _field(field: Schema, full: Schema, kinds: dict[str, Schema]) -> Schema:
    if "unit" not in field:
        return field
    unit, bounds = field["unit"], field.get("bounds")
    name = " ".join(str(each) for each in (QUANTITY, unit, *(bounds or ()))).replace(" ", "-").replace("/", "-per-")
    kinds.setdefault(name, _kind(full, unit, bounds))
    kept = {key: value for key, value in field.items() if key not in ASKED}
    return {key: _referring(value, f"#/$defs/{name}", key) for key, value in kept.items()}


def _referring(schema: Any, reference: str, key: str = "") -> Any:  # noqa: ANN401 - as JSON
    """Return a schema that refers to one kind of quantity in place of any."""
    if isinstance(schema, dict):
        return {name: _referring(value, reference, name) for name, value in schema.items()}
    if isinstance(schema, list):
        return [_referring(each, reference) for each in schema]
    return reference if key == "$ref" and schema == REFERENCE else schema


def _kind(full: Schema, unit: str, bounds: list[float] | None) -> Schema:
    """Return the schema of a quantity in a unit: a number, a list or a mapping."""
    number: Schema = {"type": "number"}
    if bounds is not None:
        number |= {"minimum": bounds[0], "maximum": bounds[1]}
    parts = full["properties"]
    words = [parts["source"], parts["confidence"]]
    properties = {
        **parts,
        "value": {**parts["value"], **number},
        "unit": {"const": unit, "description": parts["unit"]["description"]},
        "range": {**parts["range"], "prefixItems": [number, number]},
    }
    return {
        "title": f"Quantity, unit {unit}",
        "description": f"Unit {unit}: a number, [value, low, high, source], or a mapping.",
        "anyOf": [
            number,
            _list([number], words),
            _list([number, number, number], words),
            {**full, "properties": properties},
        ],
    }


def _list(numbers: list[Schema], words: list[Schema]) -> Schema:
    every = [*numbers, *words]
    return {"type": "array", "prefixItems": every, "minItems": len(numbers), "maxItems": len(every)}

"""The JSON schema of scenario files, by which editors complete and check them."""

from typing import Any, Final

from pydantic import BaseModel

from sim.scenario.extending import KEY

Schema = dict[str, Any]

EXTENDS: Final[Schema] = {
    "description": "The scenario file or files this one takes over and changes, relative to this file.",
    "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
}
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def file_schema(root: type[BaseModel]) -> Schema:
    """Return the schema of a file that declares a scenario, or the part in which it differs.

    Any part may be left out, since a file may inherit it, or be null to remove what is
    inherited; a quantity may be a bare number where one is inherited.
    """
    schema = root.model_json_schema(by_alias=True)
    parts = {name: _partial(part) for name, part in schema.pop("$defs", {}).items()}
    if "Quantity" in parts:
        parts["Quantity"] = {"anyOf": [{"type": "number"}, parts["Quantity"]]}
    whole = _partial(schema)
    whole["properties"][KEY] = EXTENDS
    return {"$schema": DIALECT, **whole, "$defs": parts}


def _partial(schema: Schema) -> Schema:
    """Return a schema in which no member is required and every member may be null."""
    told = {key: value for key, value in schema.items() if key != "required"}
    if "properties" in told:
        told["properties"] = {name: _removable(part) for name, part in told["properties"].items()}
    for key in ("additionalProperties", "items"):
        if isinstance(told.get(key), dict):
            told[key] = _removable(told[key]) if key == "additionalProperties" else _partial(told[key])
    for key in ("anyOf", "oneOf", "prefixItems"):
        if key in told:
            told[key] = [_partial(part) for part in told[key]]
    return told


def _removable(schema: Schema) -> Schema:
    """Return the schema of a member that may be null, which removes what is inherited."""
    told: Schema = {key: value for key, value in schema.items() if key in {"title", "description"}}
    kept = {key: value for key, value in schema.items() if key not in told}
    return {**told, "anyOf": [_partial(kept), {"type": "null"}]}

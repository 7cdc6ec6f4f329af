"""The JSON schema of scenario files, by which editors complete and check them."""

from collections.abc import Iterator
from typing import Any, Final

from pydantic import BaseModel

from sim.scenario import upgrading
from sim.scenario.files.appending import ADD
from sim.scenario.files.derivation import DERIVED
from sim.scenario.files.extending import KEY
from sim.scenario.files.quantity_schema import with_quantities
from sim.scenario.files.whole_schema import asked_of_whole
from sim.scenario.key_table import COMMON

Schema = dict[str, Any]

EXTENDS: Final[Schema] = {
    "description": "The scenario files this one takes over and changes: relative to this file, or westphalia/NAME.",
    "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
}
VERSION: Final[Schema] = {
    "description": "The form the file is written in: keys that have had other names since are read by those.",
    "type": "integer",
    "minimum": 0,
    "maximum": upgrading.VERSION,
}
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
LEFT_TO_OTHERS: Final = {"required", "minProperties"}
"""What cannot be asked of one file, since a file that it extends may have the rest."""
NULL: Final[Schema] = {"type": "null"}
TO_APPEND: Final = "Entries behind those that are inherited."
ROADS: Final = "theatre.roads.-"
DAY: Final = r"^\d{4}-\d{2}-\d{2}$"


def file_schema(root: type[BaseModel]) -> Schema:
    """Return the schema of a file that declares a scenario, or the part in which it differs.

    Any part may be left out, since a file may inherit it, or be null to remove what is inherited. A quantity may be
    written short; its unit and its bounds are those of its key.
    """
    schema = with_quantities(root.model_json_schema(by_alias=True))
    parts = schema.pop("$defs", {})
    entries = set(_entries(schema)) | {name for part in parts.values() for name in _entries(part)}
    shown = {name: _entry(part) if name in entries else _nullable(_partial(part)) for name, part in parts.items()}
    whole = _partial(schema)
    whole["properties"] |= {KEY: EXTENDS, upgrading.KEY: VERSION}
    for part in (whole, *shown.values()):
        _describe_by_class(part, shown)
    return {"$schema": DIALECT, **whole, **asked_of_whole(root), "$defs": shown}


def _entries(schema: Any) -> Iterator[str]:  # noqa: ANN401 - as JSON
    """Yield the names of parts that stand in lists alone: they replace others whole, so that nothing is inherited."""
    if isinstance(schema, dict):
        items = schema.get("items", {})
        for each in [items, *items.get("oneOf", ())]:
            if "$ref" in each:
                yield str(each["$ref"]).rpartition("/")[2]
    for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from _entries(part)


def _entry(schema: Schema) -> Schema:
    """Return the schema of an entry of a list: what it must have is asked for, but for what can be derived."""
    must = [name for name in schema.get("required", ()) if f"{ROADS}.{name}" not in DERIVED]
    found = _partial(schema)
    properties = {
        name: schema["properties"][name] if name in must else part for name, part in found["properties"].items()
    }
    described = {name: _dated(_described(name, part)) for name, part in properties.items()}
    return {**found, "properties": described, "required": must}


def _describe_by_class(schema: Schema, parts: dict[str, Schema]) -> None:
    """Let every key that has no description of its own say what its class says of itself."""
    for name, part in schema.get("properties", {}).items():
        meant = parts.get(str(part.get("$ref", "")).rpartition("/")[2], {})
        if "description" not in part and "description" in meant:
            schema["properties"][name] = {"description": meant["description"], **part}


def _dated(schema: Schema) -> Schema:
    """Return the schema of a day so that it is compared without a checker of formats too."""
    return {**schema, "pattern": DAY} if schema.get("format") == "date" else schema


def _partial(schema: Schema) -> Schema:
    """Return a schema in which no member is required and every member may be null."""
    found = {key: value for key, value in schema.items() if key not in LEFT_TO_OTHERS}
    if "properties" in found:
        described = {name: _dated(_described(name, part)) for name, part in found["properties"].items()}
        found["properties"] = {name: _appendable(_removable(part)) for name, part in described.items()}
    for key in ("additionalProperties", "items"):
        if isinstance(found.get(key), dict):
            part = found[key]
            found[key] = _appendable(_removable(part)) if key == "additionalProperties" else _partial(part)
    for key in ("anyOf", "oneOf", "prefixItems"):
        if key in found:
            found[key] = [_dated(_partial(part)) for part in found[key]]
    return found


def _removable(schema: Schema) -> Schema:
    """Return the schema of a member that may be null, which removes what is inherited."""
    found: Schema = {key: value for key, value in schema.items() if key in {"title", "description", "default"}}
    kept = _partial({key: value for key, value in schema.items() if key not in found})
    return {**found, **(kept if "$ref" in kept else _nullable(kept))}


def _appendable(schema: Schema) -> Schema:
    """Return the schema of a member that, if it is a list, may also be written as what is appended to one."""
    if schema.get("type") != ["array", "null"] or "prefixItems" in schema:
        return schema
    words = {key: value for key, value in schema.items() if key in {"title", "description", "default"}}
    entries = {key: value for key, value in schema.items() if key not in words}
    to_add: Schema = {
        "type": "object",
        "description": TO_APPEND,
        "properties": {ADD: {"description": TO_APPEND, **entries, "type": "array"}},
        "minProperties": 1,
        "additionalProperties": False,
    }
    return {**words, "anyOf": [entries, to_add]}


def _described(name: str, schema: Schema) -> Schema:
    return {"description": COMMON[name], **schema} if name in COMMON else schema


def _nullable(schema: Schema) -> Schema:
    """Return a schema that null satisfies too, so shaped that a validator can say what is wrong with anything else."""
    if isinstance(schema.get("type"), str) and not {"enum", "const"} & schema.keys():
        return {**schema, "type": [schema["type"], "null"]}
    if "anyOf" in schema:
        return schema if NULL in schema["anyOf"] else {**schema, "anyOf": [*schema["anyOf"], NULL]}
    return {"anyOf": [schema, NULL]}

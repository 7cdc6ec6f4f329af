"""An editor that checks scenario files by their schema, as people see them checked while they write."""

from jsonschema import Draft202012Validator

from sim.scenario.files.document import read_document
from sim.scenario.files.schema import file_schema
from sim.scenario.scenario import Scenario

EDITOR = Draft202012Validator(file_schema(Scenario))


def underlined(text: str) -> list[str]:
    """Return what an editor underlines in a file."""
    document = read_document("", text, [])
    return [error.message for error in EDITOR.iter_errors(as_json(document.plain if document else None))]


def as_json(value: object) -> object:
    """Return a value as JSON has it: dates as text."""
    if isinstance(value, dict):
        return {key: as_json(part) for key, part in value.items()}
    if isinstance(value, list):
        return [as_json(part) for part in value]
    return value if isinstance(value, str | int | float | None) else str(value)

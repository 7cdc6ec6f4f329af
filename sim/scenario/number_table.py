"""The table of numbers: every number a scenario may declare, with its unit and bounds, as a document."""

import types
from collections.abc import Iterator
from typing import Annotated, Any, Final, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le, Lt
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from sim.scenario.quantity import Bounds, Quantity, Unit

HEAD: Final = """\
# Numbers

Every number that a scenario may declare, by the path that `--set` uses (`*` stands for a name of the scenario's own),
with its unit and its bounds. A quantity keeps within the bounds with its value and with its declared range, whatever
its author holds to be plausible: beyond them no campaign makes sense. This file is what `westphalia schema --table`
prints.

| path | unit | bounds | meaning |
|---|---|---|---|
"""


def number_table(root: type[BaseModel]) -> str:
    """Return the document: a line for each number that a class and its parts declare."""
    lines = (
        f"| `{path}` | {unit} | {bounds} | {' '.join((field.description or '').split())} |\n"
        for path, unit, bounds, field in _numbers(root, "")
    )
    return HEAD + "".join(dict.fromkeys(lines))


def _numbers(model: type[BaseModel], path: str) -> Iterator[tuple[str, str, str, FieldInfo]]:
    for name, field in model.model_fields.items():
        here = f"{path}{field.alias or name}"
        unit = next((each.name for each in field.metadata if isinstance(each, Unit)), "")
        bounds = next((str(each) for each in field.metadata if isinstance(each, Bounds)), "")
        for ending, kind in _parts(field.annotation, ""):
            if kind is Quantity:
                yield here + ending, unit, bounds, field
            elif isinstance(kind, type) and issubclass(kind, BaseModel):
                yield from _numbers(kind, f"{here}{ending}.")
            elif kind in {int, float} and (limits := _limits([*field.metadata, *_metadata(field.annotation)])):
                yield here + ending, "", limits, field


def _parts(kind: Any, ending: str) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - annotations have no type
    """Yield what a field may hold, with the steps that lead there."""
    origin, inside = get_origin(kind), get_args(kind)
    if origin is Annotated:
        yield from _parts(inside[0], ending)
    elif origin in {Union, types.UnionType}:
        for each in inside:
            yield from _parts(each, ending)
    elif origin is dict:
        yield from _parts(inside[1], f"{ending}.*")
    elif origin is list:
        yield from _parts(inside[0], f"{ending}.*")
    else:
        yield ending, kind


def _metadata(kind: Any) -> Iterator[Any]:  # noqa: ANN401 - as above
    for each in get_args(kind):
        if get_origin(each) is Annotated:
            yield from (part for field in get_args(each)[1:] for part in getattr(field, "metadata", [field]))


def _limits(metadata: list[Any]) -> str:
    low = next((f"[{each.ge:g}" for each in metadata if isinstance(each, Ge)), "")
    low = low or next((f"({each.gt:g}" for each in metadata if isinstance(each, Gt)), "")
    high = next((f"{each.le:g}]" for each in metadata if isinstance(each, Le)), "")
    high = high or next((f"{each.lt:g})" for each in metadata if isinstance(each, Lt)), "")
    return f"{low}, {high}" if low and high else ""

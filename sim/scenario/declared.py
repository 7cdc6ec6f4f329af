"""What a scenario's classes allow at a path: the fields, by the names that files use."""

import types
from collections.abc import Iterator, Sequence
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from sim.scenario.located import Step


def declared_fields(root: type[BaseModel], steps: Sequence[Step]) -> dict[str, FieldInfo]:
    """Return the fields that may be written at a path; empty where names are the user's own."""
    kinds: list[Any] = [root]
    for step in steps:
        kinds = [inner for kind in kinds for inner in _inside(kind, step)]
    models = [model for kind in kinds for model in _alternatives(kind) if _is_model(model)]
    return {name: field for model in models for name, field in _fields(model).items()}


def _inside(kind: Any, step: Step) -> Iterator[Any]:  # noqa: ANN401 - annotations have no type
    for each in _alternatives(kind):
        if _is_model(each):
            field = _fields(each).get(str(step))
            if field is not None:
                yield field.annotation
        elif get_args(each):
            yield from get_args(each)[-1:] if get_origin(each) is dict else get_args(each)[:1]


def _alternatives(kind: Any) -> Iterator[Any]:  # noqa: ANN401
    origin = get_origin(kind)
    if origin is Annotated:
        yield from _alternatives(get_args(kind)[0])
    elif origin in (Union, types.UnionType):
        for each in get_args(kind):
            yield from _alternatives(each)
    else:
        yield kind


def _is_model(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    return {field.alias or name: field for name, field in model.model_fields.items()}

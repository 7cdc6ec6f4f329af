"""What a scenario's classes allow at a path: the fields, by the names that files use."""

import types
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from sim.scenario.files.located import Step


def declared_fields(root: type[BaseModel], steps: Sequence[Step]) -> dict[str, FieldInfo]:
    """Return the fields that may be written at a path; empty where names are the user's own."""
    kinds: list[Any] = [root]
    for step in steps:
        kinds = [inner for kind in kinds for inner in kinds_inside(kind, step)]
    models = [model for kind in kinds for model in alternatives(kind) if is_model(model)]
    return {name: field for model in models for name, field in fields_of(model).items()}


def kinds_inside(kind: Any, step: Step) -> Iterator[Any]:  # noqa: ANN401 - annotations have no type
    """Yield the kinds of what may stand at a step within a declaration of some kind."""
    for each in alternatives(kind):
        if is_model(each):
            field = fields_of(each).get(str(step))
            if field is not None:
                yield field.annotation
        elif get_args(each):
            yield from get_args(each)[-1:] if get_origin(each) is dict else get_args(each)[:1]


def alternatives(kind: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield what an annotation allows: the parts of a union, without what only describes them."""
    origin = get_origin(kind)
    if origin is Annotated:
        yield from alternatives(get_args(kind)[0])
    elif origin in (Union, types.UnionType):
        for each in get_args(kind):
            yield from alternatives(each)
    else:
        yield kind


def is_model(kind: object) -> bool:
    """Return whether a part of an annotation is a class of declarations."""
    return isinstance(kind, type) and issubclass(kind, BaseModel)


@cache
def fields_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return the fields of a class by the names that files use."""
    return {field.alias or name: field for name, field in model.model_fields.items()}

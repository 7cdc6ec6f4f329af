"""Parameters: every quantity of a scenario, by its dotted path."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from sim.scenario.declared import declared_fields
from sim.scenario.files.located import Steps, dotted
from sim.scenario.quantity import Bounds, Quantity


def parameters(scenario: BaseModel) -> dict[str, Quantity]:
    """Return every quantity of a scenario by the path that ``--set`` and designs use."""
    return {dotted(steps): quantity for steps, quantity in located_quantities(scenario)}


def bounds_of(root: type[BaseModel], steps: Steps) -> Bounds | None:
    """Return the bounds that a class sets to the quantity at a path, or None where it declares no quantity."""
    for length in range(len(steps), max(0, len(steps) - 2), -1):
        field = declared_fields(root, steps[: length - 1]).get(str(steps[length - 1]))
        if field is not None:
            return next((each for each in field.metadata if isinstance(each, Bounds)), None)
    return None


def located_quantities(part: object, steps: Steps = ()) -> Iterator[tuple[Steps, Quantity]]:
    """Return each quantity within a part of a scenario with the steps that lead to it.

    Lists of lists are outlines, of very many points and no quantity.
    """
    if isinstance(part, Quantity):
        yield steps, part
    elif isinstance(part, BaseModel):
        for name, field in type(part).model_fields.items():
            yield from located_quantities(getattr(part, name), (*steps, field.alias or name))
    elif isinstance(part, Mapping):
        for key, member in part.items():
            yield from located_quantities(member, (*steps, str(key)))
    elif isinstance(part, list | tuple):
        declared = part if part and isinstance(part[0], BaseModel | Mapping) else ()
        for position, member in enumerate(declared):
            yield from located_quantities(member, (*steps, position))

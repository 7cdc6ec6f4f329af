"""Rewriting: every quantity of a declaration put in another form, wherever its classes hold one."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_origin

from sim.scenario.declared import alternatives, fields_of, is_model
from sim.scenario.files.located import Located, Steps
from sim.scenario.quantity import Quantity


@dataclass(frozen=True)
class Asked:
    """What a field asks of its quantities."""

    unit: str = "1"
    bounds: tuple[float, float] | None = None
    """The least and the greatest possible value, if the field says."""


Rewrite = Callable[[Located, Steps, Asked], Located]
"""Returns the new form of a quantity that is declared at some steps."""


def rewritten(here: Located, kind: Any, rewrite: Rewrite, steps: Steps = (), asked: Asked | None = None) -> Located:  # noqa: ANN401 - annotations have no type
    """Return a declaration of some kind with each of its quantities rewritten; all else stays the same object."""
    kinds = [each for each in alternatives(kind) if _holds_quantities(each)]
    if Quantity in kinds:
        return rewrite(here, steps, asked or Asked())
    if not kinds:
        return here
    if isinstance(here.value, dict):
        members = {}
        for key, member in here.value.items():
            within = [each for outer in kinds for each in _inside(outer, key, asked)]
            members[key] = rewritten(member, within[0][0], rewrite, (*steps, key), within[0][1]) if within else member
        return Located(members, here.mark)
    if isinstance(here.value, list):
        inner = next(iter(get_args(kinds[0])), None)
        parts = [rewritten(part, inner, rewrite, (*steps, n), asked) for n, part in enumerate(here.value)]
        return Located(parts, here.mark)
    return here


def _inside(kind: Any, key: str, asked: Asked | None) -> list[tuple[Any, Asked | None]]:  # noqa: ANN401 - as above
    if is_model(kind):
        field = fields_of(kind).get(key)
        if field is None:
            return []
        extra = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
        bounds: Any = extra.get("bounds")
        return [(field.annotation, Asked(str(extra.get("unit", "1")), tuple(bounds) if bounds else None))]
    return [(get_args(kind)[-1], asked)] if get_origin(kind) is dict else []


def _holds_quantities(kind: Any) -> bool:  # noqa: ANN401 - as above
    if is_model(kind):
        return _has_quantities(kind)
    return any(_holds_quantities(inner) for arg in get_args(kind) for inner in alternatives(arg))


@cache
def _has_quantities(model: type) -> bool:
    annotations = [field.annotation for field in fields_of(model).values()]
    return model is Quantity or any(_holds_quantities(each) for kind in annotations for each in alternatives(kind))

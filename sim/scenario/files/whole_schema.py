"""What the JSON schema asks of a file that is a whole scenario: it has a title and takes over no other file."""

from collections.abc import Iterator
from typing import Any, Final, get_args, get_origin

from pydantic import BaseModel

from sim.scenario.declared import alternatives, fields_of, is_model
from sim.scenario.files.defaults import laws_that_ship, with_defaults
from sim.scenario.files.derivation import DERIVED
from sim.scenario.files.extending import KEY
from sim.scenario.files.located import Located, Mark, located
from sim.scenario.quantity import Quantity

Schema = dict[str, Any]
ANY: Final = "NAME"
"""Stands for a name of the user's own."""
SAMPLE: Final[dict[str, Any]] = {group: {ANY: {}} for group in ("sides", "supporters", "mediators")}
TITLE: Final = "title"
READ_IN: Final = {"outline", "code"}
"""Keys whose value is read from another file that is named."""
FROM_GROUND: Final = {"talks.issues", f"talks.issues.{ANY}.weights"}
"""What the contested ground says, where it is the only issue."""


def asked_of_whole(root: type[BaseModel]) -> Schema:
    """Return the condition on a file, and what it must then declare: all that nothing else says."""
    alone = {"required": [TITLE], "properties": {TITLE: {"type": "string"}}, "not": {"required": [KEY]}}
    return {"if": alone, "then": _asked(root, (), with_defaults(located(SAMPLE, Mark("")), laws_that_ship()))}


def _asked(model: type[BaseModel], path: tuple[str, ...], defaults: Located) -> Schema:
    required, properties = [], {}
    for name, field in fields_of(model).items():
        if name in READ_IN:
            continue
        here = (*path, name)
        inner: Schema = {}
        for part, names in _parts(field.annotation):
            asked = _asked(part, (*here, *names), defaults)
            inner = {"additionalProperties": asked} if asked and names else asked
        is_given = _is_given(here, defaults) or not field.is_required()
        if not is_given or ("required" in inner and field.is_required()):
            required.append(name)
        if inner:
            properties[name] = inner
    return {
        **({"required": required} if required else {}),
        **({"properties": properties} if properties else {}),
    }


def _parts(kind: Any) -> Iterator[tuple[type[BaseModel], tuple[str, ...]]]:  # noqa: ANN401 - annotations
    """Yield the classes of mappings that an annotation holds; entries of lists are whole wherever they stand."""
    for each in alternatives(kind):
        if is_model(each) and each is not Quantity:
            yield each, ()
        elif get_origin(each) is dict:
            for part, names in _parts(get_args(each)[-1]):
                yield part, (ANY, *names)


def _is_given(path: tuple[str, ...], defaults: Located) -> bool:
    """Return whether a default or a derivation says what a file leaves out."""
    name = ".".join(path)
    if name in SAMPLE:
        return False
    by_side = name.replace(f"sides.{ANY}", "sides.SIDE")
    return defaults.follow(path)[1] == path or by_side in DERIVED or name in FROM_GROUND

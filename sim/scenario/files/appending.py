"""Appending: ``roads: {add: [...]}`` puts entries behind those of a parent's list, which a bare list replaces."""

from typing import Any, Final, get_origin

from sim.scenario.declared import alternatives, kinds_inside
from sim.scenario.files.faults import Fault, fault_at
from sim.scenario.files.located import Located, Steps, is_number

ADD: Final = "add"
"""The only key of a mapping that stands for a list to append."""


def entries_to_add(declared: Located) -> list[Located] | None:
    """Return the entries that a declaration appends, or None where it appends nothing."""
    if declared.members.keys() == {ADD}:
        entries = declared.members[ADD].value
        return entries if isinstance(entries, list) else None
    return None


def appended(base: Located, over: Located) -> Located | None:
    """Return a list with the entries that another declaration appends to it, or None where it appends none."""
    new = entries_to_add(over)
    if new is None:
        return None
    if isinstance(base.value, list):
        return Located([*base.value, *new], over.mark)
    before = entries_to_add(base)
    return None if before is None else Located({ADD: Located([*before, *new], over.mark)}, over.mark)


def tell_replaced(base: Located, over: Located, steps: Steps, faults: list[Fault]) -> None:
    """Note that a list of a parent is replaced, unless the new one begins with all of its entries."""
    if isinstance(base.value, list) and isinstance(over.value, list) and base.value:
        kept = [part.plain for part in over.value[: len(base.value)]]
        is_range = all(is_number(part.value) for part in base.value)
        if kept != base.plain and not is_range:
            number = f"{len(base.value)} {'entry' if len(base.value) == 1 else 'entries'}"
            message = f"the list replaces the {number} of {base.mark}"
            remedy = f"nothing, if that is meant; `{{{ADD}: [...]}}` appends"
            faults.append(fault_at(over.mark, steps, message, remedy, "note"))


def lists_made(here: Located, *kinds: Any) -> Located:  # noqa: ANN401 - annotations have no type
    """Return declarations of some kinds in which what is appended to nothing is a list of its own."""
    each = [inner for kind in kinds for inner in alternatives(kind)]
    new = entries_to_add(here)
    if new is not None and any(get_origin(kind) is list for kind in each):
        here = Located(new, here.members[ADD].mark)
    if isinstance(here.value, dict):
        members = {
            key: lists_made(part, *(inner for kind in each for inner in kinds_inside(kind, key)))
            if isinstance(part.value, dict | list)
            else part
            for key, part in here.value.items()
        }
        return Located(members, here.mark)
    if isinstance(here.value, list):
        inner = [found for kind in each for found in kinds_inside(kind, 0)]
        return Located([lists_made(part, *inner) for part in here.value], here.mark) if inner else here
    return here

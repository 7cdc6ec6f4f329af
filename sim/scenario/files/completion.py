"""Completion: a scenario that leaves much out becomes one that declares everything, and tells what it assumed."""

from collections.abc import Iterator
from typing import Any

from sim.scenario.files.assumption import Assumption
from sim.scenario.files.defaults import laws_of_old, laws_that_ship, with_defaults
from sim.scenario.files.derivation import (
    abbreviations,
    contested_region,
    derived,
    projection,
    road_lengths,
    territory,
    theatre_name,
    whole,
)
from sim.scenario.files.located import Located, Mark, Steps, dotted, located
from sim.scenario.files.short_form import filled, is_quantity
from sim.scenario.scenario import Scenario
from sim.scenario.upgrading import renamed

DEFAULT = "default"
UNSOURCED = "no source is given"


def completed(tree: Located, laws: Located | None = None) -> tuple[Located, list[Assumption]]:
    """Return a scenario's declarations with defaults and what follows from them, and all that was assumed."""
    declared = tree
    tree, first = derived(tree, contested_region, theatre_name, abbreviations, projection, road_lengths)
    tree, second = derived(with_defaults(tree, laws or laws_that_ship()), territory, whole)
    tree, unsourced = filled(tree, Scenario)
    reasons = {
        **dict.fromkeys(unsourced, UNSOURCED),
        **dict.fromkeys(_added(tree, declared, ()), DEFAULT),
        **first,
        **second,
    }
    return tree, [Assumption(dotted(steps), _value(tree, steps), why) for steps, why in reasons.items()]


def complete(content: dict[str, Any], version: int = 0) -> Any:  # noqa: ANN401 - as JSON
    """Return what a scenario of a version declared when it was kept, with the defaults of what was not known then.

    A law that came later is switched off, so that what was played can be played again.
    """
    return completed(renamed(located(content, Mark("kept")), version, []), laws_of_old())[0].plain


def _added(here: Located, before: Located | None, steps: Steps) -> Iterator[Steps]:
    """Yield the steps to each value and quantity that was not there before."""
    if is_quantity(here) or not here.members:
        if before is None:
            yield steps
        return
    for key, member in here.members.items():
        yield from _added(member, before.member(key) if before else None, (*steps, key))


def _value(tree: Located, steps: Steps) -> object:
    here = tree.follow(steps)[0]
    return (here.member("value") or here).plain

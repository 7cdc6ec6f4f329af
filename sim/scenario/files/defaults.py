"""Defaults: what lies beneath every scenario, and counts where it says nothing.

The constants of the laws are ``westphalia/laws``; what a side, a supporter or the talks leave out is
``westphalia/defaults``. A scenario that declares everything takes nothing from either.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, Final

from sim.scenario.declared import declared_fields
from sim.scenario.files.document import read_document
from sim.scenario.files.extending import merged
from sim.scenario.files.faults import Fault
from sim.scenario.files.located import Located, Mark, is_number, names_in
from sim.scenario.files.shipped import BENEATH
from sim.scenario.files.short_form import is_quantity, spelt_out
from sim.scenario.laws import LawsDeclared
from sim.scenario.mediators import MediatorDeclared
from sim.scenario.quantity import Quantity
from sim.scenario.sides import SideDeclared, SupporterDeclared
from sim.scenario.talks import PatienceDeclared, TalksDeclared, WarCostDeclared

FILE: Final = "defaults.yaml"
LAWS: Final = "laws.yaml"
KINDS: Final[dict[str, Any]] = {
    "side": SideDeclared,
    "supporter": SupporterDeclared,
    "mediator": MediatorDeclared,
    "pressure": Quantity,
    "talks": TalksDeclared,
    "weight": Quantity,
    "patience": PatienceDeclared,
    "costs": WarCostDeclared,
    "detour": dict[str, Quantity],
}
"""What each part of the file stands for."""
BY_SIDE: Final = ("weights", "patience", "costs", "pressure")
"""Keys under which every side has a default."""


def with_defaults(tree: Located, laws: Located) -> Located:
    """Return a scenario's declarations with laws and defaults beneath; what is declared, and its order, stays."""
    parts = dict(tree.members)
    parts["laws"] = merged(laws, parts["laws"], ("laws",), []) if "laws" in parts else laws
    sides = list(parts["sides"].members) if "sides" in parts else []
    for group, default in (("sides", "side"), ("supporters", "supporter"), ("mediators", "mediator")):
        if group in parts:
            parts[group] = _each_over(parts[group], parts[group].members, part(default))
    if "mediators" in parts:
        parts["mediators"] = _with_pressure(parts["mediators"], sides)
    parts["talks"] = _talks(parts, sides, tree.mark)
    return Located(parts, tree.mark)


def part(name: str) -> Located:
    """Return a part of the defaults, its quantities spelt out."""
    return _defaults()[name]


@cache
def laws_that_ship() -> Located:
    """Return the constants of the laws that ship: beneath every scenario file."""
    return _read(BENEATH / LAWS).members["laws"]


@cache
def laws_of_old() -> Located:
    """Return those of them without a value that switches their law off: beneath whatever was kept before the others."""
    laws = laws_that_ship()
    kept = {}
    for group, constants in laws.members.items():
        fields = declared_fields(LawsDeclared, (group,))
        members = {name: each for name, each in constants.members.items() if fields[name].is_required()}
        kept[group] = Located(members, constants.mark)
    return Located(kept, laws.mark)


def over(default: Located, declared: Located) -> Located:
    """Return a declaration over a default.

    A number over a quantity keeps the range alone, widened to hold it: nobody gave a source for that number. A range of
    one value, of what is switched off unless somebody speaks of it, is not kept.
    """
    if is_quantity(default):
        parts = {"value": declared} if is_number(declared.value) else dict(declared.members)
        if "value" in parts and "range" not in parts and is_number(parts["value"].value):
            parts |= _widened(default.members["range"], parts["value"])
        return Located(parts, declared.mark) if parts else declared
    if not isinstance(default.value, dict) or not isinstance(declared.value, dict):
        return declared
    members = dict(declared.value)
    for key, member in default.value.items():
        members[key] = over(member, members[key]) if key in members else member
    return Located(members, declared.mark)


def _each_over(group: Located, names: Iterable[str], default: Located) -> Located:
    """Return a group with the default beneath each of its names; names that are missing come last.

    What is written in its place and is no mapping stays, to be refused.
    """
    if not isinstance(group.value, dict):
        return group
    members = dict(group.members)
    for name in names:
        members[name] = over(default, members[name]) if name in members else default
    return Located(members, group.mark)


def _with_pressure(mediators: Located, sides: list[str]) -> Located:
    if not isinstance(mediators.value, dict):
        return mediators
    members = dict(mediators.members)
    for name, mediator in members.items():
        if isinstance(mediator.value, dict):
            pressure = mediator.member("pressure") or Located({}, mediator.mark)
            each = {**mediator.value, "pressure": _each_over(pressure, sides, part("pressure"))}
            members[name] = Located(each, mediator.mark)
    return Located(members, mediators.mark)


def _talks(parts: dict[str, Located], sides: list[str], mark: Mark) -> Located:
    """Return the talks over their defaults; a look-ahead that is declared alone says itself when the war ends."""
    declared = parts.get("talks", Located({}, mark))
    talks = over(part("talks"), declared)
    members = dict(talks.members)
    if "horizon" in declared.members and "end" not in declared.members:
        members.pop("end", None)
    ground = parts.get("contested", Located([], mark))
    contested = " and ".join(names_in(ground))
    issues = members.get("issues", Located({}, mark))
    alone = issues.member(contested) or Located({}, ground.mark)
    if contested and _is_mapping(issues, alone) and issues.members.keys() <= {contested}:
        weights = _each_over(alone.member("weights") or Located({}, ground.mark), sides, part("weight"))
        issue = Located({**alone.members, "weights": weights}, alone.mark)
        members["issues"] = Located({contested: issue}, issues.mark)
    for table in ("patience", "costs"):
        members[table] = _each_over(members.get(table, Located({}, mark)), sides, part(table))
    return Located(members, talks.mark)


def _is_mapping(*parts: Located) -> bool:
    return all(isinstance(each.value, dict) for each in parts)


def _widened(ends: Located, value: Located) -> dict[str, Located]:
    low, high = ends.member(0), ends.member(1)
    if low is None or high is None or low.value == high.value:
        return {}
    return {"range": Located([min(low, value, key=_number), max(high, value, key=_number)], value.mark)}


def _number(here: Located) -> float:
    return float(here.value)  # type: ignore[arg-type]


@cache
def _defaults() -> dict[str, Located]:
    faults: list[Fault] = []
    members = _read(BENEATH / FILE).members
    spelt = {name: spelt_out(member, KINDS[name], faults) for name, member in members.items()}
    if faults:
        raise ValueError(str(faults[0]))
    return spelt


def _read(file: Path) -> Located:
    faults: list[Fault] = []
    document = read_document(str(file), file.read_text(encoding="utf-8"), faults)
    if document is None or faults:
        raise ValueError(f"{file}: {faults}")
    return document

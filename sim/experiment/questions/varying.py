"""Varying: what a person may change to reach a goal - a quantity, a date, a count, or how many formations of a kind."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sim.experiment.designs.factors import part_at
from sim.experiment.questions.seeking import Value
from sim.scenario.files.faults import suggestion
from sim.scenario.files.located import Steps, dotted
from sim.scenario.parameters import located_quantities
from sim.scenario.quantity import Quantity
from sim.scenario.scenario import Scenario
from sim.vocabulary import BadInput

COPIES: Final = "copies:"
"""Begins what varies the number of further formations like a named one."""
MOST: Final = 40
"""Further formations at the most, where no bounds are given."""


@dataclass(frozen=True)
class Varied:
    """What is varied, from where, and within which bounds."""

    name: str
    declared: Value
    bounds: tuple[Value, Value]
    overrides: Callable[[Any], Mapping[str, object]]
    """Returns what puts a value into the scenario, as ``read_scenario`` takes it."""


def varied(name: str, scenario: Scenario, bounds: tuple[str | None, str | None] = (None, None)) -> Varied:
    """Return what a name such as ``sides.Ukraine.sustainment.trucks`` or ``copies:47th Brigade`` varies.

    Raises:
        BadInput: the scenario has nothing of that name, it cannot be varied, or its bounds are missing or wrong.

    """
    if name.startswith(COPIES):
        return _copies(name, scenario, bounds)
    quantities = {dotted(steps): quantity for steps, quantity in located_quantities(scenario)}
    name = next((path for path in quantities if path.replace('"', "") == name.replace('"', "")), name)
    if name in quantities:
        quantity = quantities[name]
        low, high = quantity.range
        return Varied(name, float(quantity), _within(name, (low, high), bounds, float), lambda value: {name: value})
    steps: Steps = tuple(int(step) if step.isdecimal() else step for step in name.split("."))
    try:
        found = part_at(scenario, steps)
    except (AttributeError, KeyError, IndexError, TypeError, ValueError):
        known = [*quantities, *(f"{COPIES}{each}" for each in scenario.order_of_battle.formations)]
        raise BadInput(f"--vary {name}: there is no such value; {suggestion(name, known, 'give its path')}") from None
    if isinstance(found, Quantity | bool) or not isinstance(found, int | date):
        raise BadInput(f"--vary {name}: it is no number and no date; give the path of one")
    read = date.fromisoformat if isinstance(found, date) else int
    return Varied(name, found, _within(name, (None, None), bounds, read), lambda value: {name: value})


def _copies(name: str, scenario: Scenario, bounds: tuple[str | None, str | None]) -> Varied:
    kind, formations = name.removeprefix(COPIES), scenario.order_of_battle.formations
    if kind not in formations:
        advice = suggestion(kind, formations, "see the order of battle")
        raise BadInput(f'--vary {name}: there is no formation "{kind}"; {advice}')
    like = formations[kind].model_dump(mode="json", by_alias=True, exclude_none=True)

    def overrides(count: int) -> Mapping[str, object]:
        copies = {f"{kind}, copy {n + 1}": like for n in range(count)}
        return {"order_of_battle.formations": copies} if copies else {}

    return Varied(name, 0, _within(name, (0, MOST), bounds, int), overrides)


def _within(
    name: str,
    declared: tuple[Value | None, Value | None],
    given: tuple[str | None, str | None],
    read: Callable[[str], Value],
) -> tuple[Value, Value]:
    ends: list[Value] = []
    for option, end, text in zip(("--from", "--to"), declared, given, strict=True):
        if text is not None:
            try:
                ends.append(read(text))
            except ValueError:
                raise BadInput(f"{option} {text}: this is no bound of {name}; write it as the scenario does") from None
        elif end is None:
            raise BadInput(f"--vary {name}: it has no range; give --from and --to")
        else:
            ends.append(end)
    return ends[0], ends[1]

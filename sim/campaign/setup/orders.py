"""Orders by hand on the first day: the calendar of what is ordered, as events of each date."""

from collections.abc import Iterator, Mapping
from typing import Any

from sim.campaign.setup.cells import Cells
from sim.campaign.setup.ground import Rows, felt
from sim.scenario.orders import (
    AttackOrdered,
    AxisOrdered,
    DoctrineRestored,
    HoldOrdered,
    OrderDeclared,
    ReserveOrdered,
    StrikesOrdered,
    WithdrawalOrdered,
)
from sim.scenario.scenario import Scenario
from sim.vocabulary import AXIS, BY_DOCTRINE, ORDERED, STRIKES, TARGETS, TO_ATTACK, TO_HOLD, TO_WAIT, TO_WITHDRAW

OBEYED: Mapping[type[Any], int] = {
    DoctrineRestored: BY_DOCTRINE,
    HoldOrdered: TO_HOLD,
    AttackOrdered: TO_ATTACK,
    WithdrawalOrdered: TO_WITHDRAW,
    ReserveOrdered: TO_WAIT,
}
"""What a formation does that is ordered so."""


def orders_of(scenario: Scenario, cells: Cells) -> Rows:
    """Return the rows of orders in order of date."""
    sides = list(scenario.sides)
    plans: dict[str, dict[str, float]] = {
        name: {place: float(weight) for place, weight in side.doctrine.axes.items()}
        for name, side in scenario.sides.items()
    }
    rows: Rows = []
    for order in sorted(scenario.orders, key=lambda each: each.date):
        day = (order.date - scenario.start).days
        effects = list(_ordered(scenario, order))
        if isinstance(order, AxisOrdered | AttackOrdered):
            side = _side_of(scenario, order)
            plans[side][order.place] = order.weight
            effects += _plan(scenario, cells, sides.index(side), plans[side])
        rows += [{"day": day, "kind": kind, "target": target, "value": value} for kind, target, value in effects]
    return rows


def _side_of(scenario: Scenario, order: AxisOrdered | AttackOrdered) -> str:
    if isinstance(order, AxisOrdered):
        return order.side
    return scenario.order_of_battle.formations[order.formation].side


def _ordered(scenario: Scenario, order: OrderDeclared) -> Iterator[tuple[int, int, float]]:
    if isinstance(order, StrikesOrdered):
        yield from _sorties(scenario, order)
    elif not isinstance(order, AxisOrdered):
        place = getattr(order, "place", None)
        goal = -1 if place is None else list(scenario.theatre.places).index(place)
        number = list(scenario.order_of_battle.formations).index(order.formation)
        yield ORDERED + OBEYED[type(order)], number, float(goal)


def _plan(
    scenario: Scenario, cells: Cells, side: int, weights: Mapping[str, float]
) -> Iterator[tuple[int, int, float]]:
    reach = float(scenario.laws.front.axis_reach)
    for n, weight in enumerate(felt(weights, cells, reach)):
        yield AXIS + side, n, weight


def _sorties(scenario: Scenario, order: StrikesOrdered) -> Iterator[tuple[int, int, float]]:
    """Yield a side's sorties against each kind of target, all together against one or as declared."""
    fires = scenario.sides[order.side].deep_fires
    declared = (
        fires.road_strikes,
        fires.crossing_strikes,
        fires.depot_strikes,
        fires.assembly_strikes,
        fires.command_strikes,
    )
    together = sum(float(each) for each in declared)
    for n, (name, sorties) in enumerate(zip(TARGETS, declared, strict=True)):
        flown = float(sorties) if order.against == "all" else together if order.against == name else 0.0
        yield STRIKES + n, list(scenario.sides).index(order.side), flown

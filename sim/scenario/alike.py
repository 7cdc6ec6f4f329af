"""What scenarios must share so that they differ world by world and date by date: sides, first day, days, talks."""

from collections.abc import Mapping

from sim.scenario.scenario import Scenario
from sim.vocabulary import BadInput


def require_alike(scenarios: Mapping[str, Scenario]) -> None:
    """Do nothing if all scenarios can be contrasted with the first, by name.

    Raises:
        BadInput: one has other sides, another first day, other days, or talks on other dates.

    """
    (baseline, first), *others = scenarios.items()
    for name, each in others:
        if told := difference(each, first):
            what, here, there = told
            message = f"{name}: {what} {here}, in {baseline} {there}"
            raise BadInput(f"{message}; contrast scenarios that have these in common")


def difference(one: Scenario, other: Scenario) -> tuple[str, str, str] | None:
    """Return the first thing that keeps two scenarios from being contrasted, and what it is in each."""
    for what, here, there in (
        ("the sides are", ", ".join(one.sides), ", ".join(other.sides)),
        ("the first day is", str(one.start), str(other.start)),
        ("the days played are", str(one.days), str(other.days)),
        ("the days between talks are", str(one.talks.every), str(other.talks.every)),
    ):
        if here != there:
            return what, here, there
    return None

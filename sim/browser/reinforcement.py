"""Reinforcements of an umpire: a formation sent to a place that its side holds on the day."""

from itertools import count

from sim.browser.course import Course
from sim.browser.injects import Inject, reinforcements
from sim.scenario.scenario import Scenario
from sim.vocabulary import BadInput


def reinforce(course: Course, day: int, side: str, name: str, men: int, place: str) -> Inject:
    """Return a formation that arrives on a day which the course has played.

    Raises:
        BadInput: the enemy holds the place on that morning.

    """
    holder = course.holder_of(day, place)
    if holder != side:
        raise BadInput(f"{holder} holds {place} on {course.date_of(day)}; send {side} to a place of its own")
    return reinforcements(course.date_of(day), side, name.strip(), men, place)


def free_name(scenario: Scenario) -> str:
    """Return a name that no formation of the scenario has."""
    taken = scenario.order_of_battle.formations
    return next(name for n in count(1) if (name := f"Reserve Brigade {n}") not in taken)

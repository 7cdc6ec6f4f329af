"""Reinforcements of an umpire: a formation sent to a place that its side holds on the day."""

from sim.browser.course import Course
from sim.browser.injects import Inject, reinforcements
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

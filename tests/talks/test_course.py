"""A course of the war as bargaining reads it."""

import numpy as np
import pytest

from sim.talks.continuation import CAPTURED, CASUALTIES, COLUMNS, SHARE
from sim.talks.course import course_read

DAYS, WHOLE, AT_FIRST = 9, 400.0, 420.0
COLUMN = np.arange(7)


def course() -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Return ground held, men present and losses of nine days, in the order of ``COLUMN``."""
    luck = np.random.default_rng(1)
    return np.column_stack([luck.uniform(0.0, 440.0, DAYS), luck.uniform(0.0, 9e3, (DAYS, 6)).cumsum(axis=0)])


@pytest.mark.parametrize("day", [0, 1, 4])
def test_a_course_begins_with_what_is_held_and_lost_on_its_first_morning(day: int) -> None:
    series, ahead = course(), DAYS - day
    path, tied = np.zeros((ahead + 1, COLUMNS)), np.empty((DAYS + 1, 2))
    held = np.clip(np.append(AT_FIRST, series[:, 0]) / WHOLE, 0.0, 1.0)
    lost = np.vstack([np.zeros(4), series[:, 3:]])
    present = np.vstack([series[0, 1:3], series[:, 1:3]])

    course_read(series, COLUMN, (AT_FIRST, WHOLE), day, path, tied)

    assert path[:, SHARE].tolist() == held[day:].tolist()
    assert path[:, CASUALTIES : CAPTURED + 2].tolist() == lost[day:].tolist()
    assert tied.tolist() == (present * held[:, None] + (lost[:, :2] + lost[:, 2:])).tolist()


def test_tied_men_are_not_counted_where_nobody_asks() -> None:
    path = np.zeros((3, COLUMNS))

    course_read(course(), COLUMN, (AT_FIRST, WHOLE), 2, path, np.empty((0, 2)))

    assert (path[:, SHARE] > 0.0).all()

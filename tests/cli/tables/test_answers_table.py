"""What `run` prints of a contrast: the date on which the ground differs most clearly, not by most."""

from dataclasses import replace
from datetime import date

from sim.cli.tables.answers_table import lines_of
from sim.experiment.worlds.bands import Band
from sim.experiment.worlds.contrast import Contrast, Difference

DATES = (date(2025, 3, 8), date(2025, 4, 30))


def difference(mean: float, low: float | None, high: float | None) -> Difference:
    return Difference(Band(mean, mean, mean - 9.0, mean + 9.0), low, high, 0.6)


def contrast(*area: Difference) -> Contrast:
    none = difference(0.0, 0.0, 0.0)
    return Contrast(("South", "North"), DATES, none, (none, none), (none, none), area, {}, {})


def test_ground_is_told_on_the_date_on_which_it_differs_most_clearly() -> None:
    early, late = difference(2.7, 1.7, 3.8), difference(-4.6, -8.8, -0.5)

    assert lines_of(contrast(early, late))[1] == (
        "ground, clearest on 2025-03-08, km² +2.7 [+1.7, +3.8]; sign holds in 60% of worlds"
    )
    assert "clearest on 2025-03-08" in lines_of(contrast(early, difference(0.0, 0.0, 0.0)))[1]


def test_where_one_world_leaves_no_interval_the_largest_difference_is_told() -> None:
    alone = [replace(each, mean_low=None, mean_high=None) for each in (difference(2.7, 0, 0), difference(-4.6, 0, 0))]

    assert "clearest on 2025-04-30" in lines_of(contrast(*alone))[1]

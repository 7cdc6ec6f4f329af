"""Fog: a campaign as one side sees it - its own troops, and of the enemy what its headquarters believes."""

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Final

from sim.browser.course import Course
from sim.browser.cut_off import cut_off
from sim.browser.drawings.cartography import Ground
from sim.browser.drawings.charts import CHARTS, measure_plot, on_wall
from sim.browser.drawings.headline import figure, figure_of_sides
from sim.browser.drawings.plot import Plot
from sim.browser.snapshot import Snapshot, Table
from sim.campaign.setup.deployment import Deployment
from sim.scenario.scenario import Scenario
from sim.vocabulary import AWAITED, SERIES

ZEROED: Final = ("strength", "morale", "stock", "use", "casualties", "captured", "place", "objective")
"""What a side does not know of a formation of the enemy."""
PUBLIC: Final = ("area_0", "area_1", "displaced", "harmed")
"""Measures that everybody knows."""


class Seen:
    """A course as one side sees it, in the form in which maps and details are drawn from a course."""

    def __init__(self, course: Course, side: int) -> None:
        """Look at a course through the eyes of a side."""
        self._course = course
        self.side = side
        self._snapshots: dict[int, Snapshot] = {}

    spread: None = None
    """What only the umpire sees."""

    @property
    def scenario(self) -> Scenario:
        """Return what is played."""
        return self._course.scenario

    @property
    def deployment(self) -> Deployment:
        """Return the first day's state; drawings take names, sides and roads from it."""
        return self._course.deployment

    @property
    def ground(self) -> Ground:
        """Return the drawing of the theatre."""
        return self._course.ground

    @property
    def snapshots(self) -> list[Snapshot]:
        """Return the days so far as the side sees them."""
        return [self._seen(day) for day in range(len(self._course.snapshots))]

    def is_of(self, course: Course) -> bool:
        """Return whether this is that course."""
        return self._course is course

    def date_of(self, day: int) -> date:
        """Return the date of a day."""
        return self._course.date_of(day)

    def _seen(self, day: int) -> Snapshot:
        if day not in self._snapshots:
            self._snapshots[day] = fogged(self._course.snapshots[day], self.deployment, self.side)
        return self._snapshots[day]


def fogged(today: Snapshot, deployment: Deployment, side: int) -> Snapshot:
    """Return a day as a side sees it: formations of the enemy are not there, places hold the men it believes in."""
    own = [whose == side for whose in deployment.tables["formations"]["side"].tolist()]
    mine = [holder == side for holder in today.places["holder"]]
    formations = dict(today.formations)
    whose = zip(formations["status"], own, strict=True)
    formations["status"] = [status if is_own else AWAITED for status, is_own in whose]
    formations |= {name: _kept(formations[name], own) for name in ZEROED}
    theirs = [not is_mine for is_mine in mine]
    places = dict(today.places)
    places |= {"picture": _kept(places["picture"], theirs)}
    places |= {name: _kept(places[name], mine) for name in ("men", "works", "attackers")}
    roads = dict(today.roads)
    roads["flow"] = _kept(roads["flow"], [holder == side for holder in roads["holder"]])
    known = {name for name in SERIES if name in PUBLIC or name.endswith(f"_{side}")}
    measures = [value if name in known else 0.0 for name, value in zip(SERIES, today.measures, strict=False)]
    sides: Table = {
        name: _kept(column, [n == side for n in range(len(column))]) for name, column in today.sides.items()
    }
    return Snapshot(today.day, places, roads, formations, sides, {}, measures, side)


def _kept(values: Sequence[float], where: list[bool]) -> list[float]:
    return [value if is_kept else type(value)(0) for value, is_kept in zip(values, where, strict=True)]


def headline_seen(seen: Seen, day: int) -> str:
    """Return date and leading figures of a side as HTML."""
    scenario, today, side = seen.scenario, seen.snapshots[day], seen.side
    first, own = next(iter(scenario.sides.values())), list(scenario.sides.values())[side]
    short, date_text = escape(own.short), f"{seen.date_of(day):%d %B %Y}".lstrip("0")
    region = escape(scenario.contested_name)
    figures = [figure(f"day {day} of {scenario.days}", date_text, "day", day)]
    if today.measures:
        values = dict(zip(SERIES, today.measures, strict=True))
        area, counted = values["area_0"], cut_off(seen.deployment, today, side)
        figures += [
            figure(f"{escape(first.short)} holds of {region}", f"{area:,.0f} km²", "area_0", area, "s0"),
            _own(f"{short} men", "strength", side, values[f"strength_{side}"]),
            _own(f"{short} cut off", "cut_off", side, counted.sealed + counted.porous),
            _own(f"{short} out of supply", "unsupplied", side, counted.unsupplied),
            _own(f"{short} killed and wounded", "casualties", side, values[f"casualties_{side}"]),
        ]
    return "".join(figures)


def charts_seen(seen: Seen, day: int) -> list[str]:
    """Return the charts of what a side knows: the ground, and its own measures."""
    return [plot.svg for plot in _plots(seen, day)]


def projected_charts_seen(seen: Seen, day: int) -> list[str]:
    """Return the charts that a side sees on its wall: the ground and its own supplies, large."""
    return [on_wall(plot) for plot in _plots(seen, day)[:2]]


def _plots(seen: Seen, day: int) -> list[Plot]:
    return [
        measure_plot(each._replace(sides=each.sides if each.sides == (0,) else (seen.side,)), [seen], day)
        for each in CHARTS
    ]


def _own(caption: str, measure: str, side: int, value: float) -> str:
    return figure_of_sides(caption, measure, {side: value})

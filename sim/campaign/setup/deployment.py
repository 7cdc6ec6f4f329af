"""Deployment: from what a scenario declares to the world of its first day."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.campaign.negotiation.stakes import area_held, contested_worth, elsewhere_of, ending_of, frontier_of, stakes_of
from sim.campaign.own_doctrine import Doctrines, doctrines_of, is_own, try_out
from sim.campaign.setup.cells import Cells, cells_of
from sim.campaign.setup.ground import Rows, links_of, neighbours_of, places_of, reaches_of, road_ends_of, roads_of
from sim.campaign.setup.orders import orders_of
from sim.campaign.setup.troops import events_of, formations_of, mediators_of, sides_of, supporters_of
from sim.rules.front import HORIZON
from sim.scenario.scenario import Scenario
from sim.talks.continuation import Ending, Stakes
from sim.talks.elsewhere import Elsewhere
from sim.talks.package import Frontier
from sim.world.chance import key_of
from sim.world.constants import Constants
from sim.world.state import Neighbour
from sim.world.tables import KINDS, Tables, columns, copy_of, table, tables_of

_TRIED: set[Doctrines] = set()


@dataclass(frozen=True)
class Deployment:
    """A scenario made ready to play, as often as one likes."""

    scenario: Scenario
    cells: Cells
    laws: Constants
    tables: Mapping[str, NDArray[Any]]
    """The first day's state; never written to."""
    memory: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)
    """What all replications share, such as what fighting on is worth on the first morning."""

    @property
    def days(self) -> int:
        """Return the days a world has room for: the campaign and what the talks at its end look ahead."""
        return self.scenario.days + self.scenario.talks.look_ahead

    @cached_property
    def stakes(self) -> tuple[Stakes, Stakes]:
        """Return what a war is to both sides."""
        return stakes_of(self.scenario)

    @cached_property
    def ending(self) -> Ending:
        """Return how a war that is played ahead ends."""
        return ending_of(self.scenario)

    @cached_property
    def elsewhere(self) -> Elsewhere | None:
        """Return what moves the rest of the war; None where nothing does."""
        return elsewhere_of(self.scenario)

    @cached_property
    def worth(self) -> tuple[dict[str, float], dict[str, float]]:
        """Return what each contested issue is worth to both sides, on the negotiable range of each."""
        return contested_worth(self.scenario)

    @cached_property
    def frontier(self) -> Frontier:
        """Return the frontier of packages."""
        return frontier_of(self.scenario)

    @cached_property
    def area(self) -> tuple[float, float]:
        """Return the contested ground that each side holds on the first morning, km2."""
        first, second = area_held(self.world(0, 0)).tolist()
        return first, second

    @cached_property
    def contested_ground(self) -> float:
        """Return how much ground is contested, km2."""
        places = self.tables["places"]
        return float(places["area"][places["contested"] == 1].sum())

    @cached_property
    def established(self) -> tuple[float, float]:
        """Return the men of both sides as their formations are established."""
        formations = self.tables["formations"]
        first, second = (float(formations["established"][formations["side"] == side].sum()) for side in range(2))
        return first, second

    @cached_property
    def doctrines(self) -> Doctrines:
        """Return how both sides command; code of the user's own has been tried by then.

        Raises:
            BadInput: code is not allowed, or has a fault.

        """
        found = doctrines_of(self.scenario)
        if found not in _TRIED and any(map(is_own, found)):
            names = {
                "formations": list(self.scenario.order_of_battle.formations),
                "sides": list(self.scenario.sides),
                "places": list(self.scenario.theatre.places),
            }
            try_out(self.world(0, 0), self.laws, found, names)
            _TRIED.add(found)
        return found

    def world(self, seed: int, replication: int) -> Tables:
        """Return a fresh world with the luck of one replication."""
        fresh = {name: copy_of(part) for name, part in self.tables.items()}
        return tables_of(fresh, self.days, key_of(seed, replication))


def deploy(scenario: Scenario) -> Deployment:
    """Return a scenario deployed: its map measured, its formations in place, its events in order of date."""
    cells = cells_of(scenario.theatre)
    return _deployed(scenario, cells, table(Neighbour, neighbours_of(scenario, cells)))


def redeployed(base: Deployment, scenario: Scenario) -> Deployment:
    """Return a scenario deployed on the theatre of a deployment, whose map is not measured again.

    Tables that say the same are shared by both, so that many deployments of a sweep take little memory.

    Raises:
        ValueError: the scenario plays on another theatre.

    """
    if scenario.theatre is not base.scenario.theatre:
        raise ValueError("the scenario plays on another theatre")
    made = _deployed(scenario, base.cells, base.tables["neighbours"])
    alike = {name: kept for name, kept in base.tables.items() if kept.tobytes() == made.tables[name].tobytes()}
    return replace(made, tables={**made.tables, **alike})


def _deployed(scenario: Scenario, cells: Cells, neighbours: NDArray[Any]) -> Deployment:
    rows: dict[str, Rows] = {
        "places": places_of(scenario, cells),
        "roads": roads_of(scenario),
        "road_ends": road_ends_of(scenario),
        "links": links_of(scenario),
        "formations": formations_of(scenario),
        "sides": sides_of(scenario),
        "supporters": supporters_of(scenario),
        "events": [*events_of(scenario), *orders_of(scenario, cells)],
        "mediators": mediators_of(scenario),
        "conditions": [{"foreseen": 10**6, "moved": 1, "mirrored": 0}],
    }
    tables = {name: table(kind, rows[name]) for name, kind in KINDS.items() if name in rows}
    laws = laws_of(scenario)
    firsts, size = reaches_of(cells, HORIZON * laws.reach)
    tables["places"]["reach_first"] = firsts
    tables["reaches"] = np.zeros(size, columns(KINDS["reaches"]))
    return Deployment(scenario, cells, laws, {**tables, "neighbours": neighbours})


def laws_of(scenario: Scenario) -> Constants:
    """Return the constants of a scenario's laws."""
    groups = [getattr(scenario.laws, name) for name in type(scenario.laws).model_fields]
    values = {name: float(getattr(group, name)) for group in groups for name in type(group).model_fields}
    return Constants(**{name: values[name] for name in Constants._fields})


def day_of(scenario: Scenario, when: date) -> int:
    """Return a date as a day of the campaign, 0 for the first."""
    return (when - scenario.start).days

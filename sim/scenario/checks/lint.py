"""Lint: what a well-formed scenario may still have wrong, or should tell its reader."""

from collections.abc import Callable, Iterable
from typing import Final

from sim.scenario.checks.agenda import check_elsewhere, check_issues, check_look_ahead
from sim.scenario.checks.chronology import check_dates, check_holdings, check_members
from sim.scenario.checks.confidence import check_confidence, check_edges
from sim.scenario.checks.cross_references import (
    check_every_side_negotiates,
    check_every_side_wants_something,
    check_names,
)
from sim.scenario.checks.road_network import check_connection, check_depots, check_supply
from sim.scenario.checks.roads import check_roads
from sim.scenario.checks.survey import check_map
from sim.scenario.checks.together import check_together
from sim.scenario.files.faults import Finding
from sim.scenario.scenario import Scenario

CHECKS: Final[tuple[Callable[[Scenario], Iterable[Finding]], ...]] = (
    check_names,
    check_every_side_negotiates,
    check_issues,
    check_elsewhere,
    check_look_ahead,
    check_every_side_wants_something,
    check_dates,
    check_holdings,
    check_members,
    check_map,
    check_roads,
    check_connection,
    check_depots,
    check_supply,
    check_confidence,
    check_edges,
    check_together,
)
"""Every check; a new one is a function of a scenario that yields findings, and a line here."""

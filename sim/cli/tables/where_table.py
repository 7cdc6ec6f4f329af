"""The table of places that a person reads: how probable it is that each is still held, by date."""

from datetime import timedelta
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from sim.experiment.questions.places import PlaceHeld
    from sim.experiment.worlds.runs import Runs
    from sim.scenario.scenario import Scenario

DATES = 6
"""Dates in the table at the most, at equal distances; JSON has every day."""


def print_places(places: "list[PlaceHeld]", scenario: "Scenario", runs: "Runs") -> None:
    """Print a row a place: who holds it at first, how often it falls, and how probable it is that it is still held."""
    console = Console(highlight=False, soft_wrap=True, markup=False)
    console.print(f"{scenario.title}: {len(runs.draw)} runs in {runs.draws} worlds")
    if not places:
        console.print("No place changes hands in any run.")
        return
    steps = min(DATES, runs.days)
    days = [round((n + 1) * runs.days / steps) for n in range(steps)]
    table = Table(box=None, pad_edge=False)
    for heading in ("Still held by", "", "falls", *(f"{scenario.start + timedelta(days=d - 1):%d %b}" for d in days)):
        table.add_column(heading, justify="left" if heading in ("Still held by", "") else "right")
    for place in places:
        shares = (f"{place.probability[day]:.0%}" for day in days)
        table.add_row(place.name, scenario.sides[place.holder].short, f"{place.falls:.0%}", *shares)
    console.print(table)

"""The table of a timing curve that a person reads."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sim.cli.printing import as_said
from sim.cli.tables.comparison_table import console_for_tables, difference, table_of

if TYPE_CHECKING:
    from sim.experiment.contrasts.every_road import ClosedRoad
    from sim.experiment.contrasts.timing_curve import TimingCurve


def tell(found: "TimingCurve") -> None:
    """Print leverage and its change for each start and length, then the tipping dates."""
    console, found = console_for_tables(), as_said(found)
    console.print(f"[bold]{found.title}[/bold]: what if {found.cut_off}?")
    console.print(f"Change of {found.side}'s leverage at the end, {found.replications} pairs of runs a point")
    console.print("Mean, after ± half the 90 % interval of the mean, in brackets the middle 90 % of pairs\n")
    table = table_of("", *(f"{length} days" for length in found.lengths))
    for start in found.starts:
        row = [point for point in found.points if point.start == start]
        table.add_row(f"From {start}", *(difference(point.difference, 4) for point in row))
    console.print(table)
    console.print(f"\nWithout it leverage is {found.baseline.mean or 0.0:.3f}.")
    for length, verdict in found.verdicts.items():
        if length != "0":
            console.print(f"Tipping date of {length} days: {verdict}.")
    longest = max(found.lengths)
    if found.tipping.date is None:
        console.print(f"Beyond the noise of pairs, {longest} days have no tipping date: flat, or still falling.")
    else:
        console.print(
            f"Beyond the noise of pairs, that of {longest} days: {found.tipping.low} to {found.tipping.high}."
        )
    console.print("These figures follow from the scenario's stated assumptions; they are no forecast.")


def print_roads(title: str, side: str, replications: int, roads: Sequence["ClosedRoad"]) -> None:
    """Print every road with what its closure changes, the costliest first."""
    console, (title, side) = console_for_tables(), as_said([title, side])
    console.print(f"[bold]{title}[/bold]: every road of {side} closed in turn, {replications} pairs")
    console.print("Mean, after ± half the 90 % interval of the mean, in brackets the middle 90 % of pairs\n")
    table = table_of("", "ground at the end, km²", "leverage at the end")
    for each in as_said(roads):
        table.add_row(" - ".join(each.road), difference(each.area_km2, 0), difference(each.leverage, 4))
    console.print(table)

"""The table of a timing curve that a person reads."""

from collections.abc import Mapping
from typing import Any

from sim.cli.comparison_table import console_for_tables, difference, table_of
from sim.cli.printing import as_said


def tell(told: Mapping[str, Any]) -> None:
    """Print leverage and its change for each start and length, then the tipping dates."""
    console, told = console_for_tables(), as_said(told)
    console.print(f"[bold]{told['title']}[/bold]: what if {told['cut_off']}?")
    console.print(f"Change of {told['side']}'s leverage at the end, {told['replications']} pairs of runs a point")
    console.print("Mean, after ± half the 90 % interval of the mean, in brackets the middle 90 % of pairs\n")
    table = table_of("", *(f"{length} days" for length in told["lengths"]))
    for start in told["starts"]:
        row = [point for point in told["points"] if point["start"] == start]
        table.add_row(f"From {start}", *(difference(point["difference"], 4) for point in row))
    console.print(table)
    console.print(f"\nWithout it leverage is {told['baseline']['mean']:.3f}.")
    for length, verdict in told["tipping"].items():
        if length != "0":
            console.print(f"Tipping date of {length} days: {verdict}.")
    console.print("These figures follow from the scenario's stated assumptions; they are no forecast.")

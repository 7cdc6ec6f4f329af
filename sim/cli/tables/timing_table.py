"""The table of a timing curve that a person reads."""

from collections.abc import Mapping
from typing import Any

from sim.cli.printing import as_said
from sim.cli.tables.comparison_table import console_for_tables, difference, table_of


def tell(summary: Mapping[str, Any]) -> None:
    """Print leverage and its change for each start and length, then the tipping dates."""
    console, summary = console_for_tables(), as_said(summary)
    console.print(f"[bold]{summary['title']}[/bold]: what if {summary['cut_off']}?")
    console.print(f"Change of {summary['side']}'s leverage at the end, {summary['replications']} pairs of runs a point")
    console.print("Mean, after ± half the 90 % interval of the mean, in brackets the middle 90 % of pairs\n")
    table = table_of("", *(f"{length} days" for length in summary["lengths"]))
    for start in summary["starts"]:
        row = [point for point in summary["points"] if point["start"] == start]
        table.add_row(f"From {start}", *(difference(point["difference"], 4) for point in row))
    console.print(table)
    console.print(f"\nWithout it leverage is {summary['baseline']['mean']:.3f}.")
    for length, verdict in summary["tipping"].items():
        if length.isdecimal() and length != "0":
            console.print(f"Tipping date of {length} days: {verdict}.")
    tipping = summary["tipping"]
    longest = max(summary["lengths"])
    if tipping["date"] is None:
        console.print(f"Beyond the noise of pairs, {longest} days have no tipping date: flat, or still falling.")
    else:
        console.print(f"Beyond the noise of pairs, that of {longest} days: {tipping['low']} to {tipping['high']}.")
    console.print("These figures follow from the scenario's stated assumptions; they are no forecast.")


def print_roads(found: Mapping[str, Any], side: str) -> None:
    """Print every road with what its closure changes, the costliest first."""
    console, said = console_for_tables(), as_said(found)
    console.print(f"[bold]{said['title']}[/bold]: every road of {side} closed in turn, {said['replications']} pairs")
    console.print("Mean, after ± half the 90 % interval of the mean, in brackets the middle 90 % of pairs\n")
    table = table_of("", "ground at the end, km²", "leverage at the end")
    for each in said["roads"]:
        table.add_row(" - ".join(each["road"]), difference(each["area_km2"], 0), difference(each["leverage"], 4))
    console.print(table)

"""What a person reads of a calibration."""

from collections.abc import Mapping
from typing import Any

from sim.cli.printing import as_said
from sim.cli.standard_output import StandardOutput
from sim.cli.tables.comparison_table import console_for_tables, table_of

SHOWN = 12
FEW = 50
"""Even draws below which a posterior is but a handful of runs."""
KINDS = {"prior": "All draws", "posterior": "Posterior", "begun": "Posterior from the last area"}
"""What is scored; the last is of runs that are moved so that they begin from the last area observed."""
WAYS = ("posterior", "begun")


def tell(found: Mapping[str, Any]) -> None:
    """Print what was learnt of which quantities, and how well prior and posterior forecast."""
    console, found = console_for_tables(), as_said(found)
    first, last = found["window"]
    console.print(f"[bold]{found['title']}[/bold]: area held by {found['side']} against {found['column']}")
    console.print(
        f"{found['days']} days compared, {first} to {last}; {found['draws']} draws, {found['replications']} runs each"
    )
    console.print(
        f"A run counts within {found['tolerance_km2']:.0f} km2 on average (the closest {found['closest_km2']:.0f}, the "
        f"median {found['median_km2']:.0f}): {found['kept']} draws, as good as {found['effective']:.0f} even ones.\n"
    )
    if found["failed"]:
        console.print(f"{found['failed']} runs failed and count for nothing: see failures.jsonl there.\n")
    if found["effective"] < FEW:
        console.print("[bold]Few draws count[/bold]: take more --draws, or keep a larger share by --keep.\n")
    _tell_parameters(console, found)
    _tell_scores(console, found)
    if found["synthetic"] is not None:
        _tell_synthetic(console, found["synthetic"])
    console.print(f"\nPosterior in {found['posterior']}; play it by: {found['next']}")


def _tell_parameters(console: StandardOutput, found: Mapping[str, Any]) -> None:
    table = table_of("", "all draws: 5 %", "50 %", "95 %", "posterior: 5 %", "50 %", "95 %", "apart")
    for each in found["parameters"][:SHOWN]:
        spans = [f"{each[kind][end]:.4g}" for kind in ("prior", "posterior") for end in ("low", "median", "high")]
        table.add_row(each["name"], *spans, f"{each['apart']:.2f}{'*' if each['moved'] else ''}")
    console.print(table)
    console.print(
        f"* moved: {found['moved']} of {len(found['parameters'])} quantities, of which chance alone would move "
        f"{found['moved_by_chance']:.1f} (Kolmogorov, one in a hundred)\n"
    )


def _tell_scores(console: StandardOutput, found: Mapping[str, Any]) -> None:
    table = table_of("", "days", "CRPS, km2", "decay", "decay, 2", "persistence", "mean error", "50 %", "80 %", "90 %")
    for window, words in (("within", "on the days compared"), ("after", "on the days kept out")):
        for kind, label in KINDS.items():
            each = found["scores"].get(f"{kind}_{window}")
            if each is not None:
                numbers = [f"{each[name]:.1f}" for name in ("crps", "crps_decay", "crps_decay2", "crps_persistence")]
                covered = [f"{each[f'coverage{share}']:.0%}" for share in (50, 80, 90)]
                error = f"{each['mean_error_km2']:+.0f}"
                table.add_row(f"{label} {words}", str(each["days"]), *numbers, error, *covered)
    console.print(table)
    console.print("The last columns: share of days within the middle 50, 80 and 90 % of runs.")


def _tell_synthetic(console: StandardOutput, found: Mapping[str, Any]) -> None:
    console.print(
        f"\nWhere the truth is known: each of the {found['wars']} runs that count most taken for what happened, and "
        f"its {found['days']} days after forecast by the others."
    )
    table = table_of("", "CRPS, km2", "50 %", "80 %", "", "90 %", "every day", "", "70-90 %", "no day")
    for kind in WAYS:
        each = found[kind]
        low, high = each["coverage80_interval"]
        least, most = each["every_day80_interval"]
        table.add_row(
            KINDS[kind],
            f"{each['crps']:.1f}",
            f"{each['coverage50']:.0%}",
            f"{each['coverage80']:.0%}",
            f"[{low:.0%}, {high:.0%}]",
            f"{each['coverage90']:.0%}",
            f"{each['every_day80']:.0%}",
            f"[{least:.0%}, {most:.0%}]",
            f"{each['near80']:.0%}",
            f"{each['no_day80']:.0%}",
        )
    console.print(table)
    console.print(
        "Shares of days within the middle 50, 80 and 90 % of runs, and of wars of which the middle 80 % holds every "
        "day, 70 to 90 % of days, no day."
    )

"""The scores of a hindcast that a person reads."""

from collections.abc import Mapping
from typing import Any

from sim.cli.comparison_table import console_for_tables, table_of
from sim.cli.printing import as_said


def tell(told: Mapping[str, Any]) -> None:
    """Print the scores of the model beside those of forecasts without one."""
    console, told = console_for_tables(), as_said(told)
    console.print(f"[bold]{told['title']}[/bold]: area held by {told['side']} against {told['column']}")
    console.print(
        f"{told['days']} days scored, {told['dates'][0]} to {told['dates'][-1]}; {told['replications']} runs\n"
    )
    table = table_of("", "CRPS, km2", "skill of the model against it")
    table.add_row("Model", f"{told['crps']:.1f}", "")
    for name, label in (("persistence", "Persistence"), ("linear", f"Linear trend of {told['trend_days']} days")):
        skill = told[f"skill_{name}"]
        table.add_row(label, f"{told[f'crps_{name}']:.1f}", "-" if skill is None else f"{skill:+.2f}")
    console.print(table)
    low, high = told["coverage80_interval"]
    console.print(
        f"\nThe middle 80 % of runs holds {told['coverage80']:.0%} of days (90 % interval {low:.0%}-{high:.0%})."
    )
    console.print(
        f"Mean error {told['mean_error_km2']:+.0f} km2; mean absolute error {told['mean_absolute_error_km2']:.0f}."
    )
    better = [name for name in ("persistence", "linear") if (told[f"skill_{name}"] or 0.0) > 0.0]
    verdict = f"better than {' and '.join(better)}" if better else "no better than either forecast without a model"
    console.print(f"The model is {verdict} on these days.")

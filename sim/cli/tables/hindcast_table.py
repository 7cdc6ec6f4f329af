"""The scores of a hindcast that a person reads."""

from collections.abc import Mapping
from typing import Any

from rich.console import Console

from sim.cli.printing import as_said
from sim.cli.tables.comparison_table import console_for_tables, table_of


def tell(told: Mapping[str, Any]) -> None:
    """Print the scores of the model beside those of forecasts without one."""
    console, told = console_for_tables(), as_said(told)
    console.print(f"[bold]{told['title']}[/bold]: area held by {told['side']} against {told['column']}")
    console.print(
        f"{told['days']} days scored, {told['dates'][0]} to {told['dates'][-1]}; {told['replications']} runs\n"
    )
    table = table_of("", "CRPS, km2", "skill of the model against it")
    table.add_row("Model", f"{told['crps']:.1f}", "")
    span = " to ".join(told["decay_window"])
    references = {
        "persistence": "Persistence",
        "linear": f"Linear trend of {told['trend_days']} days",
        "decay": f"Decay, its rate fitted on {span}",
        "decay2": "Decay, rate and level fitted there",
    }
    for name, label in references.items():
        skill = told[f"skill_{name}"]
        table.add_row(label, f"{told[f'crps_{name}']:.1f}", "-" if skill is None else f"{skill:+.2f}")
    console.print(table)
    low, high = told["coverage80_interval"]
    console.print(
        f"\nThe middle 80 % of runs holds {told['coverage80']:.0%} of days (90 % interval {low:.0%}-{high:.0%}); "
        f"the middle 50 % holds {told['coverage50']:.0%}, the middle 90 % {told['coverage90']:.0%}."
    )
    console.print(
        f"Mean error {told['mean_error_km2']:+.0f} km2; mean absolute error {told['mean_absolute_error_km2']:.0f}."
    )
    for name, each in told["map_sets"].items():
        if each["days"]:
            console.print(
                f"Maps of {name} differ by {each['mean_absolute_km2']:.0f} km2 on {each['days']} of these days."
            )
    better = [name for name in references if (told[f"skill_{name}"] or 0.0) > 0.0]
    verdict = f"better than {' and '.join(better)}" if better else "no better than any forecast without a model"
    console.print(f"The model is {verdict} on these days.")
    _tell_more(console, told)


def _tell_more(console: Console, told: Mapping[str, Any]) -> None:
    """Print the scores by origin and by place, where there are such."""
    if origins := told.get("origins"):
        table = table_of(f"{told['ahead']} days from", "CRPS, km2", "persistence", "linear", "decay", "decay, 2")
        for day, each in origins.items():
            names = ("crps", "crps_persistence", "crps_linear", "crps_decay", "crps_decay2")
            table.add_row(day, *(f"{each[name]:.1f}" for name in names))
        console.print(table)
    if places := told.get("places"):
        table = table_of("Places on", "number", "Brier", "flat", "AUC", "of nearness")
        for day, each in places.items():
            curves = ("-" if each[name] is None else f"{each[name]:.2f}" for name in ("auc", "auc_nearness"))
            table.add_row(day, str(each["places"]), f"{each['brier']:.3f}", f"{each['brier_flat']:.3f}", *curves)
        console.print(table)

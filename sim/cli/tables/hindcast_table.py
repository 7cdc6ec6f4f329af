"""The scores of a hindcast that a person reads."""

from collections.abc import Mapping
from typing import Any

from rich.console import Console

from sim.cli.printing import as_said
from sim.cli.tables.comparison_table import console_for_tables, table_of


def tell(found: Mapping[str, Any]) -> None:
    """Print the scores of the model beside those of forecasts without one."""
    console, found = console_for_tables(), as_said(found)
    console.print(f"[bold]{found['title']}[/bold]: area held by {found['side']} against {found['column']}")
    console.print(
        f"{found['days']} days scored, {found['dates'][0]} to {found['dates'][-1]}; {found['replications']} runs\n"
    )
    table = table_of("", "CRPS, km2", "skill of the model against it")
    table.add_row("Model", f"{found['crps']:.1f}", "")
    span = " to ".join(found["decay_window"])
    references = {
        "persistence": "Persistence",
        "linear": f"Linear trend of {found['trend_days']} days",
        "decay": f"Decay, its rate fitted on {span}",
        "decay2": "Decay, rate and level fitted there",
    }
    for name, label in references.items():
        skill = found[f"skill_{name}"]
        table.add_row(label, f"{found[f'crps_{name}']:.1f}", "-" if skill is None else f"{skill:+.2f}")
    console.print(table)
    low, high = found["coverage80_interval"]
    console.print(
        f"\nThe middle 80 % of runs holds {found['coverage80']:.0%} of days (90 % interval {low:.0%}-{high:.0%}); "
        f"the middle 50 % holds {found['coverage50']:.0%}, the middle 90 % {found['coverage90']:.0%}."
    )
    console.print(
        f"Mean error {found['mean_error_km2']:+.0f} km2; mean absolute error {found['mean_absolute_error_km2']:.0f}."
    )
    for name, each in found["map_sets"].items():
        if each["days"]:
            console.print(
                f"Maps of {name} differ by {each['mean_absolute_km2']:.0f} km2 on {each['days']} of these days."
            )
    better = [name for name in references if (found[f"skill_{name}"] or 0.0) > 0.0]
    verdict = f"better than {' and '.join(better)}" if better else "no better than any forecast without a model"
    console.print(f"The model is {verdict} on these days.")
    _tell_more(console, found)


def _tell_more(console: Console, found: Mapping[str, Any]) -> None:
    """Print the scores by origin and by place, where there are such."""
    if origins := found.get("origins"):
        table = table_of(f"{found['ahead']} days from", "CRPS, km2", "persistence", "linear", "decay", "decay, 2")
        for day, each in origins.items():
            names = ("crps", "crps_persistence", "crps_linear", "crps_decay", "crps_decay2")
            table.add_row(day, *(f"{each[name]:.1f}" for name in names))
        console.print(table)
    if places := found.get("places"):
        table = table_of("Places on", "number", "Brier", "flat", "AUC", "of nearness")
        for day, each in places.items():
            curves = ("-" if each[name] is None else f"{each[name]:.2f}" for name in ("auc", "auc_nearness"))
            table.add_row(day, str(each["places"]), f"{each['brier']:.3f}", f"{each['brier_flat']:.3f}", *curves)
        console.print(table)

"""The scores of a hindcast that a person reads."""

from typing import TYPE_CHECKING

from rich.console import Console

from sim.cli.printing import as_said
from sim.cli.tables.comparison_table import console_for_tables, table_of

if TYPE_CHECKING:
    from sim.validation.score import Hindcast


def tell(found: "Hindcast") -> None:
    """Print the scores of the model beside those of forecasts without one."""
    console, found = console_for_tables(), as_said(found)
    score = found.score
    console.print(f"[bold]{found.title}[/bold]: area held by {found.side} against {found.column}")
    console.print(f"{score.days} days scored, {score.dates[0]} to {score.dates[-1]}; {found.replications} runs\n")
    table = table_of("", "CRPS, km2", "skill of the model against it")
    table.add_row("Model", f"{score.crps:.1f}", "")
    span = " to ".join(score.decay_window)
    references = {
        "persistence": "Persistence",
        "linear": f"Linear trend of {found.trend_days} days",
        "decay": f"Decay, its rate fitted on {span}",
        "decay2": "Decay, rate and level fitted there",
    }
    for name, label in references.items():
        each = score.references[name]
        table.add_row(label, f"{each.crps:.1f}", "-" if each.skill is None else f"{each.skill:+.2f}")
    console.print(table)
    low, high = score.coverage80_interval
    console.print(
        f"\nThe middle 80 % of runs holds {score.coverage['80']:.0%} of days (90 % interval {low:.0%}-{high:.0%}); "
        f"the middle 50 % holds {score.coverage['50']:.0%}, the middle 90 % {score.coverage['90']:.0%}."
    )
    console.print(
        f"Mean error {score.mean_error_km2:+.0f} km2; mean absolute error {score.mean_absolute_error_km2:.0f}."
    )
    for name, maps in found.map_sets.items():
        if maps.mean_absolute_km2 is not None:
            console.print(f"Maps of {name} differ by {maps.mean_absolute_km2:.0f} km2 on {maps.days} of these days.")
    better = [name for name in references if (score.references[name].skill or 0.0) > 0.0]
    verdict = f"better than {' and '.join(better)}" if better else "no better than any forecast without a model"
    console.print(f"The model is {verdict} on these days.")
    _tell_more(console, found)


def _tell_more(console: Console, found: "Hindcast") -> None:
    """Print the scores by origin and by place, where there are such."""
    if found.origins:
        table = table_of(f"{found.ahead} days from", "CRPS, km2", "persistence", "linear", "decay", "decay, 2")
        for day, each in found.origins.items():
            names = ("persistence", "linear", "decay", "decay2")
            table.add_row(day, f"{each.crps:.1f}", *(f"{each.references[name].crps:.1f}" for name in names))
        console.print(table)
    if found.places:
        table = table_of("Places on", "number", "Brier", "flat", "AUC", "of nearness")
        for day, place in found.places.items():
            curves = ("-" if each is None else f"{each:.2f}" for each in (place.auc, place.auc_nearness))
            table.add_row(day, str(place.places), f"{place.brier:.3f}", f"{place.brier_flat:.3f}", *curves)
        console.print(table)

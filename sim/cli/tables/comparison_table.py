"""The table of differences that a person reads."""

from typing import TYPE_CHECKING

from rich.table import Table

from sim.cli.printing import as_said
from sim.cli.standard_output import StandardOutput

if TYPE_CHECKING:
    from sim.experiment.contrasts.compared import Attribution, Comparison, Differences
    from sim.experiment.sensitivity.certainty import Certain
    from sim.experiment.worlds.contrast import Contrast, Difference

Bounds = tuple[float | None, float | None]

WIDE = 140
"""Letters a line, where no screen sets them."""
DIGITS = {"leverage": 3, "disagreement": 3, "chip_value": 4, "area_km2": 0, "casualties": 0, "captured": 0}
NAMES = {
    "leverage": "Bargaining leverage",
    "disagreement": "Worth of fighting on",
    "chip_value": "Holding the region adds",
    "area_km2": "Contested region held, km2",
    "casualties": "Killed and wounded",
    "captured": "Prisoners lost",
}


def tell(found: "Comparison") -> None:
    """Print the differences between scenarios, and where there is one, the division of the change."""
    from sim.talks.rules import IN_WORDS

    console, found = console_for_tables(), as_said(found)
    baseline = found.titles[found.baseline]
    console.print(f"Differences from [bold]{baseline}[/bold], {found.replications} pairs of runs, seed {found.seed}")
    console.print("Mean, after ± half the 90 % interval of the mean, in brackets the middle 90 % of pairs\n")
    for name, measures in found.measures.items():
        console.print(f"[bold]{found.titles[name]}[/bold]")
        console.print(_differences(measures))
        if found.sign_depends_on_rule[name]:
            by_rule = ", ".join(
                f"{IN_WORDS.get(rule, rule)} {each.mean or 0.0:+.4f}" for rule, each in measures.by_rule.items()
            )
            console.print(f"[bold]The sign depends on the bargaining rule[/bold]: {by_rule}")
        console.print()
    for name, contrast in (found.worlds.contrast if found.worlds else {}).items():
        _tell_contrast(console, found.titles[name], contrast)
    if found.attribution:
        _tell_parts(console, found.attribution)
    console.print("These figures follow from the scenarios' stated assumptions; they are no forecast.")


def _differences(measures: "Differences") -> Table:
    sides = list(measures.leverage)
    table = table_of("", *sides)
    for measure, digits in DIGITS.items():
        table.add_row(NAMES[measure], *(difference(getattr(measures, measure)[side], digits) for side in sides))
    for issue, change in measures.settlement.items():
        table.add_row(f"Terms: {issue}, share of {sides[0]}", difference(change, 2), "")
    table.add_row("Civilians displaced", difference(measures.displaced, 0), "")
    return table


def _tell_contrast(console: StandardOutput, title: str, contrast: "Contrast") -> None:
    """Print how a scenario's leverage and ground differ on each date of talks, over all worlds."""
    console.print(f"[bold]{title}[/bold] over all declared worlds, with the share of worlds in which a sign holds")
    table = table_of("", "leverage", "", "ground, km²", "")
    for when, leverage, ground in zip(contrast.dates, contrast.leverage_path, contrast.area, strict=True):
        cells = [(_world_by_world(each, digits), each.sign_holds) for each, digits in ((leverage, 4), (ground, 0))]
        row = [part for text, holds in cells for part in (text, "-" if holds is None else f"{holds:.0%}")]
        table.add_row(when.isoformat(), *row)
    console.print(table)
    console.print()


def _tell_parts(console: StandardOutput, found: "Attribution") -> None:
    side, cells = found.attributed.side, found.attributed.cells
    console.print(f"[bold]What changed {side}'s leverage[/bold]: Shapley parts from {cells} combinations of factors")
    table = table_of("", "part", "alone")
    for factor, part in found.parts.items():
        table.add_row(factor.capitalize(), difference(part, 4), difference(found.one_at_a_time[factor], 4))
    table.add_row("Missed one at a time", "", difference(found.interaction, 4))
    table.add_row("[bold]Sum[/bold]", f"[bold]{found.sum:+.4f}[/bold]", "")
    console.print(table)
    console.print()


def table_of(*headings: str) -> Table:
    """Return an empty table whose first column names and whose others hold figures."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in headings:
        table.add_column(heading, justify="right" if heading else "left", no_wrap=True)
    return table


def console_for_tables() -> StandardOutput:
    """Return standard output; where it is no screen, its lines are wide enough for every table."""
    console = StandardOutput(highlight=False, soft_wrap=True)
    return console if console.is_terminal else StandardOutput(highlight=False, soft_wrap=True, width=WIDE)


def difference(change: "Certain", digits: int) -> str:
    """Return a difference with its interval and the error of its mean, as text."""
    return _difference(change.mean, (change.mean_low, change.mean_high), (change.low, change.high), digits)


def _world_by_world(change: "Difference", digits: int) -> str:
    band = change.band
    return _difference(band.mean, (change.mean_low, change.mean_high), (band.low, band.high), digits)


def _difference(mean: float | None, of_mean: Bounds, of_runs: Bounds, digits: int) -> str:
    if mean is None:
        return "-"
    error = ((of_mean[1] or 0.0) - (of_mean[0] or 0.0)) / 2.0
    low, high = (f"{bound or 0.0:+,.{digits}f}" for bound in of_runs)
    return f"{mean:+,.{digits}f} ± {error:,.{digits}f} \\[{low}, {high}]"

"""The table of outcomes that a person reads."""

from dataclasses import replace
from typing import TYPE_CHECKING

from rich.table import Table

from sim.cli.printing import as_said, said
from sim.cli.standard_output import StandardOutput
from sim.cli.tables.terms_in_words import terms_in_words
from sim.vocabulary import POCKETS, measured

if TYPE_CHECKING:
    from sim.results.spread import Spread
    from sim.results.summary import Ensemble, Summary

WHY = {
    "what it then has": "worth",
    "less killed and wounded": "cost_of_casualties",
    "less prisoners": "cost_of_captured",
    "less time": "cost_of_time",
}
"""What the worth of fighting on is made of, in the words of the table."""

CHANGES = {"utilities": "what war yields", "costs": "what it costs", "patience": "patience", "demands": "demands"}
"""The parts of a change of leverage, in words."""

LUCK_ALONE = "Intervals hold luck alone, not what the scenario's declared ranges add."
"""What no interval of an ensemble may hide."""


def _tell_map(table: Table, sides: tuple[str, str], contested: str, found: "Summary") -> None:
    """Add what is held, if any ground is contested, and who was lost."""
    if contested:
        table.add_row(f"{contested} held, {measured('area').unit}", *(interval(found.area_km2[s], 0) for s in sides))
    for measure in ("casualties", "captured"):
        table.add_row(measured(measure).label, *(interval(found.losses[s][measure], 0) for s in sides))
    for kind in POCKETS:
        heading = f"{measured(kind).label}, men-days"
        table.add_row(heading, *(interval(found.pockets[s][kind], 0) for s in sides))


def tell(contested: str, territory: str, ensemble: "Ensemble") -> None:
    """Print what the declared values alone lead to on the last day: the table, the map, and where the results are."""
    console = StandardOutput(highlight=False, soft_wrap=True)
    ensemble, contested, territory = as_said(ensemble), said(contested), said(territory)
    found = ensemble.summary
    first, second = found.leverage
    console.print(f"\n[bold]On the last day[/bold], the declared values alone: {ensemble.replications} runs")
    console.print(f"Mean and, in brackets, the middle 90 % of runs. {LUCK_ALONE}\n")
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("", first, second):
        table.add_column(heading, justify="right" if heading else "left", no_wrap=bool(heading))
    sides = (first, second)
    table.add_row("[bold]Bargaining leverage[/bold]", *(bold(interval(found.leverage[s], 3)) for s in sides))
    table.add_row("Worth of fighting on", *(interval(found.disagreement[s], 3) for s in sides))
    for words, part in WHY.items():
        table.add_row(f"[dim]  {words}[/dim]", *(interval(found.why[s][part], 3) for s in sides))
    if territory:
        table.add_row(f"Holding {territory} adds", *(interval(found.chip_value[s], 3) for s in sides))
    for issue, share in found.settlement.items():
        mean, low, high = (None if each is None else 1.0 - each for each in (share.mean, share.high, share.low))
        table.add_row(f"Terms: {issue}", interval(share, 2), interval(replace(share, mean=mean, low=low, high=high), 2))
    table.add_row("")
    _tell_map(table, sides, contested if territory else "", found)
    console.print(table)
    changes = {words: found.since_last_talks[part].mean for part, words in CHANGES.items()}
    moved = [f"{words} {mean:+.4f}" for words, mean in changes.items() if mean is not None]
    if moved:
        console.print(f"\nLeverage of {first} since the talks before: {', '.join(moved)}")
    console.print(f"{measured('displaced').label} at the end: {interval(found.displaced, 0)}")
    zone = found.zone_of_agreement.probability
    console.print(f"A zone of agreement exists at the end in {zone:.0%} of runs; the sides see a gain of ", end="")
    console.print(f"{interval(found.perceived_surplus, 2)} in agreeing.")
    for line in terms_in_words(contested, territory, found, ensemble.paths):
        console.print(line)
    if found.agreement.probability:
        console.print(f"The war ends early, by agreement, in {found.agreement.probability:.0%} of runs.")
    console.print("These figures follow from the scenario's stated assumptions; they are no forecast.")
    if ensemble.failed:
        console.print(f"[bold red]{ensemble.failed} runs failed[/bold red]: see failures.jsonl")
    console.print(f"Results: {ensemble.out}   digest {ensemble.digest}")


def interval(spread: "Spread", digits: int) -> str:
    """Return a mean with its interval, as text."""
    if spread.mean is None:
        return "-"
    mean, low, high = (
        f"{round(each or 0.0, digits) + 0.0:,.{digits}f}" for each in (spread.mean, spread.low, spread.high)
    )
    return f"{mean} -" if spread.low is None else f"{mean} [{low}, {high}]"


def bold(text: str) -> str:
    """Return text that stands out."""
    return f"[bold]{text.replace('[', chr(92) + '[')}[/bold]"

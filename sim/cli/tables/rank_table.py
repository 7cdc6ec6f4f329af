"""The table of a ranking that a person reads."""

from typing import TYPE_CHECKING

from rich.table import Table

from sim.cli.standard_output import StandardOutput
from sim.cli.tables.answers_table import signed
from sim.results.significant_digits import known

if TYPE_CHECKING:
    from sim.experiment.worlds.ranking import Ranked

SHORT = {"nash": "Nash", "kalai": "Kalai", "kalai_smorodinsky": "K.-S.", "alternating_offers": "offers"}
"""Bargaining rules as headings."""


def print_ranking(found: "list[Ranked]", agreement: float | None, side: str) -> None:
    """Print scenarios in order of leverage, their ranks under every rule, and what each changes."""
    console = StandardOutput(highlight=False, soft_wrap=True, markup=False)
    rules = list(found[0].leverage)
    console.print(f"Leverage of {side} at the talks, median and [90 % of runs], with ranks by rule\n")
    table = Table(box=None, pad_edge=False)
    for heading in ("", f"leverage by {SHORT.get(rules[0], rules[0])}", *(SHORT.get(rule, rule) for rule in rules)):
        table.add_column(heading, justify="right" if heading else "left", no_wrap=True)
    for each in found:
        table.add_row(each.name, known(each.leverage[rules[0]]), *(str(each.rank[rule]) for rule in rules))
    console.print(table)
    if agreement is not None:
        console.print(f"\nThe rules agree on the order with a rank correlation of at least {agreement:.2f}.")
    for each in found:
        if each.contrast is not None:
            flag = "; the rules disagree about the sign" if each.contrast.depends_on_rule else ""
            console.print(f"{each.name}: {signed(each.contrast.leverage_at_talks)}{flag}")

"""What a person reads of a forecast."""

from collections.abc import Mapping
from typing import Any

from sim.cli.printing import as_said
from sim.cli.tables.comparison_table import console_for_tables, table_of

ROWS = 10
SHOWN = (0.05, 0.25, 0.5, 0.75, 0.95)


def tell(found: Mapping[str, Any]) -> None:
    """Print area and prisoners by date, and when a ring closes or the ground is gone."""
    console, found = console_for_tables(), as_said(found)
    side, dates = found["side"], found["dates"]
    levels = [found["levels"].index(level) for level in SHOWN]
    console.print(
        f"[bold]{found['title']}[/bold]: {found['draws']} draws over {found['over']}, digest {found['digest']}"
    )
    table = table_of("", *(f"km2 {level:.0%}" for level in SHOWN), *(f"taken {level:.0%}" for level in SHOWN))
    step = max(1, len(dates) // ROWS)
    for day in [*range(step - 1, len(dates) - 1, step), len(dates) - 1]:
        taken = found["counts"][side]["captured"][day]
        cells = [f"{row[level]:,.0f}" for row in (found["area_km2"][day], taken) for level in levels]
        table.add_row(dates[day], *cells)
    console.print(table)
    for name, words in (("ring_closed", "A ring closes"), ("given_up", "The ground is given up or lost")):
        each = found[name]
        middle = each["date"][found["levels"].index(0.5)]
        console.print(
            f"{words} in {each['probability']:.0%} of runs{f', in the middle on {middle}' if middle else ''}."
        )
    least, middle, most = (found["got_out"][found["levels"].index(level)] for level in (0.05, 0.5, 0.95))
    console.print(f"Men of {side} who break out of sealed pockets: {middle:,.0f} ({least:,.0f} to {most:,.0f}).")

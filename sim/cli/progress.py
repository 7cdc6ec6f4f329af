"""Progress of long work, on standard error."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from sim.cli.interruption import stoppable
from sim.cli.printing import visible

Item = TypeVar("Item")
OTHERS = 60
"""Columns of text that all but the name of the work takes up."""


def shown(items: Iterable[Item], total: int, what: str) -> Iterator[Item]:
    """Yield the items while a bar on standard error shows how many have come, how fast, and the time left.

    Where standard error is no screen, nothing is shown. A signal stops the work, and leaves the screen in order.
    """
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=16),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        TextColumn("left"),
    )
    screen = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
    with stoppable(), screen as progress:
        task = progress.add_task(shortened(visible(what), console.width - OTHERS), total=total, rate="")
        for item in items:
            yield item
            speed = progress.tasks[0].speed
            progress.update(task, advance=1, rate=f"{speed:.1f}/s" if speed else "")


def shortened(name: str, most: int) -> str:
    """Return the beginning of a name too long for the room there is."""
    return name if len(name) <= most else name[: max(1, most - 1)] + "\N{HORIZONTAL ELLIPSIS}"

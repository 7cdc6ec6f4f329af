"""The tables of an analysis that a person reads."""

from collections.abc import Iterator, Mapping
from typing import Any

from rich.table import Table


def tables_of(told: Mapping[str, Any]) -> Iterator[Table | str]:
    """Yield a table for each kind of finding."""
    if found := told.get("sobol"):
        luck = "" if found["luck"] is None else f"; luck is {found['luck']:.0%} of a single run's variance"
        yield _table(f"Sobol's indices of {told['outcome']}{luck}", found, {"first": "First order", "total": "Total"})
    if found := told.get("morris"):
        yield _table(f"Elementary effects on {told['outcome']}", found, {"mu_star": "Mean absolute", "mu": "Mean"})
    if found := told.get("means"):
        yield _means(f"Mean of {told['outcome']} by level", found)
    if found := told.get("discovery"):
        yield from _boxes(found)


def _table(title: str, found: Mapping[str, Any], measures: Mapping[str, str]) -> Table:
    table = _new(title, "Factor", *measures.values(), "Verdict")
    for name, each in found["factors"].items():
        table.add_row(name, *(_interval(each[measure]) for measure in measures), each["verdict"])
    table.caption = found.get("note")
    return table


def _means(title: str, found: Mapping[str, Any]) -> Table:
    table = _new(title, "Factor", "Level", "Mean", "Difference from the first", "Verdict")
    for name, levels in found.items():
        for each in levels:
            table.add_row(name, str(each["level"]), _interval(each), _interval(each["difference"]), each["verdict"])
    return table


def _boxes(found: Mapping[str, Any]) -> Iterator[Table | str]:
    bound = f"below {found['below']}" if found.get("below") is not None else f"above {found['above']}"
    yield f"{found['outcome']} is {bound} in {found['cases']} runs, {found['share']:.1%} of all"
    for n, box in enumerate(found["boxes"], start=1):
        title = f"Box {n}: coverage {box['coverage']:.2f}, density {box['density']:.2f}"
        table = _new(title, "Factor", "From", "To", "Chance if it meant nothing")
        for limit in box["limits"]:
            table.add_row(limit["factor"], f"{limit['low']:.4g}", f"{limit['high']:.4g}", f"{limit['p_value']:.2g}")
        yield table


def _new(title: str, *headings: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", title=title, title_justify="left")
    for heading in headings:
        table.add_column(heading, no_wrap=heading != "Factor", overflow="fold")
    return table


def _interval(each: Mapping[str, float]) -> str:
    return f"{each['mean']:.4g} [{each['low']:.4g}, {each['high']:.4g}]".replace("[", "\\[")

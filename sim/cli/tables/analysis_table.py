"""The tables of an analysis that a person reads."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.markup import escape
from rich.table import Table

if TYPE_CHECKING:
    from sim.experiment.sensitivity.discovery import Peel
    from sim.experiment.sensitivity.findings_of_sweep import (
        Analysis,
        Discovery,
        Estimate,
        LevelMean,
        MorrisFindings,
        SobolFindings,
    )

LONGEST = 28
"""Characters of a factor's path on one line; a longer one goes on at a dot below."""
STEPS = 9
"""Steps of a trajectory that are shown."""
NOT_RESOLVED = "not resolved"
UNRESOLVED = "Not resolved: the interval is too wide to tell."
ALONE = "Not resolved: one replication has no interval."
ADVICE = {
    "sobol": "More samples narrow it; where luck is a large share, more replications do.",
    "morris": "More samples narrow it; where luck is a large share, more replications do.",
    "means": "More replications narrow it.",
}


def tables_of(analysis: "Analysis") -> Iterator[Table | str]:
    """Yield what there is to read about each kind of finding."""
    if sobol := analysis.sobol:
        luck = "" if sobol.luck is None else f"; luck is {sobol.luck:.0%} of a single run's variance"
        title = f"What decides {analysis.label}: Sobol's indices{luck}"
        yield _table(title, sobol, {"total": "Total", "first": "First order"})
        yield from _advice("sobol", [each.verdict for each in sobol.factors.values()])
    if morris := analysis.morris:
        title = f"What moves {analysis.label}: change as a factor crosses its whole range"
        yield _table(title, morris, {"mu_star": "Mean absolute", "mu": "Mean"})
        yield from _advice("morris", [each.verdict for each in morris.factors.values()])
    if means := analysis.means:
        yield _means(f"Mean of {analysis.label} by level, and the difference from the first", means)
        rows = [each for levels in means.values() for each in levels]
        open_ = [each for each in rows if each.verdict == NOT_RESOLVED]
        yield from _advice("means", [each.verdict for each in rows], alone=all(each.low is None for each in open_))
    if analysis.discovery:
        yield from _boxes(analysis.discovery)


def _table(title: str, found: "SobolFindings | MorrisFindings", measures: Mapping[str, str]) -> Table:
    table = _new(title, "Factor", *measures.values(), "Verdict")
    largest = next(iter(measures))
    factors: dict[str, Any] = dict(
        sorted(found.factors.items(), key=lambda item: -(getattr(item[1], largest).mean or 0.0))
    )
    digits = {name: _digits(getattr(each, name) for each in factors.values()) for name in measures}
    for name, each in factors.items():
        intervals = (_interval(getattr(each, measure), digits[measure]) for measure in measures)
        table.add_row(folded(name), *intervals, each.verdict)
    table.caption = found.note
    return table


def _means(title: str, found: "Mapping[str, Sequence[LevelMean]]") -> Table:
    table = _new(title, "Factor", "Level", "Mean", "Difference", "Verdict")
    rows = [each for levels in found.values() for each in levels]
    digits, finer = _digits(rows), _digits(each.difference for each in rows)
    for name, levels in found.items():
        for n, each in enumerate(levels):
            change = _interval(each.difference, finer) if n else ""
            label = folded(name) if n == 0 else ""
            table.add_row(label, str(each.level), _interval(each, digits), change, each.verdict)
    return table


def _boxes(found: "Discovery") -> Iterator[Table | str]:
    bound = f"below {found.below:g}" if found.below is not None else f"above {found.above:g}"
    yield f"{found.label} is {bound} in {found.cases} runs, {found.share:.1%} of all"
    if not found.boxes:
        many = {0.0: "there is nothing to look for", 1.0: "there is nothing to tell them from"}
        why = many.get(found.share, "no factor sets them apart beyond what chance would do")
        yield f"No box: {why}. Another limit may be given by --below or --above."
    for n, box in enumerate(found.boxes, start=1):
        chosen = "" if box.chosen is None else f", step {box.chosen} of its trajectory"
        title = f"Box {n}{chosen}: it holds {box.coverage:.0%} of them (coverage), and {box.density:.0%} of its runs "
        table = _new(f"{title}are such (density)", "Factor", "From", "To", "Chance if it meant nothing")
        for limit in box.limits:
            table.add_row(folded(limit.factor), f"{limit.low:.4g}", f"{limit.high:.4g}", f"{limit.p_value:.2g}")
        yield table
    if found.boxes:
        yield _trajectory(found.boxes[0].trajectory)


def _trajectory(path: "Sequence[Peel]") -> Table:
    """Return the way inwards to the first box, in a few steps of equal length."""
    table = _new("On the way to box 1 (--step N chooses one)", "Step", "Coverage", "Density", "Of all runs", "Limits")
    steps = sorted({round(n * (len(path) - 1) / (STEPS - 1)) for n in range(STEPS)})
    for n in steps:
        peel = path[n]
        table.add_row(str(n), f"{peel.coverage:.0%}", f"{peel.density:.0%}", f"{peel.mass:.1%}", str(len(peel.limits)))
    return table


def _advice(kind: str, verdicts: Iterable[str], *, alone: bool = False) -> Iterator[str]:
    if NOT_RESOLVED in verdicts:
        yield f"{ALONE if alone else UNRESOLVED} {ADVICE[kind]}"


def _new(title: str, *headings: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", title=title, title_justify="left")
    for heading in headings:
        table.add_column(heading, no_wrap=heading != "Factor", overflow="fold")
    return table


def folded(name: str) -> str:
    """Return a path on as many lines as it needs, each ending at a dot."""
    lines = [""]
    for step in name.replace(".", ".\n").split("\n"):
        if lines[-1] and len(lines[-1] + step) > LONGEST:
            lines.append("  ")
        lines[-1] += step
    return "\n".join(lines)


def _digits(intervals: "Iterable[Estimate | LevelMean]") -> int:
    """Return the decimals that show three digits of the largest number there is."""
    ends = [abs(end or 0.0) for each in intervals for end in (each.mean, each.low, each.high)]
    largest = max(ends, default=0.0)
    return max(0, 2 - math.floor(math.log10(largest))) if largest > 0 else 0


def _interval(each: "Estimate | LevelMean", digits: int) -> str:
    """Return an estimate with its interval, and a dash for what is unknown."""
    mean, low, high = (_figure(end, digits) for end in (each.mean, each.low, each.high))
    return escape(f"{mean} [{low}, {high}]" if (low, high) != ("-", "-") else f"{mean} -")


def _figure(value: float | None, digits: int) -> str:
    return "-" if value is None else f"{round(value, digits) + 0.0:.{digits}f}"

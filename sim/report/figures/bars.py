"""Bars: the terms by issue, and the parts of a change."""

from collections.abc import Mapping, Sequence

from sim.experiment.sensitivity.certainty import Certain
from sim.report.figures.plot import BOTTOM, RIGHT, TOP, WIDTH, Plot, number, padded, round_marks
from sim.results.spread import Spread, required

ROW = 44
"""Height of a row of horizontal bars."""


def settlement_bars(shares: Mapping[str, Spread], sides: Sequence[str]) -> str:
    """Return how each issue is divided: the first side's share from the left, the second's the rest."""
    plot = Plot(
        f"Settlement by issue: share of {sides[0]}", (0.0, 1.0), (0.0, 1.0), TOP + BOTTOM + ROW * len(shares), 16
    )
    for n, (issue, share) in enumerate(shares.items()):
        top = TOP + n * ROW
        low, high = 1.0 - (n + 0.92) / len(shares), 1.0 - (n + 0.52) / len(shares)
        mean = required(share.mean)
        plot.bar(0.0, mean, low, high, "first fill")
        plot.bar(mean, 1.0, low, high, "second fill")
        middle = (low + high) / 2.0
        if share.low is not None and share.high is not None:
            plot.line([share.low, share.high], [middle, middle], "whisker")
        plot.text(plot.left, top + 14, issue, kind="strong")
        found = f"{sides[0]} {100 * mean:.0f} % · {sides[1]} {100 - 100 * mean:.0f} %"
        plot.text(WIDTH - RIGHT, top + 14, found, "end")
    plot.foot([(0.0, "0"), (0.5, "half"), (1.0, "all")])
    return plot.drawn()


def waterfall(before: float, after: float, parts: Mapping[str, Certain], names: tuple[str, str]) -> str:
    """Return how parts lead from leverage in one scenario to that in another; whiskers are 90 % intervals of means."""
    levels = [before]
    for part in parts.values():
        levels.append(levels[-1] + required(part.mean))
    whiskers = [
        (levels[n] + required(part.mean_low), levels[n] + required(part.mean_high))
        for n, part in enumerate(parts.values())
    ]
    edges = [end for ends in whiskers for end in ends]
    count = len(parts) + 2
    up = padded(min(*levels, *edges, after), max(*levels, *edges, after), 0.002)
    plot = Plot(f"How {names[0]} becomes {names[1]}", (0.0, count), up)
    plot.grid(round_marks(*plot.up))
    for n, (name, level) in {0: (names[0], before), count - 1: (names[1], after)}.items():
        plot.bar(n + 0.15, n + 0.85, plot.up[0], level, "total")
        plot.text(plot.x(n + 0.5), plot.height - BOTTOM + 18, name, "middle", "strong")
        plot.text(plot.x(n + 0.5), plot.y(level) - 5, f"{level:.3f}", "middle")
    for n, (factor, ends) in enumerate(zip(parts, whiskers, strict=True), start=1):
        change = levels[n] - levels[n - 1]
        plot.bar(n + 0.15, n + 0.85, levels[n - 1], levels[n], "gain" if change >= 0.0 else "loss")
        plot.line([n + 0.5, n + 0.5], ends, "whisker")
        plot.text(plot.x(n + 0.5), plot.height - BOTTOM + 18, factor, "middle")
        plot.text(plot.x(n + 0.5), plot.y(max(*ends, levels[n - 1])) - 5, signed(change, 4), "middle")
    return plot.drawn()


def signed(value: float, digits: int) -> str:
    """Return a change as printers set it; what rounds to nothing has no sign."""
    rounded = round(value, digits)
    return f"+{number(rounded, digits)}" if rounded > 0.0 else number(rounded, digits)

"""Box figure: the limits of a box on each factor it restricts, as an SVG that needs nothing else."""

from collections.abc import Mapping, Sequence

from sim.experiment.sensitivity.discovery import Box
from sim.report.figures.interval_figure import COLOURS, LABEL, LINE, RIGHT, TOP, WIDTH, picture, rule, shortened, text


def box_figure(title: str, boxes: Sequence[Box], ranges: Mapping[str, tuple[float, float]]) -> str:
    """Return an SVG of boxes: each limited factor's whole range as a line, and on it the part within the box."""
    drawn = [text(10, 22, title, weight="600", size=16)]
    y = float(TOP - 10)
    for n, box in enumerate(boxes, start=1):
        figures = f"coverage {box.coverage:.2f}, density {box.density:.2f}, {box.mass:.1%} of all runs"
        drawn.append(text(10, y, f"Box {n}: {figures}", weight="600"))
        for limit in box.limits:
            y += LINE
            low, high = ranges[limit.factor]
            scale = (WIDTH - LABEL - RIGHT - 80) / ((high - low) or 1.0)
            ends = [LABEL + 40 + (end - low) * scale for end in (limit.low, limit.high)]
            drawn += [
                text(LABEL - 12, y + 4, shortened(limit.factor), anchor="end"),
                text(LABEL + 32, y + 4, f"{low:.3g}", anchor="end", colour="#555555"),
                rule(LABEL + 40, y, WIDTH - RIGHT - 40, y, "#cccccc", 2),
                rule(ends[0], y, ends[1], y, COLOURS[0], 9),
                text(WIDTH - RIGHT - 32, y + 4, f"{high:.3g}", colour="#555555"),
                text(WIDTH - RIGHT + 20, y + 4, f"{limit.low:.3g} to {limit.high:.3g}", colour=COLOURS[0]),
            ]
        y += 2 * LINE
    if not boxes:
        drawn.append(text(10, y, "No factor sets these cases apart beyond what chance would do."))
    return picture(y + LINE, title, drawn)

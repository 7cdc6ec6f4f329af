"""Interval figure: estimates with their intervals, one line a factor, as an SVG that needs nothing else."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

WIDTH, LABEL, LINE, TOP, RIGHT = 860, 320, 22, 64, 120
APART = 9
"""Least distance between marks of one line, upright."""
COLOURS = ("#0b6aa2", "#d95f02", "#555555", "#7b3294")
"""Blue, orange, grey and violet that the colour-blind tell apart."""
STYLE = "font-family: system-ui, sans-serif; font-size: 13px; background: #ffffff"


@dataclass(frozen=True)
class Mark:
    """One estimate on a line of the figure; a bare point where its interval is unknown."""

    series: int
    """Which colour it has, from 0."""
    mean: float
    low: float | None
    high: float | None


def interval_figure(
    title: str, lines: Mapping[str, Sequence[Mark]], series: Sequence[str], remarks: Mapping[str, str], axis: str
) -> str:
    """Return an SVG of every line's marks on one axis, with a remark, such as a verdict, at its end."""
    marks = [mark for each in lines.values() for mark in each]
    ends = [0.0, *(end for mark in marks for end in (mark.mean, mark.low, mark.high) if end is not None)]
    low, high = min(ends), max(ends)
    high = high if high > low else low + 1.0
    scale = (WIDTH - LABEL - RIGHT) / (high - low)
    line = max(LINE, APART * len(series))
    height = TOP + line * len(lines) + 2 * LINE
    foot = TOP + line * len(lines)
    drawn = [text(10, 22, title, weight="600", size=16), *_legend(series)]
    for tick in ticks(low, high):
        x = LABEL + (tick - low) * scale
        drawn += [rule(x, TOP - 10, x, foot, "#bbbbbb" if tick == 0 else "#eeeeee")]
        drawn += [text(x, foot + 16, f"{tick:.4g}", anchor="middle", colour="#555555")]
    drawn += [text((LABEL + WIDTH - RIGHT) / 2, foot + 34, axis, anchor="middle", colour="#555555")]
    for n, (name, each) in enumerate(lines.items()):
        y = TOP + line * n + 4
        drawn += [
            text(LABEL - 12, y + 4, shortened(name), anchor="end"),
            text(WIDTH - RIGHT + 12, y + 4, remarks[name]),
        ]
        for mark in each:
            at, shift = LABEL + (mark.mean - low) * scale, (mark.series - (len(series) - 1) / 2) * 7
            if mark.low is not None and mark.high is not None:
                left, right = LABEL + (mark.low - low) * scale, LABEL + (mark.high - low) * scale
                drawn += [rule(left, y + shift, right, y + shift, COLOURS[mark.series], 2)]
            drawn += [f'<circle cx="{at:.1f}" cy="{y + shift:.1f}" r="3.5" fill="{COLOURS[mark.series]}"/>']
    return picture(height, title, drawn)


def picture(height: float, title: str, drawn: Sequence[str]) -> str:
    """Return an SVG document of drawn parts."""
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" role="img" style="{STYLE}">'
    return "\n".join([opening, f"<title>{escape(title)}</title>", *drawn, "</svg>"]) + "\n"


def text(
    x: float,
    y: float,
    words: str,
    *,
    anchor: str = "start",
    weight: str = "400",
    size: int = 13,
    colour: str = "#111111",
) -> str:
    """Return words at a place."""
    style = f'text-anchor="{anchor}" font-weight="{weight}" font-size="{size}" fill="{colour}"'
    return f'<text x="{x:.1f}" y="{y:.1f}" {style}>{escape(words)}</text>'


def rule(x1: float, y1: float, x2: float, y2: float, colour: str, width: float = 1) -> str:
    """Return a straight line."""
    ends = f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
    return f'<line {ends} stroke="{colour}" stroke-width="{width}"/>'


def ticks(low: float, high: float) -> list[float]:
    """Return about five round numbers between two bounds."""
    rough = (high - low) / 5
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(size * m for m in (1, 2, 5, 10) if size * m >= rough)
    return [n * step for n in range(math.ceil(low / step), math.floor(high / step) + 1)]


def shortened(name: str, most: int = 44) -> str:
    """Return the end of a long name, which is the part that tells it from others."""
    return name if len(name) <= most else "..." + name[-most:]


def _legend(series: Sequence[str]) -> list[str]:
    drawn, x = [], float(LABEL)
    for n, name in enumerate(series):
        drawn += [f'<circle cx="{x:.1f}" cy="41" r="4" fill="{COLOURS[n]}"/>', text(x + 9, 45, name, colour="#333333")]
        x += 36 + 7.5 * len(name)
    return drawn

"""A plot: lines over the days of a campaign as one small drawing in SVG."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

WIDE, HIGH = 340.0, 72.0
LEFT, RIGHT, TOP, FOOT = 6.0, 54.0, 20.0, 5.0
"""Size and margins, pixels."""
APART = 11.0
"""Least distance of two values beside their lines, pixels."""
Point = tuple[float, float]


class Line(NamedTuple):
    """A line: its points by day, its style classes, and the value told beside its last point."""

    points: list[Point]
    style: str
    told: str = ""


class Plot(NamedTuple):
    """What to draw, over how many days and up to which."""

    title: str
    lines: Sequence[Line]
    days: int
    day: int
    top: float | None = None
    """The top of the scale, when the measure's nature gives one; else the greatest value."""
    scale: str = ""
    """What the top of the scale is, when it is not the greatest value."""
    centred: bool = False
    """Whether the scale runs as far below 0 as above."""
    band: tuple[list[Point], list[Point]] | None = None
    dots: Sequence[tuple[Point, str]] = ()
    """Points with their style classes."""
    about: str = ""

    @property
    def svg(self) -> str:
        """Return the drawing."""
        values = [abs(y) for line in self.lines for _, y in line.points]
        high = self.top or max([*values, 1e-9])
        told = self.scale or (f"{high:,.0f}" if self.top is None and high >= 1.0 else "")
        scale = f'<text class="scale" x="{WIDE - 2}" y="12">scale to {told}</text>' if told else ""
        parts = [
            f'<text class="heading" x="{LEFT}" y="12">{escape(self.title)}<title>{escape(self.about)}</title></text>',
            scale,
            f'<path class="axis" d="M{LEFT} {self._y(0.0, high):.1f}H{WIDE - RIGHT}"/>',
            f'<path class="now" d="M{self._x(self.day):.1f} {TOP}V{HIGH - FOOT}"/>',
            self._band(high),
            *(
                f'<path class="line {line.style}" d="M{self._path(line.points, high)}"/>'
                for line in self.lines
                if line.points
            ),
            *(
                f'<circle class="dot {style}" cx="{self._x(x):.1f}" cy="{self._y(y, high):.1f}" r="2.6"/>'
                for (x, y), style in self.dots
            ),
            *self._values(high),
        ]
        return f'<svg class="chart" viewBox="0 0 {WIDE:.0f} {HIGH:.0f}">{"".join(parts)}</svg>'

    def _x(self, day: float) -> float:
        return LEFT + (WIDE - LEFT - RIGHT) * day / max(1, self.days)

    def _y(self, value: float, high: float) -> float:
        share = (value / high + 1.0) / 2.0 if self.centred else value / high
        return HIGH - FOOT - (HIGH - TOP - FOOT) * share

    def _path(self, points: list[Point], high: float) -> str:
        return "L".join(f"{self._x(x):.1f} {self._y(y, high):.1f}" for x, y in points)

    def _band(self, high: float) -> str:
        if not self.band or not self.band[0]:
            return ""
        low, top = self.band
        return f'<path class="band" d="M{self._path([*low, *reversed(top)], high)}Z"/>'

    def _values(self, high: float) -> list[str]:
        named = [(self._y(line.points[-1][1], high) + 4.0, line) for line in self.lines if line.told and line.points]
        named.sort(key=lambda each: each[0])
        texts, last = [], TOP - APART
        for height, line in named:
            last = max(height, last + APART)
            texts.append((last, line))
        over, beside = max(0.0, last - HIGH), WIDE - RIGHT + 5
        return [
            f'<text class="value {line.style}" x="{beside}" y="{height - over:.1f}">{escape(line.told)}</text>'
            for height, line in texts
        ]

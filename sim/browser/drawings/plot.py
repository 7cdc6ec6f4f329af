"""A plot: lines over the days of a campaign as one small drawing in SVG, with its axes, dates and values to hover."""

import json
import math
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from html import escape
from typing import Final, NamedTuple

WIDE, HIGH = 344.0, 112.0
LEFT, RIGHT, TOP, FOOT = 46.0, 52.0, 24.0, 17.0
"""Size and margins, pixels."""
APART = 12.0
"""Least distance of two values beside their lines, pixels."""
NICE: Final = (1.0, 2.0, 2.5, 5.0, 10.0)
"""Tops of scales within a power of ten."""
Point = tuple[float, float]


def plain(value: float) -> str:
    """Return a number as short as it can be written."""
    return f"{value:,g}"


class Line(NamedTuple):
    """A line: its points by day, its style classes, its name, how its values are written, and whether the last is."""

    points: list[Point]
    style: str
    name: str = ""
    words: Callable[[float], str] = plain
    labelled: bool = True
    spread: tuple[list[Point], list[Point]] | None = None
    """Between which values most other runs lie."""


class Plot(NamedTuple):
    """What to draw, over how many days and up to which."""

    title: str
    lines: Sequence[Line]
    days: int
    day: int
    start: date
    top: float | None = None
    """The top of the scale, when the measure's nature gives one; else a round number over the greatest value."""
    least: float = 0.0
    """What the top of the scale is at least, so that small differences look small."""
    centred: bool = False
    """Whether the scale runs as far below 0 as above."""
    band: tuple[list[Point], list[Point]] | None = None
    dots: Sequence[tuple[Point, str]] = ()
    """Points with their style classes."""
    ticks: Callable[[float], str] = plain
    about: str = ""
    tall: float = HIGH
    """Height of the drawing, pixels."""

    @property
    def svg(self) -> str:
        """Return the drawing."""
        values = [abs(y) for line in self.lines for _, y in line.points]
        bands = [self.band, *(line.spread for line in self.lines)]
        values += [abs(y) for band in bands for edge in band or () for _, y in edge]
        high = self.top or max(self.least, round_above(max([*values, 1e-9])) if values else 0.0) or 1.0
        about = f"<title>{escape(self.about)}</title>" if self.about else ""
        parts = [
            f'<text class="heading" x="2" y="12">{escape(self.title)}{about}</text>',
            *self._axes(high),
            f'<path class="now" d="M{self._x(self.day):.1f} {TOP}V{self.tall - FOOT}"/>',
            *(self._area(line.spread, f"spread {line.style}", high) for line in self.lines),
            self._area(self.band, "band", high),
            *(
                f'<path class="line {line.style}" d="M{self._path(line.points, high)}"/>'
                for line in self.lines
                if line.points
            ),
            *(
                f'<circle class="dot {style}" data-talk="{x:.0f}" cx="{self._x(x):.1f}" cy="{self._y(y, high):.1f}" '
                'r="4"><title>Why? Click for what moved leverage</title></circle>'
                for (x, y), style in self.dots
            ),
            *self._values(high),
        ]
        size = f'viewBox="0 0 {WIDE:.0f} {self.tall:.0f}"'
        words = f'role="img" aria-label="{escape(self.summary)}" data-hover="{escape(self._hover())}"'
        return f'<svg class="chart" {size} {words}>{"".join(parts)}</svg>'

    @property
    def summary(self) -> str:
        """Return the plot in words: its title and the last value of each line."""
        last = [f"{line.name} {line.words(line.points[-1][1])}".strip() for line in self.lines if line.points]
        return f"{self.title}: {', '.join(last) or 'nothing yet'}"

    def _x(self, day: float) -> float:
        return LEFT + (WIDE - LEFT - RIGHT) * day / max(1, self.days)

    def _y(self, value: float, high: float) -> float:
        share = (value / high + 1.0) / 2.0 if self.centred else value / high
        return self.tall - FOOT - (self.tall - TOP - FOOT) * share

    def _axes(self, high: float) -> list[str]:
        levels = (-high, 0.0, high) if self.centred else (0.0, high / 2, high)
        rows = [
            f'<path class="{"axis" if level == 0 else "grid"}" d="M{LEFT} {self._y(level, high):.1f}H{WIDE - RIGHT}"/>'
            f'<text class="tick" x="{LEFT - 4}" y="{self._y(level, high) + 3.5:.1f}">{escape(self.ticks(level))}</text>'
            for level in levels
        ]
        columns = [
            f'<text class="date {place}" x="{self._x(day):.1f}" y="{self.tall - 4}">{self._date(day)}</text>'
            for day, place in ((0, "first"), (self.days // 2, ""), (self.days, "last"))
        ]
        return rows + columns

    def _date(self, day: int) -> str:
        when = self.start + timedelta(days=day)
        return f"{when.day} {when:%b}"

    def _path(self, points: list[Point], high: float) -> str:
        return "L".join(f"{self._x(x):.1f} {self._y(y, high):.1f}" for x, y in points)

    def _area(self, band: tuple[list[Point], list[Point]] | None, style: str, high: float) -> str:
        if not band or not band[0]:
            return ""
        low, top = band
        return f'<path class="{style}" d="M{self._path([*low, *reversed(top)], high)}Z"/>'

    def _hover(self) -> str:
        lines = [
            [line.name, line.style, [[x, line.words(y)] for x, y in line.points]] for line in self.lines if line.points
        ]
        part = (LEFT / WIDE, (WIDE - RIGHT) / WIDE)
        return json.dumps({"days": self.days, "start": str(self.start), "part": part, "lines": lines})

    def _values(self, high: float) -> list[str]:
        ends = [(self._y(line.points[-1][1], high) + 4.0, line) for line in self.lines if line.labelled and line.points]
        ends.sort(key=lambda each: each[0])
        texts, last = [], TOP - APART
        for height, line in ends:
            last = max(height, last + APART)
            texts.append((last, line))
        over, beside = max(0.0, last - (self.tall - FOOT + 4.0)), WIDE - RIGHT + 8
        return [
            f'<text class="value {line.style}" x="{beside}" y="{height - over:.1f}">'
            f"{escape(line.words(line.points[-1][1]))}</text>"
            for height, line in texts
        ]


def round_above(value: float) -> float:
    """Return the least round number that is not below a value above 0."""
    power = 10.0 ** math.floor(math.log10(value))
    return next(each * power for each in NICE if each * power >= value * (1.0 - 1e-9))

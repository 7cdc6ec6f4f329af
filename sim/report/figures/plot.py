"""A plot: axes, bands, lines and bars as scalable graphics whose colours the page decides."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape

WIDTH, HEIGHT = 520, 270
LEFT, RIGHT, TOP, BOTTOM = 76, 30, 16, 34
"""Margins around the area of the data."""
STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass
class Plot:
    """A plot in the making: what is added later lies above."""

    title: str
    """What it shows, for those who cannot see it."""
    across: tuple[float, float]
    """Range of the horizontal axis."""
    up: tuple[float, float]
    """Range of the vertical axis."""
    height: int = HEIGHT
    left: int = LEFT
    parts: list[str] = field(default_factory=list)

    def x(self, value: float) -> float:
        """Return where a value lies from the left edge."""
        low, high = self.across
        return self.left + (value - low) / ((high - low) or 1.0) * (WIDTH - self.left - RIGHT)

    def y(self, value: float) -> float:
        """Return where a value lies from the upper edge."""
        low, high = self.up
        return self.height - BOTTOM - (value - low) / ((high - low) or 1.0) * (self.height - TOP - BOTTOM)

    def grid(self, marks: Iterable[tuple[float, str]]) -> None:
        """Draw horizontal lines with their values."""
        for value, text in marks:
            y = self.y(value)
            self.parts.append(f'<line class="grid" x1="{self.left}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>')
            self.text(self.left - 7, y + 4, text, "end")

    def foot(self, marks: Iterable[tuple[float, str]]) -> None:
        """Write values under the horizontal axis."""
        for value, text in marks:
            self.text(self.x(value), self.height - BOTTOM + 18, text, "middle")

    def band(self, xs: Sequence[float], lows: Sequence[float], highs: Sequence[float], kind: str) -> None:
        """Fill what lies between two curves."""
        there = [(x, high) for x, high in zip(xs, highs, strict=True)]
        back = [(x, low) for x, low in zip(xs, lows, strict=True)][::-1]
        self.parts.append(f'<polygon class="{kind}" points="{self._points(there + back)}"/>')

    def line(self, xs: Sequence[float], ys: Sequence[float], kind: str) -> None:
        """Draw a curve."""
        self.parts.append(f'<polyline class="{kind}" points="{self._points(zip(xs, ys, strict=True))}"/>')

    def bar(self, left: float, right: float, low: float, high: float, kind: str) -> None:
        """Fill a rectangle."""
        x, y = sorted((self.x(left), self.x(right))), sorted((self.y(low), self.y(high)))
        size = f'width="{x[1] - x[0]:.1f}" height="{max(y[1] - y[0], 0.8):.1f}"'
        self.parts.append(f'<rect class="{kind}" x="{x[0]:.1f}" y="{y[0]:.1f}" {size}/>')

    def dot(self, x: float, y: float, kind: str) -> None:
        """Draw a point."""
        self.parts.append(f'<circle class="{kind}" cx="{self.x(x):.1f}" cy="{self.y(y):.1f}" r="3.2"/>')

    def text(self, x: float, y: float, text: str, anchor: str = "start", kind: str = "") -> None:
        """Write at a position counted from the upper left corner."""
        self.parts.append(f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>')

    def cursor(self) -> None:
        """Leave a line that follows the day chosen on the map."""
        ends = f'data-from="{self.left}" data-to="{WIDTH - RIGHT}" y1="{TOP}" y2="{self.height - BOTTOM}"'
        self.parts.append(f'<line class="cursor" x1="{self.left}" x2="{self.left}" {ends}/>')

    def drawn(self) -> str:
        """Return the plot as SVG."""
        label = escape(self.title, quote=True)
        head = f'<svg class="plot" viewBox="0 0 {WIDTH} {self.height}" role="img" aria-label="{label}">'
        return f"{head}{''.join(self.parts)}</svg>"

    def _points(self, pairs: Iterable[tuple[float, float]]) -> str:
        return " ".join(f"{self.x(x):.1f},{self.y(y):.1f}" for x, y in pairs)


def round_marks(low: float, high: float, most: int = 7) -> list[tuple[float, str]]:
    """Return round numbers in a range with their texts, as many as there can be up to ``most``."""
    if not high > low:
        return [(low, f"{low:g}")]
    power = 10.0 ** math.floor(math.log10((high - low) / most))
    step = next(power * each for each in STEPS if (high - low) / (power * each) <= most)
    digits = next(n for n in range(20) if round(step, n) == round(step, 15))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [(n * step, number(n * step, digits)) for n in range(first, last + 1)]


def number(value: float, digits: int) -> str:
    """Return a number as printers set it; what rounds to nothing has no sign."""
    rounded = round(value, digits) + 0.0
    return f"{rounded:,.{digits}f}".replace("-", "\N{MINUS SIGN}")


def padded(low: float, high: float, least: float = 0.0, floor: float | None = None) -> tuple[float, float]:
    """Return a range a little wider than from ``low`` to ``high``, and no narrower than ``least``."""
    middle, half = (low + high) / 2.0, max((high - low) * 0.55, least / 2.0, 1e-9)
    return (middle - half if floor is None else max(floor, middle - half)), middle + half

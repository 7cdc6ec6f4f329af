"""Places for labels around points of a map: the first of twelve positions that is still free (after Imhof 1975)."""

from dataclasses import dataclass, field
from typing import Final

BELOW: Final = (
    *((0.0, 1.0), (0.5, 1.0), (-0.5, 1.0), (0.0, -1.0), (1.0, 0.0), (-1.0, 0.0)),
    *((0.5, -1.0), (-0.5, -1.0), (1.0, 1.0), (-1.0, 1.0), (1.0, -1.0), (-1.0, -1.0)),
)
"""Positions to try for what stands below its point by custom: east and south of it, in halves of the label's size."""
ABOVE: Final = tuple((east, -south) for east, south in BELOW)
"""The same for what stands above."""


@dataclass(frozen=True)
class Rectangle:
    """A part of the map that a label covers, by its middle and size, in units of the map; y counts downwards."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "Rectangle") -> bool:
        """Return whether two cover a point together."""
        return (
            abs(self.x - other.x) * 2 < self.width + other.width
            and abs(self.y - other.y) * 2 < self.height + other.height
        )

    def holds(self, other: "Rectangle") -> bool:
        """Return whether the other lies wholly within this one."""
        return (
            abs(self.x - other.x) * 2 <= self.width - other.width
            and abs(self.y - other.y) * 2 <= self.height - other.height
        )


@dataclass
class Labels:
    """What labels cover already, and where they may lie at all."""

    sheet: Rectangle
    taken: list[Rectangle] = field(default_factory=list)

    def place(self, point: Rectangle, gap: float, order: tuple[tuple[float, float], ...]) -> Rectangle | None:
        """Return the first free position of a label around a point, and take it; none where all are taken.

        ``point`` has the label's size; ``gap`` lies between it and the point.
        """
        for east, south in order:
            x = point.x + east * (point.width / 2 + gap)
            y = point.y + south * (point.height / 2 + gap)
            found = Rectangle(x, y, point.width, point.height)
            if self.sheet.holds(found) and not any(found.meets(each) for each in self.taken):
                self.taken.append(found)
                return found
        return None

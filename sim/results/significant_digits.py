"""Significant digits: numbers as people read them, to no more digits than their intervals bear."""

import math
from typing import Protocol


class Known(Protocol):
    """A median with the band around it; None where nothing is known."""

    @property
    def median(self) -> float | None:
        """The middle value."""

    @property
    def low(self) -> float | None:
        """The lower bound of the band."""

    @property
    def high(self) -> float | None:
        """The upper bound of the band."""


def known(band: Known) -> str:
    """Return a median with its band, to no more digits than the band bears."""
    if band.median is None or band.low is None or band.high is None:
        return "-"
    digits = digits_borne(band.high - band.low)
    return f"{written(band.median, digits)} [{written(band.low, digits)}, {written(band.high, digits)}]"


def digits_borne(width: float) -> int:
    """Return how many decimals an interval of a width bears: its width keeps two significant digits at the most."""
    return min(4, max(0, 1 - math.floor(math.log10(width)))) if width > 0.0 else 3


def written(number: float | None, digits: int) -> str:
    """Return a number to some digits, never as minus nothing."""
    return "-" if number is None else f"{round(number, digits) + 0.0:.{digits}f}"


def rounded(band: Known) -> str:
    """Return the range of a count to two significant digits."""
    if band.low is None or band.high is None:
        return "-"
    low, high = (int(float(f"{bound:.1e}")) for bound in (band.low, band.high))
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"

"""Wording: logged numbers as sentences."""

from collections.abc import Mapping
from datetime import date, timedelta

from sim.report.figures.fan_chart import day_month

LEAST_SHARE = 0.01
"""Share of a total below which a part goes unmentioned."""


def moved(change: float, digits: int) -> str:
    """Return "rose by 0.02", "fell by 0.02", or that nothing moved at this many digits."""
    size = f"{abs(change):,.{digits}f}"
    if float(size.replace(",", "")) == 0.0:
        return "stayed as it was"
    return f"{'rose' if change > 0.0 else 'fell'} by {size}"


def shares(parts: Mapping[str, float]) -> str:
    """Return what share of their sum each part has, the largest first: "61 % by assault, 39 % by retreat"."""
    total = sum(parts.values())
    ordered = sorted(parts.items(), key=lambda part: -part[1])
    return ", ".join(
        f"{size / total:.0%} {name}".replace("%", " %") for name, size in ordered if size / total >= LEAST_SHARE
    )


def span(start: date, first: int, last: int) -> str:
    """Return two days of a campaign as "between 7 and 13 March"."""
    one, other = start + timedelta(days=first), start + timedelta(days=last)
    if one.month == other.month:
        return f"between {one.day} and {other.day} {other:%B}"
    return f"between {one.day} {one:%B} and {other.day} {other:%B}"


def on(start: date, day: int) -> str:
    """Return a day of a campaign as "11 Mar"."""
    return day_month(start + timedelta(days=day))

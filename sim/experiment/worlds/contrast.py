"""Contrasts: how two scenarios differ over the same worlds and luck, and in how many worlds the sign holds."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.experiment.worlds.answers import at_talks, talk_weights
from sim.experiment.worlds.bands import LEVEL, Band, band
from sim.experiment.worlds.runs import Runs
from sim.results.interval import half_width_of_mean


@dataclass(frozen=True)
class Difference:
    """A difference, the second scenario less the first: its band over runs and worlds, and how sure its mean is."""

    band: Band
    mean_low: float | None
    mean_high: float | None
    """Student's interval of the mean over worlds, nine times in ten; None with one world."""
    sign_holds: float | None
    """Share of worlds in which the mean over luck has the sign of the whole mean; None where that is 0."""

    def as_json(self) -> dict[str, float | None]:
        """Return the difference as JSON has it."""
        return {
            **self.band.as_json(),
            "mean_low": self.mean_low,
            "mean_high": self.mean_high,
            "sign_holds": self.sign_holds,
        }


@dataclass(frozen=True)
class Contrast:
    """How a scenario differs from another, for the first side."""

    sides: tuple[str, str]
    dates: tuple[date, ...]
    leverage_at_talks: Difference
    leverage_path: tuple[Difference, ...]
    counter: tuple[Difference, ...]
    area: tuple[Difference, ...]
    """Contested ground held on the mornings of talks, km²."""
    rules: dict[str, Difference]
    """Leverage at the talks under every bargaining rule."""
    losses: dict[str, dict[str, Difference]]

    @property
    def depends_on_rule(self) -> bool:
        """Return whether two rules disagree about the sign beyond doubt."""
        signs = {1 if (each.mean_low or 0.0) > 0.0 else -1 if (each.mean_high or 0.0) < 0.0 else 0
                 for each in self.rules.values()}  # fmt: skip
        return {1, -1} <= signs

    def as_json(self) -> dict[str, Any]:
        """Return the contrast as ``run --json`` and ``compare --json`` print it."""
        first, second = self.sides
        days = [when.isoformat() for when in self.dates]
        return {
            "leverage_at_talks": {
                first: self.leverage_at_talks.as_json(),
                second: turned(self.leverage_at_talks).as_json(),
            },
            "sign_holds": self.leverage_at_talks.sign_holds,
            **{
                name: [{"date": d, **each.as_json()} for d, each in zip(days, path, strict=True)]
                for name, path in (
                    ("leverage_path", self.leverage_path),
                    ("counter", self.counter),
                    ("area_km2", self.area),
                )
            },
            "rules": {name: each.as_json() for name, each in self.rules.items()},
            "depends_on_rule": self.depends_on_rule,
            "losses": {
                side: {name: each.as_json() for name, each in parts.items()} for side, parts in self.losses.items()
            },
        }


def contrast(first: Runs, second: Runs, sides: tuple[str, str], start: date) -> Contrast:
    """Return how the second scenario differs from the first, run by run of the same world and luck.

    Both talk on the same dates; dates count as they do in the first scenario. Runs that one of them lacks are left out.
    """
    first, second = _paired(first, second)
    weights = talk_weights(first)
    days = list(first.talk_days)
    world = first.draw * (int(first.table.max()) + 1) + first.table

    def between(before: NDArray[np.float64], after: NDArray[np.float64]) -> Difference:
        return difference(after - before, world)

    def by_date(name: str) -> tuple[Difference, ...]:
        return tuple(between(first.talks[name][:, n], second.talks[name][:, n]) for n in range(len(days)))

    rules = first.by_rule(), second.by_rule()
    return Contrast(
        sides=sides,
        dates=tuple(start + timedelta(days=day) for day in days),
        leverage_at_talks=between(
            at_talks(first.talks["leverage_0"], weights), at_talks(second.talks["leverage_0"], weights)
        ),
        leverage_path=by_date("leverage_0"),
        counter=by_date("counter"),
        area=tuple(between(first.mornings["area_0"][:, day], second.mornings["area_0"][:, day]) for day in days),
        rules={
            name: between(at_talks(rules[0][name], weights), at_talks(rules[1][name], weights)) for name in rules[0]
        },
        losses={
            side: {
                name: between(first.mornings[f"{name}_{s}"][:, -1], second.mornings[f"{name}_{s}"][:, -1])
                for name in ("casualties", "captured")
            }
            for s, side in enumerate(sides)
        },
    )


def difference(values: NDArray[np.float64], world: NDArray[np.int64]) -> Difference:
    """Return the difference that values, one a run, come to over numbered worlds."""
    known = ~np.isnan(values)
    names, inverse = np.unique(world[known], return_inverse=True)
    if not names.size:
        return Difference(band(values), None, None, None)
    means = np.bincount(inverse, values[known]) / np.bincount(inverse)
    mean = float(values[known].mean())
    holds = float((np.sign(means) == np.sign(mean)).mean()) if mean != 0.0 else None
    sample = means if len(names) > 1 else values[known]
    if len(sample) == 1:
        return Difference(band(values), None, None, holds)
    reach = half_width_of_mean(sample, LEVEL)
    return Difference(band(values), mean - reach, mean + reach, holds)


def turned(each: Difference) -> Difference:
    """Return a difference as the other side has it, of a whole that both share."""
    over = each.band
    back = Band(*(None if value is None else -value for value in (over.mean, over.median, over.high, over.low)))
    low, high = (None if value is None else -value for value in (each.mean_high, each.mean_low))
    return Difference(back, low, high, each.sign_holds)


def _paired(first: Runs, second: Runs) -> tuple[Runs, Runs]:
    keys = [
        list(zip(each.draw.tolist(), each.table.tolist(), each.replication.tolist(), strict=True))
        for each in (first, second)
    ]
    common = set(keys[0]) & set(keys[1])
    one, other = ([n for n, key in enumerate(of) if key in common] for of in keys)
    return first.chosen(one), second.chosen(other)

"""The function of Ishigami and Homma (1990) in place of a campaign, with luck and slowness if wanted."""

import hashlib
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from sim.experiment.designs.factors import Factor, Ranged
from sim.experiment.designs.sampling import points_of
from sim.experiment.sweeps.study import Values
from sim.results.rows import Row
from sim.scenario.quantity import Quantity

FIRST = (0.3139, 0.4424, 0.0)
TOTAL = (0.5576, 0.4424, 0.2437)
"""Sobol's indices for a = 7, b = 0.1."""


def angle(name: str) -> Factor:
    """Return a factor from -pi to pi."""
    bounds = (-math.pi, math.pi)
    quantity = Quantity(value=0.0, unit="rad", range=bounds, source="Ishigami and Homma (1990)", confidence="high")
    return Ranged(name, (name,), quantity, *bounds)


FACTORS = tuple(angle(f"x{i}") for i in (1, 2, 3))


def points(kind: str, samples: int) -> list[Values]:
    """Return the points of a design of the three angles."""
    drawn = points_of(kind, FACTORS, samples, seed=1)
    return [dict(zip(("x1", "x2", "x3"), point, strict=True)) for point in drawn]


@dataclass(frozen=True)
class Ishigami:
    """The function, with normal noise of its own at every point and in every replication."""

    alike: ClassVar[bool] = True
    noise: float = 0.0
    pause: float = 0.0
    """Seconds that a run takes."""
    fails_above: float = math.inf
    """Value of x1 above which a run fails."""

    def at(self, values: Values) -> Callable[[int], Row]:
        """Return what plays a replication."""
        x1, x2, x3 = (float(values[factor.name]) for factor in FACTORS)
        y = math.sin(x1) + 7.0 * math.sin(x2) ** 2 + 0.1 * x3**4 * math.sin(x1)

        def play(replication: int) -> Row:
            time.sleep(self.pause)
            if x1 > self.fails_above:
                raise ArithmeticError(f"{x1} is too much")
            luck = np.random.default_rng(abs(hash((x1, x2, x3, replication)))).normal()
            found = y + self.noise * luck
            return {"replication": replication, "y": found, "digest": hashlib.sha256(repr(found).encode()).hexdigest()}

        return play

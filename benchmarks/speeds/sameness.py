"""Sameness: whether contenders play the same war."""

import numpy as np
from speeds.contenders import Contender


def departures(rivals: list[Contender], replication: int) -> dict[str, float]:
    """Return how far each contender's series strays from the compiled one: the greatest relative difference."""
    series = {rival.name: rival.run(replication) for rival in rivals}
    truth = series["compiled"]
    scale = np.maximum(np.abs(truth), 1.0)
    return {name: float(np.max(np.abs(each - truth) / scale)) for name, each in series.items()}

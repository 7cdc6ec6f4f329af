"""Rounds: contenders take turns, so that a slow minute of the machine strikes all of them."""

from statistics import median
from time import perf_counter

from speeds.contenders import Contender


def ms_per_run(rivals: list[Contender], rounds: int) -> dict[str, dict[str, float]]:
    """Return the median, least and greatest time of a run over the rounds, ms; round ``n`` plays replication ``n``."""
    times: dict[str, list[float]] = {rival.name: [] for rival in rivals}
    for replication in range(rounds):
        for rival in rivals:
            begun = perf_counter()
            for _ in range(rival.runs):
                rival.run(replication)
            times[rival.name].append((perf_counter() - begun) / rival.runs * 1e3)
    return {name: {"median": median(each), "least": min(each), "most": max(each)} for name, each in times.items()}

"""Rounds: contenders take turns, so that a slow minute of the machine strikes all of them."""

from statistics import median
from time import process_time

from speeds.contenders import Contender

Times = dict[str, list[float]]


def ms_per_run(rivals: list[Contender], rounds: int) -> Times:
    """Return the processor time of a run in each round, ms; round ``n`` plays replication ``n``.

    Processor time leaves out what other programs take, though not what they do to caches and clocks.
    """
    times: Times = {rival.name: [] for rival in rivals}
    for replication in range(rounds):
        for rival in rivals:
            begun = process_time()
            for _ in range(rival.runs):
                rival.run(replication)
            times[rival.name].append((process_time() - begun) / rival.runs * 1e3)
    return times


def ratio(times: Times, one: str, other: str) -> float:
    """Return how many times as long one contender takes as another: the median of the rounds' ratios."""
    return median(a / b for a, b in zip(times[one], times[other], strict=True))

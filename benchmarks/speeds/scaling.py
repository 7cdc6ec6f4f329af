"""Scaling: what a second worker adds."""

from collections import deque
from statistics import median
from time import perf_counter

from sim.campaign.ensemble import ensemble
from sim.campaign.setup.deployment import Deployment

RUNS = 400


def runs_per_second(deployment: Deployment, rounds: int) -> dict[str, float]:
    """Return runs a second of an ensemble without talks on one worker and on two, and their ratio; medians."""
    rates: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(rounds):
        for workers, each in rates.items():
            begun = perf_counter()
            deque(ensemble(deployment, 1, range(RUNS), workers=workers, talking=False), maxlen=0)
            each.append(RUNS / (perf_counter() - begun))
    one, two = median(rates[1]), median(rates[2])
    return {"one worker": one, "two workers": two, "two over one": two / one}

"""Cut off: a side's men in sealed and in porous pockets, and those whose supplies are used up."""

from typing import Final, NamedTuple

from sim.browser.snapshot import Snapshot
from sim.campaign.setup.deployment import Deployment
from sim.vocabulary import POROUS, PRESENT, SEALED

EMPTY: Final = 0.1
"""Days of supplies at hand below which a formation counts as out of supply."""


class CutOff(NamedTuple):
    """Men of one side on the morning of a day."""

    sealed: float
    """In formations that no way over own ground leads out of."""
    porous: float
    """In formations without supplies by road that could still leave on foot."""
    unsupplied: float
    """In formations with less than ``EMPTY`` days of supplies at hand, cut off or not."""


def cut_off(deployment: Deployment, today: Snapshot, side: int) -> CutOff:
    """Return how many men of a side are cut off, and how, and how many are out of supply."""
    formations = today.formations
    rows = [
        n
        for n, whose in enumerate(deployment.tables["formations"]["side"].tolist())
        if whose == side and formations["status"][n] == PRESENT
    ]

    def men(counted: list[int]) -> float:
        return float(sum(formations["strength"][n] for n in counted))

    pocket, stock, use = formations["pocket"], formations["stock"], formations["use"]
    return CutOff(
        sealed=men([n for n in rows if pocket[n] == SEALED]),
        porous=men([n for n in rows if pocket[n] == POROUS]),
        unsupplied=men([n for n in rows if use[n] > 0.0 and stock[n] < EMPTY * use[n]]),
    )

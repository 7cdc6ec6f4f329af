"""The digest of an ensemble: equal for equal outcomes, bit for bit."""

import hashlib
from collections.abc import Iterable

import numpy as np

from sim.campaign.outcome import Outcome
from sim.results.rows import talk_rows


def digest_of(outcomes: Iterable[Outcome]) -> str:
    """Return 16 letters that all series, ledgers and talks determine, in the order of replications."""
    seal = hashlib.sha256()
    for outcome in sorted(outcomes, key=lambda each: each.replication):
        seal.update(str(outcome.replication).encode())
        seal.update(np.ascontiguousarray(outcome.series).tobytes())
        seal.update(np.ascontiguousarray(outcome.ledger).tobytes())
        for row in talk_rows([outcome], issues=[]):
            seal.update(repr(row).encode())
    return seal.hexdigest()[:16]

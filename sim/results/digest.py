"""The digest of an ensemble: equal for equal outcomes, bit for bit."""

import hashlib
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from sim.campaign.outcome import Outcome
from sim.results.rows import talk_rows


class Sealed(NamedTuple):
    """What of a run goes into the digest: its number, its series, its ledger, and its talks as text."""

    replication: int
    series: bytes
    ledger: bytes
    talks: str


def sealed(outcome: Outcome) -> Sealed:
    """Return what the digest takes of a run."""
    series, ledger = (np.ascontiguousarray(table).tobytes() for table in (outcome.series, outcome.ledger))
    return Sealed(outcome.replication, series, ledger, "".join(map(repr, talk_rows([outcome], issues=[]))))


def digest_of(outcomes: Iterable[Outcome]) -> str:
    """Return 16 letters that all series, ledgers and talks determine, in the order of replications."""
    return digest_of_sealed(map(sealed, outcomes))


def digest_of_sealed(runs: Iterable[Sealed]) -> str:
    """Return the digest of runs of which no more is at hand than it takes."""
    seal = hashlib.sha256()
    for run in sorted(runs):
        seal.update(b"".join((str(run.replication).encode(), run.series, run.ledger, run.talks.encode())))
    return seal.hexdigest()[:16]

"""An ensemble gives the same outcomes whatever runs it."""

from sim.campaign.ensemble import ensemble
from sim.campaign.outcome import Outcome
from sim.results.digest import digest_of
from tests.scenarios.shipped import deployed

QUICK = {"days": 10, "talks.rollouts": 2, "talks.horizon": 5}


def outcomes(workers: int, seed: int = 1) -> list[Outcome]:
    deployment = deployed("kursk/2025-03-article", QUICK)
    played = ensemble(deployment, seed, range(4), workers=workers)
    return [outcome for outcome in played if isinstance(outcome, Outcome)]


def test_workers_change_neither_outcomes_nor_their_order() -> None:
    alone, together = outcomes(1), outcomes(2)

    assert [outcome.replication for outcome in together] == [0, 1, 2, 3]
    assert digest_of(alone) == digest_of(together)


def test_the_digest_tells_seeds_and_replications_apart() -> None:
    one, other = outcomes(1), outcomes(1, seed=2)

    assert digest_of(one) != digest_of(other)
    assert digest_of(one[:3]) != digest_of(one)
    assert digest_of(reversed(one)) == digest_of(one)

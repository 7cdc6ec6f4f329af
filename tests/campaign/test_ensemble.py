"""An ensemble gives the same outcomes whatever runs it."""

from sim.campaign.ensemble import Failure, ensemble
from sim.campaign.outcome import Outcome
from sim.results.digest import digest_of
from sim.world.chance import key_of
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import World
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


@rule
def blunder(w: World, p: Constants, day: int, s: int) -> None:  # noqa: ARG001 - the form of a doctrine
    """Fail in every other replication, by its key."""
    if w.key % 2 == 0:
        w.sides[s].will /= 0.0 * p.weiss


def test_a_run_that_fails_is_data_and_the_others_go_on() -> None:
    deployment = deployed("kursk/2025-03-article", QUICK)
    fated = [key_of(1, replication) % 2 == 0 for replication in range(6)]

    played = list(ensemble(deployment, 1, range(6), talking=False, doctrines=(blunder, blunder)))

    assert [isinstance(result, Failure) for result in played] == fated
    assert set(fated) == {True, False}
    assert all("ZeroDivisionError" in result.error for result in played if isinstance(result, Failure))

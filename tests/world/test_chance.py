"""Chance: one pure function, the same bits everywhere."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.world.chance import bits, key_of, normal, of_pair, stable_id, uniform
from sim.world.compilation import compiled, interpreting

words = st.integers(0, 2**64 - 1)
days = st.integers(0, 10**6)
purposes = st.integers(0, 255)
ids = st.integers(0, 2**31 - 1)

_uniform = compiled(uniform)
_normal = compiled(normal)


@pytest.mark.skipif(interpreting(), reason="compilation is switched off")
@given(words, days, purposes, ids)
def test_a_draw_has_the_same_bits_interpreted_and_compiled(key: int, day: int, purpose: int, index: int) -> None:
    word = np.uint64(key)

    assert _uniform(word, day, purpose, index) == uniform(key, day, purpose, index)  # type: ignore[arg-type]
    assert _normal(word, day, purpose, index) == normal(key, day, purpose, index)  # type: ignore[arg-type]


@given(words, days, purposes, ids)
def test_a_draw_lies_strictly_between_nothing_and_one(key: int, day: int, purpose: int, index: int) -> None:
    assert 0 <= bits(key, day, purpose, index) < 2**53
    assert 0 < uniform(key, day, purpose, index) < 1


def test_draws_are_uniform_and_independent_over_days_things_and_purposes() -> None:
    key = key_of(1, 0)
    draws = np.array([[uniform(key, day, 3, index) for index in range(200)] for day in range(200)])
    others = np.array([[uniform(key, day, 4, index) for index in range(200)] for day in range(200)])
    shares = np.histogram(draws, bins=10, range=(0, 1))[0] / draws.size
    bound = 4 / math.sqrt(draws.size)

    assert abs(shares - 0.1).max() < bound
    assert abs(np.corrcoef(draws[1:].ravel(), draws[:-1].ravel())[0, 1]) < bound
    assert abs(np.corrcoef(draws[:, 1:].ravel(), draws[:, :-1].ravel())[0, 1]) < bound
    assert abs(np.corrcoef(draws.ravel(), others.ravel())[0, 1]) < bound


def test_normal_draws_have_mean_nothing_and_spread_one() -> None:
    key = key_of(1, 0)
    draws = np.array([normal(key, day, 4, index) for day in range(200) for index in range(200)])

    assert abs(draws.mean()) < 0.02
    assert abs(draws.std() - 1) < 0.02
    assert abs((draws**4).mean() - 3) < 0.15


def test_keys_of_seeds_replications_and_rollouts_differ_and_fill_a_word() -> None:
    keys = {
        key_of(seed, replication, rollout) for seed in range(20) for replication in range(20) for rollout in range(20)
    }

    assert len(keys) == 8000
    assert max(keys) > 2**63
    assert max(keys) < 2**64


def test_a_thing_draws_its_luck_by_its_name_and_its_counterpart() -> None:
    assert stable_id("Sudzha") == stable_id("Sudzha")
    assert stable_id("Sudzha") != stable_id("Sumy")
    assert 0 <= of_pair(stable_id("Sudzha"), stable_id("Sumy")) < 2**31
    assert of_pair(1, 2) != of_pair(2, 1)

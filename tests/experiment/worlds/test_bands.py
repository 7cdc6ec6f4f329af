import numpy as np
import pytest

from sim.experiment.worlds.bands import band, probability


def test_a_band_holds_the_middle_nine_tenths() -> None:
    found = band([float("nan"), *range(101)])

    assert (found.low, found.median, found.high) == (5.0, 50.0, 95.0)
    assert found.mirrored().low == pytest.approx(1.0 - 95.0)


def test_nothing_known_is_none() -> None:
    assert band([float("nan")]).as_json() == {"mean": None, "median": None, "low": None, "high": None}


def test_what_differs_between_worlds_alone_is_no_luck() -> None:
    world = np.repeat(np.arange(40), 5)

    found = probability(world % 2 == 0, world)

    assert found.mean == 0.5
    assert found.luck == 0.0
    assert found.parameters == 1.0
    assert 0.0 < (found.low or 0.0) < 0.5 < (found.high or 0.0) < 1.0


def test_what_differs_within_every_world_alike_is_luck_alone() -> None:
    found = probability(np.tile([True, False], 40), np.repeat(np.arange(40), 2))

    assert (found.luck, found.parameters) == (1.0, 0.0)


def test_the_interval_of_a_probability_covers_it_nine_times_in_ten() -> None:
    rng = np.random.default_rng(2)
    world = np.repeat(np.arange(48), 4)
    hits = 0
    for _ in range(400):
        found = probability(rng.random(192) < rng.beta(2, 3, 48)[world], world)
        hits += (found.low or 0.0) <= 0.4 <= (found.high or 0.0)

    assert 0.86 <= hits / 400 <= 0.94


def test_what_always_happens_is_not_certain() -> None:
    found = probability([True] * 20, np.repeat(np.arange(10), 2))

    assert found.mean == 1.0
    assert 0.7 < (found.low or 0.0) < 1.0
    assert found.luck is None

import numpy as np
import pytest

from sim.experiment.worlds.variance import shares_of_variance


def nested(draws: int, sizes: tuple[int, int, int], spreads: tuple[float, ...], seed: int) -> np.ndarray:
    """Return values of a model whose four sources add up independently."""
    rng = np.random.default_rng(seed)
    shape = (draws, *sizes)
    return np.asarray(
        sum(
            spread * rng.standard_normal(shape[: level + 1]).reshape(shape[: level + 1] + (1,) * (3 - level))
            for level, spread in enumerate(spreads)
        )
    )


def test_known_shares_are_recovered_within_three_points() -> None:
    spreads = (0.56, 0.79, 0.22, 0.1)
    true = np.square(spreads) / np.square(spreads).sum()

    found = shares_of_variance(nested(2000, (2, 2, 4), spreads, 1))

    means = [share.mean for share in found.values() if share]
    assert means == pytest.approx(true, abs=0.03)


def test_intervals_cover_the_truth_about_nine_times_in_ten() -> None:
    spreads = (0.5, 0.7, 0.4, 0.2)
    true = np.square(spreads) / np.square(spreads).sum()
    covered = []
    for seed in range(30):
        found = shares_of_variance(nested(48, (2, 2, 4), spreads, seed))
        covered += [
            share.low <= known <= share.high for share, known in zip(found.values(), true, strict=True) if share
        ]

    assert 0.8 < np.mean(covered) <= 0.97


def test_a_level_with_one_member_has_no_share_of_its_own() -> None:
    found = shares_of_variance(nested(50, (1, 4, 1), (1.0, 0.0, 1.0, 0.0), 3))

    assert found["table"] is None
    assert found["rule"] is None
    assert found["luck"]
    assert found["luck"].mean == pytest.approx(0.5, abs=0.15)


def test_what_does_not_vary_but_for_rounding_has_no_shares() -> None:
    values = np.full((9, 2, 2, 4), 0.1) + np.arange(2).reshape(1, 2, 1, 1) * 1e-15

    assert set(shares_of_variance(values).values()) == {None}

import numpy as np
import pytest

from sim.experiment.designs.factors import Levelled
from sim.experiment.designs.sampling import points_of
from tests.experiment.ishigami import FACTORS


@pytest.mark.parametrize(("kind", "points"), [("latin_hypercube", 8), ("sobol", 8 * 5), ("morris", 8 * 4)])
def test_designs_have_as_many_points_as_they_should_all_within_the_ranges(kind: str, points: int) -> None:
    drawn = np.array(points_of(kind, FACTORS, 8, seed=1), dtype=float)

    assert drawn.shape == (points, 3)
    assert (np.abs(drawn) <= np.pi).all()


def test_a_latin_hypercube_has_one_point_in_each_slice_of_each_range() -> None:
    drawn = np.array(points_of("latin_hypercube", FACTORS, 10, seed=1), dtype=float)
    slices = np.floor((drawn / np.pi + 1) / 2 * 10).astype(int)

    assert (np.sort(slices, axis=0) == np.arange(10)[:, None]).all()


@pytest.mark.parametrize("kind", ["latin_hypercube", "sobol", "morris"])
def test_a_seed_draws_the_same_points_again_and_another_seed_others(kind: str) -> None:
    one, again, other = (points_of(kind, FACTORS, 4, seed) for seed in (1, 1, 2))

    assert one == again != other


def test_a_range_of_levels_is_shared_out_evenly() -> None:
    word = Levelled("word", {"a": {}, "b": {}, "c": {}})

    drawn = [point[0] for point in points_of("latin_hypercube", [word], 9, seed=1)]

    assert sorted(drawn) == list("aaabbbccc")

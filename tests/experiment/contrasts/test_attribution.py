import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from sim.experiment.contrasts.attribution import Cells, combinations_of, interaction, one_at_a_time, parts_of

BEFORE = {"x1": 1.0, "x2": 2.0, "x3": 3.0}
AFTER = {"x1": 2.0, "x2": 5.0, "x3": 3.0}


def textbook() -> Cells:
    """Return x1 x2 + x3 for every combination of changed factors, in two replications that agree."""
    cells = {}
    for changed in combinations_of(list(BEFORE)):
        x = {name: AFTER[name] if name in changed else BEFORE[name] for name in BEFORE}
        cells[changed] = np.full(2, x["x1"] * x["x2"] + x["x3"])
    return cells


def random_cells(count: int, seed: int, replications: int = 7) -> tuple[list[str], dict[frozenset[str], np.ndarray]]:
    factors = [f"factor {n}" for n in range(count)]
    luck = np.random.default_rng(seed)
    return factors, {changed: luck.normal(size=replications) for changed in combinations_of(factors)}


def test_the_parts_of_a_product_and_a_sum_are_those_of_the_closed_form() -> None:
    parts = parts_of(textbook(), ["x1", "x2", "x3"])

    assert_allclose([parts[name][0] for name in ("x1", "x2", "x3")], [3.5, 4.5, 0.0], atol=1e-12)


def test_a_factor_without_effect_has_exactly_no_part() -> None:
    parts = parts_of(textbook(), ["x1", "x2", "x3"])

    assert parts["x3"].tolist() == [0.0, 0.0]


def test_one_at_a_time_misses_the_interaction_of_the_product() -> None:
    alone = one_at_a_time(textbook(), ["x1", "x2", "x3"])

    assert [alone[name][0] for name in ("x1", "x2", "x3")] == [2.0, 3.0, 0.0]
    assert interaction(textbook(), ["x1", "x2", "x3"])[0] == 3.0


@given(st.integers(1, 5), st.integers(0, 10_000))
def test_parts_sum_to_the_change_in_every_replication(count: int, seed: int) -> None:
    factors, cells = random_cells(count, seed)

    parts = parts_of(cells, factors)

    assert_allclose(sum(parts.values()), cells[frozenset(factors)] - cells[frozenset()], atol=1e-9)


@given(st.integers(2, 5), st.integers(0, 10_000))
def test_factors_that_do_the_same_share_alike(count: int, seed: int) -> None:
    factors = [f"factor {n}" for n in range(count)]
    by_number = np.random.default_rng(seed).normal(size=count + 1)
    cells = {changed: by_number[[len(changed)]] for changed in combinations_of(factors)}

    parts = parts_of(cells, factors)

    assert_allclose([parts[factor][0] for factor in factors], (by_number[-1] - by_number[0]) / count, atol=1e-12)


@pytest.mark.parametrize("count", [1, 3, 5])
def test_every_combination_is_there_once(count: int) -> None:
    combinations = combinations_of([f"factor {n}" for n in range(count)])

    assert len(set(combinations)) == len(combinations) == 2**count

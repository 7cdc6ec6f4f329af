"""Hits: how many sorties hit follows Poisson's law."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.depth.hits import hit_chance, number_of_hits


@pytest.mark.parametrize("expected", [0.1, 0.9, 3.0])
def test_hits_are_as_many_as_the_poisson_law_says(expected: float) -> None:
    """Draws evenly spread over (0, 1) give each number of hits its share: e^-m m^k / k!."""
    draws = 20_000
    hits = [number_of_hits((n + 0.5) / draws, expected) for n in range(draws)]

    assert sum(hits) / draws == pytest.approx(expected, abs=1e-3)
    for k in range(6):
        share = math.exp(-expected) * expected**k / math.factorial(k)
        assert hits.count(k) / draws == pytest.approx(share, abs=1e-4)


@given(st.floats(1e-9, 1.0, exclude_max=True), st.floats(0.0, 20.0), st.floats(0.001, 1.0))
def test_something_is_hit_as_often_as_one_sortie_of_them_hits(drawn: float, sorties: float, accuracy: float) -> None:
    assert (number_of_hits(drawn, sorties * accuracy) > 0) == (drawn >= math.exp(-sorties * accuracy))
    assert hit_chance(sorties, accuracy) == pytest.approx(1 - math.exp(-sorties * accuracy))


def test_no_sorties_hit_nothing_and_no_number_of_sorties_hits_for_ever() -> None:
    assert number_of_hits(1 - 1e-12, 0.0) == 0
    assert number_of_hits(1 - 1e-12, 1e9) == 30

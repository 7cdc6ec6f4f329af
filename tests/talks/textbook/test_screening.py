import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.talks.textbook.screening import best_demand


def test_the_best_demand_follows_the_closed_form() -> None:
    demand = best_demand(0.6, 0.1, 0.5)

    assert demand.share == pytest.approx(0.8)
    assert demand.war == pytest.approx(0.4)


@given(st.floats(0.0, 1.0), st.floats(0.0, 0.6), st.floats(0.05, 1.0))
def test_no_other_demand_is_worth_more(p: float, c_a: float, highest_cost: float) -> None:
    shares = np.linspace(0.0, 1.0, 501)

    def worth(share: float | np.ndarray) -> np.ndarray:
        war = np.clip((share - p) / highest_cost, 0.0, 1.0)
        return np.asarray((1.0 - war) * share + war * (p - c_a))

    assert worth(best_demand(p, c_a, highest_cost).share) >= worth(shares).max() - 1e-12


def test_a_side_that_dreads_war_more_than_the_other_can_demands_no_risk() -> None:
    assert best_demand(0.5, 0.5, 0.4).war == 0.0


def test_costs_that_cannot_vary_are_refused() -> None:
    with pytest.raises(ValueError, match="above 0"):
        best_demand(0.5, 0.1, 0.0)

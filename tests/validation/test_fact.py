import pytest

from sim.results.interval import Interval
from sim.validation.fact import Fact


@pytest.mark.parametrize(
    ("mean", "low", "high", "verdict"),
    [
        (0.5, 0.4, 0.6, "in band"),
        (1.1, 0.9, 1.3, "borderline"),
        (-0.1, -0.3, 0.1, "borderline"),
        (2.0, 1.5, 2.5, "above"),
        (-2.0, -2.5, -1.5, "below"),
    ],
)
def test_a_fact_is_in_its_band_near_it_or_outside(mean: float, low: float, high: float, verdict: str) -> None:
    fact = Fact("F0", "a share", 0, 1, "nobody", Interval(mean, low, high), 10)

    assert fact.verdict == verdict

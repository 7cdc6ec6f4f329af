from pathlib import Path

import numpy as np
import pytest

from sim.experiment.worlds.ranges import at_share, drawn, is_of_the_table, ranged, resampled
from sim.scenario.files.reading import read_scenario
from sim.scenario.quantity import Quantity

FIELD = Path(__file__).parents[3] / "scenarios/theory/equal-sides.yaml"
SCALES = [f"sides.{side}.force.strength_scale" for side in ("Blue", "Red")]


def quantity(confidence: str) -> Quantity:
    """Return a quantity from 0 to 4 that is most likely 1."""
    return Quantity.model_validate(
        {"value": 1.0, "unit": "1", "range": [0.0, 4.0], "source": "a test", "confidence": confidence}
    )


def test_low_confidence_is_uniform_and_any_other_a_triangle_around_the_value() -> None:
    shares = (np.arange(4000) + 0.5) / 4000
    uniform = [at_share(quantity("low"), share) for share in shares]
    triangle = [at_share(quantity("medium"), share) for share in shares]

    assert np.mean(uniform) == pytest.approx(2.0, abs=1e-6)
    assert np.mean(triangle) == pytest.approx((0.0 + 1.0 + 4.0) / 3, abs=1e-4)
    assert np.quantile(triangle, 0.25) == pytest.approx(1.0, abs=2e-3)
    assert 0.0 <= min(triangle) < max(triangle) <= 4.0


def test_every_range_is_covered_evenly_and_the_table_is_drawn_anew_within_the_campaign() -> None:
    scenario = read_scenario(FIELD)
    points = drawn(scenario, draws=16, tables=2, seed=3)

    assert len(points) == 32
    for path, each in ranged(scenario).items():
        values = [float(point[path]) for point in points]
        pairs = list(zip(values[::2], values[1::2], strict=True))
        assert all(each.range[0] <= value <= each.range[1] for value in values)
        assert is_of_the_table(path) or all(a == b for a, b in pairs)
        assert not is_of_the_table(path) or any(a != b for a, b in pairs)
    low, high = ranged(scenario)[SCALES[0]].range
    if ranged(scenario)[SCALES[0]].confidence == "low":
        strata = {int((float(point[SCALES[0]]) - low) / (high - low) * 16) for point in points}
        assert strata == set(range(16))


def test_a_quantity_has_the_same_draws_whatever_else_a_scenario_declares() -> None:
    one = drawn(read_scenario(FIELD), 8, 2, seed=5)
    other = drawn(
        read_scenario(FIELD, {"sides.Red.force.quality.range": [0.5, 0.5], "sides.Red.force.quality.value": 0.5}),
        8,
        2,
        seed=5,
    )

    assert [point[SCALES[0]] for point in one] == [point[SCALES[0]] for point in other]


def test_quantities_that_move_together_lie_at_the_same_share() -> None:
    points = drawn(read_scenario(FIELD, {"together": [SCALES]}), 8, 1, seed=5)
    alone = drawn(read_scenario(FIELD), 8, 1, seed=5)

    assert all(point[SCALES[0]] == point[SCALES[1]] for point in points)
    assert any(point[SCALES[0]] != point[SCALES[1]] for point in alone)


def test_a_weighted_sample_is_drawn_in_proportion_to_its_weights() -> None:
    points = resampled({"a": [1.0, 2.0, 3.0]}, [1.0, 0.0, 3.0], 8)

    assert [point["a"] for point in points] == [1.0] * 2 + [3.0] * 6

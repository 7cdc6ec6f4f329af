import pytest

from sim.talks.ripeness import Ripeness, ripeness


def test_a_hurting_stalemate_with_a_way_out_is_ripe() -> None:
    moment = ripeness((0.0, 1.0), 2.0, (0.03, 0.04), (0.02, 0.02), 0.1)

    assert moment == Ripeness(is_stalemate=True, is_hurting=True, has_way_out=True)
    assert moment.is_ripe


@pytest.mark.parametrize(
    ("gains", "costs", "surplus"),
    [
        ((0.0, 5.0), (0.03, 0.04), 0.1),
        ((5.0, 0.0), (0.03, 0.04), 0.1),
        ((0.0, 1.0), (0.01, 0.04), 0.1),
        ((0.0, 1.0), (0.03, 0.01), 0.1),
        ((0.0, 1.0), (0.03, 0.04), 0.0),
    ],
)
def test_a_moment_is_unripe_when_one_side_hopes_or_endures_or_sees_no_way_out(
    gains: tuple[float, float], costs: tuple[float, float], surplus: float
) -> None:
    assert not ripeness(gains, 2.0, costs, (0.02, 0.02), surplus).is_ripe

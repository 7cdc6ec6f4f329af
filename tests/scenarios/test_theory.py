"""The oracles as scenarios: the engine plays them day by day and must meet the closed forms."""

from itertools import product
from math import atanh, cosh, log, sinh, sqrt

import numpy as np
import pytest

from sim.vocabulary import SERIES
from tests.scenarios.shipped import deployed, played, strengths

ROADS = (("S", "A", 600, 600), ("S", "B", 300, 400), ("A", "T", 400, 400), ("A", "B", 100, 400), ("B", "T", 350, 350))
SURVIVAL = (0.9, 0.8, 0.7, 1.0, 0.9)


def square_law(x: float, y: float, a: float, b: float, days: float) -> tuple[float, float]:
    """Return Lanchester's forces after some days; y kills x at rate a, x kills y at rate b."""
    rate = sqrt(a * b)
    return (
        x * cosh(rate * days) - y * sqrt(a / b) * sinh(rate * days),
        y * cosh(rate * days) - x * sqrt(b / a) * sinh(rate * days),
    )


@pytest.mark.parametrize("days", [1, 50, 109])
def test_the_square_law_holds_to_the_tenth_of_a_millionth_of_a_man(days: int) -> None:
    x, y = strengths("theory/lanchester-square")[days - 1]

    assert (x, y) == pytest.approx(square_law(100, 80, 0.01, 0.01, days), abs=1e-7)


def test_sixty_of_a_hundred_survive_the_square_law_and_the_loser_is_gone_on_the_110th_day() -> None:
    men = strengths("theory/lanchester-square")
    end = atanh(0.8) / 0.01

    assert men[-1] == pytest.approx([60, 0], abs=2e-4)
    assert men[int(end) - 1, 1] > 0
    assert men[int(end) + 1, 1] == 0


def test_the_linear_law_keeps_its_invariant_and_meets_its_solution() -> None:
    ground = deployed("theory/lanchester-linear").cells.borders[0, 1] * 3 * 20
    a, b, x0, y0, days = 0.03 / ground, 0.02 / ground, 1000.0, 800.0, 60
    men = strengths("theory/lanchester-linear")
    surplus = b * x0 - a * y0
    ratio = y0 / x0 * np.exp(-surplus * days)
    x = surplus / (b - a * ratio)

    assert b * men[:, 0] - a * men[:, 1] == pytest.approx(surplus, rel=1e-9)
    assert men[-1] == pytest.approx([x, x * ratio], rel=1e-8)


def test_the_law_of_helmbold_and_weiss_is_the_square_law_of_powers() -> None:
    men = strengths("theory/helmbold-weiss")
    exact = square_law(5000**0.45, 3000**0.45, 0.018 * 0.45, 0.031 * 0.45, 40)

    assert men[-1] ** 0.45 == pytest.approx(exact, rel=1e-6)


def test_the_mixed_law_leaves_850_of_a_thousand_after_twelve_days() -> None:
    men = strengths("theory/aimed-and-area-fire")

    assert men[-1] == pytest.approx([850.102771, 850.102771], abs=1e-5)


def test_the_mixed_law_keeps_its_invariant_for_unequal_forces() -> None:
    overrides = {"order_of_battle.formations.Red force.strength": 700.0}
    men = np.vstack([[1000.0, 700.0], strengths("theory/aimed-and-area-fire", overrides)])
    m, c = 0.4, 0.6 / 2000
    potential = men / c - m / c**2 * np.log(m + c * men)
    invariant = potential[:, 0] - potential[:, 1]

    assert invariant == pytest.approx(invariant[0], rel=1e-7)


@pytest.mark.parametrize(("day", "landed", "garrison"), [(28, 53042.4, 4656.4), (36, 51985.2, 216.8)])
def test_iwo_jima_follows_engels_curve_when_landings_are_halved_over_two_days(
    day: int, landed: float, garrison: float
) -> None:
    men = strengths("theory/iwo-jima")[day - 1]

    assert men[0] == pytest.approx(landed, rel=2e-4)
    assert men[1] == pytest.approx(garrison, abs=3)


def test_the_garrison_of_iwo_jima_is_engels_on_the_sixth_day_to_a_hundredth_of_a_percent() -> None:
    assert strengths("theory/iwo-jima")[5, 1] == pytest.approx(18274.3, rel=1e-4)


def test_the_supply_network_delivers_its_greatest_flow_and_what_each_cut_leaves() -> None:
    delivered = played("theory/supply-network")[:, SERIES.index("delivered_0")]

    assert delivered == pytest.approx([750, 300, 350, 400], abs=1e-6)


def test_the_expected_flow_over_unsafe_roads_is_516_one_way_and_what_the_way_back_from_b_to_a_adds() -> None:
    way_back = 100 * 0.1 * 0.8 * 0.7 * 0.1
    expected = 0.0
    for stands in product((True, False), repeat=len(ROADS)):
        chance = np.prod([p if is_up else 1 - p for p, is_up in zip(SURVIVAL, stands, strict=True)])
        if chance > 0:
            damaged = [
                {"from": a, "to": b, "damage": 1 - (carries / whole if is_up else 0)}
                for (a, b, carries, whole), is_up in zip(ROADS, stands, strict=True)
            ]
            series = played("theory/supply-network", {"damaged": damaged, "days": 1, "events": []})
            expected += chance * series[0, SERIES.index("delivered_0")]

    assert expected == pytest.approx(516.6 + way_back, abs=1e-6)


def exchanged(series: np.ndarray) -> np.ndarray:
    order = [SERIES.index(name[:-1] + "10"[int(name[-1])]) if name[-1] in "01" else i for i, name in enumerate(SERIES)]
    return series[:, order]


def equal_sides(**strength: int) -> np.ndarray:
    paths = {f"order_of_battle.formations.{name.replace('_', ' ')}.strength": men for name, men in strength.items()}
    return played("theory/equal-sides", paths)


def test_equal_sides_fare_equally() -> None:
    series = equal_sides()

    assert series == pytest.approx(exchanged(series), rel=1e-9, abs=1e-9)


def test_exchanging_what_the_sides_have_exchanges_what_becomes_of_them() -> None:
    series = equal_sides(Blue_van=15000, Blue_main_body=2500, Red_van=1500, Red_main_body=800)
    mirrored = equal_sides(Blue_van=1500, Blue_main_body=800, Red_van=15000, Red_main_body=2500)

    assert series[-1, SERIES.index("area_0")] > 1.2 * series[-1, SERIES.index("area_1")]
    assert mirrored == pytest.approx(exchanged(series), rel=1e-9, abs=1e-9)


def test_losses_of_a_lone_attacker_follow_the_force_ratio_with_slope_of_minus_twice_the_exponent() -> None:
    losses = {}
    for men in (3000, 6000):
        overrides = {"order_of_battle.formations.Blue force.strength": men, "days": 1}
        after = strengths("theory/helmbold-weiss", overrides)[0]
        losses[men] = (1 - after[0] / men) / (1 - after[1] / 3000)

    assert log(losses[6000] / losses[3000]) / log(2) == pytest.approx(-0.9, abs=0.01)

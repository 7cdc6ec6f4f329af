"""The laws of attrition against their closed forms (Lanchester 1916, Helmbold 1965, Deitchman 1962, Engel 1954)."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.battle.attrition import duel, loss_rate

forces = st.floats(50, 5000)
rates = st.floats(0.001, 0.05)
shares = st.floats(0.05, 1)


def fought(
    x: float,
    y: float,
    a: float,
    b: float,
    days: int,
    weiss: float = 1.0,
    aimed: tuple[float, float] = (1.0, 1.0),
    room: tuple[float, float] = (0.0, 0.0),
) -> tuple[float, float]:
    for _ in range(days):
        x, y = duel(x, y, a, b, weiss, *aimed, *room, 0.0, 0.0)
    return x, y


@pytest.mark.parametrize("day", [1, 10, 30])
def test_wholly_aimed_fire_follows_the_square_law(day: int) -> None:
    a, b, x, y = 0.01, 0.02, 100.0, 60.0
    pace = math.sqrt(a * b)

    assert fought(x, y, a, b, day) == pytest.approx(
        (
            x * math.cosh(pace * day) - y * math.sqrt(a / b) * math.sinh(pace * day),
            y * math.cosh(pace * day) - x * math.sqrt(b / a) * math.sinh(pace * day),
        ),
        rel=1e-6,
    )


def test_of_a_hundred_against_eighty_sixty_survive() -> None:
    """The eighty are gone after 109.8612 days at a rate of 0.01; here the days are stretched to make them 110."""
    rate = 0.01 * math.atanh(80 / 100) / 0.01 / 110

    assert math.atanh(80 / 100) / 0.01 == pytest.approx(109.8612, abs=5e-5)
    assert fought(100, 80, rate, rate, 110)[0] == pytest.approx(60, rel=1e-6)


@given(forces, forces, rates, rates)
def test_unaimed_fire_keeps_the_linear_law(x: float, y: float, a: float, b: float) -> None:
    room = 6000.0
    after = fought(x, y, a, b, 20, aimed=(0.0, 0.0), room=(room, room))

    assert b * after[0] - a * after[1] == pytest.approx(b * x - a * y, rel=1e-6, abs=1e-9)


@given(forces, st.floats(0.5, 2), rates, rates, shares)
def test_every_exponent_keeps_the_invariant_of_helmbold_and_weiss(
    x: float, ratio: float, a: float, b: float, weiss: float
) -> None:
    y = x * ratio
    one, other = fought(x, y, a, b, 5, weiss)
    scale = b * x ** (2 * weiss) + a * y ** (2 * weiss)

    assert b * one ** (2 * weiss) - a * other ** (2 * weiss) == pytest.approx(
        b * x ** (2 * weiss) - a * y ** (2 * weiss), abs=1e-6 * scale
    )


@pytest.mark.parametrize("weiss", [0.3, 0.45, 0.5, 0.75, 1.0])
def test_powers_of_the_forces_obey_the_square_law(weiss: float) -> None:
    a, b, x, y, days = 0.03, 0.02, 1000.0, 900.0, 20
    u, v = x**weiss, y**weiss
    pace = math.sqrt(a * b) * weiss
    expected = u * math.cosh(pace * days) - v * math.sqrt(a / b) * math.sinh(pace * days)

    assert fought(x, y, a, b, days, weiss)[0] == pytest.approx(expected ** (1 / weiss), rel=1e-6)


def test_with_exponent_zero_losses_follow_the_own_force_alone() -> None:
    assert fought(1000, 50, 0.02, 0.01, 30, weiss=0.0) == pytest.approx(
        (1000 * math.exp(-0.6), 50 * math.exp(-0.3)), rel=1e-6
    )


@given(forces, forces, rates, shares, st.integers(2, 9))
def test_a_front_cut_into_equal_parts_loses_what_it_loses_as_a_whole(
    x: float, y: float, rate: float, weiss: float, parts: int
) -> None:
    whole = loss_rate(x, y, rate, weiss, 0.6, 4000.0)
    part = loss_rate(x / parts, y / parts, rate, weiss, 0.6, 4000.0 / parts)

    assert parts * part == pytest.approx(whole, rel=1e-6)


def test_a_guerrilla_war_keeps_the_mixed_law() -> None:
    """Deitchman (1962): aimed fire from ambush against area fire; r R^2 / 2 - g G stays."""
    regulars, guerrillas, aimed, area, room = 3000.0, 500.0, 0.05, 0.02, 10000.0
    kept = area / room * regulars**2 / 2 - aimed * guerrillas
    after = fought(regulars, guerrillas, aimed, area, 20, aimed=(1.0, 0.0), room=(0.0, room))

    assert area / room * after[0] ** 2 / 2 - aimed * after[1] == pytest.approx(kept, rel=1e-6)


def test_partly_aimed_fire_between_equals_has_a_closed_form() -> None:
    assert fought(1000, 1000, 0.02, 0.02, 12, aimed=(0.4, 0.4), room=(2000, 2000)) == pytest.approx(
        (850.102771, 850.102771), rel=1e-6
    )


@given(forces, st.floats(0.5, 2), rates, rates, st.floats(0.1, 0.9), st.floats(0.1, 0.9))
def test_partly_aimed_fire_keeps_its_invariant(
    x: float, ratio: float, a: float, b: float, seen_x: float, seen_y: float
) -> None:
    y, room_x, room_y = x * ratio, 10000.0, 10000.0

    def weight(force: float, aimed: float, room: float) -> float:
        c = (1 - aimed) / room
        return force / c - aimed / c**2 * math.log(aimed + c * force)

    def kept(one: float, other: float) -> float:
        return b * weight(one, seen_x, room_x) - a * weight(other, seen_y, room_y)

    after = fought(x, y, a, b, 3, aimed=(seen_x, seen_y), room=(room_x, room_y))
    scale = b * abs(weight(x, seen_x, room_x)) + a * abs(weight(y, seen_y, room_y))

    assert min(after) > 0
    assert kept(*after) == pytest.approx(kept(x, y), abs=1e-6 * scale)


def test_iwo_jima_runs_as_engel_computed_it() -> None:
    """Engel (1954): 73,000 land within six days against 21,500."""
    landing = {0: 54000.0, 2: 6000.0, 5: 13000.0}
    ashore, garrison, days = 0.0, 21500.0, {}
    for day in range(36):
        ashore, garrison = duel(ashore, garrison, 0.0544, 0.0106, 1.0, 1.0, 1.0, 0.0, 0.0, landing.get(day, 0.0), 0.0)
        days[day + 1] = (ashore, garrison)

    assert days[1] == pytest.approx((52835.5, 21220.0), abs=0.05)
    assert days[3] == pytest.approx((56587.4, 20092.1), abs=0.05)
    assert days[6] == pytest.approx((66453.7, 18274.3), abs=0.05)
    assert days[28] == pytest.approx((53042.4, 4656.4), abs=0.05)
    assert days[36] == pytest.approx((51985.2, 216.8), abs=0.05)


def test_iwo_jima_agrees_with_the_exact_daily_step() -> None:
    a, b, landing = 0.0544, 0.0106, 54000.0
    pace = math.sqrt(a * b)
    c, s = math.cosh(pace), math.sinh(pace)
    exact = (
        -21500 * math.sqrt(a / b) * s + landing * s / pace,
        21500 * c - landing * (c - 1) / a,
    )

    assert duel(0.0, 21500.0, a, b, 1.0, 1.0, 1.0, 0.0, 0.0, landing, 0.0) == pytest.approx(exact, rel=1e-6)


@given(forces, rates)
def test_nobody_dies_of_an_absent_enemy(men: float, rate: float) -> None:
    assert loss_rate(men, 0.0, rate, 0.45, 0.6, 100.0) == 0
    assert duel(men, 0.0, rate, rate, 0.45, 0.6, 0.6, 1e3, 1e3, 0.0, 0.0) == (men, 0.0)


def test_a_force_never_falls_below_zero() -> None:
    assert duel(1000.0, 10.0, 0.5, 0.5, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0)[1] == 0


@given(st.floats(0.05, 1), st.floats(0.2, 5))
def test_exchange_ratios_fall_with_the_force_ratio_by_twice_the_exponent(weiss: float, ratio: float) -> None:
    """On logarithmic axes the slope is -2 for the square law, -1 at one half and 0 for the logarithmic law."""

    def exchange(men: float, enemy: float) -> float:
        own = loss_rate(men, enemy, 0.02, weiss, 1.0, 0.0) / men
        return own / (loss_rate(enemy, men, 0.03, weiss, 1.0, 0.0) / enemy)

    change = math.log(exchange(1000.0 * ratio, 1000.0) / exchange(1000.0, 1000.0))

    assert change == pytest.approx(-2 * weiss * math.log(ratio), abs=1e-9)

"""The properties that leverage at the table must have, whatever is on it."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sim.talks.impatience import bargaining_weight
from tests.talks.tables import Pairs, alphas, leverage_of, relabelled, rules, settled, terms_of, values, weights

LAND = [(1.0, 1.0)]
rises = st.floats(0.0, 0.5)
rates = st.floats(0.01, 1.0)


@given(weights, values, values, alphas, rules)
def test_leverage_lies_between_nothing_and_everything(
    pairs: Pairs, d_a: float, d_b: float, alpha: float, rule: str
) -> None:
    assert 0.0 <= leverage_of(pairs, d_a, d_b, alpha, rule) <= 1.0


@given(weights, values, values, alphas, rules)
def test_exchanging_the_sides_exchanges_the_leverage(
    pairs: Pairs, d_a: float, d_b: float, alpha: float, rule: str
) -> None:
    there = leverage_of(pairs, d_a, d_b, alpha, rule)
    back = leverage_of(relabelled(pairs), d_b, d_a, 1.0 - alpha, rule)

    assert there + back == pytest.approx(1.0, abs=1e-9)


@given(weights, values, rules)
def test_sides_alike_in_everything_have_equal_leverage(pairs: Pairs, d: float, rule: str) -> None:
    assert leverage_of([*pairs, *relabelled(pairs)], d, d, 0.5, rule) == pytest.approx(0.5)


@given(weights, values, values, alphas, rises, rules)
def test_leverage_does_not_fall_when_fighting_on_is_worth_more(
    pairs: Pairs, d_a: float, d_b: float, alpha: float, rise: float, rule: str
) -> None:
    better = min(d_a + rise, 1.0)

    assert leverage_of(pairs, better, d_b, alpha, rule) >= leverage_of(pairs, d_a, d_b, alpha, rule) - 1e-9


@given(weights, values, values, alphas, rises, rules)
def test_leverage_does_not_rise_when_fighting_on_is_worth_more_to_the_other(
    pairs: Pairs, d_a: float, d_b: float, alpha: float, rise: float, rule: str
) -> None:
    better = min(d_b + rise, 1.0)

    assert leverage_of(pairs, d_a, better, alpha, rule) <= leverage_of(pairs, d_a, d_b, alpha, rule) + 1e-9


@given(st.floats(0.0, 0.5), st.floats(0.0, 0.5), alphas, st.floats(0.0, 1.0))
def test_a_third_party_that_hurts_a_side_takes_its_part_of_the_loss_from_leverage(
    d_a: float, d_b: float, alpha: float, part: float
) -> None:
    before = leverage_of(LAND, d_a, d_b, alpha)
    hurt_first = leverage_of(LAND, d_a - part * d_a, d_b, alpha)
    hurt_second = leverage_of(LAND, d_a, d_b - part * d_b, alpha)

    assert before - hurt_first == pytest.approx((1.0 - alpha) * part * d_a, abs=1e-12)
    assert hurt_second - before == pytest.approx(alpha * part * d_b, abs=1e-12)


@given(st.floats(0.0, 0.5), st.floats(0.0, 0.5), rates, rates)
def test_pressure_through_impatience_costs_leverage_in_proportion_to_the_surplus(
    d_a: float, d_b: float, r_a: float, r_b: float
) -> None:
    step = 1e-6
    slope = (
        leverage_of(LAND, d_a, d_b, bargaining_weight(r_a + step, r_b))
        - leverage_of(LAND, d_a, d_b, bargaining_weight(r_a - step, r_b))
    ) / (2.0 * step)

    assert slope == pytest.approx(-(1.0 - d_a - d_b) * r_b / (r_a + r_b) ** 2, rel=1e-3, abs=1e-6)


@given(weights, values, values, alphas, st.floats(0.01, 100.0), rules)
def test_the_unit_in_which_a_side_counts_its_utility_does_not_matter(
    pairs: Pairs, d_a: float, d_b: float, alpha: float, unit: float, rule: str
) -> None:
    recounted = [(unit * first, second) for first, second in pairs]
    before, after = terms_of(pairs, d_a, d_b, alpha, rule), terms_of(recounted, d_a, d_b, alpha, rule)
    assume(abs(before.surplus) > 1e-9)

    assert after.leverage == pytest.approx(before.leverage, abs=1e-9)


@given(st.floats(0.0, 0.5), st.floats(0.0, 0.5))
def test_without_bargaining_weight_a_side_has_just_what_fighting_on_is_worth(d_a: float, d_b: float) -> None:
    assert leverage_of(LAND, d_a, d_b, 0.0) == pytest.approx(d_a)
    assert leverage_of(LAND, d_a, d_b, 1.0) == pytest.approx(1.0 - d_b)


@given(st.floats(0.0, 1.0), st.floats(0.0, 1.0), alphas)
def test_outside_options_bind_or_do_nothing(d_a: float, d_b: float, alpha: float) -> None:
    assume(d_a + d_b <= 1.0)

    assert leverage_of(LAND, d_a, d_b, alpha, "alternating_offers") == pytest.approx(
        max(d_a, min(alpha, 1.0 - d_b)), abs=1e-12
    )


@given(values, values, st.floats(0.0, 1.0), st.floats(0.0, 1.0), alphas)
def test_sides_settle_only_if_their_own_beliefs_leave_a_surplus(
    d_a: float, d_b: float, optimism_a: float, optimism_b: float, alpha: float
) -> None:
    own_a, own_b = d_a + optimism_a, d_b + optimism_b
    assume(own_a <= 1.0 and own_b <= 1.0 and abs(1.0 - own_a - own_b) > 1e-9)
    believed = terms_of(LAND, own_a, own_b, alpha)

    assert (believed.settlement is not None) == (own_a + own_b < 1.0)


def test_optimism_can_prevent_an_agreement_that_would_serve_both() -> None:
    true, believed = terms_of(LAND, 0.3, 0.3, 0.5), terms_of(LAND, 0.6, 0.6, 0.5)

    assert true.surplus == pytest.approx(0.4)
    assert believed.settlement is None


@given(weights, st.floats(0.0, 1.0), alphas, rules)
def test_leverage_does_not_jump_when_the_zone_of_agreement_closes(
    pairs: Pairs, along: float, alpha: float, rule: str
) -> None:
    edge = settled("nash", pairs, -0.1, -0.1, along)
    assert edge is not None
    inside = terms_of(pairs, edge.u_a - 1e-9, edge.u_b - 1e-9, alpha, rule)
    outside = terms_of(pairs, edge.u_a + 1e-9, edge.u_b + 1e-9, alpha, rule)

    assert inside.settlement is not None
    assert outside.settlement is None
    assert inside.leverage == pytest.approx(outside.leverage, abs=1e-6)


@given(alphas)
def test_leverage_does_not_jump_where_a_side_has_its_ideal(alpha: float) -> None:
    table = [(1.0, 1.0), (1.0, 0.0)]

    assert leverage_of(table, 0.2, 1.0, alpha) == pytest.approx(leverage_of(table, 0.2, 1.0 + 1e-9, alpha), abs=1e-8)

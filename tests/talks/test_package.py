import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.talks.package import Frontier, Issue, frontier
from sim.talks.rules import RULES
from tests.talks.tables import Pairs, alphas, issues, rules, settled, values, weights


def line_of(pairs: Pairs) -> Frontier:
    found = frontier(issues(pairs))
    assert found is not None
    return found


def test_issues_pass_to_the_first_side_by_what_they_mean_to_it_beside_the_second() -> None:
    assert line_of([(0.2, 0.6), (0.5, 0.1), (0.3, 0.3)]).order == (1, 2, 0)


def test_equals_pass_in_declared_order() -> None:
    assert line_of([(1.0, 1.0), (2.0, 2.0), (4.0, 4.0)]).order == (0, 1, 2)


def test_only_the_proportions_of_weights_matter() -> None:
    one, other = line_of([(7, 30), (3, 70)]), line_of([(14, 3), (6, 7)])

    assert one.lines.tolist() == other.lines.tolist()


def test_what_one_side_alone_values_is_its_own_and_what_neither_values_is_halved() -> None:
    package = line_of([(1, 1), (1, 0), (0, 1), (0, 0)]).package(0, 0.25)

    assert package.shares == (0.25, 1.0, 0.0, 0.5)
    assert (package.u_a, package.u_b) == (0.25, 0.75)


def test_a_line_runs_from_the_ideal_of_one_side_to_that_of_the_other() -> None:
    assert line_of([(1, 3), (2, 1), (5, 0)]).lines[0, [0, -1]].tolist() == [[0.0, 1.0], [1.0, 0.0]]


def test_sides_that_want_different_things_have_nothing_to_negotiate() -> None:
    assert frontier(issues([(1, 0), (0, 1)])) is None


def test_what_cannot_be_divided_goes_whole_to_one_side_on_each_line() -> None:
    found = frontier([Issue("membership", (3.0, 1.0), divisible=False), Issue("land", (1.0, 1.0))])

    assert found is not None
    assert found.lines.tolist() == [[[0.0, 1.0], [0.25, 0.5]], [[0.75, 0.5], [1.0, 0.0]]]
    assert found.package(1, 0.5).shares == (1.0, 0.5)


@given(weights, values, values, alphas, rules)
def test_at_most_one_contested_issue_is_split(pairs: Pairs, d_a: float, d_b: float, alpha: float, rule: str) -> None:
    package = settled(rule, pairs, d_a, d_b, alpha)
    split = [] if package is None else [issue for issue in line_of(pairs).order if 0.0 < package.shares[issue] < 1.0]

    assert len(split) <= 1


@given(weights, values, values, alphas, rules)
def test_utilities_are_what_the_shares_are_worth(pairs: Pairs, d_a: float, d_b: float, alpha: float, rule: str) -> None:
    package = settled(rule, pairs, d_a, d_b, alpha)
    if package is None:
        return
    contested = [(share, *pair) for share, pair in zip(package.shares, pairs, strict=True) if min(pair) > 0.0]

    assert package.u_a == pytest.approx(sum(share * w for share, w, _ in contested) / sum(w for _, w, _ in contested))
    assert package.u_b == pytest.approx(
        sum((1.0 - share) * w for share, _, w in contested) / sum(w for _, _, w in contested)
    )


@given(weights, values, values, alphas, rules, st.lists(st.floats(0.0, 1.0), min_size=5, max_size=5))
def test_no_package_improves_on_a_settlement_for_both(
    pairs: Pairs, d_a: float, d_b: float, alpha: float, rule: str, other: list[float]
) -> None:
    package = settled(rule, pairs, d_a, d_b, alpha)
    if package is None:
        return
    contested = [(share, *pair) for share, pair in zip(other, pairs, strict=False) if min(pair) > 0.0]
    u_a = sum(share * w for share, w, _ in contested) / sum(w for _, w, _ in contested)
    u_b = sum((1.0 - share) * w for share, _, w in contested) / sum(w for _, _, w in contested)

    assert u_a <= package.u_a + 1e-9 or u_b <= package.u_b + 1e-9


@pytest.mark.parametrize("weight", [-1.0, float("nan"), float("inf")])
def test_weights_that_weigh_nothing_are_refused(weight: float) -> None:
    with pytest.raises(ValueError, match="finite and at least 0"):
        frontier(issues([(1.0, 1.0), (weight, 1.0)]))


def test_every_rule_takes_one_bargain() -> None:
    assert set(RULES) >= {"nash", "kalai", "kalai_smorodinsky", "alternating_offers"}

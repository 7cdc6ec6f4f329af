import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.talks.package import frontier
from tests.talks.tables import alphas, sides, values, weights


def test_issues_pass_to_the_first_side_by_what_they_mean_to_it_beside_the_second() -> None:
    line = frontier([0.2, 0.5, 0.3], [0.6, 0.1, 0.3])

    assert line.order == (1, 2, 0)


def test_equals_pass_in_declared_order() -> None:
    line = frontier([1.0, 2.0, 4.0], [1.0, 2.0, 4.0])

    assert line.order == (0, 1, 2)


def test_only_the_proportions_of_weights_matter() -> None:
    assert frontier([7, 3], [30, 70]) == frontier([14, 6], [3, 7])


def test_what_one_side_alone_values_is_its_own_and_what_neither_values_is_halved() -> None:
    package = frontier([1, 1, 0, 0], [1, 0, 1, 0]).package(0, 0.25)

    assert package.shares == (0.25, 1.0, 0.0, 0.5)
    assert (package.u_a, package.u_b) == (0.625, 0.875)


def test_sides_that_want_different_things_both_have_their_ideal() -> None:
    line = frontier([1, 0], [0, 1])

    assert line.corners == ((1.0, 1.0),)


@given(weights, values, values, alphas)
def test_at_most_one_contested_issue_is_split(
    pairs: list[tuple[float, float]], d_a: float, d_b: float, alpha: float
) -> None:
    line = frontier(*sides(pairs))
    package = line.division(d_a, d_b, alpha)
    split = [issue for issue in line.order if package.shares[issue] not in {0.0, 1.0}]

    assert len(split) <= 1


@given(weights, values, values, alphas)
def test_utilities_are_what_the_shares_are_worth(
    pairs: list[tuple[float, float]], d_a: float, d_b: float, alpha: float
) -> None:
    first, second = sides(pairs)
    package = frontier(first, second).division(d_a, d_b, alpha)
    worth = sum(share * weight for share, weight in zip(package.shares, first, strict=True)) / sum(first)
    rest = sum((1.0 - share) * weight for share, weight in zip(package.shares, second, strict=True)) / sum(second)

    assert package.u_a == pytest.approx(worth)
    assert package.u_b == pytest.approx(rest)


@given(weights, values, values, alphas, st.lists(st.floats(0.0, 1.0), min_size=5, max_size=5))
def test_no_package_improves_on_the_frontier_for_both(
    pairs: list[tuple[float, float]], d_a: float, d_b: float, alpha: float, other: list[float]
) -> None:
    first, second = sides(pairs)
    package = frontier(first, second).division(d_a, d_b, alpha)
    u_a = sum(share * weight for share, weight in zip(other, first, strict=False)) / sum(first)
    u_b = sum((1.0 - share) * weight for share, weight in zip(other, second, strict=False)) / sum(second)

    assert u_a <= package.u_a + 1e-12 or u_b <= package.u_b + 1e-12


@pytest.mark.parametrize(
    ("weights_a", "weights_b", "complaint"),
    [
        ([1.0], [1.0, 2.0], "the sides weigh 1 and 2 issues"),
        ([0.0, 0.0], [1.0, 2.0], "one of them above 0"),
        ([1.0, -1.0], [1.0, 2.0], "at least 0"),
        ([1.0, float("nan")], [1.0, 2.0], "finite"),
        ([], [], "one of them above 0"),
    ],
)
def test_weights_that_weigh_nothing_are_refused(weights_a: list[float], weights_b: list[float], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        frontier(weights_a, weights_b)

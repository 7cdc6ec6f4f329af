from pathlib import Path

import pytest

from sim.browser.course import Course, Declared
from sim.browser.cut_off import EMPTY, cut_off
from sim.browser.drawings.headline import headline_of
from sim.vocabulary import POROUS, SEALED, SERIES

ARTICLE = Path(__file__).parents[2] / "scenarios" / "kursk" / "2025-03-article.yaml"


@pytest.fixture(scope="module")
def course() -> Course:
    return Course(Declared(ARTICLE, 1, {}), until=14)


@pytest.mark.parametrize("day", [4, 10, 12])
@pytest.mark.parametrize("side", [0, 1])
def test_sealed_and_porous_men_of_a_side_sum_to_its_encircled(course: Course, day: int, side: int) -> None:
    men = cut_off(course.deployment, course.snapshots[day], side)

    encircled = course.snapshots[day].measures[SERIES.index(f"encircled_{side}")]
    assert men.sealed + men.porous == pytest.approx(encircled)


def test_men_are_counted_by_kind_and_side_of_their_formations(course: Course) -> None:
    today = course.snapshots[10]
    first = course.deployment.tables["formations"]["side"].tolist().index(0)
    pocket = list(today.formations["pocket"])
    formations = {**today.formations, "pocket": pocket}
    before = cut_off(course.deployment, today, 0)
    pocket[first] = SEALED
    sealed = cut_off(course.deployment, today._replace(formations=formations), 0)
    pocket[first] = POROUS
    porous = cut_off(course.deployment, today._replace(formations=formations), 0)

    assert sealed.sealed - before.sealed == pytest.approx(formations["strength"][first])
    assert porous.sealed == before.sealed
    assert porous.porous - before.porous == pytest.approx(formations["strength"][first])


def test_a_formation_is_out_of_supply_below_a_tenth_of_a_day(course: Course) -> None:
    today = course.snapshots[10]
    first = course.deployment.tables["formations"]["side"].tolist().index(0)
    use = today.formations["use"][first]
    unsupplied = []
    for days in (EMPTY * 0.99, EMPTY * 1.01):
        stock = list(today.formations["stock"])
        stock[first] = days * use
        shot = today._replace(formations={**today.formations, "stock": stock})
        unsupplied.append(cut_off(course.deployment, shot, 0).unsupplied)

    assert unsupplied[0] - unsupplied[1] == pytest.approx(today.formations["strength"][first])


def test_the_headline_tells_men_cut_off_of_either_side_apart(course: Course) -> None:
    text = headline_of(course, 10)
    first, second = (cut_off(course.deployment, course.snapshots[10], side) for side in range(2))

    assert f'<em class="s0" data-measure="cut_off_0" data-value="{first.sealed + first.porous!r}">' in text
    assert f'<em class="s1" data-measure="cut_off_1" data-value="{second.sealed + second.porous!r}">' in text
    assert f'data-measure="porous_1" data-value="{second.porous!r}"' in text
    assert f'data-measure="sealed_0" data-value="{first.sealed!r}"' in text

import re
from pathlib import Path

import pytest

from sim.browser.course import Course, Declared
from sim.browser.screens import details_of
from sim.browser.why import brought_between, talks_details
from sim.vocabulary import LEDGER

ARTICLE = Path(__file__).parents[2] / "scenarios" / "kursk" / "2025-03-article.yaml"


@pytest.fixture(scope="module")
def course() -> Course:
    played = Course(Declared(ARTICLE, 1, {"talks.rollouts": 4}), until=20)
    played.negotiate_until(20)
    return played


def numbers(html: str) -> list[float]:
    """Return the signed numbers of an explanation, in order."""
    return [float(each.replace("\N{MINUS SIGN}", "-")) for each in re.findall(r"[+\N{MINUS SIGN}]0\.\d{4}", html)]


def test_the_parts_of_a_change_of_leverage_sum_to_it(course: Course) -> None:
    before, day = sorted(course.talks)[:2]
    total, *parts = numbers(talks_details(course, day))[:5]

    assert total == pytest.approx(course.talks[day].leverage - course.talks[before].leverage, abs=6e-5)
    assert sum(parts) == pytest.approx(total, abs=3e-4)
    assert len(parts) == 4


def test_the_package_names_every_issue_and_what_holding_adds(course: Course) -> None:
    day = max(course.talks)
    html = talks_details(course, day)

    for issue in course.scenario.talks.issues:
        assert issue in html
    assert f"Holding {course.scenario.contested_name} adds" in html


def test_the_first_talks_are_compared_with_none(course: Course) -> None:
    html = talks_details(course, min(course.talks))

    assert "at the first talks" in html
    assert "in between" not in html


def test_what_the_war_brought_is_the_ledger_of_those_days_greatest_share_first(course: Course) -> None:
    causes = brought_between(course, 6, 12)
    surrendered = sum(
        row[LEDGER.index(f"{cause}_0")]
        for row in course.ledger[6:12]
        for cause in (
            "lost_holding",
            "lost_assaulting",
            "lost_defending",
            "lost_withdrawing",
            "lost_breaking_out",
            "surrendered",
            "dispersed",
        )
    )

    assert [each.share for each in causes] == sorted((each.share for each in causes), reverse=True)
    assert any(each.words.startswith(f"Ukraine lost {surrendered:,.0f} men") for each in causes)


def test_events_between_the_talks_are_named(course: Course) -> None:
    day = next(day for day in sorted(course.talks) if day > 10)

    assert "2025-03-11: United States gives intelligence 100%" in talks_details(course, day)


@pytest.mark.parametrize("what", ["talks:1", "talks:", "talks:x", "talks:999"])
def test_days_without_talks_explain_nothing(course: Course, what: str) -> None:
    assert details_of(course, 12, what) == ""

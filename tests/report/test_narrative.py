import itertools
from dataclasses import replace
from datetime import date

import pytest

from sim.report.chronicle import chronicle
from sim.report.days import Session
from sim.report.map_days import map_days
from sim.report.narrative import narrative
from sim.report.wording import moved, shares, span
from sim.vocabulary import LEDGER


def test_the_story_begins_with_how_leverage_moved(session: Session) -> None:
    first = session.talks[session.talks["talks_day"] == 0]["leverage_0"].mean()
    last = session.outcomes["leverage_0"].mean()

    story = narrative(session)

    assert f"from {first:.3f} to {last:.3f} on average" in story[0]


def test_losses_are_told_with_the_sums_of_the_ledger(session: Session) -> None:
    causes = [name for name in LEDGER if name.startswith(("lost_", "surrendered", "dispersed")) and name.endswith("_1")]
    men = sum(session.reason(name).sum(axis=1).mean() for name in causes)

    assert any(sentence.startswith(f"Russia lost {men:,.0f} men: ") for sentence in narrative(session))


def test_a_war_without_losses_tells_of_none(session: Session) -> None:
    quiet = replace(session, ledger=session.ledger * 0.0)

    assert not any(" men" in sentence for sentence in narrative(quiet))


def test_the_chronicle_dates_every_place_that_changes_hands(session: Session) -> None:
    frames = map_days(session, 0)
    changed = sum(
        a != b
        for before, after in itertools.pairwise(frames)
        for a, b in zip(before["holders"], after["holders"], strict=True)
    )

    entries = chronicle(session, frames)

    names = [entry for _, entry in entries if " takes " in entry]
    assert changed > 0
    assert sum(entry.count(",") + entry.count(" and ") + 1 for entry in names) == changed


@pytest.mark.parametrize(
    ("change", "told"), [(0.1234, "rose by 0.123"), (-0.5, "fell by 0.500"), (0.0004, "stayed as it was")]
)
def test_a_change_is_told_with_its_direction(change: float, told: str) -> None:
    assert moved(change, 3) == told


def test_shares_come_in_order_of_size_and_leave_out_what_is_nothing() -> None:
    assert shares({"by rain": 1.0, "by fire": 3.0, "by ghosts": 0.0}) == "75 % by fire, 25 % by rain"


def test_a_span_names_its_month_once_if_it_can() -> None:
    start = date(2025, 3, 1)

    assert span(start, 6, 12) == "between 7 and 13 March"
    assert span(start, 28, 35) == "between 29 March and 5 April"

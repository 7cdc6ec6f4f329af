"""What an umpire may order in a running campaign: a ceasefire, and a withdrawal from foreign ground."""

from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sim.campaign.engine import play
from sim.campaign.setup.deployment import deploy
from sim.scenario.files.reading import read_scenario
from sim.vocabulary import LEDGER, SERIES
from sim.world.tables import Tables

ARTICLE = Path(__file__).parents[2] / "scenarios" / "kursk" / "2025-03-article.yaml"
SIXTH = date(2025, 3, 6)
DAYS = 12


def played(*events: dict[str, object], days: int = DAYS, replication: int = 0) -> Tables:
    """Return the article's first days with only these events."""
    deployment = deploy(read_scenario(ARTICLE, {"events": list(events)}))
    return play(deployment.world(1, replication), deployment.laws, 0, days)


def by_day(w: Tables, *columns: str) -> NDArray[np.float64]:
    """Return the sum of some columns of series or ledger by day."""
    tables = {**dict(zip(SERIES, w.series.T, strict=True))}
    tables |= dict(zip(LEDGER, w.ledger.T, strict=True))
    total: NDArray[np.float64] = np.stack([tables[column][:DAYS] for column in columns]).sum(axis=0)
    return total


def test_under_a_ceasefire_nobody_assaults_strikes_or_bleeds() -> None:
    w = played({"date": SIXTH, "kind": "ceasefire", "holds": True})

    fire = by_day(w, "lost_holding_0", "lost_holding_1", "lost_assaulting_1", "lost_defending_0", "roads_hit_0")
    assert fire[:5].min() > 0
    assert fire[5:].max() == 0
    assert by_day(w, "assaults_0", "assaults_1")[5:].max() == 0


def test_a_ceasefire_that_ends_lets_the_fighting_begin_again() -> None:
    begun = {"date": SIXTH, "kind": "ceasefire", "holds": True}
    w = played(begun, {"date": date(2025, 3, 8), "kind": "ceasefire", "holds": False})

    assert by_day(w, "lost_holding_0", "lost_holding_1")[6] == 0
    assert by_day(w, "lost_holding_0", "lost_holding_1")[7] > 0


def test_an_ordered_withdrawal_empties_foreign_ground() -> None:
    allowed: dict[str, object] = {"date": SIXTH, "kind": "withdrawal", "side": "Ukraine", "allowed": True}
    ordered = {**allowed, "ordered": True}

    held, left = (
        sum(men_abroad(played(event, days=22, replication=run)) for run in range(4)) for event in (allowed, ordered)
    )

    assert held > 2000
    assert left < 0.1 * held


def men_abroad(w: Tables) -> float:
    """Return the first side's men in the contested country of the other."""
    places = w.places
    formations = w.formations
    abroad = (places["contested"] == 1) & (places["home"] == 1)
    ours = (formations["side"] == 0) & (formations["status"] == 1)
    return float(formations["strength"][ours & abroad[formations["place"]]].sum())

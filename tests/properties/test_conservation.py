"""In every campaign: people and supplies are conserved, and every quantity stays where it has a meaning."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given

from sim.rules.battle.sectors import line_up
from sim.rules.front import survey
from sim.vocabulary import GROUND, MEN, PRESENT, SERIES, family
from sim.world.tables import KINDS, Tables, interpreted
from tests.properties.wars import DAYS, War, in_ledger, wars


def columns(w: Tables, table: str) -> Any:  # noqa: ANN401 - a record table
    return np.asarray(getattr(w, table))


@given(wars())
def test_every_man_is_present_a_casualty_a_prisoner_or_dispersed(war: War) -> None:
    after = columns(war.played(), "formations")
    accounted = after["strength"] + after["casualties"] + after["captured"] + after["dispersed"]

    assert accounted == pytest.approx(after["established"] + after["joined"], rel=1e-9)


@given(wars())
def test_the_ledger_knows_why_every_man_was_lost(war: War) -> None:
    w = war.played()
    after = columns(w, "formations")
    for side in range(2):
        own = after[after["side"] == side]
        lost = (own["casualties"] + own["captured"] + own["dispersed"]).sum()

        accounted = sum(in_ledger(w, f"{cause.name}_{side}") for cause in family(MEN))

        assert accounted == pytest.approx(lost, rel=1e-9, abs=1e-6)


@given(wars())
def test_every_tonne_is_in_stock_used_or_abandoned(war: War) -> None:
    before, w = columns(war.world, "formations"), war.played()
    after = columns(w, "formations")
    for side in range(2):
        own = after["side"] == side
        flows = in_ledger(w, f"supply_received_{side}") - in_ledger(w, f"supply_used_{side}")
        flows -= in_ledger(w, f"supply_abandoned_{side}")

        assert after["stock"][own].sum() == pytest.approx(before["stock"][own].sum() + flows, rel=1e-9, abs=1e-6)


@given(wars())
def test_no_quantity_loses_its_meaning(war: War) -> None:
    w = war.played()
    for table in KINDS:
        rows = columns(w, table)
        assert all(np.isfinite(rows[name]).all() for name in rows.dtype.names)
    for table, names in {
        "formations": ("strength", "casualties", "captured", "dispersed", "joined", "stock", "received", "marched"),
        "places": ("gained", "men", "power", "picture", "civilians", "harmed", "dispatched"),
        "sides": ("trucks", "lost_trucks", "lost", "disrupted"),
        "links": ("capacity",),
    }.items():
        assert [name for name in names if not (columns(w, table)[name] >= 0).all()] == []
    for table, names in {
        "formations": ("morale", "effect", "dug_in", "loss"),
        "places": ("works", "depot_damage", "loss_attacking", "loss_holding", "pressed", "enveloped"),
        "roads": ("damage",),
        "sides": ("intelligence", "depth", "aimed", "bombing", "materiel", "money", "will"),
        "supporters": ("materiel",),
        "mediators": ("engagement",),
    }.items():
        shares = {name: columns(w, table)[name] for name in names}
        assert [name for name, found in shares.items() if not ((found >= 0) & (found <= 1)).all()] == []
    assert np.isfinite(w.series).all()
    assert np.isfinite(w.ledger).all()


@given(wars())
def test_who_is_present_stands_on_the_ground_of_his_side(war: War) -> None:
    w = war.played()
    present = columns(w, "formations")[columns(w, "formations")["status"] == PRESENT]

    assert (columns(w, "places")["holder"][present["place"]] == present["side"]).all()


@given(wars())
def test_the_contested_ground_is_always_held_by_one_side_or_the_other(war: War) -> None:
    w = war.played()
    series, places = w.series, columns(w, "places")
    held = series[:, SERIES.index("area_0")] + series[:, SERIES.index("area_1")]

    assert held == pytest.approx(np.full(DAYS, places["area"][places["contested"] == 1].sum()))


@given(wars())
def test_the_ledger_knows_of_every_km2_that_changed_hands(war: War) -> None:
    before, w = columns(war.world, "places"), war.played()
    area = w.series[-1, SERIES.index("area_0")]
    lost = [sum(in_ledger(w, f"{cause.name}_{side}") for cause in family(GROUND)) for side in (0, 1)]
    held = before["area"][(before["contested"] == 1) & (before["holder"] == 0)].sum()

    assert area == pytest.approx(held - lost[0] + lost[1], rel=1e-9, abs=1e-6)


@given(wars())
def test_nobody_is_in_two_places_of_the_line_at_once(war: War) -> None:
    """Men who hold borders are never more than those who are there."""
    w = interpreted(war.played(3))
    survey(w, war.laws)
    line_up(w, war.laws)
    for side in range(2):
        fronts = [place for place in w.places if place.holder == side and place.fronts > 0]
        held = sum(border.men for place in fronts for border in w.neighbours[place.first : place.last])

        assert held <= sum(place.men for place in w.places if place.holder == side) * (1 + 1e-9)


@given(wars())
def test_civilians_are_at_home_away_or_harmed(war: War) -> None:
    places = columns(war.played(), "places")

    assert (places["civilians"] + places["harmed"] <= places["population"] * (1 + 1e-12)).all()

"""In every campaign: people and supplies are conserved, and every quantity stays where it has a meaning."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from sim.rules.battle.sectors import line_up
from sim.rules.front import survey
from sim.vocabulary import GROUND, MEN, PRESENT, SERIES, family
from sim.world.tables import KINDS, Tables, interpreted
from tests.properties.wars import DAYS, War, in_ledger, wars


def columns(w: Tables, table: str) -> Any:  # noqa: ANN401 - a record table
    return np.asarray(getattr(w, table))


def every_man_is_present_a_casualty_a_prisoner_or_dispersed(_war: War, w: Tables) -> None:
    after = columns(w, "formations")
    accounted = after["strength"] + after["casualties"] + after["captured"] + after["dispersed"]

    assert accounted == pytest.approx(after["established"] + after["joined"], rel=1e-9)


def the_ledger_knows_why_every_man_was_lost(_war: War, w: Tables) -> None:
    after = columns(w, "formations")
    for side in range(2):
        own = after[after["side"] == side]
        lost = (own["casualties"] + own["captured"] + own["dispersed"]).sum()

        accounted = sum(in_ledger(w, f"{cause.name}_{side}") for cause in family(MEN))

        assert accounted == pytest.approx(lost, rel=1e-9, abs=1e-6)


def every_tonne_is_in_stock_used_or_abandoned(war: War, w: Tables) -> None:
    before = columns(war.world, "formations")
    after = columns(w, "formations")
    for side in range(2):
        own = after["side"] == side
        flows = in_ledger(w, f"supply_received_{side}") - in_ledger(w, f"supply_used_{side}")
        flows -= in_ledger(w, f"supply_abandoned_{side}")

        assert after["stock"][own].sum() == pytest.approx(before["stock"][own].sum() + flows, rel=1e-9, abs=1e-6)


def no_quantity_loses_its_meaning(_war: War, w: Tables) -> None:
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


def who_is_present_stands_on_the_ground_of_his_side(_war: War, w: Tables) -> None:
    present = columns(w, "formations")[columns(w, "formations")["status"] == PRESENT]

    assert (columns(w, "places")["holder"][present["place"]] == present["side"]).all()


def the_contested_ground_is_always_held_by_one_side_or_the_other(_war: War, w: Tables) -> None:
    series, places = w.series, columns(w, "places")
    held = series[:, SERIES.index("area_0")] + series[:, SERIES.index("area_1")]

    assert held == pytest.approx(np.full(DAYS, places["area"][places["contested"] == 1].sum()))


def the_ledger_knows_of_every_km2_that_changed_hands(war: War, w: Tables) -> None:
    before = columns(war.world, "places")
    area = w.series[-1, SERIES.index("area_0")]
    lost = [sum(in_ledger(w, f"{cause.name}_{side}") for cause in family(GROUND)) for side in (0, 1)]
    held = before["area"][(before["contested"] == 1) & (before["holder"] == 0)].sum()

    assert area == pytest.approx(held - lost[0] + lost[1], rel=1e-9, abs=1e-6)


def nobody_is_in_two_places_of_the_line_at_once(war: War, _w: Tables) -> None:
    """Men who hold borders are never more than those who are there."""
    early = interpreted(war.played(3))
    survey(early, war.laws)
    line_up(early, war.laws)
    for side in range(2):
        fronts = [place for place in early.places if place.holder == side and place.fronts > 0]
        held = sum(border.men for place in fronts for border in early.neighbours[place.first : place.last])

        assert held <= sum(place.men for place in early.places if place.holder == side) * (1 + 1e-9)


def civilians_are_at_home_away_or_harmed(_war: War, w: Tables) -> None:
    places = columns(w, "places")

    assert (places["civilians"] + places["harmed"] <= places["population"] * (1 + 1e-12)).all()


HOLD = (
    every_man_is_present_a_casualty_a_prisoner_or_dispersed,
    the_ledger_knows_why_every_man_was_lost,
    every_tonne_is_in_stock_used_or_abandoned,
    no_quantity_loses_its_meaning,
    who_is_present_stands_on_the_ground_of_his_side,
    the_contested_ground_is_always_held_by_one_side_or_the_other,
    the_ledger_knows_of_every_km2_that_changed_hands,
    nobody_is_in_two_places_of_the_line_at_once,
    civilians_are_at_home_away_or_harmed,
)


@settings(max_examples=200)
@given(wars())
def test_this_holds_in_every_campaign(war: War) -> None:
    after = war.played()
    for holds in HOLD:
        holds(war, after)

"""Luck belongs to those it strikes: what cannot touch a formation leaves its draws, and its fate, unchanged."""

from collections.abc import Mapping

import numpy as np
from hypothesis import given

from sim.vocabulary import LINE, MUD, ORDERED, TO_ATTACK, TO_HOLD
from sim.world.chance import stable_id
from sim.world.formation import Formation
from sim.world.side import Event
from sim.world.tables import Tables, copied, table
from tests.given import same
from tests.properties.wars import DAYS, War, wars


def changed(war: War, table_name: str, values: Mapping[str, object]) -> War:
    w = copied(war.world, int(war.world.key))
    rows = np.asarray(getattr(w, table_name))
    for column, value in values.items():
        rows[column] = value
    return War(w, war.laws)


def with_line_troops_only(war: War) -> War:
    return changed(war, "formations", {"kind": LINE})


def without_crossings(war: War) -> War:
    return changed(war, "roads", {"crossing": 0})


def that_only_defend(war: War) -> War:
    defending = changed(war, "sides", {"assaults": 0})
    kinds = np.asarray(defending.world.events)["kind"]
    kinds[kinds == ORDERED + TO_ATTACK] = ORDERED + TO_HOLD
    return defending


def raids_change_nothing_without_special_forces(war: War) -> None:
    quiet = changed(with_line_troops_only(war), "sides", {"raids": 0.0})
    raiding = changed(quiet, "sides", {"raids": 1.0})

    assert same_but(raiding.played(), quiet.played(), "raids")


def strikes_on_crossings_change_nothing_without_crossings(war: War) -> None:
    quiet = changed(without_crossings(war), "sides", {"crossing_strikes": 0.0})
    striking = changed(quiet, "sides", {"crossing_strikes": 9.0})

    assert same_but(striking.played(), quiet.played(), "crossing_strikes")


def artillery_preparation_changes_nothing_where_nobody_assaults(war: War) -> None:
    quiet = changed(that_only_defend(war), "sides", {"artillery": 0.0})
    firing = changed(quiet, "sides", {"artillery": 2.0})

    assert same_but(firing.played(), quiet.played(), "artillery")


def a_formation_that_never_arrives_leaves_the_luck_of_all_others_alone(war: War) -> None:
    awaited = {"id": stable_id("never here"), "arrives": DAYS, "strength": 500.0, "established": 500.0}
    rows = np.concatenate([war.world.formations, table(Formation, [awaited])])
    turns = np.argsort(rows["id"], kind="stable")
    more = War(war.world._replace(formations=rows, turns=turns), war.laws)
    with_, without = more.played(), war.played()

    assert same(with_._replace(formations=with_.formations[:-1]), without)


def what_is_to_happen_later_changes_nothing_before(war: War) -> None:
    later = table(Event, [{"day": DAYS, "kind": MUD, "value": 0.9}])
    rows = np.concatenate([war.world.events, later])
    more = War(war.world._replace(events=rows), war.laws)
    played = more.played()

    assert same(played._replace(events=played.events[:-1]), war.played())


def same_but(one: Tables, other: Tables, column: str) -> bool:
    """Return whether two worlds are equal bit for bit, a column of their sides left out."""
    level = copied(one, int(one.key))
    level.sides[column] = other.sides[column]
    return same(level, other)


HOLD = (
    raids_change_nothing_without_special_forces,
    strikes_on_crossings_change_nothing_without_crossings,
    artillery_preparation_changes_nothing_where_nobody_assaults,
    a_formation_that_never_arrives_leaves_the_luck_of_all_others_alone,
    what_is_to_happen_later_changes_nothing_before,
)


@given(wars())
def test_this_holds_in_every_campaign(war: War) -> None:
    for holds in HOLD:
        holds(war)

"""In every campaign: exchanging the sides exchanges everything, to the last bit."""

import numpy as np
from hypothesis import given

from sim.vocabulary import (
    AXIS,
    LEAVE_TO_WITHDRAW,
    LEDGER,
    ORDER_TO_WITHDRAW,
    RULED_GROUND,
    SERIES,
    STRIKES,
    TARGETS,
    TRUCKS,
    WILL,
)
from sim.world.tables import KINDS, Tables, copied
from tests.given import same
from tests.properties.wars import War, wars

TO_A_SIDE = (LEAVE_TO_WITHDRAW, ORDER_TO_WITHDRAW, TRUCKS, WILL, *range(STRIKES, STRIKES + len(TARGETS)))


def exchanged(w: Tables) -> Tables:
    """Return a copy in which side 0 is side 1, and side 1 side 0."""
    made = copied(w, int(w.key))
    tables = {name: np.asarray(getattr(made, name)) for name in KINDS}
    tables["sides"][:] = tables["sides"][::-1].copy()
    for table, column in (("formations", "side"), ("supporters", "side"), ("places", "holder"), ("places", "home")):
        tables[table][column] = 1 - tables[table][column]
    for table, column in (("places", "depot"), ("roads", "holder"), ("roads", "owner")):
        owner = tables[table][column]
        tables[table][column] = np.where(owner < 0, owner, 1 - owner)
    surveyed = tables["places"]["surveyed"]
    tables["places"]["surveyed"] = np.where(surveyed == 0, 0, 3 - surveyed)
    for table, column in (("places", "axis"), ("mediators", "pressure")):
        tables[table][column] = tables[table][column][:, ::-1].copy()
    calendar = tables["events"]
    of_a_side = np.isin(calendar["kind"], TO_A_SIDE)
    calendar["target"] = np.where(of_a_side, 1 - calendar["target"], calendar["target"])
    axes = np.isin(calendar["kind"], (AXIS, AXIS + 1))
    calendar["kind"] = np.where(axes, 2 * AXIS + 1 - calendar["kind"], calendar["kind"])
    calendar["value"] = np.where(calendar["kind"] == RULED_GROUND, 1.0 - calendar["value"], calendar["value"])
    series, ledger = (
        np.asarray(rows)[:, [names.index(other_side(name)) for name in names]].copy()
        for rows, names in ((made.series, SERIES), (made.ledger, LEDGER))
    )
    return made._replace(series=series, ledger=ledger)


def other_side(column: str) -> str:
    """Return the column that holds for the other side what this one holds."""
    measure, _, side = column.rpartition("_")
    return f"{measure}_{1 - int(side)}" if side.isdigit() else column


@given(wars())
def test_exchanging_the_sides_exchanges_everything_and_exchanging_twice_changes_nothing(war: War) -> None:
    mirrored = War(exchanged(war.world), war.laws)

    assert same(exchanged(mirrored.world), war.world)
    assert same(exchanged(mirrored.played()), war.played())

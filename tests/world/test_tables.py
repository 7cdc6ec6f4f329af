"""Tables and rows: two forms of one state."""

from hypothesis import given

from sim.world.formation import Formation
from sim.world.ground import Place
from sim.world.state import World
from sim.world.tables import Tables, columns, copied, interpreted, table, tabulated
from tests.given import same, tables
from tests.properties.wars import War, wars


def test_a_table_has_the_columns_its_row_declares() -> None:
    names = columns(Formation).names

    assert names is not None
    assert list(names) == list(Formation.__annotations__)
    assert columns(Place)["axis"].shape == (2,)


def test_tables_and_a_world_have_the_same_parts() -> None:
    assert Tables._fields == World._fields


def test_what_a_row_leaves_out_is_nothing() -> None:
    row = table(Formation, [{"strength": 5.0}])[0]

    assert row["strength"] == 5
    assert row["captured"] == row["side"] == 0


@given(wars())
def test_rows_and_tables_carry_the_same_state(war: War) -> None:
    assert same(tabulated(interpreted(war.world)), war.world)


def test_a_copy_is_independent_but_for_nothing() -> None:
    w = tables([{}], formations=[{}])
    other = copied(w, 7)
    other.formations["strength"] = 1.0

    assert w.formations["strength"][0] == 1000
    assert int(other.key) == 7


def test_rows_may_be_made_by_another_class() -> None:
    class Actor(Formation):
        """A formation that acts."""

    w = interpreted(tables([{}], formations=[{}]), {"formations": Actor})

    assert isinstance(w.formations[0], Actor)
    assert w.formations[0].strength == 1000

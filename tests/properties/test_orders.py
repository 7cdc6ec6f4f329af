"""In every war the standard doctrine gives orders that can be obeyed, those to break out of a pocket among them."""

from hypothesis import given
from hypothesis import strategies as st

from sim.rules.command.orders import command
from sim.rules.command.stance import is_an_order
from sim.rules.day import take_stock
from sim.world.tables import interpreted
from tests.properties.wars import DAYS, War, wars


@given(wars(), st.integers(0, DAYS - 1))
def test_the_standard_doctrine_sends_nobody_off_the_map(war: War, day: int) -> None:
    w = interpreted(war.played(day))
    take_stock(w, war.laws, day)
    for side in range(2):
        command(w, war.laws, day, side)

    assert all(is_an_order(w, formation) for formation in w.formations)

"""In every campaign: rules run as plain Python and rules compiled leave the same bits in every row."""

from hypothesis import given, settings

from sim.campaign.engine import STANDARD, play
from sim.rules.day import campaign
from sim.world.tables import interpreted, tabulated
from tests.given import same
from tests.properties.wars import DAYS, War, wars


@given(wars())
@settings(max_examples=40)
def test_interpreted_and_compiled_campaigns_are_equal_bit_for_bit(war: War) -> None:
    rows = interpreted(war.world)
    campaign(rows, war.laws, 0, DAYS, STANDARD)

    assert same(tabulated(rows), war.played())


@given(wars())
def test_a_campaign_in_two_parts_is_the_campaign_in_one(war: War) -> None:
    halfway = war.played(DAYS // 2)

    assert same(play(halfway, war.laws, DAYS // 2, DAYS), war.played())

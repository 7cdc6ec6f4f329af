"""The theatres whose outcome is kept back: first-day facts, and nothing that decides what the model is asked for."""

import pytest

from sim.campaign.negotiation.stakes import area_held
from sim.campaign.setup.deployment import deploy
from sim.scenario.files.reading import read_scenario
from tests.scenarios.shipped import FOLDER

THEATRES = {"korsun/1944-01-bulge": 7580.0, "kherson/2022-08-right-bank": 6407.0}


@pytest.mark.parametrize("name", THEATRES)
def test_no_event_lets_anybody_go_or_orders_it(name: str) -> None:
    scenario = read_scenario(FOLDER / f"{name}.yaml")

    assert {event.kind for event in scenario.events} <= {"mud", "road", "link"}
    for side in scenario.sides.values():
        assert side.doctrine.may_withdraw
        assert side.doctrine.stickiness.range[1] >= 1.0


@pytest.mark.parametrize(("name", "area"), THEATRES.items())
def test_the_first_side_holds_the_region_on_the_first_morning(name: str, area: float) -> None:
    held = area_held(deploy(read_scenario(FOLDER / f"{name}.yaml")).world(1, 0))

    assert held[0] == pytest.approx(area, rel=0.01)
    assert held[1] == pytest.approx(0.0, abs=1.0)


def test_nobody_stands_on_the_map_before_the_day_he_came() -> None:
    scenario = read_scenario(FOLDER / "korsun" / "1944-01-bulge.yaml")
    late = [each for each in scenario.order_of_battle.formations.values() if each.arrives]

    assert len(late) >= 10
    assert all(each.arrives and each.arrives > scenario.start for each in late)

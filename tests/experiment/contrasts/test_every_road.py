from pathlib import Path

import pandas as pd

from sim.experiment.contrasts.every_road import every_road, roads_of_first_side
from sim.scenario.events import RoadIsDamaged
from sim.scenario.files.reading import read_scenario
from sim.scenario.scenario import Scenario

FIELD = Path(__file__).parents[3] / "scenarios/theory/equal-sides.yaml"


def test_only_roads_that_touch_the_ground_of_the_first_side_are_closed() -> None:
    scenario = read_scenario(FIELD)
    first = next(iter(scenario.sides))
    own = {name for name, place in scenario.theatre.places.items() if place.side == first} | set(
        scenario.held.get(first, [])
    )

    found = roads_of_first_side(scenario)

    assert found
    assert all(own & set(road) for road in found)


def test_roads_come_in_order_of_the_ground_that_their_closure_costs() -> None:
    scenario = read_scenario(FIELD)
    roads = roads_of_first_side(scenario)[:2]
    cost = {frozenset(road): 10.0 * n for n, road in enumerate(roads)}

    def play(each: Scenario, _: str) -> pd.DataFrame:
        closed = [event for event in each.events if isinstance(event, RoadIsDamaged)]
        lost = sum(cost[frozenset((event.start, event.end))] for event in closed)
        return pd.DataFrame({"area_0": [100.0 - lost, 101.0 - lost], "leverage_0": [0.3, 0.4]})

    found = every_road(scenario, roads, play)

    assert [tuple(each.road) for each in found] == roads[::-1]
    assert found[0].area_km2.mean == -10.0
    assert found[1].leverage.mean == 0.0

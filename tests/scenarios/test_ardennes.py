import pytest

from sim.campaign.setup.deployment import Deployment
from tests.scenarios.shipped import deployed


def ground_of(deployment: Deployment, place: str) -> set[str]:
    """Return the places that a place is joined to over ground of the same side, itself among them."""
    names, places = deployment.cells.names, deployment.tables["places"]
    reached, ahead = {place}, [names.index(place)]
    while ahead:
        here = ahead.pop()
        for beyond in deployment.cells.neighbours[here]:
            if places["holder"][beyond] == places["holder"][here] and names[beyond] not in reached:
                reached.add(names[beyond])
                ahead.append(beyond)
    return reached


def test_seven_main_roads_meet_at_bastogne() -> None:
    roads = deployed("ardennes/1944-12-bastogne").scenario.theatre.roads
    main = [road for road in roads if "Bastogne" in {road.start, road.end} and road.road_class != "local"]

    assert len(main) == 7


@pytest.mark.parametrize(("name", "is_open"), [("1944-12-bastogne", True), ("1944-12-siege", False)])
def test_the_ring_round_bastogne_is_open_on_16_december_and_closed_on_21_december(name: str, *, is_open: bool) -> None:
    deployment = deployed(f"ardennes/{name}")
    depots = set(deployment.scenario.sides["Allies"].sustainment.depots)

    assert bool(ground_of(deployment, "Bastogne") & depots) is is_open


def test_the_garrison_of_the_siege_has_some_18_000_men() -> None:
    deployment = deployed("ardennes/1944-12-siege")
    pocket = ground_of(deployment, "Bastogne")
    bodies = deployment.scenario.order_of_battle.formations.values()
    garrison = [body.strength for body in bodies if body.side == "Allies" and body.place in pocket]

    assert sum(garrison) == pytest.approx(18_000, rel=0.12)

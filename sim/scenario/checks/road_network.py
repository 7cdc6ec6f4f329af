"""The road net: whether places, depots and formations can be reached."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping

from sim.scenario.files.faults import Finding
from sim.scenario.scenario import Scenario

Net = Mapping[str, set[str]]


def check_connection(scenario: Scenario) -> Iterator[Finding]:
    """Find places that no road joins to the largest part of the road net."""
    net = _net(scenario)
    parts: list[set[str]] = []
    for place in scenario.theatre.places:
        if not any(place in part for part in parts):
            parts.append(_reached(net, place, scenario.theatre.places))
    largest = max(parts, key=len)
    for place in scenario.theatre.places:
        if place not in largest:
            message = "no road joins the place to the rest of the theatre"
            yield Finding("warning", ("theatre", "places", place), message, "declare a road, or leave the place out")


def check_depots(scenario: Scenario) -> Iterator[Finding]:
    """Find depots from which no way leads to any formation of their side, or none that is open."""
    places = scenario.theatre.places
    holder = _holders(scenario)
    for side, belligerent in scenario.sides.items():
        net = _net(scenario, side)
        posts = _posts(scenario, side)
        held = {place for place in places if holder[place] == side}
        starving = "name a depot that reaches one of them on the first day, or they live on their stocks"
        if posts and not belligerent.sustainment.depots:
            message = f"{side} has no depot, so its formations receive nothing"
            yield Finding("warning", ("sides", side, "sustainment", "depots"), message, starving)
        for position, depot in enumerate(belligerent.sustainment.depots):
            steps = ("sides", side, "sustainment", "depots", position)
            if not posts or holder.get(depot) not in scenario.sides:
                continue
            if not posts & _reached(net, depot, places):
                message = f'no road or link leads from the depot "{depot}" to any formation of {side}'
                yield Finding("warning", steps, message, starving)
            elif depot not in held:
                message = f'the depot "{depot}" is held by {holder[depot]}'
                remedy = f"name a place that {side} holds, or give it to {side} under `held`"
                yield Finding("error", steps, message, remedy)
            elif not posts & _reached(net, depot, held):
                message = f'every road from the depot "{depot}" to formations of {side} passes the enemy'
                yield Finding("warning", steps, message, starving)


def check_supply(scenario: Scenario) -> Iterator[Finding]:
    """Find formations to which no road leads from any depot, while others are reached."""
    places = scenario.theatre.places
    for side, belligerent in scenario.sides.items():
        net = _net(scenario, side)
        depots = belligerent.sustainment.depots
        supplied = {place for depot in depots for place in _reached(net, depot, places)}
        for name, body in scenario.order_of_battle.formations.items():
            is_lost = body.side == side and body.place in places and body.place not in supplied
            if is_lost and supplied & _posts(scenario, side):
                message = f'no road or link leads to "{body.place}" from any depot of {side}'
                steps = ("order_of_battle", "formations", name, "place")
                yield Finding("warning", steps, message, "declare a road, or place the formation elsewhere")


def _posts(scenario: Scenario, side: str) -> set[str]:
    """Return the places where a side's formations stand."""
    formations = scenario.order_of_battle.formations.values()
    return {body.place for body in formations if body.side == side and body.place in scenario.theatre.places}


def _holders(scenario: Scenario) -> dict[str, str]:
    """Return the side that holds each place on the first day."""
    holders = {name: place.side for name, place in scenario.theatre.places.items()}
    return holders | {place: side for side, names in scenario.held.items() for place in names}


def _net(scenario: Scenario, side: str = "") -> Net:
    """Return the net of roads, with the links of a side if one is named."""
    net: dict[str, set[str]] = defaultdict(set)
    links = scenario.sides[side].sustainment.links.values() if side else ()
    for road in (*scenario.theatre.roads, *links):
        net[road.start].add(road.end)
        net[road.end].add(road.start)
    return net


def _reached(net: Net, start: str, within: Container[str]) -> set[str]:
    """Return the places that roads within some places join to a place, itself among them."""
    reached = {start}
    ahead = [start]
    while ahead:
        for place in net.get(ahead.pop(), ()):
            if place not in reached and place in within:
                reached.add(place)
                ahead.append(place)
    return reached

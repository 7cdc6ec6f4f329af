"""Cross-references: every name a scenario uses is declared somewhere in it."""

from collections.abc import Collection, Iterator

from sim.scenario.checks.roads import roads_hit
from sim.scenario.events import (
    FormationInfiltrates,
    LinkIsHindered,
    MenAreRuled,
    PlaceFalls,
    SupportChanges,
    TrucksChange,
    WillChanges,
    WithdrawalIsDecided,
)
from sim.scenario.files.faults import Finding, listed, suggestion
from sim.scenario.files.located import Steps
from sim.scenario.orders import AxisOrdered, StrikesOrdered
from sim.scenario.scenario import Scenario

Reference = tuple[Steps, str, str, Collection[str]]
"""Where a name is used, the name, what it should name, and the names there are."""


def check_names(scenario: Scenario) -> Iterator[Finding]:
    """Find each name of a side, place, region, supporter or issue that nothing declares."""
    parts = (_sides_named, _members_named, _places_named, _supplies_named, _others_named, _orders_named)
    for references in parts:
        for steps, name, what, known in references(scenario):
            if name not in known:
                remedy = suggestion(name, known, f"declared are: {listed(known)}")
                yield Finding("error", steps, f'there is no {what} "{name}"', remedy)


def check_every_side_negotiates(scenario: Scenario) -> Iterator[Finding]:
    """Find each side for which the talks lack patience, costs of war, or the worth of an issue."""
    talks = scenario.talks
    tables: dict[Steps, Collection[str]] = {("talks", "patience"): talks.patience, ("talks", "costs"): talks.costs}
    for name, issue in talks.issues.items():
        tables["talks", "issues", name, "weights"] = issue.weights
    for name, mediator in scenario.mediators.items():
        tables["mediators", name, "pressure"] = mediator.pressure
    for steps, table in tables.items():
        for side in scenario.sides:
            if side not in table:
                yield Finding("error", steps, f'the side "{side}" is missing', f'add an entry for "{side}"')


def check_every_side_wants_something(scenario: Scenario) -> Iterator[Finding]:
    """Find each side to which nothing at the table is worth anything, so that no package can be weighed."""
    weights = [issue.weights for issue in scenario.talks.issues.values()]
    for side in scenario.sides:
        if all(side in each and float(each[side]) == 0.0 for each in weights):
            remedy = "give one issue a weight above 0"
            yield Finding("error", ("talks", "issues"), f"nothing at the table is worth anything to {side}", remedy)


def _sides_named(scenario: Scenario) -> Iterator[Reference]:
    for place, declared in scenario.theatre.places.items():
        yield ("theatre", "places", place, "side"), declared.side, "side", scenario.sides
    for formation, body in scenario.order_of_battle.formations.items():
        yield ("order_of_battle", "formations", formation, "side"), body.side, "side", scenario.sides
    for supporter, power in scenario.supporters.items():
        yield ("supporters", supporter, "side"), power.side, "side", scenario.sides
    for position, event in enumerate(scenario.events):
        if isinstance(event, WithdrawalIsDecided | TrucksChange | WillChanges | PlaceFalls):
            yield ("events", position, "side"), event.side, "side", scenario.sides
    talks = scenario.talks
    tables: dict[Steps, Collection[str]] = {
        ("held",): scenario.held,
        ("talks", "patience"): talks.patience,
        ("talks", "costs"): talks.costs,
    }
    for issue, stake in talks.issues.items():
        tables["talks", "issues", issue, "weights"] = stake.weights
    for third, mediator in scenario.mediators.items():
        tables["mediators", third, "pressure"] = mediator.pressure
    for steps, table in tables.items():
        for name in table:
            yield (*steps, name), name, "side", scenario.sides


def _places_named(scenario: Scenario) -> Iterator[Reference]:
    places = scenario.theatre.places
    roads = [(("theatre", "roads", i), road.start, road.end) for i, road in enumerate(scenario.theatre.roads)]
    for steps, start, end in (*roads, *roads_hit(scenario)):
        yield (*steps, "from"), start, "place", places
        yield (*steps, "to"), end, "place", places
    for side, names in scenario.held.items():
        for position, name in enumerate(names):
            yield ("held", side, position), name, "place", places
    for formation, body in scenario.order_of_battle.formations.items():
        yield ("order_of_battle", "formations", formation, "place"), body.place, "place", places
    for side in scenario.sides:
        yield from _places_named_by(scenario, side)
    for chip, names in scenario.talks.chips.items():
        for position, name in enumerate(names):
            yield ("talks", "chips", chip, position), name, "place", places


def _places_named_by(scenario: Scenario, side: str) -> Iterator[Reference]:
    places, doctrine = scenario.theatre.places, scenario.sides[side].doctrine
    for position, name in enumerate(scenario.sides[side].sustainment.depots):
        yield ("sides", side, "sustainment", "depots", position), name, "place", places
    for part, named in (("axes", doctrine.axes), ("aims", doctrine.aims)):
        for name in named:
            yield ("sides", side, "doctrine", part, name), name, "place", places


def _supplies_named(scenario: Scenario) -> Iterator[Reference]:
    places = scenario.theatre.places
    for side, belligerent in scenario.sides.items():
        given, steps = belligerent.sustainment, ("sides", side, "sustainment")
        for table in ("depot_capacity", "depot_trucks"):
            for name in getattr(given, table):
                yield (*steps, table, name), name, "depot", given.depots
        for link, way in given.links.items():
            yield (*steps, "links", link, "from"), way.start, "place", places
            yield (*steps, "links", link, "to"), way.end, "place", places


def _members_named(scenario: Scenario) -> Iterator[Reference]:
    for name, body in scenario.order_of_battle.formations.items():
        if body.member is not None and body.side in scenario.sides:
            steps = ("order_of_battle", "formations", name, "member")
            yield steps, body.member, f"member of {body.side}", scenario.sides[body.side].members


def _others_named(scenario: Scenario) -> Iterator[Reference]:
    regions = scenario.theatre.regions
    for name in scenario.contested:
        yield ("contested",), name, "region", regions
    for place, declared in scenario.theatre.places.items():
        if declared.region is not None:
            yield ("theatre", "places", place, "region"), declared.region, "region", regions
    if scenario.contested or scenario.talks.territory:
        yield ("talks", "territory"), scenario.talks.territory, "issue", scenario.talks.issues
    for position, event in enumerate(scenario.events):
        if isinstance(event, SupportChanges):
            yield ("events", position, "supporter"), event.supporter, "supporter", scenario.supporters
        elif isinstance(event, FormationInfiltrates | MenAreRuled):
            formations = scenario.order_of_battle.formations
            yield ("events", position, "formation"), event.formation, "formation", formations
        if isinstance(event, FormationInfiltrates | PlaceFalls):
            yield ("events", position, "place"), event.place, "place", scenario.theatre.places
        if isinstance(event, LinkIsHindered):
            links = [name for side in scenario.sides.values() for name in side.sustainment.links]
            yield ("events", position, "link"), event.link, "link", links


def _orders_named(scenario: Scenario) -> Iterator[Reference]:
    for position, order in enumerate(scenario.orders):
        if isinstance(order, AxisOrdered | StrikesOrdered):
            yield ("orders", position, "side"), order.side, "side", scenario.sides
        else:
            formations = scenario.order_of_battle.formations
            yield ("orders", position, "formation"), order.formation, "formation", formations
        place = getattr(order, "place", None)
        if place is not None:
            yield ("orders", position, "place"), place, "place", scenario.theatre.places

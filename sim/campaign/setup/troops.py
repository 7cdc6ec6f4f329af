"""Troops: formations, sides, supporters and the calendar of events on the first day."""

from collections.abc import Mapping
from datetime import date

from sim.scenario.events import (
    CeasefireHolds,
    EventDeclared,
    FormationInfiltrates,
    LinkIsHindered,
    MenAreRuled,
    MudSets,
    PlaceFalls,
    RoadIsDamaged,
    SupportChanges,
    TrucksChange,
    WithdrawalIsDecided,
)
from sim.scenario.quantity import Quantity
from sim.scenario.scenario import Scenario
from sim.vocabulary import (
    AWAITED,
    CEASEFIRE,
    INFILTRATION,
    INTELLIGENCE_SUPPORT,
    LEAVE_TO_WITHDRAW,
    LINE,
    LINK,
    MATERIEL_SUPPORT,
    MONEY_SUPPORT,
    MUD,
    ORDER_TO_WITHDRAW,
    PRESENT,
    ROAD_DAMAGE,
    RULED_GROUND,
    RULED_MEN,
    SPECIAL,
    TRUCKS,
    WILL,
)
from sim.world.chance import stable_id

Rows = list[Mapping[str, object]]


def formations_of(scenario: Scenario) -> Rows:
    """Return the rows of formations, in declared order: append to an order of battle, never insert."""
    sides = list(scenario.sides)
    numbers = {name: n for n, name in enumerate(scenario.theatre.places)}
    rows: Rows = []
    for name, formation in scenario.order_of_battle.formations.items():
        side = scenario.sides[formation.side]
        strength = formation.strength * float(side.force.strength_scale)
        arrives = _day(scenario, formation.arrives, 0)
        member = side.members[formation.member] if formation.member else None
        leaves = [each for each in (formation.leaves, member.leaves if member else None) if each is not None]
        posture = float(scenario.laws.supply.use_in_contact)
        rows.append(
            {
                "id": stable_id(name),
                "side": sides.index(formation.side),
                "kind": SPECIAL if formation.kind == "special" else LINE,
                "status": PRESENT if arrives <= 0 else AWAITED,
                "place": numbers[formation.place],
                "objective": -1,
                "goal": -1,
                "arrives": arrives,
                "leaves": _day(scenario, min(leaves, default=None), -1),
                "member": list(side.members).index(formation.member) + 1 if formation.member else 0,
                "member_will": float(member.will) if member else 0.0,
                "strength": strength,
                "established": strength,
                "quality": formation.quality * float(side.force.quality),
                "morale": float(side.force.morale) if formation.morale is None else formation.morale,
                "stock": float(side.sustainment.stock) * posture * strength,
                "use": posture * strength,
                "effect": 1.0,
                "dug_in": formation.dug_in,
                "prepared": int(float(side.doctrine.prepared)),
            }
        )
    return rows


def sides_of(scenario: Scenario) -> Rows:
    """Return the rows of both sides."""
    return [
        {
            "id": stable_id(name),
            "assaults": _assaults(scenario, side.doctrine.assaults),
            "crosses_border": int(side.doctrine.crosses_border),
            "may_withdraw": int(side.doctrine.may_withdraw),
            "own_coverage": float(side.reconnaissance.own_coverage),
            "deception": float(side.reconnaissance.deception),
            "artillery": float(side.force.artillery),
            "bombs": float(side.force.bombs),
            "replacements": float(side.force.replacements),
            "drones": float(side.deep_fires.drones),
            "road_strikes": float(side.deep_fires.road_strikes),
            "crossing_strikes": float(side.deep_fires.crossing_strikes),
            "depot_strikes": float(side.deep_fires.depot_strikes),
            "assembly_strikes": float(side.deep_fires.assembly_strikes),
            "command_strikes": float(side.deep_fires.command_strikes),
            "counter_drone": float(side.deep_fires.counter_drone),
            "raids": float(side.deep_fires.raids),
            "trucks": float(side.sustainment.trucks),
            "most_trucks": float(side.sustainment.trucks),
            "replacement": float(side.sustainment.replacement),
            "materiel": _materiel(scenario, name),
            "reliance": float(side.sustainment.reliance),
            "dependence": float(side.sustainment.dependence),
            "threshold": float(side.doctrine.threshold),
            "reserve": float(side.doctrine.reserve),
            "stickiness": float(side.doctrine.stickiness),
            "will": float(side.will),
            "starting_will": float(side.will),
        }
        for name, side in scenario.sides.items()
    ]


def supporters_of(scenario: Scenario) -> Rows:
    """Return the rows of supporters."""
    sides = list(scenario.sides)
    return [
        {
            "side": sides.index(supporter.side),
            "coverage": float(supporter.coverage),
            "intelligence": float(supporter.intelligence),
            "materiel": float(supporter.materiel),
            "share": float(supporter.share),
            "money": float(supporter.money),
            "money_share": float(supporter.money_share),
            "follows": float(supporter.follows),
        }
        for supporter in scenario.supporters.values()
    ]


def mediators_of(scenario: Scenario) -> Rows:
    """Return the rows of mediators."""
    return [
        {
            "engagement": float(mediator.engagement),
            "follows": float(mediator.follows),
            "pressure": [float(mediator.pressure[side]) for side in scenario.sides],
            "guarantee": float(mediator.guarantee),
        }
        for mediator in scenario.mediators.values()
    ]


def events_of(scenario: Scenario) -> Rows:
    """Return the rows of events in order of date."""
    rows: Rows = []
    for event in sorted(scenario.events, key=lambda each: each.date):
        day = _day(scenario, event.date, 0)
        last = _day(scenario, event.until, day + 1) if isinstance(event, RoadIsDamaged) else day + 1
        for kind, target, value in _effects(scenario, event):
            rows += [{"day": each, "kind": kind, "target": target, "value": value} for each in range(day, last)]
    return rows


def _effects(scenario: Scenario, event: EventDeclared) -> list[tuple[int, int, float]]:
    if isinstance(event, SupportChanges):
        target = list(scenario.supporters).index(event.supporter)
        levels = (
            (INTELLIGENCE_SUPPORT, event.intelligence),
            (MATERIEL_SUPPORT, event.materiel),
            (MONEY_SUPPORT, event.money),
        )
        return [(kind, target, level) for kind, level in levels if level is not None]
    if isinstance(event, MudSets | CeasefireHolds):
        return [(MUD, 0, event.level) if isinstance(event, MudSets) else (CEASEFIRE, 0, float(event.holds))]
    if isinstance(event, RoadIsDamaged | LinkIsHindered | FormationInfiltrates):
        return _effects_on_the_map(scenario, event)
    if isinstance(event, PlaceFalls | MenAreRuled):
        return [_ruling(scenario, event)]
    side = list(scenario.sides).index(event.side)
    if isinstance(event, WithdrawalIsDecided):
        decided = ((LEAVE_TO_WITHDRAW, event.allowed), (ORDER_TO_WITHDRAW, event.ordered))
        return [(kind, side, float(is_so)) for kind, is_so in decided]
    return [(TRUCKS if isinstance(event, TrucksChange) else WILL, side, event.change)]


def _effects_on_the_map(
    scenario: Scenario, event: RoadIsDamaged | LinkIsHindered | FormationInfiltrates
) -> list[tuple[int, int, float]]:
    if isinstance(event, RoadIsDamaged):
        ends = {event.start, event.end}
        roads = [n for n, road in enumerate(scenario.theatre.roads) if {road.start, road.end} == ends]
        return [(ROAD_DAMAGE, n, event.damage) for n in roads]
    if isinstance(event, LinkIsHindered):
        links = [name for side in scenario.sides.values() for name in side.sustainment.links]
        return [(LINK, links.index(event.link), event.hindered)]
    formation = list(scenario.order_of_battle.formations).index(event.formation)
    return [(INFILTRATION, list(scenario.theatre.places).index(event.place), float(formation))]


def _ruling(scenario: Scenario, event: PlaceFalls | MenAreRuled) -> tuple[int, int, float]:
    if isinstance(event, PlaceFalls):
        winner = list(scenario.sides).index(event.side)
        return RULED_GROUND, list(scenario.theatre.places).index(event.place), float(winner)
    return RULED_MEN, list(scenario.order_of_battle.formations).index(event.formation), event.change


def _assaults(scenario: Scenario, declared: bool | Quantity) -> float:  # noqa: FBT001 - as the file has it
    if isinstance(declared, Quantity):
        return float(declared)
    return float(scenario.laws.orders.assaulting) if declared else 0.0


def _materiel(scenario: Scenario, side: str) -> float:
    withheld = [
        float(supporter.share) * (1.0 - float(supporter.materiel))
        for supporter in scenario.supporters.values()
        if supporter.side == side
    ]
    return max(0.0, 1.0 - sum(withheld))


def _day(scenario: Scenario, when: date | None, otherwise: int) -> int:
    return otherwise if when is None else (when - scenario.start).days

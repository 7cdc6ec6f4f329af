"""Wars at random: small theatres with everything a campaign may hold."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from hypothesis import strategies as st

from sim.campaign.engine import play
from sim.campaign.setup.ground import AS_DECLARED
from sim.scenario.theatre import PlaceDeclared
from sim.vocabulary import (
    AWAITED,
    AXIS,
    CEASEFIRE,
    INFILTRATION,
    INTELLIGENCE_SUPPORT,
    LEAVE_TO_WITHDRAW,
    LEDGER,
    LINK,
    MATERIEL_SUPPORT,
    MONEY_SUPPORT,
    MUD,
    ORDER_TO_WITHDRAW,
    ORDERED,
    PRESENT,
    ROAD_DAMAGE,
    RULED_GROUND,
    RULED_MEN,
    STRIKES,
    TO_ATTACK,
    TO_HOLD,
    TO_WAIT,
    TO_WITHDRAW,
    TRUCKS,
    WILL,
)
from sim.world.constants import Constants
from sim.world.side import Event
from sim.world.tables import Tables, copied, table
from tests.given import laws, tables

DAYS = 14
SHARES = [column for column in AS_DECLARED if PlaceDeclared.model_fields[column].annotation is float]
"""What a scenario may declare of a place as a share."""

share = st.floats(0, 1)
yes_or_no = st.integers(0, 1)
MORALE = st.floats(0.15, 1)


@dataclass(frozen=True)
class War:
    """A world on its first day and the laws it obeys."""

    world: Tables
    laws: Constants

    def played(self, days: int = DAYS, key: int | None = None) -> Tables:
        """Return the world after so many days, the first day's untouched."""
        return play(copied(self.world, int(self.world.key) if key is None else key), self.laws, 0, days)


@st.composite
def sides(draw: st.DrawFn) -> dict[str, Any]:
    floats = {
        name: draw(st.floats(low, high))
        for name, (low, high) in {
            "own_coverage": (0, 1),
            "deception": (0, 0.9),
            "artillery": (0, 1),
            "drones": (0, 3),
            "road_strikes": (0, 8),
            "crossing_strikes": (0, 8),
            "depot_strikes": (0, 8),
            "bombs": (0, 0.5),
            "assembly_strikes": (0, 8),
            "command_strikes": (0, 8),
            "counter_drone": (0, 1),
            "replacements": (0, 300),
            "raids": (0, 1),
            "trucks": (0, 200),
            "replacement": (0, 5),
            "reliance": (0, 1),
            "dependence": (0, 1),
            "threshold": (0.3, 3),
            "reserve": (0, 3),
            "stickiness": (0, 1),
            "will": (0, 1),
        }.items()
    }
    choices = {name: draw(yes_or_no) for name in ("assaults", "crosses_border", "may_withdraw")}
    return {**floats, **choices, "most_trucks": floats["trucks"]}


@st.composite
def wars(draw: st.DrawFn) -> War:
    """Return a war on a grid of 2 by 3 to 3 by 5 places; each side begins in one half, with a depot in its corner."""
    rows, columns = draw(st.integers(2, 3)), draw(st.integers(3, 5))
    size = rows * columns
    halves = [int(n % columns >= columns / 2) for n in range(size)]
    holders = [draw(st.sampled_from([half, half, half, 1 - half])) for half in halves]
    holders[0], holders[size - 1] = 0, 1
    places = [
        {
            "holder": holders[n],
            "home": draw(yes_or_no),
            "contested": draw(yes_or_no),
            "depot": {0: 0, size - 1: 1}.get(n, -1),
            "sends": draw(st.sampled_from([-1.0, 40.0])),
            "trucks": draw(st.sampled_from([-1.0, 5.0])) if n in (0, size - 1) else -1.0,
            "east": 5.0 * (n % columns),
            "north": 5.0 * (n // columns),
            "terrain": draw(st.sampled_from([1.05, 1.3, 1.5])),
            **{column: draw(share) for column in SHARES},
            "civilians": draw(st.sampled_from([0.0, 800.0])),
            "axis": [draw(share), draw(share)],
        }
        for n in range(size)
    ]
    borders = [(n, n + 1) for n in range(size) if (n + 1) % columns] + [(n, n + columns) for n in range(size - columns)]
    roads = [
        (a, b, {"capacity": draw(st.sampled_from([20.0, 500.0, 5000.0])), "crossing": draw(yes_or_no)})
        for a, b in borders
        if draw(st.integers(0, 4))
    ]
    formations = [draw(formations_on(holders)) for _ in range(draw(st.integers(1, 8)))]
    supporters = [draw(supporters_of_a_side()) for _ in range(draw(st.integers(0, 2)))]
    mediators = [{"engagement": draw(share), "follows": draw(share)} for _ in range(draw(st.integers(0, 1)))]
    links = [draw(links_of_a_side(size)) for _ in range(draw(st.integers(0, 1)))]
    world = tables(
        places,
        roads,
        links=links,
        formations=formations,
        sides=(draw(sides()), draw(sides())),
        supporters=supporters,
        mediators=mediators,
        events=draw(calendars(len(roads), len(supporters), len(links), size, len(formations))),
        borders=borders,
        days=DAYS,
        key=draw(st.integers(0, 2**63)),
    )
    changed = {
        "weiss": draw(st.sampled_from([0.0, 0.45, 1.0])),
        "preparation": draw(st.sampled_from([0.0, 1.0, 2.5])),
        "order_lag": draw(st.sampled_from([0.0, 1.0])),
        "destroyed_share": draw(st.sampled_from([0.0, 0.15, 0.9])),
        "screen": draw(st.sampled_from([0.0, 60.0])),
        "advance_pace": draw(st.sampled_from([2.0, 9.0])),
        "depot_capacity": draw(st.sampled_from([30.0, 1500.0])),
        "last_mile": draw(st.sampled_from([0.0, 3.0])),
        "flight_fire": draw(st.sampled_from([0.0, 20.0])),
        "cut_days": 1.0,
    }
    return War(world, laws(**changed))


@st.composite
def wars_of_coalitions(draw: st.DrawFn) -> War:
    """Return a war at random with members of coalitions, and with more of what wars seldom hold."""
    war = draw(wars())
    formations, places = war.world.formations, war.world.places
    formations["member"] = draw(st.lists(st.integers(0, 2), min_size=len(formations), max_size=len(formations)))
    formations["member_will"] = draw(st.floats(0, 0.6))
    one = st.integers(0, len(formations) - 1)
    events = [
        {"kind": INFILTRATION, "target": formations["place"][draw(one)], "value": draw(one)},
        {"kind": RULED_MEN, "target": draw(one), "value": -9000},
        {"kind": ORDERED + TO_ATTACK, "target": draw(one), "value": draw(st.integers(0, len(places) - 1))},
        {"kind": ORDERED + TO_WITHDRAW, "target": draw(one), "value": draw(st.integers(-1, len(places) - 1))},
        {"kind": ORDERED + TO_WAIT, "target": draw(one), "value": -1},
    ]
    days = st.integers(0, DAYS)
    calendar = np.concatenate([war.world.events, table(Event, [{**event, "day": draw(days)} for event in events])])
    return War(war.world._replace(events=calendar), war.laws)


@st.composite
def formations_on(draw: st.DrawFn, holders: list[int]) -> dict[str, Any]:
    place = draw(st.integers(0, len(holders) - 1))
    strength = draw(st.floats(50, 6000))
    arrives = draw(st.sampled_from([0, 0, 0, 3]))
    return {
        "side": holders[place],
        "kind": draw(yes_or_no),
        "status": AWAITED if arrives else PRESENT,
        "place": place,
        "arrives": arrives,
        "leaves": draw(st.sampled_from([-1, -1, -1, 7])),
        "strength": strength,
        "quality": draw(st.floats(0.5, 1.5)),
        "morale": draw(MORALE),
        "stock": draw(st.floats(0, 3)) * 0.025 * strength,
        "use": 0.025 * strength,
        "dug_in": draw(share),
    }


@st.composite
def links_of_a_side(draw: st.DrawFn, size: int) -> tuple[int, int, dict[str, Any], dict[str, Any]]:
    """Return a link from a side's depot to any other place, with or without carriers that are counted."""
    side = draw(yes_or_no)
    base = (size - 1) * side
    end = draw(st.integers(1, size - 2))
    carriers = draw(st.sampled_from([-1.0, 6.0]))
    given = {"carriers": carriers, "most_carriers": carriers, "load": 3.0, "replacement": draw(share)}
    shares = {name: draw(st.floats(0, 0.9)) for name in ("loss", "carrier_loss", "weather")}
    return base, end, {"owner": side}, {"capacity": draw(st.floats(0, 60)), **given, **shares}


@st.composite
def supporters_of_a_side(draw: st.DrawFn) -> dict[str, Any]:
    names = ("coverage", "intelligence", "materiel", "share", "money", "money_share", "follows")
    return {"side": draw(yes_or_no), **{name: draw(share) for name in names}}


@st.composite
def calendars(
    draw: st.DrawFn, roads: int, supporters: int, links: int, places: int, formations: int
) -> list[dict[str, Any]]:
    targets = dict.fromkeys((LEAVE_TO_WITHDRAW, ORDER_TO_WITHDRAW, TRUCKS, WILL), 2) | {MUD: 1, CEASEFIRE: 1}
    targets |= {ROAD_DAMAGE: roads, LINK: links, INFILTRATION: places}
    targets |= dict.fromkeys((*range(AXIS, STRIKES), RULED_GROUND), places) | dict.fromkeys(range(STRIKES, ORDERED), 2)
    targets |= dict.fromkeys((*range(ORDERED, RULED_GROUND), RULED_MEN), formations)
    targets |= dict.fromkeys((INTELLIGENCE_SUPPORT, MATERIEL_SUPPORT, MONEY_SUPPORT), supporters)
    kinds = st.sampled_from([kind for kind, count in targets.items() if count])
    calendar = []
    for kind in draw(st.lists(kinds, max_size=4)):
        value = (
            draw(yes_or_no) if kind in (LEAVE_TO_WITHDRAW, ORDER_TO_WITHDRAW, CEASEFIRE) else draw(st.floats(0, 0.9))
        )
        if kind == INFILTRATION:
            value = draw(st.integers(0, formations - 1))
        elif kind == RULED_GROUND:
            value = draw(yes_or_no)
        elif kind == RULED_MEN:
            value = draw(st.floats(-2000, 2000))
        elif ORDERED <= kind < RULED_GROUND:
            value = draw(st.integers(0 if kind > ORDERED + TO_HOLD else -1, places - 1))
        target = draw(st.integers(0, targets[kind] - 1))
        calendar.append({"day": draw(st.integers(0, DAYS - 1)), "kind": kind, "target": target, "value": value})
    return calendar


def in_ledger(w: Tables, reason: str) -> float:
    """Return the sum of a reason over all days."""
    return float(w.ledger[:, LEDGER.index(reason)].sum())

"""Cut-offs: a scenario in which support stops, a road is closed, or a formation is there, from a date for some days."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sim.scenario.events import EventDeclared, RoadIsDamaged, SupportChanges
from sim.scenario.files.faults import suggestion
from sim.scenario.scenario import Scenario
from sim.vocabulary import BadInput

LEVELS = ("intelligence", "materiel", "money")
"""What a supporter gives."""
SOURCE = "ASSUMED: the question asked"


def support_stopped(scenario: Scenario, supporter: str, levels: Sequence[str], start: date, days: int) -> Scenario:
    """Return the scenario with some of a supporter's help at nothing from ``start`` on for so many days.

    Outside that time help is as the scenario has it, events and all; no days leave it as it is.

    Raises:
        BadInput: there is no such supporter.

    """
    if supporter not in scenario.supporters:
        raise BadInput(f'there is no supporter "{supporter}"; {suggestion(supporter, scenario.supporters, "name one")}')
    if days == 0:
        return scenario
    end = start + timedelta(days=days)
    events: list[EventDeclared] = []
    for event in scenario.events:
        if isinstance(event, SupportChanges) and event.supporter == supporter and start <= event.date < end:
            kept = event.model_copy(update=dict.fromkeys(levels))
            if any(getattr(kept, level) is not None for level in LEVELS):
                events.append(kept)
        else:
            events.append(event)
    stopped = SupportChanges.model_validate({**_change(supporter, start), **dict.fromkeys(levels, 0.0)})
    due = {level: _level_on(scenario, supporter, level, end) for level in levels}
    resumed = SupportChanges.model_validate({**_change(supporter, end), **due})
    return scenario.model_copy(update={"events": [stopped, resumed, *events]})


def road_closed(scenario: Scenario, ends: Iterable[str], start: date, days: int) -> Scenario:
    """Return the scenario with a road destroyed from ``start`` on, and its repair begun so many days later.

    Raises:
        BadInput: there is no such road.

    """
    pair = sorted(ends)
    if not any(sorted((road.start, road.end)) == pair for road in scenario.theatre.roads):
        raise BadInput(f"there is no road {' - '.join(pair)}; name two neighbouring places of theatre.roads")
    if days == 0:
        return scenario
    closed = RoadIsDamaged.model_validate(
        {"kind": "road", "from": pair[0], "to": pair[1], "damage": 1.0, "source": SOURCE}
        | {"date": start, "until": start + timedelta(days=days)}
    )
    return scenario.model_copy(update={"events": [*scenario.events, closed]})


def formation_there(scenario: Scenario, formation: str, start: date, days: int) -> Scenario:
    """Return the scenario with a formation in the theatre from ``start`` on for so many days, and at no other time.

    Raises:
        BadInput: there is no such formation.

    """
    formations = scenario.order_of_battle.formations
    if formation not in formations:
        raise BadInput(f'there is no formation "{formation}"; {suggestion(formation, formations, "name one")}')
    never = scenario.start + timedelta(days=scenario.days + scenario.talks.look_ahead + 1)
    times = {"arrives": start, "leaves": start + timedelta(days=days)} if days else {"arrives": never, "leaves": None}
    changed = {**formations, formation: formations[formation].model_copy(update=times)}
    army = scenario.order_of_battle.model_copy(update={"formations": changed})
    return scenario.model_copy(update={"order_of_battle": army})


def _change(supporter: str, when: date) -> dict[str, object]:
    return {"kind": "support", "supporter": supporter, "date": when, "source": SOURCE}


def _level_on(scenario: Scenario, supporter: str, level: str, when: date) -> float:
    """Return the level that the scenario has set by the morning after ``when``."""
    value = float(getattr(scenario.supporters[supporter], level))
    for event in sorted(scenario.events, key=lambda each: each.date):
        if isinstance(event, SupportChanges) and event.supporter == supporter and event.date <= when:
            given = getattr(event, level)
            value = value if given is None else float(given)
    return value

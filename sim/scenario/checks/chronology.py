"""Chronology and control on the first day: whether dates and holdings make sense together."""

from collections.abc import Iterator
from datetime import date, timedelta

from sim.scenario.files.faults import Finding
from sim.scenario.scenario import Scenario


def check_dates(scenario: Scenario) -> Iterator[Finding]:
    """Find events and formations that the days of the campaign miss."""
    room = (date.max - scenario.start).days - 2 * scenario.talks.horizon
    if scenario.days > room:
        yield Finding("error", ("start",), "the calendar ends before the campaign and its talks", "start earlier")
        return
    last = scenario.start + timedelta(days=scenario.days - 1)
    span = f"the campaign, {scenario.start} to {last}"
    dated = [("events", position, event.date) for position, event in enumerate(scenario.events)]
    dated += [("orders", position, order.date) for position, order in enumerate(scenario.orders)]
    for part, position, when in dated:
        if not scenario.start <= when <= last:
            message = f"{when} is outside {span}"
            yield Finding("warning", (part, position, "date"), message, "correct it, or it never happens")
    for name, body in scenario.order_of_battle.formations.items():
        steps = ("order_of_battle", "formations", name)
        arrives = body.arrives or scenario.start
        if body.leaves is not None and body.leaves <= arrives:
            message = f"the formation leaves on {body.leaves}, before it is there on {arrives}"
            yield Finding("error", (*steps, "leaves"), message, "correct one of the dates")
        elif arrives > last:
            message = f"{arrives} is after {span}"
            yield Finding("warning", (*steps, "arrives"), message, "correct it, or the formation never arrives")


def check_holdings(scenario: Scenario) -> Iterator[Finding]:
    """Find places that two sides hold, and a contested region in which nothing can be held."""
    holders: dict[str, str] = {}
    for side, names in scenario.held.items():
        for position, name in enumerate(names):
            other = holders.setdefault(name, side)
            if other != side:
                message = f'"{name}" is held by {other} already'
                yield Finding("error", ("held", side, position), message, "leave it to one of the sides")
    places = scenario.theatre.places.values()
    for region in scenario.contested:
        if region in scenario.theatre.regions and not any(place.region == region for place in places):
            message = f'no place lies in the contested region "{region}"'
            yield Finding("error", ("contested",), message, "give places in it `region`")
    if len(set(scenario.contested)) < len(scenario.contested):
        yield Finding("error", ("contested",), "a region is named twice", "name each once")


def check_members(scenario: Scenario) -> Iterator[Finding]:
    """Find members of a coalition without formations, and those that go home before the first day."""
    for side, belligerent in scenario.sides.items():
        bodies = scenario.order_of_battle.formations.values()
        named = {body.member for body in bodies if body.side == side}
        for name, member in belligerent.members.items():
            steps = ("sides", side, "members", name)
            if name not in named:
                message, remedy = "no formation belongs to this member", f"give some `member: {name}`, or leave it out"
                yield Finding("warning", steps, message, remedy)
            if member.leaves is not None and member.leaves <= scenario.start:
                message = f"it goes home on {member.leaves}, before the campaign begins"
                yield Finding("error", (*steps, "leaves"), message, "correct the date, or leave the member out")
            if float(member.will) <= 0.0:
                yield Finding("error", (*steps, "will"), "it has no will at all", "give it some, or leave it out")

"""A variant: a scenario with another order of battle, told as what differs."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from sim.scenario.drafting.flow import flow
from sim.scenario.drafting.notes import Notes
from sim.scenario.drafting.orbat_file import read_orbat
from sim.scenario.drafting.order_of_battle import Ground, formations, sides_matched
from sim.scenario.drafting.units_on_the_map import bodies_in, counted
from sim.scenario.files.reading import read_scenario
from sim.scenario.files.shipped import PREFIX, name_from, name_of, shipped_file
from sim.scenario.scenario import Scenario
from sim.vocabulary import BadInput

COMPARED: Final = ("side", "strength", "place", "arrives")
"""What a file of ORBAT Mapper says of a formation that the scenario has too; all else stays as the scenario has it."""


def variant_text(name: str, folder: Path, scenario_file: Path, orbat_file: Path) -> tuple[str, Notes]:
    """Return the text of a variant of a scenario with the order of battle of a file, and what could not be used.

    Raises:
        BadInput: one of them cannot be read, or their sides are others.

    """
    scenario = read_scenario(scenario_file)
    orbat = read_orbat(orbat_file)
    notes = Notes()
    bodies = bodies_in(orbat, notes)
    later = scenario.start - orbat.start.date() if orbat.start else dt.timedelta()
    if later and any(body.arrives for body in bodies):
        notes.guessed.append(
            f"arrivals: {later.days:+,} days, as {orbat_file} begins on another day than {scenario_file}"
        )
    sides = sides_matched((body.side for body in bodies), list(scenario.sides))
    scales = {side: float(each.force.strength_scale) for side, each in scenario.sides.items()}
    bodies = [
        replace(
            body,
            men=body.men / scales.get(sides.get(body.side, ""), 1.0),
            arrives=body.arrives and body.arrives + later,
        )
        for body in bodies
    ]
    ground = ground_of(scenario)
    found = formations(bodies, sides, ground, f"{orbat_file.name} (ORBAT Mapper)", notes)
    if not found:
        raise BadInput(f"{orbat_file}: none of its units stands in the theatre of {scenario_file}; place some")
    changes = _changes(scenario, found)
    if gone := [each for each, body in changes.items() if body is None]:
        notes.left_out.append(f"{counted(gone, 'formation')} of {scenario_file}, not in {orbat_file}")
    lines = [
        f"# {scenario.title}, with the order of battle of {orbat_file.name}. Of formations that both have, that file",
        "# tells side, men, place and arrival alone.",
        f"extends: {flow(_named(folder, scenario_file))}",
        f"title: {flow(name)}",
    ]
    if changes:
        lines += ["order_of_battle:", "  formations:"]
        lines += [f"    {flow(each)}: {flow(body)}" for each, body in changes.items()]
    return "\n".join(lines) + "\n", notes


def _named(folder: Path, scenario_file: Path) -> str:
    """Return how a file in a folder names a scenario: by path if that was given, else by the name it ships under."""
    shipped = None if scenario_file.is_file() else shipped_file(str(scenario_file))
    return PREFIX + name_of(shipped) if shipped else name_from(folder, scenario_file)


def ground_of(scenario: Scenario) -> Ground:
    """Return the places of a scenario, and who holds them on the first day."""
    places = scenario.theatre.places
    holders = {name: place.side for name, place in places.items()}
    holders |= {name: side for side, names in scenario.held.items() for name in names}
    return Ground({name: (place.lat, place.lon) for name, place in places.items()}, holders)


def _changes(scenario: Scenario, found: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any] | None]:
    declared = scenario.order_of_battle.formations
    changes: dict[str, dict[str, Any] | None] = {name: None for name in declared if name not in found}
    for name, body in found.items():
        if name not in declared:
            changes[name] = body
            continue
        before = {key: getattr(declared[name], key) for key in COMPARED}
        if (first := declared[name].arrives) and first <= scenario.start:
            before["arrives"] = None
        after = {key: body.get(key) for key in COMPARED}
        scale = float(scenario.sides[body["side"]].force.strength_scale)
        if abs(after["strength"] - before["strength"]) * scale < 1.0:
            after["strength"] = before["strength"]
        if different := {key: value for key, value in after.items() if value != before[key]}:
            changes[name] = different
    return changes

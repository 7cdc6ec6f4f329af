"""Days on the map: where everything stands on the evening of each day of one run."""

from datetime import timedelta
from typing import Any

import numpy as np

from sim.campaign.engine import play
from sim.report.days import Session
from sim.vocabulary import ASSAULT, FREE, PRESENT
from sim.world.tables import Tables

WHOLE, DAMAGED, CUT = range(3)
"""States of a road."""


def map_days(session: Session, replication: int) -> list[dict[str, Any]]:
    """Return the evening of each day of a run, after a first one for the morning of the campaign.

    ``holders`` is a letter a place, 0 or 1 for its side; ``roads`` a letter a road: whole, damaged or cut; ``flow`` the
    tonnes moved on a road; ``gained`` the share of a place's ground that its attacker has gained; ``stacks`` the troops
    of a side in a place: place, side, men, whether cut off (0 no, 1 by road, 2 entirely), formations; ``assaults`` from
    which place to which.
    """
    world = session.deployment.world(session.manifest.seed, replication)
    frames = [_evening(session, world, -1)]
    fought = session.last_day(replication)
    for day in range(session.scenario.days):
        if day < fought:
            world = play(world, session.deployment.laws, day, day + 1, session.deployment.doctrines)
        frames.append(_evening(session, world, day, silent=day >= fought))
    return frames


def _evening(session: Session, world: Tables, day: int, *, silent: bool = False) -> dict[str, Any]:
    places, roads = world.places, world.roads
    states = np.where(roads["damage"] >= 1.0, CUT, np.where(roads["damage"] > 0.0, DAMAGED, WHOLE))
    gained = np.where(places["gained"] > 0.0, places["gained"] / places["area"], 0.0)
    return {
        "day": day,
        "date": str(session.scenario.start + timedelta(days=max(day, 0))),
        "holders": "".join(str(holder) for holder in places["holder"]),
        "roads": "".join(str(state) for state in states),
        "flow": {} if silent else _numbered(np.abs(roads["flow"]).round().astype(int)),
        "gained": _numbered(gained.round(2)),
        "stacks": _stacks(world),
        "assaults": [] if silent else _assaults(world),
    }


def _numbered(values: Any) -> dict[int, float]:  # noqa: ANN401 - arrays of whole or broken numbers
    """Return what is not nothing, by its number."""
    return {n: value for n, value in enumerate(values.tolist()) if value}


def _stacks(world: Tables) -> list[list[Any]]:
    formations = world.formations
    present = formations["status"] == PRESENT
    stacks = []
    for place, side in sorted({(int(f["place"]), int(f["side"])) for f in formations[present]}):
        here = present & (formations["place"] == place) & (formations["side"] == side)
        men = int(formations["strength"][here].sum().round())
        pocket = int(formations["pocket"][here].max(initial=FREE))
        stacks.append([place, side, men, pocket, np.flatnonzero(here).tolist()])
    return stacks


def _assaults(world: Tables) -> list[list[int]]:
    formations = world.formations
    attacking = formations[(formations["status"] == PRESENT) & (formations["order"] == ASSAULT)]
    pairs = {(int(f["place"]), int(f["objective"]), int(f["side"])) for f in attacking if f["objective"] >= 0}
    return [list(pair) for pair in sorted(pairs) if pair[0] != pair[1]]

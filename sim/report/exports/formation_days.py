"""Formations by day: where each stands on every evening of one run, and what state it is in."""

from datetime import timedelta

import numpy as np
import pandas as pd

from sim.campaign.engine import play
from sim.report.days import Session
from sim.vocabulary import ASSAULT, AWAITED, DESTROYED, FREE, HOLD, LEFT, MOVE, POROUS, PRESENT, SEALED, WITHDRAW
from sim.world.tables import Tables

STATUS = {AWAITED: "awaited", PRESENT: "present", DESTROYED: "destroyed", LEFT: "left"}
ORDER = {HOLD: "hold", ASSAULT: "assault", MOVE: "move", WITHDRAW: "withdraw"}
POCKET = {FREE: "free", POROUS: "cut off by road", SEALED: "cut off"}


def formation_days(session: Session, replication: int) -> pd.DataFrame:
    """Return a row a formation and day of a run, before the first day (day 0) and after each.

    Columns: ``formation``, ``side``, ``kind``, ``day``, ``date``, ``status``, ``place``, ``lon`` and ``lat`` (degrees),
    ``men``, ``morale``, ``supply_days`` (supplies at hand over today's consumption), ``order``, ``pocket``.
    """
    world = session.deployment.world(session.manifest.seed, replication)
    frames = [_evening(session, world, 0)]
    fought = session.last_day(replication)
    for day in range(session.scenario.days):
        if day < fought:
            world = play(world, session.deployment.laws, day, day + 1)
        frames.append(_evening(session, world, day + 1))
    return pd.concat(frames, ignore_index=True)


def _evening(session: Session, world: Tables, day: int) -> pd.DataFrame:
    scenario = session.scenario
    declared = scenario.order_of_battle.formations
    rows = np.asarray(world.formations)
    places = list(scenario.theatre.places)
    where = [scenario.theatre.places[places[place]] for place in rows["place"]]
    use = np.where(rows["use"] > 0.0, rows["use"], np.nan)
    return pd.DataFrame(
        {
            "formation": list(declared),
            "side": [each.side for each in declared.values()],
            "kind": [each.kind for each in declared.values()],
            "day": day,
            "date": str(scenario.start + timedelta(days=max(day - 1, 0))),
            "status": [STATUS[int(status)] for status in rows["status"]],
            "place": [places[place] for place in rows["place"]],
            "lon": [place.lon for place in where],
            "lat": [place.lat for place in where],
            "men": rows["strength"].round(1),
            "morale": rows["morale"].round(4),
            "supply_days": (rows["stock"] / use).round(3),
            "order": [ORDER[int(order)] for order in rows["order"]],
            "pocket": [POCKET[int(pocket)] for pocket in rows["pocket"]],
        }
    )

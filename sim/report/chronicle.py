"""The chronicle: what changed on the map in one run, day by day."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from sim.report.days import Session
from sim.vocabulary import FREE


def chronicle(session: Session, frames: Sequence[dict[str, Any]]) -> list[tuple[str, str]]:
    """Return dated entries: places that passed to another side, and places where troops were first cut off."""
    sides = list(session.scenario.sides)
    names = session.deployment.cells.names
    cut_off: set[int] = set()
    found = []
    for before, after in pairwise(frames):
        for number, side in enumerate(sides):
            taken = [
                names[n]
                for n, (old, new) in enumerate(zip(before["holders"], after["holders"], strict=True))
                if old != new == str(number)
            ]
            if taken:
                found.append((after["date"], f"{side} takes {_listed(taken)}."))
        pockets = {stack[0] for stack in after["stacks"] if stack[3] != FREE}
        for number, side in enumerate(sides):
            new = [s[0] for s in after["stacks"] if s[3] != FREE and s[1] == number and s[0] not in cut_off]
            if new:
                found.append((after["date"], f"Troops of {side} are cut off at {_listed([names[n] for n in new])}."))
        cut_off |= pockets
    return found


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"

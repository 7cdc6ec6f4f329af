"""A doctrine of one's own: leave foreign ground in time, before the last good road is lost.

    westphalia run kursk/2025-03-article --doctrine Ukraine=examples/my_doctrine.py:leave_in_time --allow-code

The same function commands in a Mesa model too: ``Campaign("war.yaml", doctrines=(leave_in_time, command))``.
"""

from sim.rules.command.danger import danger
from sim.rules.command.orders import command
from sim.vocabulary import FAR, PRESENT
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import World

SHARE = 0.3
"""Part of its men abroad whose danger makes the headquarters order all of them out."""
DANGER = 0.5
"""Danger, in [0, 1], from which a formation counts."""


@rule
def endangered(w: World, p: Constants, s: int) -> float:
    """Return the share of a side's men on foreign contested ground who are in danger."""
    men, threatened = 0.0, 0.0
    for formation in w.formations:
        here = w.places[formation.place]
        if formation.side == s and formation.status == PRESENT and here.contested == 1 and here.home != s:
            men += formation.strength
            if (here.fronts > 0 or here.retreat >= FAR) and danger(w, p, formation) > DANGER:
                threatened += formation.strength
    return threatened / men if men > 0.0 else 0.0


@rule
def leave_in_time(w: World, p: Constants, day: int, s: int) -> None:
    """Command by the standard doctrine, but order everybody home once too many are in danger."""
    if endangered(w, p, s) > SHARE:
        w.sides[s].withdraws = 1
    command(w, p, day, s)

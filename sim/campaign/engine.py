"""The engine: the campaign's rules, compiled once, on record tables."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from sim.campaign.own_doctrine import Doctrines, not_compiled
from sim.rules import day
from sim.rules.command import orders, standard
from sim.rules.day import Doctrine
from sim.world.compilation import CompilationError, compiled, compiled_doctrine, compiled_for, interpreting
from sim.world.constants import Constants
from sim.world.tables import Tables, interpreted, tabulated

Witness = Callable[[Tables, int], None]
"""Who is shown the state on the morning of a day."""

STANDARD: Doctrines = (orders.command, orders.command)
"""Both sides by the standard doctrine."""

_standard: Any = compiled(standard.standard_campaign)
_campaign: Any = compiled(day.campaign)
_direct: dict[tuple[Any, ...], Any] = {}
"""The campaign by the types of its tables: to look at the type of every column takes as long as a day of war."""
_kind = attrgetter("dtype")
_pointers: dict[Doctrine, Doctrine] = {}


def play(t: Tables, laws: Constants, first: int, last: int, doctrines: Doctrines = STANDARD) -> Tables:
    """Return the state after the days from ``first`` up to but without ``last``; the tables change in place.

    A doctrine is a rule ``(world, laws, day, side)`` that gives a side's orders. With compilation switched off
    (``NUMBA_DISABLE_JIT=1``) the same rules run as plain Python on a copy.
    """
    if interpreting():
        rows = interpreted(t)
        day.campaign(rows, laws, first, last, doctrines)
        return tabulated(rows)
    if doctrines == STANDARD:
        kinds = (*map(_kind, t[:-1]), t.series.ndim, t.ledger.ndim)
        if kinds not in _direct:
            _direct[kinds] = compiled_for(_standard, t, laws, first, last)
        _direct[kinds](t, laws, first, last)
        return t
    for doctrine in doctrines:
        if doctrine not in _pointers:
            _pointers[doctrine] = _compiled(doctrine, t, laws)
    _campaign(t, laws, first, last, (_pointers[doctrines[0]], _pointers[doctrines[1]]))
    return t


def play_watched(
    t: Tables, laws: Constants, first: int, last: int, doctrines: Doctrines, witness: Witness | None
) -> Tables:
    """Play as ``play`` does; a witness is shown the state of every morning after a day."""
    if witness is None:
        return play(t, laws, first, last, doctrines)
    for morning in range(first + 1, last + 1):
        t = play(t, laws, morning - 1, morning, doctrines)
        witness(t, morning)
    return t


def _compiled(doctrine: Doctrine, t: Tables, laws: Constants) -> Doctrine:
    try:
        return compiled_doctrine(doctrine, t, laws, 0, 0)
    except CompilationError as wrong:
        raise not_compiled(doctrine, wrong) from wrong

"""A doctrine of the user's own: code that a scenario carries, tried as plain Python, then compiled like any rule.

It gives orders and may change nothing else; the trial finds out what it changes in the first days.
"""

import hashlib
import linecache
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, partial
from types import ModuleType
from typing import Any, Final

from sim.rules import day as days
from sim.rules.command.orders import command
from sim.rules.command.stance import is_an_order
from sim.rules.day import Doctrine
from sim.scenario.permission import CodeError, require_permission
from sim.scenario.scenario import Scenario
from sim.scenario.sides import CodeDeclared
from sim.vocabulary import BadInput
from sim.world.constants import Constants
from sim.world.state import World
from sim.world.tables import KINDS, Tables, columns, interpreted

Doctrines = tuple[Doctrine, Doctrine]
TRIAL: Final = 5
"""Days that a doctrine is tried for as plain Python, before it is compiled."""
MAY_ORDER: Final = {"order", "objective", "wait", "prepared", "noticed", "marched"}
"""Columns of its own formations that a doctrine may change."""
MAY_DECIDE: Final = {"may_assault", "assaults", "threshold", "reserve", "stickiness", "withdraws"}
"""Columns of its own side that it may change."""
WORKING: Final = {
    "places": {"planned", "queued", "need", "distance", "reach_first", "reach_last", "opened", "enveloped"},
    "neighbours": {"promise"},
    "reaches": {"border", "hold", "open"},
}
"""Working space of the rules of command."""


def doctrines_of(scenario: Scenario) -> Doctrines:
    """Return how both sides of a scenario command: by the standard doctrine, or by code that the scenario carries.

    Raises:
        CodeError: it carries code that has a fault, or that nobody has allowed (``sim.allow_code()``).

    """
    require_permission(scenario)
    first, second = (loaded(side.doctrine.code) if side.doctrine.code else command for side in scenario.sides.values())
    return first, second


@cache
def loaded(code: CodeDeclared) -> Doctrine:
    """Return the function that a doctrine is.

    Raises:
        CodeError: its file cannot be run.

    """
    file, text = code.file, code.text
    mark = hashlib.sha256(f"{code}\0{text}".encode()).hexdigest()[:16]
    module = ModuleType(f"westphalia_doctrine_{mark}")
    sys.modules[module.__name__] = module
    linecache.cache[file] = (len(text), None, text.splitlines(keepends=True), file)
    try:
        exec(compile(text, file, "exec"), vars(module))  # noqa: S102 - asked for, and allowed, by whoever runs it
        doctrine: Any = getattr(module, code.function)
        doctrine.content = mark
    except Exception as wrong:
        raise _told(wrong, file) from wrong
    known: Doctrine = doctrine
    return known


def try_out(first_day: Tables, laws: Constants, doctrines: Doctrines, names: Mapping[str, Sequence[str]]) -> None:
    """Play a few days as plain Python, and find what a doctrine changes that it may not.

    ``names`` are those of rows, by table.

    Raises:
        CodeError: it fails there, or changes more than orders.

    """
    guarded = [partial(_guarded, each, names) if is_own(each) else each for each in doctrines]
    rows = interpreted(first_day)
    for day in range(min(TRIAL, len(rows.series))):
        days.play_day(rows, laws, day, (guarded[0], guarded[1]))


def is_own(doctrine: Doctrine) -> bool:
    """Return whether a doctrine is the user's own."""
    return hasattr(doctrine, "content")


@contextmanager
def faults_explained(start: Callable[[], Tables], laws: Constants, doctrines: Doctrines) -> Iterator[None]:
    """Let a failure within be told as that of a doctrine, if playing from ``start`` as plain Python fails in one.

    Raises:
        CodeError: a doctrine of the user's own failed.

    """
    try:
        yield
    except Exception as wrong:
        own = [each for each in doctrines if is_own(each)]
        if not own or isinstance(wrong, BadInput):
            raise
        rows = interpreted(start())
        try:
            days.campaign(rows, laws, 0, len(rows.series), doctrines)
        except Exception as again:  # noqa: BLE001 - whatever the code of somebody else raises
            blamed = [_file_of(each) for each in own if _line_in(again, _file_of(each))]
            if blamed:
                raise _told(again, blamed[0]) from wrong
        raise


def not_compiled(doctrine: Doctrine, wrong: Exception) -> CodeError:
    """Return what the compiler does not accept in a doctrine, with its line where the compiler tells it."""
    file, said = _file_of(doctrine), str(wrong)
    lines = [part.partition(":")[0].partition("\n")[0] for part in said.split(f'File "{file}", line ')[1:]]
    named = f".{said.strip(chr(39))}"
    places = [str(n) for n, text in enumerate(linecache.getlines(file), 1) if named in text]
    line = (lines or places or ["1"])[-1]
    what = " ".join(
        next((each for each in said.splitlines() if each.strip() and "Failed in" not in each), said).split()
    )
    message = f"{file}:{line}: it does not compile: {what}"
    return CodeError(f"{message}; use numbers, rows and rules alone, and mark each function of yours with @rule")


def _guarded(doctrine: Doctrine, names: Mapping[str, Sequence[str]], w: World, p: Constants, day: int, s: int) -> None:
    before = dict(_state(w, s))
    try:
        doctrine(w, p, day, s)
    except Exception as wrong:
        raise _told(wrong, _file_of(doctrine)) from wrong
    line = doctrine.__code__.co_firstlineno
    for number, formation in enumerate(w.formations):
        if formation.side == s and not is_an_order(w, formation):
            sent = f"gives {names['formations'][number]} order {formation.order} to place {formation.objective}"
            remedy = "name one of sim.vocabulary's orders and the number of a place, or let it `stand`"
            raise CodeError(f"{_file_of(doctrine)}:{line}: {doctrine.__name__} {sent} on day {day + 1}; {remedy}")
    for (table, number, column), value in _state(w, s):
        if before[table, number, column] != value:
            name = names[table][number] if table in names else f"number {number} of the {table}"
            message = f"{doctrine.__name__} changes `{column}` of {name} on day {day + 1}"
            orders, decisions = ", ".join(sorted(MAY_ORDER)), ", ".join(sorted(MAY_DECIDE))
            remedy = f"change {orders} of its own formations, and of its side {decisions}"
            raise CodeError(f"{_file_of(doctrine)}:{line}: {message}, which no order can; {remedy}")


def _state(w: World, s: int) -> Iterator[tuple[tuple[str, int, str], object]]:
    """Yield all that a doctrine of side ``s`` may not change."""
    for table, kind in KINDS.items():
        names = columns(kind).names or ()
        for number, row in enumerate(getattr(w, table)):
            free = WORKING.get(table, set())
            if table == "formations" and row.side == s:
                free = MAY_ORDER
            elif table == "sides" and number == s:
                free = MAY_DECIDE
            for column in names:
                if column not in free:
                    value = getattr(row, column)
                    yield (table, number, column), tuple(value) if isinstance(value, list) else value


def _told(wrong: Exception, file: str) -> CodeError:
    line = _line_in(wrong, file) or getattr(wrong, "lineno", None) or 1
    if isinstance(wrong, CodeError):
        return wrong
    return CodeError(f"{file}:{line}: {type(wrong).__name__}: {wrong}; correct the doctrine")


def _line_in(wrong: Exception, file: str) -> int | None:
    lines = [frame.lineno for frame in traceback.extract_tb(wrong.__traceback__) if frame.filename == file]
    return lines[-1] if lines else None


def _file_of(doctrine: Doctrine) -> str:
    return str(doctrine.__code__.co_filename)

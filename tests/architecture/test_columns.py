"""What a scenario declares reaches the laws by columns: one that is missing on its way is told by name and file."""

import ast

import pytest

from sim.scenario.theatre import PlaceDeclared
from sim.world.constants import Constants
from sim.world.tables import KINDS, Tables, columns
from tests.architecture.laws import SIM, attributes, file_of, parsed

SETUP = SIM / "campaign/setup"
PLACE = "PlaceDeclared in sim/scenario/theatre.py"
POSITION = {"lat", "lon"}
"""What a place declares and the map turns into kilometres."""
OF_PYTHON = {"index", "sqrt", "exp", "log", "ceil", "floor"}
"""What laws ask of tuples and of ``math``."""


def names(kind: str) -> set[str]:
    """Return the columns of a table."""
    return set(columns(KINDS[kind]).names or ())


def words_for(kind: str) -> set[str]:
    """Return the words in the functions that make the first rows of a table; the columns they set are among them."""
    functions = [
        node
        for file in SETUP.glob("*.py")
        for node in parsed(file).body
        if isinstance(node, ast.FunctionDef) and node.name in {f"{kind}_of", "_deployed"}
    ]
    return {str(each.value) for node in functions for each in ast.walk(node) if isinstance(each, ast.Constant)}


def test_every_number_that_a_place_declares_has_its_column() -> None:
    numbers = {name for name, key in PlaceDeclared.model_fields.items() if key.annotation in (int, float)}
    lost = [
        f"`{name}` of {PLACE} reaches no law: give Place in sim/world/ground.py a column of that name"
        for name in sorted(numbers - names("places") - POSITION)
    ]

    assert not lost, "\n".join(lost)


def test_every_column_that_a_law_uses_is_declared() -> None:
    known = {*Constants._fields, *Tables._fields, *OF_PYTHON}.union(*map(names, KINDS))
    rows = ", ".join(sorted({file_of(kind.__module__) for kind in KINDS.values()}))
    strange = [
        f"{file_of(law)} uses {name}: declare it as a column ({rows}) or a constant (sim/world/constants.py)"
        for law, name in sorted(attributes())
        if name not in known
    ]

    assert not strange, "\n".join(strange)


@pytest.mark.parametrize("kind", KINDS)
def test_every_column_is_set_on_the_first_day_or_written_by_a_law(kind: str) -> None:
    given = words_for(kind) | {name for _, name in attributes(written=True)}
    if kind == "places":
        given |= PlaceDeclared.model_fields.keys()
    row = f"{KINDS[kind].__name__} ({file_of(KINDS[kind].__module__)})"
    source = f"declare it of {PLACE}" if kind == "places" else f"set it in {kind}_of of sim/campaign/setup"
    idle = [f"{name} of {row} is always 0: {source}, or let a law write it" for name in sorted(names(kind) - given)]

    assert not idle, "\n".join(idle)

"""A law, a cause or a test that is forgotten is told by name, with the file in which it is missing."""

import ast
from pathlib import Path

from sim.vocabulary import LEDGER, SERIES
from tests.architecture.laws import defined_by, file_of, laws, named_by, parsed

TESTS = Path(__file__).parents[1]
ENTRIES = ("sim.rules.day", "sim.rules.command.standard")
"""Where the engine enters the laws: every test that plays a campaign tests them."""
DECLARED: dict[str, tuple[str, tuple[str, ...]]] = {"LEDGER": ("CAUSES", LEDGER), "SERIES": ("MEASURES", SERIES)}


def imports_of(law: str) -> set[str]:
    """Return the laws that a law imports."""
    return named_by(laws()[law]) & laws().keys()


def room_of(law: str) -> str:
    return law.rpartition(".")[0]


def test_every_law_is_played() -> None:
    played, waiting = set[str](), set(ENTRIES)
    while waiting:
        played |= waiting
        waiting = set[str]().union(*map(imports_of, waiting)) - played

    def callers(law: str) -> str:
        """Return where most laws of its room are called, and the day."""
        room = [other for other in sorted(played) if room_of(other) == room_of(law)]
        first = sorted(room, key=lambda other: -len(imports_of(other) & set(room)))[:1]
        return " or ".join(map(file_of, [*first, ENTRIES[0]]))

    idle = [f"no day plays {file_of(law)}: call it in {callers(law)}" for law in sorted(laws().keys() - played)]
    assert not idle, "\n".join(idle)


def test_every_law_that_a_law_names_is_there() -> None:
    there = laws().keys() | {f"{law}.{name}" for law, tree in laws().items() for name in defined_by(tree)}
    there |= set(map(room_of, laws()))
    gone = [
        f"{file_of(law)} wants {name}: write it, or do not call it"
        for law, tree in laws().items()
        for name in sorted(named_by(tree) - there)
        if name.startswith("sim.rules.")
    ]

    assert not gone, "\n".join(gone)


def test_every_law_is_tested() -> None:
    files = [*TESTS.rglob("*.py")]
    named = {file.stem.removeprefix("test_") for file in files}
    imported = set[str]().union(*(named_by(parsed(file)) for file in files)) | set(ENTRIES)
    untested = [
        f"no test imports {law}: write tests/{'/'.join(law.split('.')[1:-1])}/test_{law.rpartition('.')[2]}.py"
        for law in laws()
        if law not in imported and law.rpartition(".")[2] not in named
    ]

    assert not untested, "\n".join(untested)


def test_every_cause_and_measure_that_a_law_notes_is_declared() -> None:
    noted = {
        (law, where.id, str(node.args[0].value))
        for law, tree in laws().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "index"
        if isinstance(where := node.func.value, ast.Name) and isinstance(node.args[0], ast.Constant)
    }
    strange = [
        f"{file_of(law)} notes {name}: declare it among the {DECLARED[table][0]} of sim/vocabulary.py"
        for law, table, name in sorted(noted)
        if name not in DECLARED[table][1]
    ]

    assert not strange, "\n".join(strange)


def test_every_cause_is_noted_by_a_law() -> None:
    text = "\n".join(map(ast.unparse, laws().values()))
    unused = [
        f"no law of sim/rules notes {name}, which sim/vocabulary.py declares"
        for name in LEDGER[::2]
        if f"'{name}'" not in text
    ]

    assert not unused, "\n".join(unused)

"""A new law, cause or column that is forgotten somewhere is told by name."""

import ast
import re
from functools import cache
from pathlib import Path

import sim
from sim.campaign.setup.ground import places_of
from sim.vocabulary import LEDGER, SERIES, family
from sim.world.ground import Place
from sim.world.tables import columns
from tests.scenarios.shipped import deployed

SIM = Path(sim.__file__).parent
TESTS = Path(__file__).parents[1]
ENTRIES = ("sim.rules.day", "sim.rules.command.standard")
"""Where the engine enters the laws."""


@cache
def trees() -> dict[str, ast.Module]:
    """Return the laws of war by module, parsed."""
    return {
        "sim." + ".".join(file.relative_to(SIM).with_suffix("").parts): ast.parse(file.read_text(encoding="utf-8"))
        for file in (SIM / "rules").rglob("*.py")
        if file.stem != "__init__"
    }


def imports_of(module: str) -> set[str]:
    named: set[str] = set()
    for node in ast.walk(trees()[module]):
        if isinstance(node, ast.ImportFrom):
            named |= {str(node.module), *(f"{node.module}.{each.name}" for each in node.names)}
    return named & trees().keys()


def test_every_law_is_played() -> None:
    played, waiting = set[str](), set(ENTRIES)
    while waiting:
        played |= waiting
        waiting = set[str]().union(*map(imports_of, waiting)) - played

    assert sorted(trees().keys() - played) == [], "no day plays these laws: call them where their phase is"


def test_every_law_is_tested() -> None:
    files = [*TESTS.rglob("test_*.py")]
    words = {file.stem.removeprefix("test_") for file in files}
    words |= set(re.findall(r"\w+", "\n".join(file.read_text(encoding="utf-8") for file in files)))
    untested = []
    for module, tree in trees().items():
        laws = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)} | {module.rpartition(".")[2]}
        if not laws & words:
            untested.append(module)

    assert untested == [], "no test names these laws"


def test_every_cause_and_measure_that_a_law_notes_is_declared() -> None:
    noted = {
        (where.id, str(node.args[0].value))
        for tree in trees().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "index"
        if isinstance(where := node.func.value, ast.Name) and isinstance(node.args[0], ast.Constant)
    }
    known = {("LEDGER", name) for name in LEDGER} | {("SERIES", name) for name in SERIES}

    assert sorted(noted - known) == [], "declare them in sim/vocabulary.py"


def test_every_cause_is_noted_by_a_law() -> None:
    text = "\n".join(ast.unparse(tree) for tree in trees().values())

    assert [name for name in LEDGER[::2] if f"'{name}'" not in text] == [], "no law notes these causes"
    assert family("men")


def test_every_column_of_a_place_is_declared_or_written_by_a_law() -> None:
    deployment = deployed("kursk/2025-03-article")
    made = {name for row in places_of(deployment.scenario, deployment.cells) for name in row}
    written = {
        node.attr
        for tree in trees().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
    }
    free = set(columns(Place).names or ()) - made - written - {"reach_first", "reach_last"}

    assert sorted(free) == [], "no scenario can set these columns of a place, and no law writes them"

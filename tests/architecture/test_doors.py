import ast
from functools import cache
from pathlib import Path

import sim

SIM = Path(sim.__file__).parent


@cache
def imported_by(module: Path) -> set[str]:
    """Return the top-level names that a module imports, anywhere in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names


def importers(package: str) -> set[str]:
    """Return the modules of ``sim`` that import a package."""
    return {str(module.relative_to(SIM)) for module in SIM.rglob("*.py") if package in imported_by(module)}


def test_numba_is_named_in_the_compilation_numbering_and_chance_only() -> None:
    assert importers("numba") <= {"world/compilation.py", "world/numbering.py", "world/chance.py"}


def test_dask_is_named_where_sweeps_are_executed_only() -> None:
    assert importers("dask") | importers("distributed") <= {"experiment/sweeps/execution.py"}


def test_typer_is_named_by_commands_only() -> None:
    assert {Path(module).parts[0] for module in importers("typer")} <= {"cli"}

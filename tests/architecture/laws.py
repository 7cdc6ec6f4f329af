"""The laws of war as they are written: nothing is imported, since what a law lacks may keep it from that."""

import ast
from functools import cache
from pathlib import Path

import sim

SIM = Path(sim.__file__).parent


@cache
def laws() -> dict[str, ast.Module]:
    """Return the modules of the laws by name, parsed."""
    return {
        "sim." + ".".join(file.relative_to(SIM).with_suffix("").parts): parsed(file)
        for file in sorted((SIM / "rules").rglob("*.py"))
        if file.stem != "__init__"
    }


def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def named_by(tree: ast.Module) -> set[str]:
    """Return the modules that a module imports from, and what it imports from them, by full name."""
    froms = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    return {str(node.module) for node in froms} | {
        f"{node.module}.{each.name}" for node in froms for each in node.names
    }


def defined_by(tree: ast.Module) -> set[str]:
    """Return the names that a module defines."""
    functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    return functions | {
        node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }


def attributes(*, written: bool = False) -> set[tuple[str, str]]:
    """Return each law with each attribute that it uses, or only with those it writes."""
    return {
        (law, node.attr)
        for law, tree in laws().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and (isinstance(node.ctx, ast.Store) or not written)
    }


def file_of(module: str) -> str:
    """Return the file of a module, from the root of the repository."""
    return f"{module.replace('.', '/')}.py"

"""A page of one's own: whether what it imports is installed, before a server is started for it."""

import ast
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from sim.scenario.files.text_file import read_text
from sim.vocabulary import BadInput

DRAWN_BY: Final = {"mesa.visualization": ("altair", "matplotlib")}
"""What parts of packages import in turn."""


def missing_imports(page: Path) -> list[str]:
    """Return the packages that a page of Solara imports and that are not installed; its code is not run.

    Raises:
        BadInput: it cannot be read, or is no Python.

    """
    try:
        tree = ast.parse(read_text(page, "a page of Solara, a Python file"))
    except (SyntaxError, ValueError) as wrong:
        line = getattr(wrong, "lineno", None) or 1
        raise BadInput(f"{page}:{line}: this is no Python ({wrong}); correct it") from None
    packages = dict.fromkeys(name.partition(".")[0] for name in _imported(tree))
    beside = [path.stem for path in page.parent.glob("*.py")]
    return [package for package in packages if package not in beside and find_spec(package) is None]


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [node.module]
        for name in names:
            yield name
            yield from DRAWN_BY.get(name, ())

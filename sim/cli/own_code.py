"""Code of the user's own on the command line: which doctrine a side commands by, and leave to run it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

DOCTRINE = Annotated[
    list[str] | None,
    typer.Option(
        "--doctrine",
        metavar="[SIDE=]FILE.py:NAME",
        help="Let this function command a side, or both; may be repeated. Needs --allow-code.",
    ),
]
ALLOW = Annotated[
    bool,
    typer.Option("--allow-code", help="Run doctrines and models in Python files: they may do all that you may."),
]


def with_doctrines(
    file: Path, overrides: Sequence[str] | None, doctrines: Sequence[str] | None, *, allow_code: bool
) -> list[str]:
    """Return overrides of a scenario with the doctrines asked for; let code run in this process, if it is allowed.

    Raises:
        BadInput: a doctrine is of no side.

    """
    permit(allow_code=allow_code)
    return [*(overrides or []), *(f"{path}={code}" for path, code in doctrines_of(file, doctrines).items())]


def permit(*, allow_code: bool) -> None:
    """Let code of the user's own run in this process, if that is asked for."""
    from sim.scenario import permission

    if allow_code:
        permission.allow_code()


def doctrines_of(file: Path, doctrines: Sequence[str] | None) -> dict[str, str]:
    """Return what each doctrine that is asked for sets in a scenario: the code by its path.

    Raises:
        BadInput: a doctrine is of no side.

    """
    from sim.scenario.files.faults import listed
    from sim.scenario.files.reading import examine_scenario
    from sim.vocabulary import BadInput

    found: dict[str, str] = {}
    examination = examine_scenario(file) if doctrines else None
    tree = examination.tree if examination else None
    sides = list(tree.members["sides"].members) if tree and "sides" in tree.members else []
    for text in doctrines or []:
        side, equals, code = text.rpartition("=")
        if equals and side not in sides:
            raise BadInput(f'--doctrine {text}: there is no side "{side}"; the sides are {listed(sides)}')
        found |= {f'sides."{name}".doctrine': code for name in ([side] if equals else sides)}
    return found

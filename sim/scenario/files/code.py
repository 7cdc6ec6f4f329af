"""Code: a doctrine of the user's own, ``doctrine: my_doctrine.py:leave_in_time``, read into the scenario but never run.

The text of the file becomes part of the scenario, so that it counts for the fingerprint and travels to other machines.
"""

import ast
import re
from pathlib import Path
from typing import Final

from sim.scenario.files.faults import Fault, fault_at, listed, suggestion
from sim.scenario.files.located import Located, Mark, Steps, located
from sim.scenario.files.shipped import file_named_in
from sim.scenario.files.text_file import UnreadableError, read_text

KEY: Final = "code"
NAMED: Final = re.compile(r"(?P<file>.+\.py):(?P<function>[^\W\d]\w*)")
FORM: Final = "write `FILE.py:FUNCTION`"
ARGUMENTS: Final = 4
"""A doctrine is given the world, the constants of the laws, the day and its side."""
MAY_IMPORT: Final = ("math", "sim", "typing", "__future__")
"""What a doctrine may import: all else of it must stand in its one file, or a change there would go unnoticed."""
DOCTRINE_STEPS: Final = 3


def in_full(declared: Located, steps: Steps) -> Located:
    """Return a declaration, or the mapping that stands for it where it is a doctrine written as text."""
    is_doctrine = len(steps) == DOCTRINE_STEPS and steps[0] == "sides" and steps[-1] == "doctrine"
    return Located({KEY: declared}, declared.mark) if is_doctrine and isinstance(declared.value, str) else declared


def doctrines_in_full(tree: Located) -> Located:
    """Return a scenario's declarations with each doctrine that is written as text written as a mapping."""

    def at_side(side: Located, name: str) -> Located:
        doctrine = side.member("doctrine")
        if doctrine is None:
            return side
        return Located({**side.members, "doctrine": in_full(doctrine, ("sides", name, "doctrine"))}, side.mark)

    return _with_sides(tree, at_side)


def with_code(tree: Located, faults: list[Fault]) -> Located:
    """Return the declarations with the text of each Python file that a doctrine names."""

    def at_side(side: Located, name: str) -> Located:
        doctrine = side.member("doctrine")
        code = doctrine.member(KEY) if doctrine else None
        if doctrine is None or code is None or not isinstance(code.value, str):
            return side
        read = _read(code, ("sides", name, "doctrine", KEY), faults)
        full = Located({**doctrine.members, KEY: read}, doctrine.mark)
        return Located({**side.members, "doctrine": full}, side.mark)

    return _with_sides(tree, at_side)


def _with_sides(tree: Located, change: object) -> Located:
    sides = tree.member("sides")
    if sides is None:
        return tree
    each = {name: change(side, name) for name, side in sides.members.items()}  # type: ignore[operator]
    return Located({**tree.members, "sides": Located(each, sides.mark)}, tree.mark) if each else tree


def _read(code: Located, steps: Steps, faults: list[Fault]) -> Located:
    """Return file, function and text of a doctrine that names its code; empty text where there is a fault."""
    named = NAMED.fullmatch(str(code.value))
    if named is None:
        faults.append(fault_at(code.mark, steps, f'"{code.value}" names no function of a Python file', FORM))
        return located({"file": "", "function": "", "text": ""}, code.mark)
    folder = Path() if code.mark.line is None else Path(code.mark.file).parent
    path, text = file_named_in(folder, named["file"]), ""
    try:
        text = read_text(path, "a Python file relative to this scenario file")
    except UnreadableError as wrong:
        faults.append(fault_at(code.mark, steps, wrong.message, wrong.remedy))
    else:
        message = "the doctrine is code, which may do all that its user may; it is run only with --allow-code"
        faults.append(fault_at(code.mark, steps, message, "read it before you run it", "note"))
        faults += _wrong_in(str(path), text, named["function"], code.mark, steps)
    return located({**named.groupdict(), "text": text}, code.mark)


def _wrong_in(path: str, text: str, function: str, mark: Mark, steps: Steps) -> list[Fault]:
    """Return what can be seen to be wrong with a doctrine without running it."""
    try:
        module = ast.parse(text)
    except (SyntaxError, ValueError) as wrong:
        line = getattr(wrong, "lineno", None)
        what = getattr(wrong, "msg", None) or str(wrong)
        return [fault_at(Mark(path, line), steps, f"this is no Python: {what}", "correct it")]
    faults = []
    for node in ast.walk(module):
        names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
        names = [node.module or "."] if isinstance(node, ast.ImportFrom) else names
        foreign = [name for name in names if name.split(".")[0] not in MAY_IMPORT]
        if foreign:
            message = f"a doctrine may import {listed(MAY_IMPORT[:2])} alone, and not {foreign[0]}"
            faults.append(fault_at(Mark(path, getattr(node, "lineno", None)), steps, message, "put it into this file"))
    known = {node.name: node for node in module.body if isinstance(node, ast.FunctionDef)}
    if function not in known:
        remedy = suggestion(function, known, f"it has: {listed(known)}" if known else "write it there")
        return [*faults, fault_at(mark, steps, f'{path} has no function "{function}"', remedy)]
    arguments = known[function].args
    given = [*arguments.posonlyargs, *arguments.args]
    if len(given) != ARGUMENTS or arguments.vararg or arguments.kwonlyargs or arguments.kwarg or arguments.defaults:
        message = f"a doctrine takes {ARGUMENTS} arguments: the world, the constants of the laws, the day, the side"
        remedy = f"write `def {function}(w, p, day, s):`"
        faults.append(fault_at(Mark(path, known[function].lineno), steps, message, remedy))
    return faults

"""Extending: a scenario file takes over what other files declare, and changes some of it."""

import os
from pathlib import Path

from pydantic import BaseModel

from sim.scenario.declared import declared_fields
from sim.scenario.files.appending import appended, tell_replaced
from sim.scenario.files.code import doctrines_in_full, in_full
from sim.scenario.files.document import read_document
from sim.scenario.files.faults import Fault, fault_at, listed, suggestion
from sim.scenario.files.located import Located, Mark, Steps, is_number
from sim.scenario.files.shipped import PREFIX, file_named_in, names
from sim.scenario.files.short_form import spelt_out
from sim.scenario.files.text_file import UnreadableError, read_text
from sim.scenario.upgrading import upgraded

KEY = "extends"
"""The key that names one file or a list of files, relative to the file it stands in, or as ``westphalia/laws``."""


def read_extended(file: str, root: type[BaseModel], faults: list[Fault]) -> Located | None:
    """Return a file's declarations merged over those of the files it extends.

    Quantities are spelt out where ``root``, the class of the whole, has some. Later files prevail over earlier ones,
    and the file itself over all. None when the file cannot be read; every fault of the whole chain is appended. A key
    without a value that ``root`` does not know removes nothing that could be there.
    """
    tree = _read(file, Mark(file), (), faults, root)
    if tree is None:
        return None
    empty: list[Fault] = []
    tree = _without_removed(tree, (), root, empty)
    found = {(fault.file, fault.line, fault.where) for fault in empty}
    faults[:] = [fault for fault in faults if (fault.file, fault.line, fault.where) not in found] + empty
    return tree


def merged(base: Located, over: Located, steps: Steps, faults: list[Fault]) -> Located:
    """Return one declaration over another.

    Mappings merge member by member; scalars and lists replace, and ``{add: [...]}`` over a list appends to it. A bare
    number over a quantity replaces its value alone. A null stands for the removal of what was inherited.
    """
    over = in_full(over, steps)
    longer = appended(base, over)
    if longer is not None:
        return longer
    if isinstance(base.value, dict) and isinstance(over.value, dict):
        members = dict(base.value)
        for key, member in over.value.items():
            inner = (*steps, key)
            if key in members:
                members[key] = merged(members[key], member, inner, faults)
            else:
                members[key] = member
                if member.value is None:
                    advice = suggestion(key, base.value, "leave the line out")
                    message = "null removes what is inherited, but nothing is inherited here"
                    faults.append(fault_at(member.mark, inner, message, advice, "warning"))
        return Located(members, over.mark)
    if is_number(over.value) and "value" in base.members:
        return Located({**base.members, "value": over}, over.mark)
    tell_replaced(base, over, steps, faults)
    return over


def _read(file: str, cause: Mark, chain: tuple[str, ...], faults: list[Fault], root: type[BaseModel]) -> Located | None:
    where: Steps = (KEY,) if chain else ()
    identity = os.path.realpath(file.replace("\0", "?"))
    if identity in chain:
        message = f"{file} extends itself in a circle"
        faults.append(fault_at(cause, where, message, "take one of the files out of `extends`"))
        return None
    try:
        text = read_text(file, "a scenario file")
    except UnreadableError as wrong:
        is_missing = wrong.message.startswith("there is no file")
        faults.append(
            fault_at(
                cause, where, wrong.message, _similar_file(file, extended=bool(chain)) if is_missing else wrong.remedy
            )
        )
        return None
    document = read_document(file, text, faults)
    if document is None:
        return None
    members = dict(upgraded(document, faults).members)
    layers: list[Located | None] = []
    for name in _parents(members.pop(KEY, None), faults):
        path = file_named_in(Path(file).parent, str(name.value))
        layers.append(_read(str(path), name.mark, (*chain, identity), faults, root))
    own = doctrines_in_full(Located(members, document.mark))
    tree, *above = [*layers, spelt_out(own, root, faults)]
    for layer in above:
        tree = merged(tree, layer, (), faults) if tree and layer else None
    return tree


def _parents(extends: Located | None, faults: list[Fault]) -> list[Located]:
    if extends is None or extends.value is None:
        return []
    names = extends.value if isinstance(extends.value, list) else [extends]
    for name in names:
        if not isinstance(name.value, str):
            message = "a file name is asked for"
            faults.append(fault_at(name.mark, (KEY,), message, "write `extends: other.yaml`"))
    return [name for name in names if isinstance(name.value, str)]


def _similar_file(file: str, *, extended: bool) -> str:
    """Return what may have been meant; a file that is extended names what ships after ``westphalia/``."""
    folder = Path(file).parent
    if file.startswith(PREFIX) or not folder.is_dir():
        name = file.removeprefix(PREFIX).removesuffix(".yaml")
        shipped = [f"{PREFIX}{each}" if extended else each for each in names()]
        ending = next((each for each in shipped if f"/{name}".endswith(f"/{each.removeprefix(PREFIX)}")), name)
        return suggestion(ending, shipped, "check the path; `westphalia list` names what ships")
    siblings = [path.stem for path in folder.glob("*.yaml")]
    return suggestion(Path(file).stem, siblings, "check the path")


def _without_removed(tree: Located, steps: Steps, root: type[BaseModel], faults: list[Fault]) -> Located:
    if isinstance(tree.value, dict):
        kept: dict[str, Located] = {}
        for key, part in tree.value.items():
            if part.value is not None:
                kept[key] = _without_removed(part, (*steps, key), root, faults)
            elif (known := declared_fields(root, steps)) and key not in known:
                remedy = suggestion(key, known, f"known here: {listed(known)}")
                faults.append(fault_at(part.mark, (*steps, key), "the key is unknown", remedy))
        return Located(kept, tree.mark)
    if isinstance(tree.value, list):
        parts = [_without_removed(part, (*steps, n), root, faults) for n, part in enumerate(tree.value)]
        return Located(parts, tree.mark)
    return tree

"""Texts and bytes with something changed at random, as an editor, a spreadsheet, a disk or a network would."""

import json
import random
from copy import deepcopy
from typing import Any

from tests.fuzz.mutants import ODD, change, paths_in

WORDS = [
    "", " ", "\t", "nan", "inf", "-1", "0", "1e400", "1e9", "1,5", "1_0", "true", "~", "2025-02-30", "9999-12-31",
    "\u00e9", "\u202e", "\ufeff", "\x1b[31m", '"', "'", ",", ";", ":", "{", "[", "&a", "*a", "!!python/object", "<<",
    "#", "-", "=1+1",
]  # fmt: skip
"""What may stand where something else belongs."""


def text_mutant(text: str, seed: int) -> str:
    """Return a text with one to three of its lines or cells changed."""
    chosen = random.Random(seed)  # noqa: S311 - no secret
    lines = text.split("\n")
    for _ in range(chosen.choice([1, 1, 2, 3])):
        n = chosen.randrange(len(lines))
        match chosen.choice(["cell", "cell", "cell", "delete", "double", "swap", "insert", "indent", "cut"]):
            case "cell":
                lines[n] = _with_another_cell(lines[n], chosen)
            case "delete" if len(lines) > 1:
                del lines[n]
            case "double":
                lines.insert(n, lines[n])
            case "swap":
                m = chosen.randrange(len(lines))
                lines[n], lines[m] = lines[m], lines[n]
            case "indent":
                lines[n] = chosen.choice(["  ", " ", "\t"]) + lines[n]
            case "cut":
                lines[n] = lines[n][: chosen.randrange(len(lines[n]) + 1)]
            case _:
                lines.insert(n, chosen.choice(WORDS))
    return chosen.choice(["\n", "\n", "\n", "\r\n", "\r"]).join(lines) if chosen.random() < 0.1 else "\n".join(lines)


def bytes_mutant(content: bytes, seed: int) -> bytes:
    """Return bytes with some flipped, cut off, doubled, or replaced."""
    chosen = random.Random(seed)  # noqa: S311 - no secret
    found = bytearray(content)
    at = chosen.randrange(len(found)) if found else 0
    match chosen.choice(["flip", "flip", "flip", "cut", "empty", "double", "noise", "end"]):
        case "flip" if found:
            for _ in range(chosen.choice([1, 1, 3, 20])):
                found[chosen.randrange(len(found))] ^= 1 << chosen.randrange(8)
        case "cut":
            del found[at:]
        case "empty":
            found.clear()
        case "double":
            found += found[at:]
        case "end":
            found += b"\x00" * chosen.choice([1, 1000])
        case _:
            found[at : at + 8] = chosen.randbytes(8)
    return bytes(found)


def json_mutant(text: str, seed: int) -> str:
    """Return JSON with one to three of its parts changed, or its text."""
    chosen = random.Random(seed)  # noqa: S311 - no secret
    tree = deepcopy(json.loads(text))
    if chosen.random() < 0.15 or not isinstance(tree, dict):
        return text_mutant(text, seed)
    for _ in range(chosen.choice([1, 1, 2, 3])):
        paths = list(paths_in(tree, ()))
        if paths:
            change(tree, chosen.choice(paths), chosen)
    return json.dumps(tree, default=str)


def _with_another_cell(line: str, chosen: random.Random) -> str:
    for mark in (",", ":", " "):
        if mark in line:
            cells = line.split(mark)
            cells[chosen.randrange(len(cells))] = str(chosen.choice([*WORDS, *map(_plain, ODD)]))
            return mark.join(cells)
    return chosen.choice(WORDS)


def _plain(value: Any) -> str:  # noqa: ANN401 - whatever is odd
    return str(value)

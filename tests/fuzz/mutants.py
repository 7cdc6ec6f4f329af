"""Mutants: sound scenarios with something changed at random, as a slip of a person or of a program would."""

import datetime as dt
import random
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, Final

ODD: Final[list[Any]] = [
    None, True, False, 0, 1, -1, 2, 1e-9, 0.5, -0.5, 1e6, 1e9, 1e300, -1e300, 2**64, float("inf"), float("nan"),
    "", "x", "10", "1_0", "2,200", "nan", "\u00e9", "[/red]", [], {}, [1, 2], [0, 0], {"x": 1},
    dt.date(2000, 1, 1), dt.date(9999, 12, 31), "West", "Blue", "primary", 180, 90, -90,
]  # fmt: skip
"""What may stand where something else belongs."""

Path_ = tuple[Any, ...]


def mutant(whole: dict[str, Any], seed: int) -> dict[str, Any]:
    """Return a scenario with one to three of its parts changed."""
    chosen = random.Random(seed)  # noqa: S311 - no secret
    tree = deepcopy(whole)
    for _ in range(chosen.choice([1, 1, 1, 2, 3])):
        paths = list(paths_in(tree, ()))
        if paths:
            change(tree, chosen.choice(paths), chosen)
    return tree


def paths_in(part: Any, path: Path_) -> Iterator[Path_]:  # noqa: ANN401 - any YAML
    """Yield the path of every part of a tree."""
    inner = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, member in inner:
        yield (*path, key)
        yield from paths_in(member, (*path, key))


def change(tree: Any, path: Path_, chosen: random.Random) -> None:  # noqa: ANN401
    """Change a part of a tree in one of many ways."""
    *above, key = path
    holder: Any = tree
    for step in above:
        holder = holder[step]
    old = holder[key]
    numbers = isinstance(old, int | float) and not isinstance(old, bool)
    match chosen.choice(["odd", "odd", "scale", "scale", "delete", "copy", "rename"]):
        case "scale" if numbers:
            holder[key] = old * chosen.choice([-1, 0, 1e-6, 0.1, 10, 1e6, 1e12])
            if key == "value" and isinstance(holder.get("range"), list):
                holder["range"] = sorted([*holder["range"], holder[key]])[:: len(holder["range"])]
        case "delete":
            del holder[key]
        case "copy":
            holder[key] = deepcopy(_at(tree, chosen.choice(list(paths_in(tree, ())))))
        case "rename" if isinstance(holder, dict):
            holder[f"{key}{chosen.choice(['s', ' ', '.', '2'])}"] = holder.pop(key)
        case _:
            holder[key] = deepcopy(chosen.choice(ODD))


def _at(tree: Any, path: Path_) -> Any:  # noqa: ANN401 - any YAML
    for step in path:
        tree = tree[step]
    return tree

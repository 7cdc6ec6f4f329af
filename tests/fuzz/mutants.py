"""Mutants: sound scenarios with something changed at random, as a slip of a person or of a program would."""

import datetime as dt
import random
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any, Final

import yaml

from sim.campaign.outcome import run
from sim.campaign.setup.deployment import deploy
from sim.scenario.files.reading import examine_scenario

BRIEF: Final = ["days=3", "talks.every=2", "talks.horizon=3", "talks.rollouts=2"]
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
        paths = list(_paths(tree, ()))
        if paths:
            _change(tree, chosen.choice(paths), chosen)
    return tree


def verdict(file: Path, tree: dict[str, Any]) -> str:
    """Return "refused" or "ran"; a mutant that passes the check and does not play raises what stopped it."""
    file.write_text(yaml.safe_dump(tree, sort_keys=False, allow_unicode=True), encoding="utf-8")
    examination = examine_scenario(file, BRIEF)
    if examination.scenario is None:
        assert all(error.file and error.message and error.remedy for error in examination.errors)
        assert examination.errors
        return "refused"
    run(deploy(examination.scenario), 1, 0)
    return "ran"


def _paths(part: Any, path: Path_) -> Iterator[Path_]:  # noqa: ANN401 - any YAML
    inner = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, member in inner:
        yield (*path, key)
        yield from _paths(member, (*path, key))


def _change(tree: dict[str, Any], path: Path_, chosen: random.Random) -> None:
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
            holder[key] = deepcopy(_at(tree, chosen.choice(list(_paths(tree, ())))))
        case "rename" if isinstance(holder, dict):
            holder[f"{key}{chosen.choice(['s', ' ', '.', '2'])}"] = holder.pop(key)
        case _:
            holder[key] = deepcopy(chosen.choice(ODD))


def _at(tree: Any, path: Path_) -> Any:  # noqa: ANN401 - any YAML
    for step in path:
        tree = tree[step]
    return tree

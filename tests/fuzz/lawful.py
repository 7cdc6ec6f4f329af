"""Mutants that stay near what is allowed, so that most pass the check: numbers at their bounds, parts exchanged."""

import datetime as dt
import random
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Final

from sim.scenario.files.located import Steps
from sim.scenario.files.reading import examine_scenario
from sim.scenario.parameters import bounds_of, located_quantities
from sim.scenario.scenario import Scenario
from tests.fuzz.mutants import Path_, change, paths_in

NAMES: Final = (
    "null", "true", "0", "1e3", "2030-05-01", "a.b", "a b", "[x]", "x=y", "O'Brien", '"', "\u00e9\u4e2d", "x" * 200,
    "A/B", "..", "a,b", "<b>&", "#1", "*", "{x}", "%s", "\\", "side", "South 1st", "area_0",
)  # fmt: skip
"""What a place, a side, a power, an issue or a formation may be called."""
TIMES: Final = (0, 0.01, 0.5, 0.9, 1.1, 2, 10, 1000)


@dataclass(frozen=True)
class Mutable:
    """A sound war, and every quantity it has or is assumed to have, with its bounds."""

    tree: dict[str, Any]
    quantities: list[tuple[Steps, float, float]]


def mutable(tree: dict[str, Any], file: str) -> Mutable:
    """Return what mutants of a war are made of; ``file`` holds it."""
    scenario = examine_scenario(file).scenario
    assert scenario is not None
    found = []
    for steps, _ in located_quantities(scenario):
        if (bounds := bounds_of(Scenario, steps)) is not None:
            found.append((steps, bounds.least, bounds.most))
    return Mutable(tree, found)


def lawful_mutant(war: Mutable, seed: int) -> dict[str, Any]:
    """Return a war with one to eight of its parts changed, by one in ten without regard for what is allowed."""
    chosen = random.Random(seed)  # noqa: S311 - no secret
    tree = deepcopy(war.tree)
    ways: list[Callable[[dict[str, Any], Mutable, random.Random], None]] = [
        *[quantity_moved] * 6, number_moved, number_moved, part_exchanged, part_exchanged, truth_turned, day_moved,
        part_left_out, entry_doubled, renamed,
    ]  # fmt: skip
    for _ in range(chosen.choice([1, 1, 2, 3, 5, 8])):
        if chosen.random() < 0.1:
            change(tree, chosen.choice(list(paths_in(tree, ()))), chosen)
        else:
            chosen.choice(ways)(tree, war, chosen)
    return tree


def quantity_moved(tree: dict[str, Any], war: Mutable, chosen: random.Random) -> None:
    """Set a quantity to a bound or to anything between, with a range of its own."""
    steps, least, most = chosen.choice(war.quantities)
    inside = min(max(10 ** chosen.uniform(-6, 6), least), most)
    value = chosen.choice([least, most, inside, chosen.uniform(least, min(most, 10 * max(1.0, least)))])
    ends = chosen.choice([(value, value), (least, most), (least, value), (value, most)])
    holder: Any = tree
    for step in steps[:-1]:
        if isinstance(holder, list):
            holder = holder[int(step)]
            continue
        if not isinstance(holder.get(step), dict | list):
            holder[step] = {}
        holder = holder[step]
    holder[steps[-1]] = [value, *ends, "me"]


def number_moved(tree: dict[str, Any], _: Mutable, chosen: random.Random) -> None:
    """Make a number larger or smaller."""
    holder, key = _of_kind(tree, chosen, lambda part: isinstance(part, int | float) and not isinstance(part, bool))
    new = holder[key] * chosen.choice(TIMES)
    holder[key] = round(new) if isinstance(holder[key], int) else new


def part_exchanged(tree: dict[str, Any], _: Mutable, chosen: random.Random) -> None:
    """Put a copy of a part in the place of another of the same name."""
    paths = list(paths_in(tree, ()))
    to = chosen.choice(paths)
    like = [path for path in paths if path[-1] == to[-1] or (isinstance(to[-1], int) and path[:-1] == to[:-1])]
    holder, key = _holder(tree, to)
    holder[key] = deepcopy(_at(tree, chosen.choice(like)))


def truth_turned(tree: dict[str, Any], _: Mutable, chosen: random.Random) -> None:
    """Say no for yes, or yes for no."""
    holder, key = _of_kind(tree, chosen, lambda part: isinstance(part, bool))
    holder[key] = not holder[key]


def day_moved(tree: dict[str, Any], _: Mutable, chosen: random.Random) -> None:
    """Move a date."""
    holder, key = _of_kind(tree, chosen, lambda part: isinstance(part, dt.date))
    holder[key] += dt.timedelta(days=chosen.choice([-400, -2, -1, 1, 2, 400]))


def part_left_out(tree: dict[str, Any], _: Mutable, chosen: random.Random) -> None:
    """Leave a part out."""
    holder, key = _holder(tree, chosen.choice(list(paths_in(tree, ()))))
    del holder[key]


def entry_doubled(tree: dict[str, Any], _: Mutable, chosen: random.Random) -> None:
    """Write an entry of a list or of a mapping a second time, the latter by another name."""
    holder, key = _holder(tree, chosen.choice(list(paths_in(tree, ()))))
    if isinstance(holder, list):
        holder.append(deepcopy(holder[key]))
    else:
        holder[chosen.choice(NAMES)] = deepcopy(holder[key])


def renamed(tree: dict[str, Any], _: Mutable, chosen: random.Random) -> None:
    """Give something another name wherever it is named."""
    theatre, bodies = tree.get("theatre"), tree.get("order_of_battle")
    named = [tree.get("sides"), tree.get("supporters"), tree.get("mediators")]
    named += [theatre.get("places"), theatre.get("regions")] if isinstance(theatre, dict) else []
    named += [bodies.get("formations")] if isinstance(bodies, dict) else []
    names = [name for part in named if isinstance(part, dict) for name in part]
    if names:
        _rename(tree, chosen.choice(names), chosen.choice(NAMES))


def _rename(part: Any, old: str, new: str) -> Any:  # noqa: ANN401 - any YAML
    if isinstance(part, list):
        part[:] = [_rename(each, old, new) for each in part]
    elif isinstance(part, dict):
        members = {new if key == old else key: _rename(each, old, new) for key, each in part.items()}
        part.clear()
        part.update(members)
    return new if isinstance(part, str) and part == old else part


def _of_kind(tree: dict[str, Any], chosen: random.Random, fits: Callable[[Any], bool]) -> tuple[Any, Any]:
    """Return a holder and a key of a part that fits, or of a new part that nobody asks for."""
    paths = [path for path in paths_in(tree, ()) if fits(_at(tree, path))]
    if not paths:
        tree["days"] = 1
        return tree, "days"
    return _holder(tree, chosen.choice(paths))


def _holder(tree: Any, path: Path_) -> tuple[Any, Any]:  # noqa: ANN401 - any YAML
    return _at(tree, path[:-1]), path[-1]


def _at(tree: Any, path: Path_) -> Any:  # noqa: ANN401 - any YAML
    for step in path:
        tree = tree[step]
    return tree

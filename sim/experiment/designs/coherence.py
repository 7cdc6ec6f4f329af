"""Coherence: whether the parts of a design, each well written, make a design together."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from sim.experiment.designs.alternatives import labels_of, overlaps, steps_of
from sim.experiment.designs.design import MOST_RUNS, SAMPLED, Design
from sim.experiment.designs.factors import Factor, Levelled
from sim.experiment.designs.sampling import MORRIS_LEVELS, Points
from sim.scenario.files.faults import Finding
from sim.scenario.files.located import Steps
from sim.scenario.files.overrides import SEGMENT
from sim.vocabulary import SERIES

COLUMNS: Final = {"point", "replication", "digest", "agreed_day", "talks_day", "zone", "ripe", "rollouts", *SERIES}
"""Columns of every sweep's table; those of a side end in its number."""
MOST_PLAYED: Final = 10**8
"""Runs of a whole design, a year of one core."""
FEWEST = 2
"""Levels without which nothing varies."""


def check_kind(design: Design) -> Iterator[Finding]:
    """Find what a kind of design lacks, and what it has no use for."""
    of_kind = f"a design of kind {design.kind}"
    if not design.factors and not design.groups:
        yield _error(("kind",), f"{of_kind} varies nothing", "name factors by path, or groups")
    if design.kind in SAMPLED:
        if design.groups:
            yield _error(("groups",), f"{of_kind} samples factors, not groups", "use kind factorial for groups")
        if design.samples is None:
            yield _error(("kind",), f"{of_kind} needs a number of samples", "add `samples: 64`")
        elif design.kind == "sobol" and design.samples & (design.samples - 1):
            power = 2 ** design.samples.bit_length()
            yield _error(("samples",), f"{of_kind} needs a power of 2 as its samples", f"write {power}")
        return
    if design.samples is not None:
        yield _error(("samples",), f"{of_kind} has as many points as its levels make", "take `samples` out")
    for path, factor in design.factors.items():
        if factor.range is not None:
            remedy = "give it levels, or sample by latin_hypercube"
            yield _error(("factors", path), f"{of_kind} crosses levels, and {path} has none", remedy)


def check_factors(design: Design) -> Iterator[Finding]:
    """Find factors that do not vary, and levels that could not be told apart in a table."""
    for path, factor in design.factors.items():
        place = ("factors", path)
        if factor.levels is None:
            if factor.range is None:
                remedy = "write {range: declared}, {range: [low, high]} or {levels: [...]}"
                yield _error(place, "the design does not say how it varies", remedy)
            continue
        yield from _too_few((*place, "levels"), factor.levels)
        labels = labels_of(factor.levels)
        for position, label in enumerate(labels):
            if label in labels[:position]:
                yield _error((*place, "levels", position), "a level is named twice", "keep one of the two")


def never_played(design: Design, factors: Sequence[Factor], points: Points) -> Iterator[Finding]:
    """Find levels that a sampled design declares and has at no point."""
    for n, factor in enumerate(factors):
        if isinstance(factor, Levelled) and design.kind in SAMPLED:
            played = {point[n] for point in points}
            left_out = [position for position, level in enumerate(factor.levels) if level not in played]
            if left_out:
                are = "is" if len(left_out) == 1 else "are"
                many = f"{len(left_out)} of its {len(factor.levels)} levels {are} never played"
                few = f"{many} in {len(points)} points"
                grid = f"{many}: a Morris design has a grid of {MORRIS_LEVELS}"
                coarse = design.kind == "morris" and len(factor.levels) > MORRIS_LEVELS
                place = ("factors", factor.name, "levels", left_out[0])
                remedy = "give it fewer, or sample by latin_hypercube" if coarse else "add samples, or give it fewer"
                yield _error(place, grid if coarse else few, remedy)


def check_groups(design: Design) -> Iterator[Finding]:
    """Find groups that do not vary, or whose name is taken."""
    for name, levels in design.groups.items():
        yield from _too_few(("groups", name), levels)
        if name in COLUMNS or re.search("_[01]$", name):
            yield _error(("groups", name), "this name is a column of every sweep", "choose another name")
        if name in design.factors:
            yield _error(("groups", name), "a factor has this name too", "choose another name")
        found = Counter(repr(sorted(values.items())) for values in levels.values())
        for level, values in levels.items():
            if found[repr(sorted(values.items()))] > 1:
                message = f'"{level}" sets what another level of the group sets'
                yield _error(("groups", name, level), message, "let each level set something of its own")
                break


def check_paths(design: Design) -> Iterator[Finding]:
    """Find paths that are none, and values for every point that no point would have, since a factor replaces them."""
    places: list[tuple[Steps, str]] = [(("set", path), path) for path in design.set]
    places += [(("factors", path), path) for path in design.factors]
    for name, levels in design.groups.items():
        places += [(("groups", name, level, path), path) for level, values in levels.items() for path in values]
    for place, path in places:
        if not re.fullmatch(rf"{SEGMENT}(?:\.{SEGMENT})*", path.strip()):
            yield _error(place, f"{path} is no path", 'write names with a dot between any two, a.b."c d"')
    always: list[tuple[Steps, Steps]] = [(("set", path), steps_of(path)) for path in design.set]
    if design.days is not None:
        always.append((("days",), ("days",)))
    for place, steps in always:
        for other in (name for name, inner in _replaced(design) if steps[: len(inner)] == inner):
            yield _error(place, f"every level of {other} replaces this", "take one of the two out")
    if design.days is not None and ("set", "days") in dict(always):
        yield _error(("set", "days"), "`days` replaces this", "take one of the two out")


def _replaced(design: Design) -> Iterator[tuple[str, Steps]]:
    """Yield each factor or group with a path that it sets at every level."""
    for path in design.factors:
        yield path, steps_of(path)
    for name, levels in design.groups.items():
        shared = set.intersection(*(set(map(steps_of, values)) for values in levels.values())) if levels else set()
        for steps in shared:
            yield name, steps


def check_outcomes(design: Design) -> Iterator[Finding]:
    """Find leverage asked of a design in which nobody talks."""
    asked: dict[Steps, str | None] = {("outcome",): design.outcome}
    asked |= {("stopping", "outcome"): design.stopping.outcome} if design.stopping else {}
    asked |= {("discovery", "outcome"): design.discovery.outcome} if design.discovery else {}
    for place, name in asked.items():
        if not design.talking and name and name.startswith("leverage_"):
            message = "nobody talks in this design, so there is no leverage"
            yield _error(place, message, "take `talking: false` out, or choose an outcome such as area_0")


def check_extent(design: Design) -> Iterator[Finding]:
    """Find a design of more runs than ever end, before anything is drawn."""
    per_sample = {"latin_hypercube": 1, "sobol": len(design.factors) + 2, "morris": len(design.factors) + 1}
    if design.kind in SAMPLED:
        points = (design.samples or 0) * per_sample[design.kind]
    else:
        points = math.prod(len(factor.levels or ()) or 1 for factor in design.factors.values())
        points *= math.prod(len(levels) or 1 for levels in design.groups.values())
    if points > MOST_RUNS:
        yield _error(("kind",), f"the design has {points:,} points", f"keep it to {MOST_RUNS:,}")
    elif points * design.most > MOST_PLAYED:
        message = f"the design has {points:,} points of up to {design.most:,} runs each"
        yield _error(("replications",), message, f"keep it to {MOST_PLAYED:,} runs in all")


def check_stopping(design: Design) -> Iterator[Finding]:
    """Find a limit that the first replications would pass."""
    if design.stopping and design.stopping.most < design.replications:
        message = f"it is less than the {design.replications} replications that each point has in any case"
        yield _error(("stopping", "most"), message, "raise it, or lower `replications`")


CHECKS: Final[tuple[Callable[[Design], Iterable[Finding]], ...]] = (
    check_kind,
    check_factors,
    check_groups,
    check_paths,
    check_outcomes,
    check_stopping,
    check_extent,
    overlaps,
)
"""Every check of a design by itself, before its scenario is read."""


def _too_few(place: Steps, levels: Iterable[object]) -> Iterator[Finding]:
    if (count := len(list(levels))) < FEWEST:
        found = "one level leaves nothing to vary" if count else "there are no levels"
        yield _error(place, found, "name two or more; what always holds belongs under `set`")


def _error(place: Steps, message: str, remedy: str) -> Finding:
    return Finding("error", place, message, remedy)

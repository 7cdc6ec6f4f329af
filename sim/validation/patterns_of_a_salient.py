"""Patterns of a salient: what force, supply and intelligence do to how fast ground changes hands (1 to 6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.campaign.engine import play
from sim.campaign.setup.deployment import deploy
from sim.scenario.files.reading import read_scenario
from sim.scenario.scenario import Scenario
from sim.validation.pattern import Pattern
from sim.validation.refinement import refined
from sim.vocabulary import LEDGER, SERIES, family

Values = Mapping[str, Any]
DATES = (7, 14, 30, 60)
"""Days on which areas are compared."""
NO_LUCK: Values = {
    path: 0.0 for name in ("battle_spread", "noise_spread") for path in (f"laws.attrition.{name}.value",)
} | {f"laws.attrition.{name}.range": [0.0, 5.0] for name in ("battle_spread", "noise_spread")}


@dataclass(frozen=True)
class Runs:
    """Replications of one scenario under common luck: series and ledgers, a replication each."""

    first: float
    """Contested ground that the first side holds before the first day, km2."""
    series: NDArray[np.float64]
    ledger: NDArray[np.float64]

    @property
    def area(self) -> NDArray[np.float64]:
        """Return the contested ground that the first side holds by replication and day, km2."""
        return self.series[:, :, SERIES.index("area_0")]

    def measure(self, name: str) -> NDArray[np.float64]:
        """Return a column of the series by replication and day."""
        return self.series[:, :, SERIES.index(name)]

    def cause(self, name: str) -> NDArray[np.float64]:
        """Return a column of the ledger by replication and day."""
        return self.ledger[:, :, LEDGER.index(name)]

    def day_of(self, share: float) -> float:
        """Return when the mean area falls to a share of the first, in days; infinite if it never does."""
        path = np.concatenate([[self.first], self.area.mean(axis=0)])
        below = np.flatnonzero(path <= share * self.first)
        if not below.size:
            return float("inf")
        day = int(below[0])
        return float(day - 1 + (path[day - 1] - share * self.first) / (path[day - 1] - path[day]))


def runs(scenario: Scenario, replications: int, seed: int = 1) -> Runs:
    """Return replications of a scenario without talks."""
    deployment = deploy(scenario)
    days = scenario.days
    places = deployment.tables["places"]
    first = float(places["area"][(places["holder"] == 0) & (places["contested"] == 1)].sum())
    worlds = [play(deployment.world(seed, n), deployment.laws, 0, days) for n in range(replications)]
    series, ledger = (
        np.stack([np.asarray(getattr(w, table))[:days] for w in worlds]) for table in ("series", "ledger")
    )
    return Runs(first, series, ledger)


def varied(file: Path, replications: int, values: Values | None = None) -> Runs:
    """Return replications of a scenario file with some values changed."""
    return runs(read_scenario(file, values or {}), replications)


def exactly(path: str, value: float) -> Values:
    """Return the change that sets a quantity, whatever its range."""
    return {f"{path}.value": value, f"{path}.range": [value, value]}


def refinement(file: Path, replications: int) -> list[Pattern]:
    """Return whether a finer mesh with the same men leaves areas alone (pattern 1)."""
    scenario = read_scenario(file)
    plain = runs(scenario, replications)
    found = []
    for number, hamlets in (("1a", 1), ("1b", 2)):
        finer = runs(refined(scenario, hamlets), replications)
        shares = [
            float(finer.area[:, day - 1].mean() / finer.first - plain.area[:, day - 1].mean() / plain.first)
            for day in DATES
        ]
        changes = ", ".join(f"{share:+.1%}" for share in shares)
        found.append(
            Pattern(
                number,
                f"cells cut in {hamlets + 1}, same men: change of area on days {', '.join(map(str, DATES))}",
                "less than 10 % of the first area",
                changes,
                max(map(abs, shares)) < 0.1,  # noqa: PLR2004 - the bar
            )
        )
    return found


def half_lives(file: Path, replications: int) -> list[Pattern]:
    """Return whether men, trucks and coverage move the half-life of the salient (pattern 2)."""
    side = next(iter(read_scenario(file).sides))
    trucks = float(read_scenario(file).sides[side].sustainment.trucks)
    low, high = read_scenario(file).sides[side].reconnaissance.own_coverage.range
    found = []
    for number, what, path, less, more, bar in (
        ("2a", "men x 0.5 and x 1.5", "force.strength_scale", 0.5, 1.5, 1.5),
        ("2b", "trucks x 0.5 and x 2", "sustainment.trucks", 0.5 * trucks, 2 * trucks, 1.2),
        ("2c", "own coverage at the ends of its range", "reconnaissance.own_coverage", low, high, 1.15),
    ):
        ends = [varied(file, replications, exactly(f"sides.{side}.{path}", v)).day_of(0.5) for v in (less, more)]
        ratio = ends[1] / ends[0]
        found.append(
            Pattern(
                number,
                f"half-life, {what}",
                f"ratio of {bar:g} or more",
                f"{ends[0]:.1f} and {ends[1]:.1f} days: {ratio:.2f}",
                ratio >= bar,
            )
        )
    return found


def undefended(file: Path, replications: int) -> Pattern:
    """Return whether most ground falls that somebody held (pattern 3)."""
    found = varied(file, replications)
    lost = {cause.name: float(found.cause(f"{cause.name}_0").sum()) for cause in family("ground")}
    share = lost["area_undefended"] / sum(lost.values())
    return Pattern("3", "lost ground that hardly anybody held", "less than 30 %", f"{share:.0%}", share < 0.3)  # noqa: PLR2004


def cliffs(file: Path, replications: int, cut: int = 10) -> list[Pattern]:
    """Return whether a salient falls ever faster when its last roads are cut, and not when they are open (4)."""
    scenario = read_scenario(file)
    found = []
    for number, luck, values in (("4a", "with luck", {}), ("4b", "without luck", NO_LUCK)):
        n = replications if luck == "with luck" else 4
        ratios = []
        for events in ({}, {"events": roads_cut(scenario, cut)}):
            fallen = varied(file, n, {**values, **events})
            half, end = fallen.day_of(0.5), fallen.day_of(0.1)
            ratios.append((0.4 / (end - half)) / (0.5 / half) if np.isfinite(end) else 0.0)
        found.append(
            Pattern(
                number,
                f"second half of the fall over the first, {luck}",
                "1.5 or more with the roads cut, and clearly less with them open",
                f"{ratios[1]:.2f} cut, {ratios[0]:.2f} open",
                ratios[1] >= 1.5 and ratios[1] > 1.2 * ratios[0],  # noqa: PLR2004 - the bar
            )
        )
    return found


def roads_cut(scenario: Scenario, day: int) -> list[dict[str, Any]]:
    """Return the events of a scenario and those that cut, from a day on, the first side's roads to what it holds."""
    first = next(iter(scenario.sides))
    abroad = set(scenario.held[first])
    country = {name for name, place in scenario.theatre.places.items() if place.side == first}
    date = scenario.start + timedelta(days=day)
    last = scenario.start + timedelta(days=scenario.days)
    cut = [
        {"date": date, "until": last, "kind": "road", "from": road.start, "to": road.end, "damage": 1.0}
        for road in scenario.theatre.roads
        if {road.start, road.end} & abroad and {road.start, road.end} & country
    ]
    return [*(event.model_dump(by_alias=True, exclude_none=True) for event in scenario.events), *cut]


def afterwards(file: Path, quiet: Path, replications: int) -> list[Pattern]:
    """Return whether the dying ends with the salient, where the border may not be crossed (pattern 5).

    Only days of runs count on which nothing of it is left, from the third such day on. The first side has half its men,
    at rest as well, so that the salient is gone in time in some runs.
    """
    side = next(iter(read_scenario(file).sides))
    halved = exactly(f"sides.{side}.force.strength_scale", 0.5)
    found, rest = varied(file, replications, halved), varied(quiet, replications, halved)
    gone = np.cumsum(found.area <= 0.0, axis=1) > 2  # noqa: PLR2004 - the third day
    if not gone.any():
        return [Pattern("5", "after the salient is gone", "quiet", "it is never gone", holds=False)]
    lost = [cause.name for cause in family("men")]
    daily = [
        [sum(float(each.cause(f"{cause}_{side}")[gone].mean()) for cause in lost) for side in range(2)]
        for each in (found, rest)
    ]
    routs = sum(float(found.cause(f"routs_{side}")[gone].mean()) for side in range(2))
    last = gone[:, -1]
    begun = gone.argmax(axis=1)
    morale = found.measure("morale_0")
    change = float((morale[last, -1] - morale[last, begun[last]]).mean()) if last.any() else 0.0
    return [
        Pattern(
            "5a",
            f"men lost a day once the salient is gone ({int(gone[:, -1].sum())} runs), beside a front at rest",
            "no more than there, either side",
            f"{daily[0][0]:.0f} and {daily[0][1]:.0f}, beside {daily[1][0]:.0f} and {daily[1][1]:.0f}",
            all(after <= 1.05 * still for after, still in zip(*daily, strict=True)),
        ),
        Pattern("5b", "routs a day then", "none", f"{routs:.2f}", routs < 0.01),  # noqa: PLR2004 - one in a hundred days
        Pattern("5c", "morale of the first side then", "recovers", f"{change:+.2f} to the end", change > 0.0),
    ]

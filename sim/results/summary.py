"""The summary of an ensemble: every outcome with its interval, as the command line prints it."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from sim.results.rows import Row
from sim.results.spread import BySide, Chance, Spread, spread
from sim.results.talk_paths import TalkPaths
from sim.talks.position import FACTORS
from sim.talks.rules import RULES
from sim.vocabulary import POCKETS

WHY = ("worth", "cost_of_casualties", "cost_of_captured", "cost_of_time")
"""What the worth of fighting on is made of: what a side then has, less what it pays."""


@dataclass(frozen=True)
class Promises:
    """What stands between terms and peace."""

    needed: Spread
    """Share of the shift in power to come that guarantees must undo."""
    hold: Spread
    """Share of promises that hold."""


@dataclass(frozen=True)
class Summary:
    """What an ensemble came to on the last day and at the last talks; by side where there is one."""

    leverage: BySide
    leverage_by_rule: dict[str, Spread]
    """Of the first side."""
    zone_of_agreement: Chance
    disagreement: BySide
    settlement: dict[str, Spread]
    """The first side's share of each issue."""
    area_km2: BySide
    encircled: dict[str, Chance]
    pockets: dict[str, dict[str, Spread]]
    """Men-days, by kind of pocket."""
    losses: dict[str, dict[str, Spread]]
    displaced: Spread
    chip_value: BySide
    promises: Promises
    agreement: Chance
    perceived: BySide
    perceived_surplus: Spread
    why: dict[str, dict[str, Spread]]
    since_last_talks: dict[str, Spread]
    """What each part of the position did to the first side's leverage."""

    def as_json(self) -> dict[str, Any]:
        """Return the summary as JSON has it."""
        return asdict(self)


@dataclass(frozen=True)
class Ensemble:
    """An ensemble that was played and kept."""

    fingerprint: str
    seed: int
    replications: int
    days: int
    out: str
    """The results folder."""
    summary: Summary
    paths: TalkPaths
    resumed: int
    """Runs that were there already."""
    failed: int
    digest: str

    def as_json(self) -> dict[str, Any]:
        """Return it as ``run --json`` prints it."""
        first = ("fingerprint", "seed", "replications", "days", "out")
        last = ("resumed", "failed", "digest")
        return {
            **{name: getattr(self, name) for name in first},
            **self.summary.as_json(),
            **self.paths.as_json(),
            **{name: getattr(self, name) for name in last},
        }


def summary(rows: Sequence[Row], sides: Sequence[str], issues: Sequence[str]) -> Summary:
    """Return the outcomes of an ensemble from its rows, one a run."""

    def of(column: str) -> Spread:
        return spread([row[column] for row in rows])

    def by_side(measure: str) -> BySide:
        return {side: of(f"{measure}_{s}") for s, side in enumerate(sides)}

    def parts(names: Sequence[str], prefix: str = "") -> dict[str, dict[str, Spread]]:
        return {side: {name: of(f"{prefix}{name}_{s}") for name in names} for s, side in enumerate(sides)}

    return Summary(
        leverage=by_side("leverage"),
        leverage_by_rule={rule: of(f"leverage_0 by {rule}") for rule in RULES},
        zone_of_agreement=Chance(float(np.mean([row["zone"] for row in rows]))),
        disagreement=by_side("disagreement"),
        settlement={issue: of(f"share of {issue}") for issue in issues},
        area_km2=by_side("area"),
        encircled={
            side: Chance(float(np.mean([row[f"ever_encircled_{s}"] for row in rows]))) for s, side in enumerate(sides)
        },
        pockets=parts(POCKETS, "men_days_"),
        losses=parts(("casualties", "captured")),
        displaced=of("displaced"),
        chip_value=by_side("chip_value"),
        promises=Promises(of("guarantee_needed"), of("promises_hold")),
        agreement=Chance(float(np.mean([row["agreed_day"] is not None for row in rows]))),
        perceived=by_side("perceived"),
        perceived_surplus=of("perceived_surplus"),
        why=parts(WHY),
        since_last_talks={part: of(f"change_by_{part}") for part in FACTORS},
    )

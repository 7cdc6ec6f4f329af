"""Comparison: what differs between scenarios under the same luck, and which factors brought it about."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from sim.experiment.contrasts.attribution import Values, combinations_of, interaction, one_at_a_time, parts_of
from sim.experiment.contrasts.compared import Attributed, Attribution, BySide, CommonLuck, Comparison, Differences
from sim.experiment.contrasts.endings import Play
from sim.experiment.designs.mixture import differing_factors, mixture
from sim.experiment.sensitivity.certainty import Certain, certain
from sim.scenario.scenario import Scenario
from sim.talks.rules import RULES
from sim.vocabulary import BadInput

BY_SIDE = {
    "leverage": "leverage",
    "disagreement": "disagreement",
    "area_km2": "area",
    "casualties": "casualties",
    "captured": "captured",
    "chip_value": "chip_value",
}
"""Measures that each side has, by the name a comparison gives them, and their columns."""
FEWEST = 2
"""Pairs without which a difference has no interval."""
MOST_FACTORS = 8
"""Factors beyond which all their combinations are too many to play."""


def comparison(scenarios: Mapping[str, Scenario], play: Play) -> Comparison:
    """Return how each scenario's ending differs from that of the first, pairing runs of the same luck.

    Raises:
        BadInput: fewer than two scenarios, or scenarios with other sides.

    """
    require_same_sides(scenarios)
    endings = {name: play(scenario, name) for name, scenario in scenarios.items()}
    baseline, *others = scenarios
    found = {name: differences(scenarios[baseline], endings[baseline], endings[name]) for name in others}
    return Comparison(
        baseline=baseline,
        scenarios=list(scenarios),
        titles={name: scenario.title for name, scenario in scenarios.items()},
        outcomes={name: _by_side(endings[name], scenario, "leverage") for name, scenario in scenarios.items()},
        measures=found,
        sign_depends_on_rule={name: rules_disagree(measures.by_rule) for name, measures in found.items()},
        common_luck={name: common_luck(endings[baseline], endings[name]) for name in others},
        compared={name: len(endings[baseline].index.intersection(endings[name].index)) for name in others},
    )


def differences(scenario: Scenario, before: pd.DataFrame, after: pd.DataFrame) -> Differences:
    """Return paired differences of every measure; runs that failed in either are left out of both.

    Raises:
        RuntimeError: too few runs are left for an interval.

    """
    both = before.index.intersection(after.index)
    if len(both) < FEWEST:
        raise RuntimeError(f"runs of the same luck ended in both scenarios only {len(both)} times; add --replications")
    before, after = before.loc[both], after.loc[both]
    shared = [name for name in before if name in after]
    change = after[shared].astype(float) - before[shared].astype(float)
    return Differences(
        **{name: _by_side(change, scenario, column) for name, column in BY_SIDE.items()},
        settlement={
            issue: certain(change[f"share of {issue}"])
            for issue in scenario.talks.issues
            if f"share of {issue}" in change
        },
        by_rule={rule: certain(change[f"leverage_0 by {rule}"]) for rule in RULES if f"leverage_0 by {rule}" in change},
        zone_of_agreement=certain(change["zone"]),
        displaced=certain(change["displaced"]),
    )


def rules_disagree(by_rule: Mapping[str, Certain]) -> bool:
    """Return whether the first side gains leverage under one bargaining rule and loses it under another, for certain.

    A sign is certain when the 90 % interval of the mean lies on one side of 0.
    """
    lows = [each.mean_low for each in by_rule.values() if each.mean_low is not None]
    highs = [each.mean_high for each in by_rule.values() if each.mean_high is not None]
    return any(low > 0.0 for low in lows) and any(high < 0.0 for high in highs)


def attribution(first: Scenario, second: Scenario, play: Play) -> Attribution:
    """Return each factor's part of the change in the first side's leverage, from all combinations of factors.

    Every combination is played under the same luck; the parts are Shapley values, run by run, and sum to the change
    in every run.

    Raises:
        BadInput: the scenarios do not differ, or in too many factors.

    """
    factors = differing_factors(first, second)
    if not 1 <= len(factors) <= MOST_FACTORS:
        raise BadInput(
            f"the scenarios differ in {len(factors)} factors; compare two that differ in 1 to {MOST_FACTORS}"
        )
    between = {changed: mixture(first, second, changed) for changed in combinations_of(factors)}
    between |= {frozenset(): first, frozenset(factors): second}
    ends = {changed: play(mixed, " + ".join(sorted(changed)) or "nothing") for changed, mixed in between.items()}
    shared = set.intersection(*(set(frame.index) for frame in ends.values()))
    cells = {changed: frame.loc[sorted(shared), "leverage_0"].to_numpy(float) for changed, frame in ends.items()}
    parts = parts_of(cells, factors)
    whole = cells[frozenset(factors)] - cells[frozenset()]
    return Attribution(
        Attributed("leverage", next(iter(first.sides)), len(shared), len(cells)),
        parts=_certain(parts),
        sum=float(np.sum([part.mean() for part in parts.values()])),
        largest_gap=float(np.max(np.abs(sum(parts.values()) - whole))),
        change=certain(whole),
        one_at_a_time=_certain(one_at_a_time(cells, factors)),
        interaction=certain(interaction(cells, factors)),
    )


def common_luck(before: pd.DataFrame, after: pd.DataFrame) -> CommonLuck:
    """Return how far common luck helps: the correlation of leverage, and paired variance as a share of unpaired."""
    both = before.index.intersection(after.index)
    one, other = before.loc[both, "leverage_0"].to_numpy(float), after.loc[both, "leverage_0"].to_numpy(float)
    unpaired = float(one.var() + other.var())
    steady = one.std() == 0.0 or other.std() == 0.0
    return CommonLuck(
        None if steady else float(np.corrcoef(one, other)[0, 1]),
        None if unpaired == 0.0 else float((other - one).var()) / unpaired,
    )


def require_same_sides(scenarios: Mapping[str, Scenario]) -> None:
    """Do nothing if there are scenarios to compare.

    Raises:
        BadInput: fewer than two scenarios, or scenarios with other sides.

    """
    baseline, *others = scenarios
    if not others:
        raise BadInput("only one scenario is named; name another to compare it with")
    sides = list(scenarios[baseline].sides)
    for name in others:
        if list(scenarios[name].sides) != sides:
            message = (
                f"{name}: its sides are {', '.join(scenarios[name].sides)}, those of {baseline} {', '.join(sides)}"
            )
            raise BadInput(f"{message}; compare scenarios of the same sides")


def _by_side(frame: pd.DataFrame, scenario: Scenario, column: str) -> BySide:
    return {side: certain(frame[f"{column}_{s}"]) for s, side in enumerate(scenario.sides)}


def _certain(parts: Mapping[str, Values]) -> dict[str, Certain]:
    return {factor: certain(part) for factor, part in parts.items()}

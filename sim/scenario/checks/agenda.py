"""The agenda: whether what is on the table can be bargained over, and whether war leaves a share of all of it."""

import math
from collections.abc import Iterator
from typing import Final

from sim.scenario.files.faults import Finding, listed, suggestion
from sim.scenario.scenario import Scenario

LEAST: Final = 0.05
"""Part of a side's weights below which contested issues are so little that every cost of war dwarfs them."""

MOST_BEHIND: Final = 0.4
"""Share of wars that may last longer than what is played ahead before the tail decides."""


def check_elsewhere(scenario: Scenario) -> Iterator[Finding]:
    """Find a rest of the war about no issue of its own, or without a side's men."""
    moved, talks = scenario.talks.elsewhere, scenario.talks
    if moved is None:
        return
    others = [name for name in talks.issues if name != talks.territory]
    if moved.issue not in others:
        remedy = suggestion(moved.issue, others, f"name one of {listed(others)}")
        yield Finding("error", ("talks", "elsewhere", "issue"), f'there is no other issue "{moved.issue}"', remedy)
    for side in scenario.sides:
        if side not in moved.men:
            yield Finding("error", ("talks", "elsewhere", "men"), f'the side "{side}" is missing', f'add "{side}"')


def check_look_ahead(scenario: Scenario) -> Iterator[Finding]:
    """Find look-aheads of the first form, and those so short that most of what war is worth lies behind them."""
    talks = scenario.talks
    if talks.end is None:
        message = f"`horizon` alone is read as a war that ends at random, after {talks.horizon} days on average"
        remedy = "declare `end`, the rate at which the war ends from outside; `horizon` is then the days played ahead"
        yield Finding("warning", ("talks", "horizon"), message, remedy)
        return
    behind = math.exp(-talks.end_rate * talks.look_ahead)
    if behind > MOST_BEHIND:
        message = f"{behind:.0%} of wars last longer than the {talks.look_ahead} days played ahead"
        remedy = f"raise `horizon` to {math.ceil(-math.log(MOST_BEHIND) / talks.end_rate)} days or more"
        yield Finding("warning", ("talks", "horizon"), message, remedy)


def check_issues(scenario: Scenario) -> Iterator[Finding]:
    """Find issues that say nothing of war, and tables at which there is nothing, or next to nothing, to negotiate."""
    talks = scenario.talks
    is_settled = talks.territory in talks.issues or not scenario.contested
    for name, issue in talks.issues.items():
        if issue.if_war is None and is_settled and name != talks.territory:
            message = f'"{name}" does not say what share of it the first side has if both fight on'
            remedy = "add `if_war`, from 0 to 1; only the territory has its share from the campaign"
            yield Finding("error", ("talks", "issues", name), message, remedy)
    issues = talks.issues.values()
    if any(side not in issue.weights for side in scenario.sides for issue in issues):
        return
    contested = [issue for issue in issues if all(float(weight) > 0.0 for weight in issue.weights.values())]
    wanted = [any(float(issue.weights[side]) > 0.0 for issue in issues) for side in scenario.sides]
    if not all(wanted):
        return
    if not contested:
        message = "no issue is valued by both sides, so there is nothing to negotiate"
        yield Finding("error", ("talks", "issues"), message, "give one a weight above 0 for each side")
        return
    for side in scenario.sides:
        whole = sum(float(issue.weights[side]) for issue in issues)
        part = sum(float(issue.weights[side]) for issue in contested) / whole
        if part < LEAST:
            message = f"{side} values what both want at {part:.1%} of all it wants: leverage will swing with every cost"
            yield Finding("warning", ("talks", "issues"), message, "weigh the contested issues higher, or add one")

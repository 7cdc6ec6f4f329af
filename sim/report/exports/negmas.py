"""NegMAS: the bargaining problem of a date as that library's scenario, in plain YAML.

A folder of three files: the issues, and what each package is worth to either side, with its reserved value, which is
what it would accept: fighting on as it sees it. Utilities lie on the negotiable range of each side. Nothing of NegMAS
is imported.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pandas as pd

from sim.campaign.negotiation.stakes import demands_of
from sim.report.days import Session
from sim.talks.package import Issue, negotiable

FIRST_HAS, SECOND_HAS = "first", "second"
"""Who has an issue that cannot be divided."""


def negmas_scenarios(session: Session, replication: int) -> Iterator[tuple[str, dict[str, dict[str, Any]]]]:
    """Return for each date of a run's talks the contents of a NegMAS scenario's files, by name."""
    issues = [issue for issue in demands_of(session.scenario) if issue.is_contested]
    talks = session.talks[session.talks["replication"] == replication]
    for row in talks.to_dict("records"):
        when = session.scenario.start + timedelta(days=int(row["talks_day"]))
        reserved = [row[f"perceived_{side}"] for side in range(2)]
        yield str(when), files(str(when), issues, list(session.scenario.sides), reserved)


def files(name: str, issues: list[Issue], sides: list[str], reserved: list[float]) -> dict[str, dict[str, Any]]:
    """Return the domain and both utility functions; an issue's value is the first side's share of it."""
    totals = negotiable(issues)
    domain = {"name": name, "type": "CartesianOutcomeSpace", "issues": [_issue(issue) for issue in issues]}
    worth = {
        side: {
            "name": side,
            "type": "LinearAdditiveUtilityFunction",
            "reserved_value": None if pd.isna(reserved[number]) else float(reserved[number]),
            "weights": [issue.weights[number] / totals[number] for issue in issues],
            "values": [_value(issue, number) for issue in issues],
        }
        for number, side in enumerate(sides)
    }
    return {"domain": domain, **worth}


def _issue(issue: Issue) -> dict[str, Any]:
    if issue.divisible:
        return {"name": issue.name, "type": "ContinuousIssue", "values": [0.0, 1.0]}
    return {"name": issue.name, "type": "CategoricalIssue", "values": [FIRST_HAS, SECOND_HAS]}


def _value(issue: Issue, side: int) -> dict[str, Any]:
    """Return the worth of a share of an issue, from 0 to 1: its own to the first side, the rest to the second."""
    if issue.divisible:
        return {"type": "AffineFun", "slope": -1.0 if side else 1.0, "bias": float(side)}
    return {"type": "TableFun", "mapping": {FIRST_HAS: float(1 - side), SECOND_HAS: float(side)}}

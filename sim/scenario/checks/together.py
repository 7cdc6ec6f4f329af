"""Quantities that move together: every one is declared, has a range, and belongs to one group."""

from collections.abc import Iterator

from sim.scenario.files.faults import Finding, suggestion
from sim.scenario.parameters import parameters
from sim.scenario.scenario import Scenario


def check_together(scenario: Scenario) -> Iterator[Finding]:
    """Find quantities that move together but are not declared, or are named in two groups."""
    known = parameters(scenario) if scenario.together else {}
    seen: set[str] = set()
    for number, group in enumerate(scenario.together):
        for position, path in enumerate(group):
            steps = ("together", number, position)
            if path not in known:
                remedy = suggestion(path, known, "write the path that --set takes")
                yield Finding("error", steps, f'there is no quantity "{path}"', remedy)
            elif path in seen:
                yield Finding("error", steps, f'"{path}" moves with others already', "name it in one group")
            seen.add(path)

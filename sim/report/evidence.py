"""Evidence: which inputs a conclusion rests on, and how sure of them the scenario is."""

from dataclasses import dataclass

from sim.experiment.sensitivity.findings_of_sweep import Analysis
from sim.scenario.parameters import parameters
from sim.scenario.scenario import Scenario


@dataclass(frozen=True)
class Input:
    """A number the scenario declares, as a reader needs it to judge it."""

    path: str
    value: float
    unit: str
    low: float
    high: float
    source: str
    verdict: str
    """What a sweep found about its influence; empty where none has asked."""


def uncertain_inputs(scenario: Scenario, analysis: Analysis | None) -> list[Input]:
    """Return every parameter of low confidence that can vary; those that a sweep found to matter come first."""
    verdicts = verdicts_in(analysis) if analysis else {}
    found = [
        Input(path, each.value, each.unit, *each.range, each.source, verdicts.get(path, ""))
        for path, each in parameters(scenario).items()
        if each.confidence == "low" and each.range[0] < each.range[1]
    ]
    order = {"matters": 0, "not resolved": 1, "": 2, "negligible": 3}
    return sorted(found, key=lambda each: order.get(each.verdict, 2))


def verdicts_in(analysis: Analysis) -> dict[str, str]:
    """Return what an analysis of a sweep found about each factor, by the path of its parameter."""
    return {
        name: factor.verdict
        for method in (analysis.morris, analysis.sobol)
        if method is not None
        for name, factor in method.factors.items()
    }


def count_by_confidence(scenario: Scenario) -> dict[str, int]:
    """Return how many parameters are of high, medium and low confidence."""
    every = [each.confidence for each in parameters(scenario).values()]
    return {grade: every.count(grade) for grade in ("high", "medium", "low")}

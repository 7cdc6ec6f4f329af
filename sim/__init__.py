"""A war on a map, day by day, and what it is worth at the table.

What a script or a notebook needs is here, and loaded when it is first asked for: importing ``sim`` alone is quick.

``read_scenario(file, overrides)``
    a scenario from its file, or every fault of the file
``deploy(scenario)``
    a scenario ready to play: its map measured, its formations in place
``ensemble(deployment, seed, replications)``
    many replications, compiled, one outcome after another
``compare(first, second, ...)``
    how scenarios differ under the same luck
``Campaign(scenario, seed=1)``
    the campaign on Mesa agents, a day a step
``Study.of(file, replications=50)``
    an ensemble as pandas tables, with figures and a story
``allow_code()``
    let doctrines of scenarios that are Python files run in this process
``SERIES``
    the names of the daily measures
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sim.campaign.ensemble import ensemble
    from sim.campaign.model import Campaign
    from sim.campaign.setup.deployment import deploy
    from sim.experiment.contrasts.paired import compare
    from sim.report.study import Study
    from sim.scenario.files.reading import read_scenario
    from sim.scenario.permission import allow_code
    from sim.vocabulary import SERIES

__all__ = ["SERIES", "Campaign", "Study", "allow_code", "compare", "deploy", "ensemble", "read_scenario"]

_HOMES = {
    "SERIES": "sim.vocabulary",
    "Campaign": "sim.campaign.model",
    "Study": "sim.report.study",
    "compare": "sim.experiment.contrasts.paired",
    "deploy": "sim.campaign.setup.deployment",
    "ensemble": "sim.campaign.ensemble",
    "allow_code": "sim.scenario.permission",
    "read_scenario": "sim.scenario.files.reading",
}
"""The module that each public name comes from."""


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    """Load a public name when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = getattr(import_module(_HOMES[name]), name)
    return globals()[name]


def __dir__() -> list[str]:
    """Return the public names, loaded or not."""
    return sorted({*globals(), *__all__})

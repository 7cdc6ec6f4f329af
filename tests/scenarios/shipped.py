"""The scenarios that ship, and playing them."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sim.campaign.engine import play
from sim.campaign.setup.deployment import Deployment, deploy
from sim.scenario.files.overrides import Overrides
from sim.scenario.files.reading import read_scenario
from sim.vocabulary import SERIES

FOLDER = Path(__file__).parents[2] / "scenarios"
WHOLE = [
    path
    for path in sorted(FOLDER.rglob("*.yaml"))
    if path.parent.name != "designs" and "\ntitle:" in path.read_text(encoding="utf-8")
]


def deployed(name: str, overrides: Overrides = ()) -> Deployment:
    return deploy(read_scenario(FOLDER / f"{name}.yaml", overrides))


def played(name: str, overrides: Overrides = ()) -> NDArray[np.float64]:
    """Return the daily series of a scenario's first replication."""
    deployment = deployed(name, overrides)
    days = deployment.scenario.days
    return np.asarray(play(deployment.world(1, 0), deployment.laws, 0, days).series)[:days]


def strengths(name: str, overrides: Overrides = ()) -> NDArray[np.float64]:
    """Return both sides' men at the end of each day."""
    return played(name, overrides)[:, [SERIES.index("strength_0"), SERIES.index("strength_1")]]

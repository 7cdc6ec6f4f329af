"""The contenders: five writings of the same rules, each a function from a replication to its daily series."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from c.twin import c_twin
from numpy.typing import NDArray
from reference.campaign import ReferenceCampaign

from sim.campaign.engine import STANDARD, play
from sim.campaign.model import Campaign
from sim.campaign.setup.deployment import Deployment
from sim.rules.day import campaign
from sim.vocabulary import SERIES
from sim.world.tables import interpreted

Series = NDArray[np.float64]
SEED = 1


@dataclass(frozen=True)
class Contender:
    """One writing of the rules."""

    name: str
    run: Callable[[int], Series]
    """Plays a replication from a state built anew and returns its series, shape (days, len(SERIES))."""
    runs: int
    """Runs a round, so that a round takes about as long for all."""
    tolerance: float
    """Greatest relative departure from the compiled series that counts as the same war."""


def contenders(deployment: Deployment) -> list[Contender]:
    """Return the writings that can run here, slowest first; the C twin needs gcc."""
    days = deployment.scenario.days

    def reference(replication: int) -> Series:
        model = ReferenceCampaign.of(deployment, SEED, replication)
        while model.running:
            model.step()
        return model.datacollector.get_model_vars_dataframe()[list(SERIES)].to_numpy()

    def on_agents(replication: int) -> Series:
        model = Campaign(deployment, seed=SEED, replication=replication)
        while model.running:
            model.step()
        return np.array(model.world.series[:days])

    def on_rows(replication: int) -> Series:
        world = interpreted(deployment.world(SEED, replication))
        campaign(world, deployment.laws, 0, days, STANDARD)
        return np.array(world.series[:days])

    def compiled(replication: int) -> Series:
        world = play(deployment.world(SEED, replication), deployment.laws, 0, days)
        return np.array(world.series[:days])

    found = [
        Contender("reference", reference, 1, 1e-9),
        Contender("interpreted on Mesa agents", on_agents, 1, 0.0),
        Contender("interpreted without Mesa", on_rows, 1, 0.0),
        Contender("compiled", compiled, 40, 0.0),
    ]
    in_c = c_twin(deployment, SEED)
    return found if in_c is None else [*found, Contender("C twin, gcc -O3", in_c, 40, 0.0)]

"""A study: a scenario, what varies in it, and the luck under which every combination is played."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import ClassVar, Protocol

from sim.campaign.outcome import run
from sim.campaign.setup.deployment import Deployment, deploy, redeployed
from sim.experiment.designs.combination import fault_of
from sim.experiment.designs.factors import Factor, Parts, Value, with_parts
from sim.results.digest import digest_of
from sim.results.rows import Row, outcome_rows
from sim.scenario.files.located import dotted
from sim.scenario.scenario import Scenario
from sim.vocabulary import BadInput

Values = Mapping[str, Value]
"""A point of a design: a value for every factor, by name."""


class Playable(Protocol):
    """What a sweep can play; it must be picklable to be played in other processes, and equal ones hash alike."""

    alike: ClassVar[bool]
    """Whether its points differ in a few factors, and share the rest of what was deployed."""

    def __hash__(self) -> int:
        """Return the same for what plays the same."""

    def at(self, values: Values) -> Callable[[int], Row]:
        """Return what plays a replication of one point of the design, as a row of outcomes with its ``digest``."""


@dataclass(frozen=True)
class Study:
    """A scenario's campaign, playable at any point of a design; equal studies have equal marks."""

    alike: ClassVar[bool] = True
    mark: str
    scenario: Scenario = field(compare=False)
    factors: tuple[Factor, ...] = field(compare=False)
    seed: int = field(compare=False)
    talking: bool = field(compare=False)
    wary: bool = field(default=False, compare=False)
    """Whether a point may have levels that do not go together, so that it is checked before it is played."""

    def at(self, values: Values) -> Callable[[int], Row]:
        """Return what plays a replication of one point; replication r has the same luck at every point.

        The sides talk after the last day only, if at all: a sweep keeps one row a run.

        Raises:
            BadInput: the point's levels do not go together.

        """
        base = deployed(self)
        parts: Parts = {
            steps: part for factor in self.factors for steps, part in factor.parts(values[factor.name]).items()
        }
        scenario = with_parts(base.scenario, parts)
        if self.wary and (found := fault_of(scenario)):
            raise BadInput(f"its levels do not go together: {dotted(found.steps)}: {found.message}; {found.remedy}")
        same_ground = scenario.theatre is base.scenario.theatre
        deployment = redeployed(base, scenario) if same_ground else deploy(scenario)
        issues = list(deployment.scenario.talks.issues)

        def play(replication: int) -> Row:
            outcome = run(deployment, self.seed, replication, talking=self.talking, last_only=True)
            (row,) = outcome_rows([outcome], issues)
            return row | {"digest": digest_of([outcome])}

        return play


@lru_cache(maxsize=4)
def deployed(study: Study) -> Deployment:
    """Return a study's scenario deployed, once a process."""
    return deploy(study.scenario)

"""The table: talks on a day of the campaign, and what holding the contested region adds to them."""

from dataclasses import dataclass

import numpy as np

from sim.campaign.deployment import Deployment
from sim.campaign.engine import STANDARD, Doctrines
from sim.campaign.handing_back import handed_back
from sim.campaign.prospects import Prospects, prospects
from sim.scenario.scenario import Scenario
from sim.talks.alternating_offers import alternating_offers
from sim.talks.disagreement import disagreement_point
from sim.talks.impatience import bargaining_weight, impatience
from sim.talks.nash import asymmetric_nash
from sim.talks.package import Issue
from sim.talks.terms import Terms, terms
from sim.world.state import World

RULES = {"nash": asymmetric_nash, "alternating_offers": alternating_offers}
"""Bargaining rules by the names that scenarios use."""


@dataclass(frozen=True)
class Talks:
    """What the two sides would settle on, if they talked on a day."""

    day: int
    terms: Terms
    weight: float
    """Bargaining weight of the first side."""
    errors: tuple[float, float]
    """Standard errors of both disagreement values, from the rollouts."""
    chip_value: float
    """The first side's leverage less what it would be had it handed back the contested region."""

    @property
    def zone(self) -> bool:
        """Return whether some package is better for both than fighting on."""
        return self.terms.settlement is not None


def talk(deployment: Deployment, w: World, day: int, luck: tuple[int, int], doctrines: Doctrines = STANDARD) -> Talks:
    """Return the talks on the morning of ``day``; ``luck`` is (seed, replication)."""
    scenario = deployment.scenario
    weight = weight_of_first(scenario, w)
    holding = prospects(deployment, w, day, luck, doctrines)
    without = prospects(deployment, handed_back(w, 0), day, luck, doctrines)
    reached = terms_of(scenario, holding, weight)
    other = terms_of(scenario, without, weight)
    point = disagreement_point(holding.utilities, holding.costs)
    return Talks(day, reached, weight, (point.error_a, point.error_b), reached.leverage - other.leverage)


def terms_of(scenario: Scenario, ahead: Prospects, weight: float) -> Terms:
    """Return the terms that follow from what fighting on is worth, by the scenario's bargaining rule."""
    point = disagreement_point(ahead.utilities, ahead.costs)
    return terms(issues_of(scenario), point.d_a, point.d_b, weight, RULES[scenario.talks.rule])


def issues_of(scenario: Scenario) -> list[Issue]:
    """Return what is at stake, with its worth to both sides, in declared order."""
    first, second = scenario.sides
    return [
        Issue(name, (float(issue.weights[first]), float(issue.weights[second])))
        for name, issue in scenario.talks.issues.items()
    ]


def weight_of_first(scenario: Scenario, w: World) -> float:
    """Return the first side's bargaining weight: the less patient side has the less of it.

    Impatience is discounting, exhaustion as will wanes, and the pressure of third parties.
    """
    rates = []
    for side, row in zip(scenario.sides, w.sides, strict=True):
        patience = scenario.talks.patience[side]
        waned = 1.0 - float(np.clip(row["will"], 0.0, 1.0))  # type: ignore[index]
        rates.append(
            impatience(float(patience.discounting), float(patience.exhaustion) * waned, float(patience.pressure))
        )
    return bargaining_weight(rates[0], rates[1])

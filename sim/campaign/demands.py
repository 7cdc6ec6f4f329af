"""Demands and patience: what both sides want on a day of the campaign, and how long they can wait for it."""

from sim.campaign.deployment import Deployment
from sim.scenario.scenario import Scenario
from sim.talks.impatience import bargaining_weight, impatience
from sim.talks.package import Issue
from sim.talks.position import emboldened
from sim.world.state import World
from sim.world.tables import cell


def demands_of(deployment: Deployment, w: World) -> tuple[Issue, ...]:
    """Return what is at stake, with its worth to both sides, in declared order.

    The territory is worth more to a side that has gained ground of late: emboldening.
    """
    talks = deployment.scenario.talks
    names = tuple(deployment.scenario.sides)
    issues = [
        Issue(name, (float(issue.weights[names[0]]), float(issue.weights[names[1]])), issue.divisible)
        for name, issue in talks.issues.items()
    ]
    growth = []
    for s, name in enumerate(names):
        ground = cell(w.sides, s, "momentum") * deployment.laws.momentum_ground * deployment.laws.momentum_days
        growth.append(float(talks.patience[name].emboldening) * max(0.0, ground / float(talks.whole)))
    return emboldened(issues, talks.territory, (growth[0], growth[1]))


def patience_of(scenario: Scenario, w: World) -> float:
    """Return the first side's bargaining weight: the less patient side has the less of it.

    Impatience is discounting, exhaustion as will wanes, and the pressure of third parties and of engaged mediators.
    """
    rates = []
    for s, side in enumerate(scenario.sides):
        patience = scenario.talks.patience[side]
        waned = 1.0 - min(1.0, max(0.0, cell(w.sides, s, "will")))
        pressure = float(patience.pressure)
        for m, mediator in enumerate(scenario.mediators.values()):
            pressure += cell(w.mediators, m, "engagement") * float(mediator.pressure[side])
        rates.append(impatience(float(patience.discounting), float(patience.exhaustion) * waned, pressure))
    return bargaining_weight(rates[0], rates[1])


def guarantee_of(scenario: Scenario, w: World) -> float:
    """Return the share of a later shift in power that an agreement's guarantees undo, mediators included."""
    undone = 1.0 - float(scenario.talks.agreement.guarantee)
    for m, mediator in enumerate(scenario.mediators.values()):
        undone *= 1.0 - cell(w.mediators, m, "engagement") * float(mediator.guarantee)
    return 1.0 - undone

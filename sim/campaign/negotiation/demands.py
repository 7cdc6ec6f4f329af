"""Demands and patience: what both sides insist on, on a day of the campaign, and how long they can wait for it."""

from sim.scenario.scenario import Scenario
from sim.talks.audience import reservation_value
from sim.talks.impatience import bargaining_weight, impatience
from sim.world.tables import Tables


def pressure_on(scenario: Scenario, t: Tables) -> tuple[float, float]:
    """Return the hazard, 1/day, that third parties and engaged mediators end each side's war."""
    pressure = [float(scenario.talks.patience[side].pressure) for side in scenario.sides]
    engagement = t.mediators["engagement"].tolist()
    for engaged, mediator in zip(engagement, scenario.mediators.values(), strict=True):
        for s, side in enumerate(scenario.sides):
            pressure[s] += engaged * float(mediator.pressure[side])
    return pressure[0], pressure[1]


def aid_to_first(t: Tables) -> float:
    """Return the level of foreign arms to the first side, weighted by what each supporter gives; 1 without any."""
    supporters = t.supporters
    ours = supporters[supporters["side"] == 0]
    whole, given = 0.0, 0.0
    for share, level in zip(ours["share"].tolist(), ours["materiel"].tolist(), strict=True):
        whole += share
        given += share * level
    return given / whole if whole > 0.0 else 1.0


def patience_of(scenario: Scenario, t: Tables, pressures: tuple[float, float]) -> float:
    """Return the first side's bargaining weight: the less patient side has the less of it.

    Impatience is discounting, exhaustion as will wanes, and the pressure of third parties and of engaged mediators,
    ``pressures``, which is the hazard that the worth of fighting on knows too.
    """
    rates = []
    for s, (side, pressure) in enumerate(zip(scenario.sides, pressures, strict=True)):
        patience = scenario.talks.patience[side]
        waned = 1.0 - min(1.0, max(0.0, float(t.sides["will"][s])))
        rates.append(impatience(float(patience.discounting), float(patience.exhaustion) * waned, pressure))
    return bargaining_weight(rates[0], rates[1])


def demands_beyond(scenario: Scenario, d: tuple[float, float]) -> tuple[float, float]:
    """Return what each side insists on beyond ``d``, since ceding what it claims in public costs it at home."""
    first, second = (
        0.0
        if (patience := scenario.talks.patience[side]).claim is None or patience.audience is None
        else reservation_value(value, float(patience.claim), float(patience.audience)) - value
        for side, value in zip(scenario.sides, d, strict=True)
    )
    return first, second


def guarantee_of(scenario: Scenario, t: Tables) -> float:
    """Return the share of a later shift in power that an agreement's guarantees undo, mediators included."""
    undone = 1.0 - float(scenario.talks.agreement.guarantee)
    for m, mediator in enumerate(scenario.mediators.values()):
        undone *= 1.0 - float(t.mediators["engagement"][m]) * float(mediator.guarantee)
    return 1.0 - undone

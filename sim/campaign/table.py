"""The table: talks on a day of the campaign, and what holding ground adds to them."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from sim.campaign.demands import demands_of, patience_of
from sim.campaign.handing_back import handed_back
from sim.campaign.moment import Moment, moment_of
from sim.campaign.picture import as_seen
from sim.campaign.prospects import Lookout, Prospects
from sim.talks.agreement import surplus
from sim.talks.bargain import Bargain
from sim.talks.disagreement import disagreement_point
from sim.talks.position import Position, bargain_at, explained, terms_at
from sim.talks.rules import RULES
from sim.talks.terms import Terms, leverage_by_rule
from sim.world.state import World


@dataclass(frozen=True)
class Talks:
    """What the two sides would settle on, if they talked on a day."""

    day: int
    position: Position
    terms: Terms
    by_rule: Mapping[str, float | None]
    """The first side's leverage under every bargaining rule."""
    errors: tuple[float, float]
    """Standard errors of both disagreement values, from the rollouts."""
    rollouts: int
    prospects: Prospects
    perceived: tuple[float, float]
    """Disagreement value of each side as its own picture has it; the true ones where pictures are not asked."""
    perceived_surplus: float
    """Joint gain of an agreement as the sides perceive it; both must see one to agree."""
    chip_value: float
    """The first side's leverage less what it would be had it handed back all foreign ground of the region."""
    chips: dict[str, float]
    """The same for each named set of places."""
    moment: Moment
    """Whether the moment is ripe, and whether promises can be believed."""
    chance: float
    """Chance that these talks end the war: by a hazard, while the moment is ripe and promises can be believed."""
    change: dict[str, float] = field(default_factory=dict)
    """What each part of the position did to the first side's leverage since the talks before; empty at the first."""

    @property
    def leverage(self) -> float:
        """Return the first side's leverage; a scenario with nothing to negotiate is refused at reading."""
        return 0.5 if self.terms.leverage is None else self.terms.leverage

    @property
    def weight(self) -> float:
        """Return the bargaining weight of the first side."""
        return self.position.patience

    @property
    def zone(self) -> bool:
        """Return whether some package is better for both than fighting on."""
        return self.terms.settlement is not None


def talk(lookout: Lookout, w: World, day: int, before: Talks | None = None) -> Talks:
    """Return the talks on the morning of ``day``, in a world on record tables; ``before`` are the talks before."""
    scenario = lookout.deployment.scenario
    rule = RULES[scenario.talks.rule]
    ahead = lookout.prospects(w, day)
    position = Position(demands_of(lookout.deployment, w), ahead.worth, ahead.cost, patience_of(scenario, w))
    reached = terms_at(position, rule)
    point = disagreement_point(ahead.utilities, ahead.costs)
    perceived = _perceived(lookout, w, day, reached)
    seen_surplus = surplus(Bargain(position.demands, *perceived, position.patience))

    def worth_of_holding(places: list[int] | None) -> float:
        without = lookout.prospects(handed_back(w, 0, places), day, len(ahead.utilities))
        other = Position(position.demands, without.worth, without.cost, position.patience)
        return (reached.leverage or 0.0) - (terms_at(other, rule).leverage or 0.0)

    moment = moment_of(scenario, w, ahead, seen_surplus)
    is_open = reached.settlement is not None and moment.allows_agreement
    hazard = float(scenario.talks.agreement.hazard) if is_open else 0.0
    numbers = {name: n for n, name in enumerate(scenario.theatre.places)}
    return Talks(
        day=day,
        position=position,
        terms=reached,
        by_rule=leverage_by_rule(bargain_at(position)),
        errors=(point.error_a, point.error_b),
        rollouts=len(ahead.utilities),
        prospects=ahead,
        perceived=perceived,
        perceived_surplus=seen_surplus,
        chip_value=worth_of_holding(None),
        chips={
            name: worth_of_holding([numbers[place] for place in places])
            for name, places in scenario.talks.chips.items()
        },
        moment=moment,
        chance=1.0 - math.exp(-hazard * scenario.talks.every),
        change=explained(before.position, position, rule) if before else {},
    )


def _perceived(lookout: Lookout, w: World, day: int, true: Terms) -> tuple[float, float]:
    if not lookout.deployment.scenario.talks.perceived:
        return true.d_a, true.d_b
    views = [lookout.prospects(as_seen(w, side), day) for side in range(2)]
    first, second = (float(np.mean(view.utilities[:, s] - view.costs[:, s])) for s, view in enumerate(views))
    return first, second

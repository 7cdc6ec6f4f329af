"""The table: talks on a day of the campaign, and what holding ground adds to them."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from sim.campaign.negotiation.beliefs import as_believed, beliefs_on
from sim.campaign.negotiation.demands import aid_to_first, demands_beyond, guarantee_of, patience_of, pressure_on
from sim.campaign.negotiation.handing_back import handed_back, holds
from sim.campaign.negotiation.moment import Moment, chance_of_agreement, moment_of
from sim.campaign.negotiation.prospects import Outside, Prospects, RolloutPlayer
from sim.campaign.negotiation.stakes import area_held
from sim.campaign.setup.deployment import Deployment
from sim.talks.position import Position, explained, table_at
from sim.talks.rules import NAMES, settle_on
from sim.talks.terms import Terms
from sim.world.tables import Tables

Without = Mapping[str | None, Prospects | None]
"""What fighting on is worth with places handed back, by the name of the set of places: None for all foreign ground;
and None where none of them is held."""


@dataclass(frozen=True)
class Morning:
    """What of a day's state the talks depend on, beside what comes."""

    day: int
    area: tuple[float, float]
    """Contested ground of both sides, km2."""
    outside: Outside
    """What third parties do."""
    patience: float
    """Bargaining weight of the first side."""
    guarantee: float
    """Share of a later shift in power that an agreement's guarantees undo."""
    beliefs: tuple[float, float]
    """What both sides believe of the logarithm of their ratio of power, less what it is."""


@dataclass(frozen=True)
class Talks:
    """What the two sides would settle on, if they talked on a day."""

    day: int
    position: Position
    terms: Terms
    """Leverage and settlement follow from what both would accept, the rest from what fighting on is truly worth."""
    by_rule: Mapping[str, float]
    """The first side's leverage under every bargaining rule."""
    errors: tuple[float, float]
    """Standard errors of both disagreement values, from the rollouts."""
    rollouts: int
    prospects: Prospects
    perceived: tuple[float, float]
    """What each side would accept: fighting on as it sees it, and what it insists on beyond."""
    perceived_surplus: float
    """Joint gain of an agreement as the sides perceive it; both must see one to agree."""
    chip_value: float
    """The first side's leverage less what it would be had it handed back all foreign ground of the region; not a number
    in a run that does not ask on this day."""
    chips: dict[str, float]
    """The same for each named set of places."""
    bought: dict[str, float]
    """The first side's share of each issue at the settlement less what it would be with all foreign ground handed back:
    what holding that ground buys; empty where nothing is held, not asked for, or not settled."""
    swap: dict[str, float]
    """Exchange rate of a swap, by issue that is land: km2 of it that are worth as much to the first side as
    a km2 that it holds; empty as ``bought`` is."""
    moment: Moment
    """Whether the moment is ripe, and whether promises can be believed."""
    chance: float
    """Chance that these talks end the war before the next: see ``moment.chance_of_agreement``."""
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
        """Return whether some package is better for both than fighting on as they see it."""
        return self.terms.settlement is not None


def morning_of(deployment: Deployment, t: Tables, day: int) -> Morning:
    """Return a day's state as far as talks depend on it."""
    scenario = deployment.scenario
    first, second = area_held(t).tolist()
    pressure = pressure_on(scenario, t)
    return Morning(
        day,
        (first, second),
        Outside(pressure, aid_to_first(t)),
        patience_of(scenario, t, pressure),
        guarantee_of(scenario, t),
        beliefs_on(scenario, deployment.laws, t, day) if scenario.talks.perceived else (0.0, 0.0),
    )


def talks_on(
    deployment: Deployment, morning: Morning, ahead: Prospects, without: Without | None, before: Talks | None = None
) -> Talks:
    """Return the talks on a morning from what fighting on is worth, and what it would be with places handed back.

    ``before`` are the talks before; without ``without``, the worth of holding is not asked for.
    """
    scenario = deployment.scenario
    frontier, kind = deployment.frontier, NAMES.index(scenario.talks.rule)
    position = position_at(deployment, morning, ahead)
    d_a, d_b = _difference(position)
    accepted = d_a + position.demands[0], d_b + position.demands[1]
    seen_surplus, by_rule = table_at(frontier.lines, position)
    true_surplus, _ = table_at(frontier.lines, Position((0.0, 0.0), ahead.worth, ahead.cost, position.patience))
    leverage = by_rule[scenario.talks.rule]

    def added(other: Prospects | None) -> float:
        if other is None:
            return 0.0
        return leverage - table_at(frontier.lines, position_at(deployment, morning, other))[1][scenario.talks.rule]

    bought, swap = _bought(deployment, morning, accepted, None if without is None else without[None])
    moment = moment_of(deployment, morning.area, morning.guarantee, ahead, seen_surplus)
    return Talks(
        day=morning.day,
        position=position,
        terms=Terms(d_a, d_b, true_surplus, settle_on(kind, frontier, *accepted, position.patience), leverage),
        by_rule=by_rule,
        errors=ahead.errors,
        rollouts=len(ahead.parts),
        prospects=ahead,
        perceived=accepted,
        perceived_surplus=seen_surplus,
        chip_value=math.nan if without is None else added(without[None]),
        chips={name: math.nan if without is None else added(without[name]) for name in scenario.talks.chips},
        bought=bought,
        swap=swap,
        moment=moment,
        chance=chance_of_agreement(scenario, seen_surplus, moment.holds),
        change=explained(frontier.lines, before.position, position, kind) if before else {},
    )


def position_at(deployment: Deployment, morning: Morning, ahead: Prospects) -> Position:
    """Return the position of both sides on a morning."""
    scenario = deployment.scenario
    d = _difference(Position((0.0, 0.0), ahead.worth, ahead.cost, morning.patience))
    seen = as_believed(scenario, d, morning.beliefs)
    insists = demands_beyond(scenario, seen)
    demands = seen[0] - d[0] + insists[0], seen[1] - d[1] + insists[1]
    return Position(demands, ahead.worth, ahead.cost, morning.patience)


def talk(player: RolloutPlayer, t: Tables, day: int, before: Talks | None = None) -> Talks:
    """Return the talks on the morning of ``day`` by rollouts from that day alone: the exact form.

    ``before`` are the talks before.
    """
    deployment = player.deployment
    morning = morning_of(deployment, t, day)
    ahead = player.prospects(t, day, outside=morning.outside)
    without = handed_back_from(player, t, morning, len(ahead.parts))
    return talks_on(deployment, morning, ahead, without, before)


def handed_back_from(player: RolloutPlayer, t: Tables, morning: Morning, rollouts: int, first: int = 1) -> Without:
    """Return what fighting on is worth when places are handed back, where any of them is held.

    ``first`` is the number of the first of so many rollouts.
    """
    scenario = player.deployment.scenario
    number = list(scenario.theatre.places).index
    chosen: dict[str | None, list[int] | None] = {None: None}
    chosen |= {name: [number(place) for place in places] for name, places in scenario.talks.chips.items()}
    return {
        name: player.prospects(handed_back(t, 0, places), morning.day, rollouts, morning.outside, first, spent=True)
        if holds(t, 0, places)
        else None
        for name, places in chosen.items()
    }


def _bought(
    deployment: Deployment, morning: Morning, accepted: tuple[float, float], without: Prospects | None
) -> tuple[dict[str, float], dict[str, float]]:
    """Return what holding foreign ground buys, by issue, and its rate against other land."""
    if without is None:
        return {}, {}
    frontier, kind = deployment.frontier, NAMES.index(deployment.scenario.talks.rule)
    other = position_at(deployment, morning, without)
    handed_over = _difference(other)
    held = settle_on(kind, frontier, *accepted, morning.patience)
    back = settle_on(
        kind, frontier, handed_over[0] + other.demands[0], handed_over[1] + other.demands[1], morning.patience
    )
    if held is None or back is None:
        return {}, {}
    issues = deployment.scenario.talks.issues
    shares = zip(issues, held.shares, back.shares, strict=True)
    worth = deployment.worth[0]
    gained = (held.u_a - back.u_a) / morning.area[0]
    rates = {
        name: gained / worth[name] * float(issue.area)
        for name, issue in issues.items()
        if issue.area is not None and name in worth
    }
    return {name: one - two for name, one, two in shares}, rates


def _difference(position: Position) -> tuple[float, float]:
    return position.utilities[0] - position.costs[0], position.utilities[1] - position.costs[1]

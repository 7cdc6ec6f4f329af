"""Engagements: random battles of one scenario, drawn from its ranges and fought by the laws of war."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

import numpy as np

from sim.campaign.engine import play
from sim.campaign.setup.deployment import Deployment
from sim.validation.draw import Draw, draw
from sim.vocabulary import FAR, LEDGER, MEN, SERIES, family
from sim.world.chance import key_of
from sim.world.constants import Constants
from sim.world.tables import Tables, tables_of

ATTACKER, DEFENDER = range(2)


class Layout(Enum):
    """Where attackers stand around the defence at first."""

    FRONTAL = "opposite it"
    ENVELOPING = "on three sides of it"
    RINGED = "on all sides of it, and it is ordered to stay"


@dataclass(frozen=True)
class Engagement:
    """What an engagement came to; men, km and days. The attacker is the scenario's first side."""

    drawn: Draw
    attackers: float
    defenders: float
    battle_days: int
    """Days with an assault."""
    attacker_losses: float
    """Killed, wounded, missing and taken on those days."""
    defender_losses: float
    ground: float
    """Mean way that the front moved, km."""
    surprised: bool
    """Whether any assault surprised the defence."""
    is_ringed: bool
    """Whether defenders were encircled on any day."""
    remaining: float
    """Share of the defenders still in the ranks at the end of a pocket, or at the very end."""

    @property
    def ratio(self) -> float:
        """Return the force ratio, attacker to defender."""
        return self.attackers / self.defenders

    @property
    def advance(self) -> float:
        """Return the advance, km a battle day."""
        return self.ground / self.battle_days

    @property
    def attacker_rate(self) -> float:
        """Return the share of its men that the attacker lost a battle day."""
        return self.attacker_losses / self.attackers / self.battle_days

    @property
    def defender_rate(self) -> float:
        """Return the share of its men that the defender lost a battle day."""
        return self.defender_losses / self.defenders / self.battle_days


def engagements(
    base: Deployment, number: int, seed: int, layout: Layout = Layout.FRONTAL, days: int | None = None
) -> Iterator[Engagement]:
    """Yield engagements drawn at random, as long as battles are or ``days``; if nobody attacked, none is."""
    for index in range(number):
        drawn = drawn_for(base, seed, index)
        battle = fought(base, base.laws, drawn, key_of(seed, index), layout, days)
        if battle.battle_days > 0:
            yield battle


def drawn_for(base: Deployment, seed: int, index: int) -> Draw:
    """Return the circumstances of one engagement."""
    return draw(base.scenario, np.random.default_rng([seed, index]))


def fought(
    base: Deployment, laws: Constants, drawn: Draw, key: int, layout: Layout, days: int | None = None
) -> Engagement:
    """Return what an engagement comes to in these circumstances, by these laws and with this luck."""
    days = days or length(laws, drawn)
    world = prepared(base, drawn, key, layout, days)
    before = np.array(world.formations), np.array(world.places)
    return summed(drawn, before, play(world, laws, 0, days))


def length(laws: Constants, drawn: Draw) -> int:
    """Return the days of an engagement: those of preparation and those of battle."""
    return math.ceil(laws.preparation) + drawn.battle_days


def prepared(base: Deployment, drawn: Draw, key: int, layout: Layout, days: int) -> Tables:
    """Return the world of an engagement's first day."""
    tables = {name: part.copy() for name, part in base.tables.items()}
    drawn.apply(tables)
    if layout is not Layout.FRONTAL:
        surround(tables, layout)
    return tables_of(tables, days, key)


def surround(tables: dict[str, np.ndarray], layout: Layout) -> None:
    """Gather the defenders in the middle of their line and put the attackers around it; from a ring none breaks out."""
    formations, places, neighbours = tables["formations"], tables["places"], tables["neighbours"]
    defenders = formations["side"] == DEFENDER
    posts = np.unique(formations["place"][defenders])
    bordering = {post: neighbours["place"][places["first"][post] : places["last"][post]] for post in posts}
    middle = max(posts, key=lambda post: (len(bordering[post]), np.isin(bordering[post], posts).sum()))
    around = [n for n in bordering[middle] if layout is Layout.RINGED or n in posts]
    places["holder"][around] = ATTACKER
    formations["place"][defenders] = middle
    if layout is Layout.RINGED:
        tables["sides"]["stickiness"][DEFENDER] = FAR
    flank = np.flatnonzero(~defenders)
    stations = [n for n in bordering[middle] if places["holder"][n] == ATTACKER]
    formations["place"][flank] = np.resize(stations, len(flank))


def summed(drawn: Draw, before: tuple[np.ndarray, np.ndarray], world: Tables) -> Engagement:
    """Return what a fought engagement came to."""
    formations, places = before
    ledger = world.ledger
    fights = ledger[:, LEDGER.index("lost_assaulting_0")] > 0
    men = [float(formations["strength"][formations["side"] == side].sum()) for side in range(2)]
    return Engagement(
        drawn=drawn,
        attackers=men[ATTACKER],
        defenders=men[DEFENDER],
        battle_days=int(fights.sum()),
        attacker_losses=lost(ledger[fights], ATTACKER),
        defender_losses=lost(ledger[fights], DEFENDER),
        ground=gained(places, world) / width(formations, places),
        surprised=bool(ledger[:, LEDGER.index("surprises_1")].any()),
        is_ringed=bool((world.series[:, SERIES.index("encircled_1")] > 0).any()),
        remaining=standing(world) / men[DEFENDER],
    )


def standing(world: Tables) -> float:
    """Return the defenders in the ranks on the first day after a pocket, or at the end where none came to one."""
    series = world.series
    pocket = series[:, SERIES.index("encircled_1")] > 0
    ended = np.flatnonzero(pocket[:-1] & ~pocket[1:])
    last = ended[0] + 1 if ended.size else len(series) - 1
    return float(series[last, SERIES.index("strength_1")])


def lost(ledger: np.ndarray, side: int) -> float:
    """Return all men a side lost in some days, prisoners and stragglers among them."""
    return float(sum(ledger[:, LEDGER.index(f"{cause.name}_{side}")].sum() for cause in family(MEN)))


def gained(before: np.ndarray, world: Tables) -> float:
    """Return the ground the attacker won, km2, ground won of a place in part among it."""
    after = world.places
    own = before["holder"] == DEFENDER
    taken = after["holder"] == ATTACKER
    part = np.minimum(before["area"], after["gained"])
    return float(np.where(taken, before["area"], part)[own].sum())


def width(formations: np.ndarray, places: np.ndarray) -> float:
    """Return the width of the defended front, km."""
    posts = np.unique(formations["place"][formations["side"] == DEFENDER])
    return float(np.sqrt(places["area"][posts]).sum())

"""Engagements: random battles of one scenario, drawn from its ranges and fought by the laws of war."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

import numpy as np

from sim.campaign.engine import play
from sim.campaign.setup.deployment import Deployment
from sim.validation.draw import Draw, draw
from sim.vocabulary import FAR, LEDGER, MEN, SERIES, family
from sim.world.chance import key_of
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
    """Yield engagements drawn at random, as long as the scenario says or ``days``; if nobody attacked, none is."""
    days = days or base.scenario.days
    for index in range(number):
        drawn, world = prepared(base, seed, index, layout, days)
        before = np.array(world.formations), np.array(world.places)
        fought = summed(drawn, before, play(world, base.laws, 0, days), days)
        if fought.battle_days > 0:
            yield fought


def prepared(base: Deployment, seed: int, index: int, layout: Layout, days: int) -> tuple[Draw, Tables]:
    """Return what is drawn for one engagement, and the world of its first day."""
    tables = {name: part.copy() for name, part in base.tables.items()}
    drawn = draw(base.scenario, np.random.default_rng([seed, index]))
    drawn.apply(tables)
    if layout is not Layout.FRONTAL:
        surround(tables, layout)
    return drawn, tables_of(tables, days, key_of(seed, index))


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


def summed(drawn: Draw, before: tuple[np.ndarray, np.ndarray], world: Tables, days: int) -> Engagement:
    """Return what a fought engagement came to."""
    formations, places = before
    ledger = world.ledger[:days]
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
        remaining=standing(world, days) / men[DEFENDER],
    )


def standing(world: Tables, days: int) -> float:
    """Return the defenders in the ranks on the first day after a pocket, or at the end where none came to one."""
    series = world.series[:days]
    pocket = series[:, SERIES.index("encircled_1")] > 0
    ended = np.flatnonzero(pocket[:-1] & ~pocket[1:])
    last = ended[0] + 1 if ended.size else days - 1
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

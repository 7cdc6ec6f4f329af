"""Measures: what the DataCollector asks of the model every day."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from sim.vocabulary import ASSAULT, POROUS, SEALED

if TYPE_CHECKING:
    from .campaign import ReferenceCampaign
    from .formation import Formation

Measure = Callable[["ReferenceCampaign"], float]


def reporters() -> dict[str, Measure]:
    """Return the model reporters under the names of the daily series."""
    of_sides: dict[str, Callable[..., float]] = {
        "area": area,
        "strength": strength,
        "casualties": casualties,
        "captured": captured,
        "stock_days": partial(mean, of=stock_days),
        "effect": partial(mean, of=lambda formation: formation.effect),
        "delivered": delivered,
        "intelligence": lambda model, side: model.headquarters[side].intelligence,
        "aimed": lambda model, side: model.headquarters[side].aimed,
        "morale": partial(mean, of=lambda formation: formation.morale),
        "will": lambda model, side: model.headquarters[side].will,
        "encircled": partial(cut_off, pockets=(POROUS, SEALED)),
        "assaults": assaults,
        "places": places,
        "roads_cut": roads_cut,
        "trucks": trucks,
        "sealed": partial(cut_off, pockets=(SEALED,)),
        "porous": partial(cut_off, pockets=(POROUS,)),
    }
    by_side = {f"{name}_{side}": partial(of, side=side) for name, of in of_sides.items() for side in range(2)}
    return {**by_side, "displaced": displaced, "harmed": harmed}


def area(model: ReferenceCampaign, side: int) -> float:
    """Return the contested ground a side holds, km2; ground gained in a place counts in part."""
    held = 0.0
    for place in model.theatre.places:
        if place["contested"]:
            lost = min(place["area"], place["gained"])
            held += place["area"] - lost if place["holder"] == side else lost
    return held


def strength(model: ReferenceCampaign, side: int) -> float:
    """Return a side's men."""
    return sum(formation.strength for formation in model.present(side))


def casualties(model: ReferenceCampaign, side: int) -> float:
    """Return a side's killed, wounded and missing so far."""
    return sum(formation.casualties for formation in model.formations if formation.side == side)


def captured(model: ReferenceCampaign, side: int) -> float:
    """Return a side's men taken prisoner so far."""
    return sum(formation.captured for formation in model.formations if formation.side == side)


def mean(model: ReferenceCampaign, side: int, of: Callable[[Formation], float]) -> float:
    """Return the mean of what is true of a side's formations, weighted by men."""
    formations = model.present(side)
    men = sum(formation.strength for formation in formations)
    return sum(formation.strength * of(formation) for formation in formations) / men if men > 0.0 else 0.0


def stock_days(formation: Formation) -> float:
    """Return the days that a formation's supplies last."""
    return formation.stock / formation.use if formation.use > 0.0 else 0.0


def delivered(model: ReferenceCampaign, side: int) -> float:
    """Return what a side's formations received today, t."""
    return sum(formation.received for formation in model.present(side))


def cut_off(model: ReferenceCampaign, side: int, pockets: tuple[int, ...]) -> float:
    """Return a side's men in some kinds of pocket."""
    return sum(formation.strength for formation in model.present(side) if formation.pocket in pockets)


def assaults(model: ReferenceCampaign, side: int) -> float:
    """Return how many formations of a side are ordered to assault."""
    return sum(formation.order == ASSAULT for formation in model.present(side))


def places(model: ReferenceCampaign, side: int) -> float:
    """Return how many places a side holds."""
    return float(sum(place["holder"] == side for place in model.theatre.places))


def roads_cut(model: ReferenceCampaign, side: int) -> float:
    """Return how many of a side's roads are cut."""
    return float(sum(road["holder"] == side and road["damage"] >= 1.0 for road in model.theatre.all_roads))


def trucks(model: ReferenceCampaign, side: int) -> float:
    """Return a side's trucks, those of its depots among them."""
    depots = [place for place in model.theatre.places if place["depot"] == side and place["fleet"] is not None]
    return float(model.headquarters[side].fleet.trucks + sum(depot["fleet"].trucks for depot in depots))


def displaced(model: ReferenceCampaign) -> float:
    """Return how many people have left their homes."""
    return float(sum(place["population"] - place["harmed"] - place["civilians"] for place in model.theatre.places))


def harmed(model: ReferenceCampaign) -> float:
    """Return how many civilians were killed or wounded so far."""
    return float(sum(place["harmed"] for place in model.theatre.places))

"""Ripeness: whether both sides feel stuck, hurt by it, and see a way out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ripeness:
    """The parts of a ripe moment (Zartman, 1989); all are perceptions."""

    is_stalemate: bool
    """Neither side expects to gain ground by fighting on."""

    is_hurting: bool
    """Both pay more for fighting than they tolerate."""

    has_way_out: bool
    """Both see a package that is better than fighting on."""

    @property
    def is_ripe(self) -> bool:
        """Whether the moment is ripe for talks."""
        return self.is_stalemate and self.is_hurting and self.has_way_out


def ripeness(
    expected_gains: tuple[float, float],
    worthwhile_gain: float,
    cost_rates: tuple[float, float],
    tolerances: tuple[float, float],
    perceived_surplus: float,
) -> Ripeness:
    """Return how ripe the moment is; pairs are the first and the second side.

    A gain of ground that a side expects counts when it is above ``worthwhile_gain`` (km2 or parts of the theatre);
    costs of fighting and tolerances are rates per day in one unit; ``perceived_surplus`` is what an agreement can
    bring by the sides' own disagreement values.
    """
    return Ripeness(
        max(expected_gains) <= worthwhile_gain,
        all(cost > tolerance for cost, tolerance in zip(cost_rates, tolerances, strict=True)),
        perceived_surplus > 0.0,
    )

"""Learning by fighting: battles bring two views of the balance of power together until terms can be found."""

import math


def gap_after(battles: float, gap: float, strength: float) -> float:
    """Return how far two views of the chance of victory are apart after ``battles`` that both observe.

    ``gap`` is the distance at the outset, and ``strength`` the number of battles that each prior view is worth. With
    beta priors of equal strength the gap is gap * strength / (strength + battles) on average and in every course of
    the war, since both add the same evidence (Slantchev, 2003; Smith and Stam, 2004).
    """
    return gap * strength / (strength + battles)


def battles_to_settlement(gap: float, strength: float, costs: float) -> int | None:
    """Return the number of battles after which the views differ by no more than both sides' ``costs`` of fighting.

    It is strength * (gap / costs - 1), rounded up; None when fighting costs nothing and so never brings the views close
    enough.
    """
    if gap <= costs:
        return 0
    if costs <= 0.0:
        return None
    battles = math.ceil(strength * (gap / costs - 1.0))
    return battles - 1 if math.isclose(gap_after(battles - 1, gap, strength), costs) else battles


def belief_after(observations: float, mean: float, spread: float, noise: float) -> float:
    """Return the expected mean of a normal belief about something that is 0, after observations of it.

    The belief begins at N(``mean``, ``spread``^2); each observation has the standard deviation ``noise``, so precision
    grows by 1 / ``noise``^2 and the mean fades as strength / (strength + n) with strength = (noise / spread)^2. Between
    two beliefs that begin apart it is the gap of ``gap_after``.
    """
    return gap_after(observations, mean, (noise / spread) ** 2) if spread > 0.0 else mean

"""Mutual optimism: no agreement although one would serve both, since each expects more of fighting than there is."""


def mutual_optimism(own_a: float, own_b: float, d_a: float, d_b: float) -> float:
    """Return how much more the sides together expect of fighting on than it is worth.

    ``own_a`` is the first side's disagreement value from its own picture, ``own_b`` the second side's from its own;
    ``d_a`` and ``d_b`` are the true ones. Over one issue the surplus by the sides' own values is the true surplus less
    this, so an agreement is missed when it exceeds the true surplus (Wagner, 2000).
    """
    return (own_a - d_a) + (own_b - d_b)


def can_settle(p_by_a: float, p_by_b: float, c_a: float, c_b: float) -> bool:
    """Return whether two views of the first side's chance of victory leave something to agree on.

    They do when the views differ by no more than the sum of both sides' costs of fighting, as parts of the stake
    (Fearon, 1995; Wagner, 2000).
    """
    return p_by_a - p_by_b <= c_a + c_b

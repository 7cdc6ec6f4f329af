"""The risk limit: how firm a side stands by what it would lose if talks broke down."""


def risk_limit(d_a: float, d_b: float) -> float:
    """Return the first side's part, in [0, 1], of both sides' stakes in an agreement on their own ideal terms.

    It is (1 - d_b) / [(1 - d_a) + (1 - d_b)], a second index beside leverage (Zeuthen, 1930; Harsanyi, 1956): the side
    that would lose less by a breakdown stands firmer. Disagreement values are at most 1; with no stakes it is 1/2.
    """
    total = (1.0 - d_a) + (1.0 - d_b)
    return (1.0 - d_b) / total if total > 0.0 else 0.5

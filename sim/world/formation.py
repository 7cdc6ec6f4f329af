"""A formation and the state it is in."""

from sim.world.row import Row


class Formation(Row):
    """The smallest body of troops that is moved, supplied and worn down."""

    id: int
    """Stable id under which it draws its luck."""
    side: int
    kind: int
    status: int
    place: int
    order: int
    objective: int
    """Place that its order is about; -1 for none."""
    ordered: int
    """What it is ordered to do by hand, ``sim.vocabulary.TO_HOLD`` and so on; 0 for what the doctrine says."""
    goal: int
    """Place that such an order is about; -1 for none."""
    arrives: int
    leaves: int
    """Day on which it leaves the theatre; -1 for none."""
    member: int
    """Member of its side's coalition to which it belongs, from 1; 0 for none."""
    member_will: float
    """Will of that member on the first day, in [0, 1]."""
    wait: int
    """Days until its headquarters looks at it again."""
    prepared: int
    """Days of preparation behind the assault that it makes, or that was prepared before the first day."""
    noticed: int
    """1 when the enemy has noticed that preparation, or the assault itself."""
    attacking: float
    """Factor of surprise on its power while its assault is under way today, else 0."""
    pressed: float
    """Share of its men who hold borders under assault today."""
    strain: float
    """How far assaults have used up its power to attack, in [0, 1]."""
    spent: int
    """1 from the whole of that until it has refitted: it is not sent to assault."""
    cut: int
    """Days without a road to a depot."""
    reached: int
    """1 when an open road leads to it from a depot today."""
    supplier: int
    """Depot that supplies it today, as a place, or -1."""
    risk: float
    """Logarithmic loss to fire on the way by which supplies came to it last."""
    pocket: int
    strength: float
    """Men present for duty."""
    established: float
    """Men on its first day."""
    quality: float
    """Fighting value of a man, 1 for the usual."""
    morale: float
    """Cohesion in [0, 1]."""
    stock: float
    """Supplies at hand, t."""
    use: float
    """Consumption at today's posture, t/day."""
    wanted: float
    """Supplies asked for today, after rationing, t."""
    sent: float
    """Supplies sent today, t."""
    received: float
    """Supplies that arrived today, t."""
    effect: float
    """Share of its fighting value that its supplies allow, in [0, 1]."""
    dug_in: float
    """How far its positions are prepared, in [0, 1]."""
    marched: float
    """Way made on its present move, km."""
    loss: float
    """Share of its men lost today."""
    joined: float
    """Replacements so far, men."""
    casualties: float
    """Killed, wounded and missing so far, men."""
    captured: float
    """Taken prisoner so far, men."""
    dispersed: float
    """Left without a formation so far, men."""

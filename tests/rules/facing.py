"""Two places that face each other, each with a formation."""

from sim.world.state import World
from tests.given import world


def two_places(coverage: float, deception: float = 0.0) -> World:
    return world(
        [{"holder": 0}, {"holder": 1}],
        [(0, 1, {})],
        formations=[{"side": 0, "place": 0, "strength": 3000.0}, {"side": 1, "place": 1}],
        sides=({"own_coverage": coverage}, {"own_coverage": coverage, "deception": deception}),
    )

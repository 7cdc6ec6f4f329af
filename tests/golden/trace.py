"""A trace: what a campaign does day by day, in words that can be read and compared; `python -m tests.golden.trace`."""

from collections.abc import Iterator
from pathlib import Path

from sim.campaign.engine import play
from sim.campaign.setup.deployment import Deployment, deploy
from sim.scenario.files.reading import read_scenario
from sim.vocabulary import LEDGER, PRESENT
from sim.world.tables import Tables, interpreted
from tests.scenarios.shipped import FOLDER

KEPT = Path(__file__).parent
TRACED = {"engagement": "theory/engagement.yaml"}
LEAST = 0.05
"""Entries of the ledger below this are left out."""
ORDERS = ("holds", "assaults", "moves to", "withdraws to")


def trace(deployment: Deployment, seed: int) -> Iterator[str]:
    """Yield the lines of a trace: each day who stands where with what, and what moved men, ground and supplies."""
    world = deployment.world(seed, 0)
    for day in range(deployment.days):
        world = play(world, deployment.laws, day, day + 1)
        yield f"day {day}"
        yield from formations(deployment, world)
        ledger = world.ledger[day]
        yield "  ledger: " + ", ".join(
            f"{name} {ledger[n]:.1f}" for n, name in enumerate(LEDGER) if abs(ledger[n]) > 0.05
        )


def formations(deployment: Deployment, world: Tables) -> Iterator[str]:
    """Yield a line for each formation that is present."""
    places = deployment.cells.names
    for name, formation in zip(
        deployment.scenario.order_of_battle.formations, interpreted(world).formations, strict=True
    ):
        if formation.status == PRESENT:
            aim = f" {places[formation.objective]}" if formation.objective >= 0 else ""
            state = f"{formation.strength:.0f} men, morale {formation.morale:.2f}, {formation.stock:.0f} t"
            yield f"  {name} in {places[formation.place]} {ORDERS[formation.order]}{aim}: {state}"


def traced(name: str) -> str:
    """Return the trace of a shipped scenario as text."""
    return "\n".join([*trace(deploy(read_scenario(FOLDER / TRACED[name])), 1), ""])


if __name__ == "__main__":
    for each in TRACED:
        (KEPT / f"{each}.txt").write_text(traced(each), encoding="utf-8")

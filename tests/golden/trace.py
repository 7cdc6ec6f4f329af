"""A trace: what a campaign does day by day, in words that can be read and compared; `python -m tests.golden.trace`.

Of long campaigns the ends are kept: what each rule does somewhere shows in one of them.
"""

from collections.abc import Iterator
from pathlib import Path

from sim.campaign.engine import play
from sim.campaign.setup.deployment import Deployment, deploy
from sim.scenario.files.reading import read_scenario
from sim.vocabulary import LEDGER, PRESENT, SERIES
from sim.world.tables import Tables, interpreted
from tests.scenarios.shipped import FOLDER, played

KEPT = Path(__file__).parent
TRACED = {"engagement": "theory/engagement.yaml"}
ENDED = (
    "ardennes/1944-12-bastogne",
    "ardennes/1944-12-siege",
    "kherson/2022-08-right-bank",
    "korsun/1944-01-bulge",
    "kursk/2024-08-incursion",
    "kursk/2024-09-salient",
    "kursk/2025-03-article",
    "kursk/2025-03-encirclement",
)
"""Scenarios of which the last evening is kept."""
TOLD = ("area", "strength", "casualties", "captured")
"""Measures of it, of both sides."""
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


def ends() -> str:
    """Return how each of the long campaigns ends under its first luck, a line a scenario."""
    lines = []
    for name in ENDED:
        last = played(name)[-1]
        told = [
            f"{each} " + " ".join(f"{last[SERIES.index(f'{each}_{side}')]:.2f}" for side in (0, 1)) for each in TOLD
        ]
        lines.append(f"{name}: {', '.join(told)}\n")
    return "".join(lines)


if __name__ == "__main__":
    (KEPT / "ends.txt").write_text(ends(), encoding="utf-8")
    for each in TRACED:
        (KEPT / f"{each}.txt").write_text(traced(each), encoding="utf-8")

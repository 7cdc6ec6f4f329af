"""The campaign as a Mesa model: agents that act, graphs that hold the ground, a collector that keeps the series."""

from collections.abc import Sequence
from typing import Any, Self

import mesa

from sim.campaign.engine import STANDARD
from sim.campaign.setup.deployment import Deployment
from sim.vocabulary import LEDGER, PRESENT, BadInput
from sim.world.constants import Constants
from sim.world.tables import Tables

from .civilians import suffer
from .coalition import go_home
from .combat import fight, muster
from .deep_fires import interdict, repair
from .events import apply_events, infiltrate, overrule
from .formation import Formation
from .front import survey
from .headquarters import Headquarters
from .links import Link
from .measures import reporters
from .reach import Reach, reach_from
from .reconnaissance import raise_alarms
from .replacements import replace_losses
from .sectors import line_up
from .supply import supply
from .supply_network import SupplyNetwork
from .theatre import Theatre, attributes
from .third_parties import Mediator, Supporter


class ReferenceCampaign(mesa.Model):
    """A scenario played day by day."""

    def __init__(self, world: Tables, laws: Constants, days: int, names: Sequence[str] = ()) -> None:
        """Set up a first day, to be played under some laws for so many days; places without names are numbered."""
        super().__init__(rng=int(world.key) % 2**32)
        self.laws = laws
        self.days = days
        self.key = int(world.key)
        self.day = 0
        self.mud = 0.0
        self.ceasefire = False
        self.theatre = Theatre(world, names or [str(number) for number in range(len(world.places))])
        self.ledger = dict.fromkeys(LEDGER, 0.0)
        self.reaches: dict[str, Reach] = {}
        self.headquarters = [Headquarters(self, side, attributes(row)) for side, row in enumerate(world.sides)]
        self.supporters = [Supporter(self, attributes(row)) for row in world.supporters]
        self.mediators = [Mediator(self, attributes(row)) for row in world.mediators]
        self.links = [Link(self, attributes(row)) for row in world.links]
        self.formations = [Formation(self, attributes(row)) for row in world.formations]
        self.events: list[dict[str, Any]] = [attributes(row) for row in world.events]
        self.datacollector = mesa.DataCollector(model_reporters=reporters(), tables={"ledger": LEDGER})

    @classmethod
    def of(cls, deployment: Deployment, seed: int, replication: int) -> Self:
        """Return the campaign of a scenario with the luck of one replication.

        Raises:
            BadInput: a side commands by code of its own, of which there is no second writing.

        """
        if deployment.doctrines != STANDARD:
            raise BadInput(
                "the reference knows no doctrine but the standard one; take the doctrine's code out of the scenario"
            )
        world = deployment.world(seed, replication)
        return cls(world, deployment.laws, deployment.scenario.days, deployment.cells.names)

    def present(self, side: int | None = None) -> list[Formation]:
        """Return the formations that are there, of one side or of both."""
        there = [formation for formation in self.formations if formation.status == PRESENT]
        return there if side is None else [formation for formation in there if formation.side == side]

    def note(self, cause: str, side: int, amount: float) -> None:
        """Note in the day's ledger what befell a side, under a cause of ``sim.vocabulary``."""
        self.ledger[f"{cause}_{side}"] += amount

    def reach(self, name: str) -> Reach:
        """Return what men in a place reach, which stays the same until the front moves."""
        if name not in self.reaches:
            self.reaches[name] = reach_from(self, name)
        return self.reaches[name]

    def step(self) -> None:
        """Play one day."""
        self.ledger = dict.fromkeys(LEDGER, 0.0)
        self.take_stock()
        sides, formations = self.agents_by_type[Headquarters], self.agents_by_type[Formation]
        sides.do("command")
        formations.do("count_anew")
        interdict(self)
        for link in self.links:
            link.open()
        supply(self, SupplyNetwork(self))
        formations.do("march")
        fight(self)
        survey(self)
        formations.do("encircle")
        formations.do("update_morale")
        sides.do("weigh_will")
        go_home(self)
        suffer(self)
        sides.do("gather_momentum")
        for supporter in self.supporters:
            supporter.reconsider()
        for mediator in self.mediators:
            mediator.reconsider()
        self.day += 1
        self.datacollector.collect(self)
        self.datacollector.add_table_row("ledger", self.ledger)
        self.running = self.day < self.days

    def take_stock(self) -> None:
        """Begin a day: what happens from outside, where the front runs, what aid arrives, who sees what."""
        sides = self.agents_by_type[Headquarters]
        repair(self)
        apply_events(self)
        replace_losses(self)
        infiltrate(self)
        overrule(self)
        survey(self)
        sides.do("receive_aid")
        muster(self)
        sides.do("cover")
        raise_alarms(self)
        sides.do("look")
        line_up(self)

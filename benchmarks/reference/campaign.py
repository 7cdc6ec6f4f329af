"""The campaign as a Mesa model: agents that act, graphs that hold the ground, a collector that keeps the series."""

from typing import Any

import mesa

from sim.campaign.setup.deployment import Deployment
from sim.vocabulary import AWAITED, LEFT, PRESENT, ROAD_DAMAGE, SEALED
from sim.world.chance import key_of

from .civilians import suffer
from .combat import fight, muster
from .deep_fires import interdict, repair
from .events import apply_event
from .formation import Formation
from .headquarters import Headquarters
from .measures import reporters
from .pocket import refuge
from .supply import supply
from .supply_network import SupplyNetwork
from .theatre import Theatre, attributes
from .third_parties import Mediator, Supporter


class ReferenceCampaign(mesa.Model):
    """A scenario played day by day."""

    def __init__(self, deployment: Deployment, seed: int, replication: int) -> None:
        super().__init__(rng=seed)
        names, tables = deployment.cells.names, deployment.tables
        self.laws = deployment.laws
        self.days = deployment.scenario.days
        self.key = key_of(seed, replication)
        self.day = 0
        self.mud = 0.0
        self.ceasefire = False
        self.theatre = Theatre(deployment)
        self.network: SupplyNetwork | None = None
        self.headquarters = [Headquarters(self, side, attributes(row)) for side, row in enumerate(tables["sides"])]
        self.supporters = [Supporter(self, attributes(row)) for row in tables["supporters"]]
        self.mediators = [Mediator(self, attributes(row)) for row in tables["mediators"]]
        self.formations = [Formation(self, names[row["place"]], attributes(row)) for row in tables["formations"]]
        self.events: list[dict[str, Any]] = [attributes(row) for row in tables["events"]]
        for event in self.events:
            if event["kind"] == ROAD_DAMAGE:
                road = tables["roads"][event["target"]]
                event["target"] = names[road["a"]], names[road["b"]]
        self.datacollector = mesa.DataCollector(model_reporters=reporters())

    def present(self, side: int | None = None) -> list[Formation]:
        """Return the formations that are there, of one side or of both."""
        there = [formation for formation in self.formations if formation.status == PRESENT]
        return there if side is None else [formation for formation in there if formation.side == side]

    def risk(self, name: str) -> float:
        """Return the expected log loss along the latest supply route to a place; 0 where none leads there."""
        return self.network.risk(name) if self.network else 0.0

    def step(self) -> None:
        """Play one day."""
        sides, formations = self.agents_by_type[Headquarters], self.agents_by_type[Formation]
        repair(self)
        self.apply_events()
        self.theatre.survey()
        sides.do("receive_aid")
        muster(self)
        sides.do("look")
        sides.do("command")
        interdict(self)
        self.network = SupplyNetwork(self)
        supply(self, self.network)
        formations.do("march")
        fight(self)
        self.theatre.survey()
        formations.do("encircle")
        formations.do("update_morale")
        sides.do("weigh_will")
        suffer(self)
        sides.do("gather_momentum")
        for supporter in self.supporters:
            supporter.reconsider()
        for mediator in self.mediators:
            mediator.reconsider()
        self.day += 1
        self.datacollector.collect(self)
        self.running = self.day < self.days

    def apply_events(self) -> None:
        """Let today's events take place, and formations arrive and leave."""
        for event in self.events:
            if event["day"] == self.day:
                apply_event(self, event)
        for formation in self.formations:
            if formation.status == AWAITED and formation.arrives <= self.day:
                self.arrive(formation)
            if formation.status == PRESENT and 0 <= formation.leaves <= self.day and formation.pocket != SEALED:
                formation.status = LEFT

    def arrive(self, formation: Formation) -> None:
        """Let a formation arrive where it was meant to, or as near to it as its side still holds ground."""
        if formation.here["holder"] != formation.side:
            goal, _ = refuge(formation)
            if goal is None:
                return
            formation.place = goal
        formation.status = PRESENT

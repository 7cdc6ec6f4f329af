"""The Mesa model: the campaign as agents play it, day by day."""

from collections.abc import Iterable, Sequence
from functools import partial

import mesa
import networkx as nx
from mesa.agent import AgentSet

from sim.campaign.agents import Actor, Formation, Headquarters, Mediator, Place, Supporter
from sim.campaign.deployment import Deployment
from sim.campaign.engine import STANDARD, Doctrines
from sim.rules.combat import fight
from sim.rules.day import live_on, take_stock
from sim.rules.front import survey
from sim.rules.interdiction import interdict
from sim.rules.record import record
from sim.rules.supply import supply
from sim.vocabulary import PRESENT, SERIES
from sim.world.row import Row
from sim.world.tables import interpreted


class Campaign(mesa.Model):
    """A scenario played on agents, with the same bits as the compiled engine.

    ``formation`` and ``headquarters`` may be subclasses with minds of their own; ``doctrines`` are rules as the
    engine takes them. ``datacollector`` holds the daily series; ``ground`` the places and roads as a networkx graph.
    """

    def __init__(
        self,
        deployment: Deployment,
        seed: int = 1,
        replication: int = 0,
        doctrines: Doctrines = STANDARD,
        formation: type[Formation] = Formation,
        headquarters: type[Headquarters] = Headquarters,
    ) -> None:
        """Deploy the scenario with the luck of one replication."""
        super().__init__(rng=seed)
        self.deployment = deployment
        self.declared = deployment.scenario
        self.laws = deployment.laws
        self.doctrines = doctrines
        self.day = 0
        kinds = {
            "formations": formation,
            "sides": headquarters,
            "supporters": Supporter,
            "mediators": Mediator,
            "places": Place,
        }
        makers = {table: partial(kind, self) for table, kind in kinds.items()}
        self.world = interpreted(deployment.world(seed, replication), makers)
        _name_actors(self)
        self.ground = ground_of(self)
        self.datacollector = mesa.DataCollector({name: partial(reading, n) for n, name in enumerate(SERIES)})

    def step(self) -> None:
        """Play one day: the phases of ``sim.rules.day.play_day``, with the agents acting for themselves."""
        world, laws, day = self.world, self.laws, self.day
        take_stock(world, laws, day)
        self.actors(Headquarters).do("command")
        interdict(world, laws, day)
        supply(world, laws, day)
        formations = self.actors(Formation)
        formations.do("march")
        fight(world, laws, day)
        survey(world, laws)
        formations.do("hold_out")
        formations.do("take_heart")
        live_on(world, laws, day)
        self.actors(Supporter).do("reconsider")
        self.actors(Mediator).do("reconsider")
        record(world, day)
        for formation in list(formations):
            if isinstance(formation, Formation) and formation.status > PRESENT:
                formation.remove()
        self.day += 1
        self.datacollector.collect(self)
        self.running = self.day < self.declared.days

    def actors(self, kind: type[Actor]) -> AgentSet:
        """Return the agents of a kind that still take part, in declared order."""
        return self.agents.select(lambda agent: isinstance(agent, kind))


def reading(column: int, model: Campaign) -> float:
    """Return one measure of the day just played."""
    return model.world.series[model.day - 1][column]


def ground_of(model: Campaign) -> nx.Graph:
    """Return places and roads as a graph whose nodes and edges carry the rows themselves."""
    graph = nx.Graph()
    names = list(model.declared.theatre.places)
    for name, place in zip(names, model.world.places, strict=True):
        graph.add_node(name, place=place, pos=(place.east, place.north))
    for road in model.world.roads:
        graph.add_edge(names[road.a], names[road.b], road=road)
    return graph


def _name_actors(model: Campaign) -> None:
    declared = model.declared
    tables: tuple[tuple[Sequence[Row], Iterable[str]], ...] = (
        (model.world.formations, declared.order_of_battle.formations),
        (model.world.sides, declared.sides),
        (model.world.supporters, declared.supporters),
        (model.world.mediators, declared.mediators),
        (model.world.places, declared.theatre.places),
    )
    for rows, names in tables:
        for row, name in zip(rows, names, strict=True):
            row.name = name  # type: ignore[attr-defined]

"""The Mesa model: the campaign as agents play it, day by day."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Self

import mesa
from mesa.agent import AgentSet

from sim.campaign.agents import Actor, Formation, Headquarters, Mediator, Place, Supporter
from sim.campaign.network import ground_of, network_of
from sim.campaign.own_doctrine import Doctrines
from sim.campaign.records import AGENT_REPORTERS, AgentReporters, Records
from sim.campaign.seeding import Seed, seed_of
from sim.campaign.setup.deployment import Deployment, deploy
from sim.rules.battle.combat import fight
from sim.rules.battle.losses import count_anew
from sim.rules.command.stance import obey
from sim.rules.day import live_on, take_stock
from sim.rules.depth.interdiction import interdict
from sim.rules.front import survey
from sim.rules.record import record
from sim.rules.supply.supply import supply
from sim.scenario.files.reading import read_scenario
from sim.scenario.scenario import Scenario
from sim.vocabulary import PRESENT, BadInput
from sim.world.row import Row
from sim.world.tables import interpreted

Playable = str | Path | Scenario | Deployment
"""What can be played: a scenario file, a scenario that was read, or one that was deployed."""


class Campaign(mesa.Model):
    """A scenario played on agents, a day a step, with the same bits as the compiled engine.

    ``model.random`` and ``model.rng`` drive nothing: chance is a pure function of seed, replication, day and name
    (decision 0005), so one seed is one campaign, whatever else is drawn from Mesa's streams.

    ``steps`` counts the days played and ``running`` ends with the last; a step past it changes nothing. ``space`` is a
    Mesa network whose cells are the places, by number, with the formations that stand there; ``ground`` holds the same
    places and roads by name, as a networkx graph. ``datacollector`` holds the daily series (``sim.SERIES``) and, of
    every agent, kind, name, side, place, strength, morale and supply (``sim.campaign.records``).
    """

    steps: int
    running: bool

    def __init__(
        self,
        scenario: Playable,
        *,
        rng: Seed = None,
        seed: Seed = None,
        replication: int = 0,
        doctrines: Doctrines | None = None,
        formation: type[Formation] = Formation,
        headquarters: type[Headquarters] = Headquarters,
        agent_reporters: AgentReporters | None = AGENT_REPORTERS,
        **kwargs: object,
    ) -> None:
        """Deploy a scenario with the luck of one replication.

        ``rng`` and ``seed`` are Mesa's two words for the seed: a whole number, or text or a generator that gives one.
        Without either, a fresh one is drawn; under ``mesa.batch_run``, run n of the batch has seed n + 1, in any
        number of processes. ``doctrines`` are rules as the engine takes them; ``formation`` and ``headquarters`` may be
        subclasses with minds of their own. ``agent_reporters`` are what Mesa's collector keeps of every agent by day;
        with None it keeps the daily series alone, and ``mesa.batch_run`` returns a row a run, not a row an agent.
        Any other keyword is a value of the scenario file by its path, as after
        ``--set``: ``Campaign("war.yaml", **{"sides.Ukraine.will": 0.6})``.

        Raises:
            BadInput: the scenario has errors, or the seed is no whole number below 2**64.
            ValueError: both ``rng`` and ``seed`` are given.

        """
        self.seed = seed_of(rng, seed)
        super().__init__(rng=self.seed)
        self.deployment = deployed(scenario, kwargs)
        self.declared = self.deployment.scenario
        self.laws = self.deployment.laws
        self.doctrines = doctrines or self.deployment.doctrines
        self._is_playing = False
        kinds = {
            "formations": formation,
            "sides": headquarters,
            "supporters": Supporter,
            "mediators": Mediator,
            "places": Place,
        }
        makers = {table: partial(kind, self) for table, kind in kinds.items()}
        self.world = interpreted(self.deployment.world(self.seed, int(replication)), makers)
        _name_actors(self)
        self.ground = ground_of(self.declared, self.world)
        self.space = network_of(self.ground, self.random)
        for number, place in enumerate(self.actors(Place)):
            place.cell = self.space[number]
        self._settle()
        self.datacollector = Records(agent_reporters)

    @classmethod
    def of(cls, file: str | Path, **keywords: object) -> Self:
        """Return the campaign of a scenario file, some of its values given by their paths.

        ``Campaign.of("war.yaml", seed=3, **{"sides.Ukraine.will": 0.6})``; the keywords are those of the class.
        """
        return cls(file, **keywords)  # type: ignore[arg-type]

    @property
    def day(self) -> int:
        """Return the day that is played, or between two steps the next one; 0 for the first."""
        return self.steps - self._is_playing

    def step(self) -> None:
        """Play one day, if one is left: the phases of ``sim.rules.day.play_day``, the agents acting for themselves."""
        if self.steps > self.declared.days:
            self.steps = self.declared.days
            return
        self._is_playing = True
        try:
            self._play(self.day)
        finally:
            self._is_playing = False
        self.datacollector.collect(self)
        self.running = self.steps < self.declared.days

    def actors(self, kind: type[Actor]) -> AgentSet:
        """Return the agents of a kind that still take part, in declared order."""
        return self.agents.select(lambda agent: isinstance(agent, kind))

    def _play(self, day: int) -> None:
        world, laws = self.world, self.laws
        take_stock(world, laws, day)
        self._settle()
        self.actors(Headquarters).do("command")
        obey(world)
        count_anew(world)
        interdict(world, laws, day)
        supply(world, laws, day)
        formations = self.actors(Formation)
        formations.do("march")
        fight(world, laws, day)
        survey(world, laws)
        self._settle()
        formations.do("encircle")
        formations.do("update_morale")
        live_on(world, laws, day)
        self.actors(Supporter).do("reconsider")
        self.actors(Mediator).do("mediate")
        record(world, day)
        for formation in list(formations):
            if isinstance(formation, Formation) and formation.status > PRESENT:
                formation.remove()
        self._settle()

    def _settle(self) -> None:
        """Put each formation into the cell of the place where it stands."""
        for formation in self.actors(Formation):
            here = self.space[formation.place] if formation.status == PRESENT else None
            if formation.cell is not here:
                formation.cell = here


def deployed(scenario: Playable, values: dict[str, object]) -> Deployment:
    """Return what is to be played, deployed, with values of its file changed by their paths.

    Raises:
        BadInput: the scenario has errors, or values are given to what is no file any more.

    """
    if isinstance(scenario, str | Path):
        return deploy(read_scenario(scenario, values))
    if values:
        raise BadInput(f"{', '.join(values)}: values by path change a scenario file; give its path")
    return scenario if isinstance(scenario, Deployment) else deploy(scenario)


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

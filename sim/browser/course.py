"""A course of events: a scenario, the changes and injects of the table, a seed - and the campaign that follows.

What is declared decides everything, so a course can go back to any day, be branched, and be saved as a scenario.
"""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from threading import Lock
from weakref import WeakValueDictionary

from sim.browser.drawings.cartography import Ground, ground_of
from sim.browser.injects import Inject, with_injects
from sim.browser.memory import give_back_soon
from sim.browser.own_model import campaign_class
from sim.browser.snapshot import Snapshot, snapshot_of
from sim.browser.spread import Spread
from sim.campaign.model import Campaign
from sim.campaign.negotiation.prospects import RolloutPlayer
from sim.campaign.negotiation.table import Talks, talk
from sim.campaign.outcome import Outcome, is_agreed, run, talk_days
from sim.campaign.setup.deployment import Deployment, deploy
from sim.scenario.events import EventDeclared
from sim.scenario.files.reading import read_scenario
from sim.scenario.fingerprint import fingerprint
from sim.scenario.scenario import Scenario
from sim.vocabulary import BadInput
from sim.world.tables import Tables, tabulated

BEYOND = 2**64
"""No seed has more than 64 bits: a greater one would give the campaign of a smaller."""
_grounds: dict[str, Ground] = {}
_deployments: WeakValueDictionary[str, Deployment] = WeakValueDictionary()


@dataclass(frozen=True)
class Declared:
    """What a course follows from."""

    file: Path
    seed: int
    changes: Mapping[str, object]
    """Values of parameters by path, as after ``--set``."""
    injects: tuple[Inject, ...] = ()


class Course:
    """A campaign on real Mesa agents with the mornings it has seen, and the talks it would have led to."""

    def __init__(self, declared: Declared, until: int = 0) -> None:
        """Read and deploy what is declared, and play up to the morning of day ``until``.

        Raises:
            BadInput: the scenario cannot be played: one message a fault.

        """
        self.declared = declared
        self.overrides = with_injects(declared.file, declared.changes, declared.injects)
        self.deployment = _deployed(read_scenario(declared.file, self.overrides))
        self.scenario = self.deployment.scenario
        self.ground = _ground(self)
        self.campaign: Campaign | None = _campaign(self.deployment, declared.seed)
        """None once it is over: mornings and ledger are all that is looked back on."""
        self.snapshots: list[Snapshot] = []
        self.ledger: list[Sequence[float]] = []
        """What moved the measures on each day so far, ``sim.vocabulary.LEDGER``."""
        self._states: dict[int, Tables] = {}
        """Mornings of talks in a model of one's own, whose minds no compiled run has."""
        self._keep(self.campaign)
        self.talks: dict[int, Talks] = {}
        self.agreed: int | None = None
        self.spread: Spread | None = None
        """The same under other luck, once that was asked for."""
        self._negotiating = Lock()
        self.play_until(min(until, self.days))

    @property
    def words(self) -> str:
        """Return what is played in a line: the scenario, who commands by code, and how much the table has changed."""
        counts = ((len(self.declared.changes), "changed value"), (len(self.declared.injects), "inject"))
        return ", ".join(
            [self.scenario.title, *self.by_code, *(f"{n} {name}{'s' * (n > 1)}" for n, name in counts if n)]
        )

    @property
    def by_code(self) -> list[str]:
        """Return in words which sides are commanded by code, and by which."""
        codes = [(name, side.doctrine.code) for name, side in self.scenario.sides.items()]
        return [f"{name} commanded by {Path(code.file).name}:{code.function}" for name, code in codes if code]

    @property
    def declared_events(self) -> list[EventDeclared]:
        """Return the dated events that the file declares, without the injects of the table."""
        injected = sum(len(inject.events) for inject in self.declared.injects)
        events = self.scenario.events
        return events[: len(events) - injected]

    def holder_of(self, day: int, place: str) -> str:
        """Return the side that holds a place on the morning of a day that was played."""
        holders = self.snapshots[day].places["holder"]
        return list(self.scenario.sides)[holders[self.deployment.cells.names.index(place)]]

    @property
    def days(self) -> int:
        """Return the length of the campaign: as declared, or up to the agreement that ended it."""
        return self.scenario.days if self.agreed is None else self.agreed

    def play_until(self, day: int) -> None:
        """Play the Mesa model until it has reached the morning of a day."""
        while self.campaign is not None and self.campaign.day < day:
            self.campaign.step()
            self._keep(self.campaign)
            if self.campaign.day == self.scenario.days:
                self.campaign = None
                give_back_soon()

    def has_talks_due(self, day: int) -> bool:
        """Return whether talks due up to the morning of a day are still to be held."""
        return any(due <= min(day, self.days) and due not in self.talks for due in talk_days(self.deployment))

    def negotiate_until(self, day: int) -> bool:
        """Hold the talks due up to the morning of a day; return whether there were any.

        They are those of the same campaign played compiled, which has the same bits. A model of one's own is looked
        ahead from by the standard rules, from its state on the day.
        """
        with self._negotiating:
            if self._states:
                return self._negotiate_from_states(day)
            wanted = {
                held.day: held
                for held in self._outcome.talks
                if held.day <= min(day, self.days) and held.day not in self.talks
            }
            self.talks |= wanted
            if self._outcome.agreed in self.talks:
                self.agreed = self._outcome.agreed
        return bool(wanted)

    def _keep(self, campaign: Campaign) -> None:
        day = campaign.day
        self.snapshots.append(snapshot_of(campaign, self.snapshots[-1] if self.snapshots else None))
        if day:
            self.ledger.append(array("d", campaign.world.ledger[day - 1]))
        if type(campaign) is not Campaign and day in talk_days(self.deployment):
            self._states[day] = tabulated(campaign.world)

    def _negotiate_from_states(self, day: int) -> bool:
        player, held = RolloutPlayer(self.deployment, (self.declared.seed, 0), self.deployment.doctrines), False
        for due, state in list(self._states.items()):
            if due <= min(day, self.days) and due not in self.talks:
                talks = talk(player, state, due, self.talks[max(self.talks)] if self.talks else None)
                self.talks = {**self.talks, due: talks}
                held = True
                if due < self.days and is_agreed(talks, self.declared.seed, 0):
                    self.agreed = due
        return held

    @cached_property
    def _outcome(self) -> Outcome:
        """The campaign played compiled, from the first day to what its last talks look ahead to, with all talks."""
        return run(self.deployment, self.declared.seed, 0)

    def date_of(self, day: int) -> date:
        """Return the date of a day."""
        return self.scenario.start + timedelta(days=day)


def seed_of(text: str, meaning: str = "seed") -> int:
    """Return the seed, or what else is meant, that a person wrote.

    Raises:
        BadInput: it is no whole number from 0 up, or has more than 64 bits.

    """
    try:
        seed = int(text)
    except ValueError:
        seed = -1
    if not 0 <= seed < BEYOND:
        raise BadInput(f'"{text[:30]}" is no {meaning}; write a whole number from 0 up, below 2^64')
    return seed


def _deployed(scenario: Scenario) -> Deployment:
    """Return a scenario deployed; all courses that declare the same, of whatever seed and visitor, share it."""
    mark = fingerprint(scenario)
    known = _deployments.get(mark)
    if known is None or known.scenario != scenario:
        known = _deployments[mark] = deploy(scenario)
    return known


def _campaign(deployment: Deployment, seed: int) -> Campaign:
    """Return the campaign of a deployment; the usual one without records of its agents, which no page shows."""
    kind = campaign_class()
    return kind(deployment, seed=seed, agent_reporters=None) if kind is Campaign else kind(deployment, seed=seed)


def _ground(course: Course) -> Ground:
    mark = fingerprint(course.scenario.theatre) + str(sorted(course.scenario.held.items()))
    if mark not in _grounds:
        _grounds[mark] = ground_of(course.deployment)
    return _grounds[mark]

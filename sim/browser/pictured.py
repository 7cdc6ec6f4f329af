"""Pictured: what maps, details and charts are drawn from - a course as it is, or as one side sees it."""

from datetime import date
from typing import Protocol

from sim.browser.drawings.cartography import Ground
from sim.browser.snapshot import Snapshot
from sim.browser.spread import Spread
from sim.campaign.setup.deployment import Deployment
from sim.scenario.scenario import Scenario


class Pictured(Protocol):
    """A campaign up to the days that were played."""

    @property
    def scenario(self) -> Scenario:
        """Return what is played."""

    @property
    def deployment(self) -> Deployment:
        """Return its first day's state."""

    @property
    def ground(self) -> Ground:
        """Return the drawing of its theatre."""

    @property
    def snapshots(self) -> list[Snapshot]:
        """Return the mornings so far."""

    @property
    def spread(self) -> Spread | None:
        """Return the same under other luck, if that was played."""

    def date_of(self, day: int) -> date:
        """Return the date of a day."""

"""A scenario: everything a campaign and the talks about it need to know."""

from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from sim.scenario.declaration import Day, Declaration
from sim.scenario.events import EventDeclared
from sim.scenario.laws import LawsDeclared
from sim.scenario.mediators import MediatorDeclared
from sim.scenario.order_of_battle import OrderOfBattleDeclared
from sim.scenario.orders import OrderDeclared
from sim.scenario.sides import SideDeclared, SupporterDeclared
from sim.scenario.talks import TalksDeclared
from sim.scenario.theatre import DamageDeclared, TheatreDeclared

SIDES = 2
MOST_DAYS = 3000
"""Days of the longest campaign."""
CONTESTED = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}


def _as_list(written: object) -> object:
    """Return one name as a list of it."""
    return [written] if isinstance(written, str) else written


class Scenario(Declaration):
    """What a scenario file declares, with all that it extends."""

    title: str
    """Name of the scenario; a file without one is a part of others."""
    about: str = ""
    """What the scenario asks, in a paragraph."""
    handling: str = ""
    """Banner that page, report and exports carry, such as EXERCISE EXERCISE EXERCISE."""
    start: Day
    """First day of the campaign, such as 2025-03-01."""
    days: Annotated[int, Field(ge=1, le=MOST_DAYS)]
    """Days that are played."""
    contested: Annotated[list[str], BeforeValidator(_as_list), WithJsonSchema(CONTESTED)]
    """Region, or list of regions, whose area is counted and bargained over together; an empty list for none."""
    theatre: TheatreDeclared
    sides: Annotated[dict[str, SideDeclared], Field(min_length=SIDES, max_length=SIDES)]
    """The two belligerents; the first is the one that holds, or may hold, foreign ground."""
    supporters: dict[str, SupporterDeclared] = Field(default_factory=dict)
    """Foreign powers that help a side, by name."""
    mediators: dict[str, MediatorDeclared] = Field(default_factory=dict)
    """Third parties at the table, by name."""
    held: dict[str, list[str]] = Field(default_factory=dict)
    """Places outside its own country that each side holds on the first day."""
    damaged: list[DamageDeclared] = Field(default_factory=list)
    """Roads that are damaged on the first day."""
    order_of_battle: OrderOfBattleDeclared
    events: list[EventDeclared] = Field(default_factory=list)
    """Dated events outside the will of the headquarters."""
    orders: list[OrderDeclared] = Field(default_factory=list)
    """What commanders order by hand; who is ordered nothing goes by the standard doctrine."""
    laws: LawsDeclared
    talks: TalksDeclared
    against: list[str] = Field(default_factory=list)
    """Scenarios, by file from this one or by name, that ``run`` contrasts this one with: its counterfactuals."""
    together: list[Annotated[list[str], Field(min_length=2)]] = Field(default_factory=list)
    """Groups of quantities, by path, that lie at the same share of their ranges in every world that is drawn."""

    @property
    def contested_name(self) -> str:
        """Return the contested regions in words."""
        return " and ".join(self.contested) or "no region"

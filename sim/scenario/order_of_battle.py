"""The order of battle: which formations take part, where and when."""

from typing import Annotated, Final, Literal

from pydantic import Field

from sim.scenario.declaration import Day, Declaration, Share
from sim.scenario.quantity import Confidence

SIDC: Final = r"^([A-Za-z*-]{10,15}|[0-9]{20}([0-9]{10})?)$"
"""Codes of symbols in letters and in digits."""
Echelon = Literal[
    "team", "squad", "section", "platoon", "company", "battalion", "regiment", "brigade", "division", "corps", "army"
]


class FormationDeclared(Declaration):
    """A brigade, regiment or battalion."""

    side: str
    """Side that it fights for."""
    member: str | None = None
    """Member of the side's coalition to which it belongs."""
    kind: Literal["line", "special"] = "line"
    """Special forces raid behind the line as well as hold it."""
    strength: Annotated[float, Field(gt=0, le=1e7)]
    """Men on its first day, before the side's ``strength_scale``."""
    place: str
    """Place where it stands on its first day."""
    quality: Annotated[float, Field(gt=0, le=5)] = 1.0
    """Fighting value of a man, 1 for the usual."""
    morale: Share | None = None
    """Cohesion on its first day; the side's if not given."""
    dug_in: Share = 0.5
    """How far its positions are prepared on its first day."""
    arrives: Day | None = None
    """First day; from the start if not given."""
    leaves: Day | None = None
    """Day on which it is withdrawn from the theatre."""
    symbol: Annotated[str, Field(pattern=SIDC)] | None = None
    """Code of its symbol on maps (SIDC): 15 letters of MIL-STD-2525C or 20 digits of APP-6 D; by its name without."""
    echelon: Echelon | None = None
    """Its echelon on maps; the last that its name has, if not given."""
    short: Annotated[str, Field(max_length=12)] = ""
    """Short designation on maps; its number, if not given."""
    source: str = ""
    confidence: Confidence = "low"


class OrderOfBattleDeclared(Declaration):
    """All formations of both sides."""

    source: str = ""
    """Where the order of battle comes from."""
    formations: Annotated[dict[str, FormationDeclared], Field(min_length=1)]
    """Formations by name; they act in this order."""

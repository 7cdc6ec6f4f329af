"""The order of battle: which formations take part, where and when."""

from typing import Annotated, Literal

from pydantic import Field

from sim.scenario.declaration import Day, Declaration, Share
from sim.scenario.quantity import Confidence


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
    source: str = ""
    confidence: Confidence = "low"


class OrderOfBattleDeclared(Declaration):
    """All formations of both sides."""

    source: str = ""
    """Where the order of battle comes from."""
    formations: Annotated[dict[str, FormationDeclared], Field(min_length=1)]
    """Formations by name; they act in this order."""

"""Links: ways by air, sea or rail on which supplies come, whoever holds the ground between."""

from typing import Annotated, Literal

from pydantic import Field

from sim.scenario.declaration import Declaration
from sim.scenario.quantity import SHARE, Quantity, off, quantity


class LinkDeclared(Declaration):
    """A way from one place of a side to another that needs no ground between them: an airlift, a ferry, a railway."""

    kind: Literal["air", "sea", "rail"]
    """How it goes."""
    start: Annotated[str, Field(alias="from")]
    """Place at one end."""
    end: Annotated[str, Field(alias="to")]
    """Place at the other end."""
    capacity: Quantity = quantity("t/day", "What it can carry a day at the most.", bounds=(0, 1e7))
    carriers: Quantity | None = quantity(
        "carriers", "Aircraft, ships or trains that ply it; not counted if left out.", None, bounds=(0, 1e6)
    )
    load: Quantity = quantity("t/day", "What one of them brings a day.", off("t/day", 1.0), bounds=(0.001, 1e6))
    replacement: Quantity = quantity(
        "carriers/day", "Carriers that replace losses a day, up to the number at first.", off("carriers/day")
    )
    loss: Quantity = quantity(
        "1", "Share of what is sent that never arrives, as it is shot down or misdropped.", off("1"), bounds=(0, 0.99)
    )
    carrier_loss: Quantity = quantity(
        "1", "Carriers lost for each carrier's load that is sent.", off("1"), bounds=SHARE
    )
    weather: Quantity = quantity("1", "Chance that weather closes it for a day.", off("1"), bounds=SHARE)
    source: str = ""
    """Where the numbers come from."""

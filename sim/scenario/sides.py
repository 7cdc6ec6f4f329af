"""The sides: what each belligerent has, wants and does; and the powers that support it."""

from typing import Annotated

from pydantic import Field, WithJsonSchema

from sim.scenario.declaration import Day, Declaration
from sim.scenario.links import LinkDeclared
from sim.scenario.quantity import SHARE, Quantity, off, quantity


class ForceDeclared(Declaration):
    """What a side's formations have in common."""

    strength_scale: Quantity = quantity(
        "1", "Factor on the declared strength of every formation.", bounds=(0.001, 1000)
    )
    quality: Quantity = quantity("1", "Factor on the fighting value of every man.", bounds=(0.001, 1000))
    morale: Quantity = quantity("1", "Cohesion of formations on the first day, in [0, 1].", bounds=SHARE)
    artillery: Quantity = quantity(
        "1", "Power that artillery preparation adds to an assault, as a share.", bounds=(0, 10)
    )
    bombs: Quantity = quantity(
        "1/day", "Share of an assaulted place's fortification that air strikes destroy a day.", bounds=SHARE
    )
    replacements: Quantity = quantity(
        "men/day", "Men who join the ranks of formations below their first strength.", off("men/day"), bounds=(0, 1e6)
    )


class ReconnaissanceDeclared(Declaration):
    """What a side sees, and lets be seen."""

    own_coverage: Quantity = quantity("1", "Share of the battlefield that own reconnaissance covers.", bounds=SHARE)
    deception: Quantity = quantity("1", "Share by which the enemy underrates the side's strength.", bounds=SHARE)


class DeepFiresDeclared(Declaration):
    """How a side strikes behind the line."""

    drones: Quantity = quantity(
        "1", "Density of strike drones over roads within reach, 1 for the usual.", bounds=(0, 100)
    )
    road_strikes: Quantity = quantity("1/day", "Strike sorties against open road.", bounds=(0, 1000))
    crossing_strikes: Quantity = quantity("1/day", "Strike sorties against bridges and pontoons.", bounds=(0, 1000))
    depot_strikes: Quantity = quantity("1/day", "Strike sorties against depots.", bounds=(0, 1000))
    assembly_strikes: Quantity = quantity(
        "1/day", "Strike sorties against troops massed for an assault.", off("1/day"), bounds=(0, 1000)
    )
    command_strikes: Quantity = quantity(
        "1/day", "Strike sorties against command posts.", off("1/day"), bounds=(0, 1000)
    )
    counter_drone: Quantity = quantity(
        "1",
        "Share of the enemy's drones over roads that strikes on their crews silence, under complete coverage in depth.",
        off("1"),
        bounds=SHARE,
    )
    raids: Quantity = quantity("1", "Capacity a successful raid takes from a road, as a share.", bounds=SHARE)


class SustainmentDeclared(Declaration):
    """How a side keeps its formations supplied."""

    depots: list[str]
    """Places from which supplies come; a depot serves whoever holds its place, if it is the side's own."""
    links: dict[str, LinkDeclared] = Field(default_factory=dict)
    """Ways by air, sea or rail, each by a name of its own."""
    depot_capacity: dict[str, Quantity] = quantity(
        "t/day", "What each depot can send, where it is not as usual.", {}, bounds=(0, 1e7)
    )
    depot_trucks: dict[str, Quantity] = quantity(
        "trucks", "Trucks that serve one depot alone, by its place.", {}, bounds=(0, 1e6)
    )
    trucks: Quantity = quantity(
        "trucks", "Trucks that move supplies in the theatre for all other depots.", bounds=(0, 1e6)
    )
    replacement: Quantity = quantity(
        "trucks/day", "Trucks that replace losses a day, up to the number at first.", bounds=(0, 1e6)
    )
    stock: Quantity = quantity("days", "Days of supply with every formation on the first day.", bounds=(0, 365))
    reliance: Quantity = quantity("1", "Share of fighting power that rests on foreign materiel.", bounds=SHARE)
    dependence: Quantity = quantity("1", "Share of its war budget that foreign money pays.", bounds=SHARE)


class CodeDeclared(Declaration):
    """A doctrine that is code: a function and the text of its file; scenario files write ``FILE:FUNCTION``."""

    file: str
    """Python file, relative to the scenario that names it."""
    function: str
    """Name of a function of ``(world, laws, day, side)``."""
    text: str
    """Text of the file; read from it."""

    def __str__(self) -> str:
        """Return it as files name it."""
        return f"{self.file}:{self.function}"


class DoctrineDeclared(Declaration):
    """How a side's headquarters commands; text in place of it all is its ``code``."""

    code: Annotated[CodeDeclared | None, WithJsonSchema({"type": "string", "pattern": r".+\.py:\w+"})] = None
    """Function of a Python file that commands in place of the standard doctrine: ``my_doctrine.py:leave_in_time``."""
    assaults: bool | Quantity = quantity(
        "1",
        "Share of its men who may be under orders to assault at once; true for what the laws say, false for none.",
        bounds=SHARE,
    )
    prepared: Quantity = quantity(
        "day", "Days of preparation behind its assaults on the first day.", off("day"), bounds=(0, 365)
    )
    crosses_border: bool
    """Whether it also attacks beyond its own country and the contested region."""
    may_withdraw: bool
    """Whether politics allow it to leave foreign ground that it holds in the contested region."""
    threshold: Quantity = quantity("1", "Perceived ratio of power at which it assaults.", bounds=(1e-6, 1e6))
    reserve: Quantity = quantity("1", "Call for troops below which rear formations stay in reserve.", bounds=(0, 1e6))
    stickiness: Quantity = quantity(
        "1", "Danger, in [0, 1], that a formation bears before it withdraws.", bounds=(0, 10)
    )
    axes: dict[str, Quantity] = quantity(
        "1", "Places the plan of attack aims at, each with its weight.", {}, bounds=(0, 10)
    )
    aims: dict[str, Quantity] = quantity(
        "km", "Ground that it wants, so near to these places; without any, all that politics let it attack.", {}
    )


class MemberDeclared(Declaration):
    """A member of a side's coalition: formations that name it go home with it."""

    will: Quantity = quantity(
        "1", "Its will on the first day, in [0, 1]; it goes home when that is exhausted.", off("1", 1.0), bounds=SHARE
    )
    leaves: Day | None = None
    """Day on which it goes home whatever happens."""


class SideDeclared(Declaration):
    """A belligerent."""

    short: str
    """Abbreviation for maps and tables."""
    force: ForceDeclared
    reconnaissance: ReconnaissanceDeclared
    deep_fires: DeepFiresDeclared
    sustainment: SustainmentDeclared
    doctrine: DoctrineDeclared
    members: dict[str, MemberDeclared] = Field(default_factory=dict)
    """Members of its coalition with a will of their own, by name."""
    will: Quantity = quantity("1", "Will to go on with the war on the first day, in [0, 1].", bounds=SHARE)


class SupporterDeclared(Declaration):
    """A foreign power that helps a side."""

    side: str
    """Side that it helps."""
    coverage: Quantity = quantity("1", "Coverage of the battlefield it lends at full support.", bounds=SHARE)
    intelligence: Quantity = quantity("1", "Level of lent intelligence on the first day, in [0, 1].", bounds=SHARE)
    materiel: Quantity = quantity("1", "Level of arms deliveries on the first day, in [0, 1].", bounds=SHARE)
    share: Quantity = quantity("1", "Share of the side's foreign materiel that it gives.", bounds=SHARE)
    money: Quantity = quantity("1", "Level of money on the first day, in [0, 1].", bounds=SHARE)
    money_share: Quantity = quantity("1", "Share of the side's foreign money that it gives.", bounds=SHARE)
    follows: Quantity = quantity(
        "1", "Change of arms deliveries a day per unit of the side's momentum.", bounds=(0, 100)
    )

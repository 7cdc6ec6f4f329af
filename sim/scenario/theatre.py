"""The theatre: places, roads, regions and rivers, as a scenario declares them."""

from typing import Annotated, Literal

from pydantic import Field, Strict

from sim.scenario.declaration import Declaration, Share
from sim.scenario.quantity import Confidence

Terrain = Literal["open", "mixed", "wooded", "urban"]
Point = Annotated[tuple[float, float], Strict(strict=False)]
"""A longitude and a latitude, in degrees."""
Outline = Annotated[list[list[Point]], Strict(strict=False)]
"""Lines or rings of points."""
RoadClass = Literal["primary", "secondary", "local"]


class RegionDeclared(Declaration):
    """A polygon on the map, such as a province."""

    file: str
    """GeoJSON file, relative to the scenario that names it."""
    outline: Outline
    """Its rings; read from the file. One that runs clockwise is a hole in the one before (RFC 7946)."""
    source: str = ""
    confidence: Confidence = "medium"


class RiversDeclared(Declaration):
    """Rivers, for the map only."""

    file: str
    """GeoJSON file, relative to the scenario that names it."""
    outline: Outline
    """Their lines; read from the file."""
    source: str = ""
    confidence: Confidence = "medium"


class PlaceDeclared(Declaration):
    """A settlement or junction."""

    lat: Annotated[float, Field(ge=-90, le=90)]
    """Latitude, degrees north."""
    lon: Annotated[float, Field(ge=-180, le=180)]
    """Longitude, degrees east."""
    side: str
    """Side whose country it lies in."""
    region: str | None = None
    """Region that its cell is clipped to and counts for."""
    kind: str = "village"
    """What it is; for the map only."""
    population: Annotated[int, Field(ge=0, le=10**9)] = 0
    """People before the war."""
    terrain: Terrain = "mixed"
    """Ground around it: what it adds to a defence is in `laws.terrain`."""
    works: Share = 0.0
    """Prepared fortifications of its holder, from none to complete."""
    symbol: Share = 0.0
    """Symbolic value, from none to the greatest of the theatre."""
    source: str = ""
    confidence: Confidence = "low"


class RoadDeclared(Declaration):
    """A road between two places."""

    start: Annotated[str, Field(alias="from")]
    """Place at one end."""
    end: Annotated[str, Field(alias="to")]
    """Place at the other end."""
    km: Annotated[float, Field(gt=0, le=20000)]
    """Length; the straight line and the class make it, if not given."""
    road_class: Annotated[RoadClass, Field(alias="class")] = "local"
    """Class of the road: what it carries is in `laws.road_capacity`."""
    ref: str | None = None
    """Number of the road."""
    river: bool = False
    """Whether it meets a river."""
    crossing: str | None = None
    """Name of the bridge or pontoon it depends on."""
    source: str = ""
    confidence: Confidence = "low"


class TheatreDeclared(Declaration):
    """The map of a scenario."""

    name: str
    """Name of the theatre; the title of the scenario, if not given."""
    source: str = ""
    """Where the map comes from."""
    projection: str
    """An equal-area map projection in metres, in PROJ notation."""
    regions: dict[str, RegionDeclared] = Field(default_factory=dict)
    """Regions on the map, by name; places lie in at most one."""
    rivers: RiversDeclared | None = None
    """Rivers, for the map only."""
    places: Annotated[dict[str, PlaceDeclared], Field(min_length=2)]
    """Settlements and junctions, by name."""
    roads: Annotated[list[RoadDeclared], Field(min_length=1)]
    """Roads between places."""


class DamageDeclared(Declaration):
    """A road that is damaged on the first day."""

    start: Annotated[str, Field(alias="from")]
    """Place at one end of the road."""
    end: Annotated[str, Field(alias="to")]
    """Place at its other end."""
    damage: Share
    """Share of its capacity that is lost."""
    source: str = ""
    confidence: Confidence = "low"

"""Sources: the files that a draft is made from, and which of them go together."""

from dataclasses import dataclass
from pathlib import Path

from sim.vocabulary import BadInput


@dataclass(frozen=True)
class Sources:
    """Files of a draft; what is not given is guessed, or taken from the teaching case."""

    places: Path | None = None
    """Table or points."""
    roads: Path | None = None
    """Table or lines."""
    region: Path | None = None
    """What is contested: areas."""
    control: Path | None = None
    """Who holds what: areas."""
    orbat: Path | None = None
    """Order of battle: a scenario of ORBAT Mapper."""
    osm: Path | None = None
    """Places and roads: an OpenStreetMap extract."""
    extends: Path | None = None
    """Scenario from which all but the order of battle is taken."""

    def __post_init__(self) -> None:
        """Refuse files that do not go together.

        Raises:
            BadInput: they do not.

        """
        map_files = (self.places, self.roads, self.region, self.control, self.osm)
        if self.extends:
            if self.orbat is None or any(map_files):
                raise BadInput("--extends goes with --orbat, and with no file of a map; name these two")
        elif self.osm:
            if self.places or self.roads:
                raise BadInput("--osm has places and roads already; leave --places and --roads out")
        elif self.orbat and not self.places:
            raise BadInput("--orbat says who stands where, but there is no map; name --osm, --places or --extends too")
        elif (self.places is None) != (self.region is None) or (self.places is None and any(map_files)):
            raise BadInput("--places and --region go together, with --roads and --control if there are such; name both")

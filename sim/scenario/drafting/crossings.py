"""Crossings: the bridges over rivers that roads depend on, each under one name."""

from typing import Final

import numpy as np
import shapely
from shapely.geometry import LineString
from shapely.strtree import STRtree

from sim.scenario.checks.roads import distance
from sim.scenario.drafting.osm_extract import Extract
from sim.scenario.drafting.road_net import Link

SAME: Final = 0.3
"""Kilometres within which two bridges over one river, such as the two ways of a motorway, are one crossing."""


class Crossings:
    """The crossings of a theatre, named as they are met."""

    def __init__(self, extract: Extract, places: dict[str, tuple[float, float]]) -> None:
        self.extract = extract
        self.places = places
        self.rivers = [LineString(points) for _, points in extract.rivers]
        self.tree = STRtree(self.rivers)
        self.known: list[tuple[str, float, float]] = []

    def of(self, link: Link) -> tuple[bool, str]:
        """Return whether a road meets a river, and the name of the longest bridge over one, or nothing."""
        extract = self.extract
        pieces = [LineString(extract.points[[extract.starts[piece], extract.ends[piece]]]) for piece in link.pieces]
        met, rivers = self.tree.query(pieces, predicate="intersects") if self.rivers else (np.zeros(0, int),) * 2
        bridges = [
            (float(shapely.length(pieces[n])), int(n), int(river))
            for n, river in zip(met, rivers, strict=True)
            if extract.ways[extract.of_way[link.pieces[n]]].bridge is not None
        ]
        if not bridges:
            return len(met) > 0, ""
        _, piece, river = max(bridges)
        middle = shapely.centroid(shapely.intersection(pieces[piece], self.rivers[river]))
        told = extract.ways[extract.of_way[link.pieces[piece]]].bridge or ""
        return True, self._name(told, extract.rivers[river][0], shapely.get_x(middle), shapely.get_y(middle))

    def _name(self, told: str, river: str, lon: float, lat: float) -> str:
        """Return the name of a bridge at a point: that of the same bridge, if it was met before."""
        for name, other_lon, other_lat in self.known:
            if distance(lat, lon, other_lat, other_lon) <= SAME:
                return name
        nearest = min(
            self.places, key=lambda each: distance(lat, lon, self.places[each][1], self.places[each][0]), default=""
        )
        wanted = told or f"{river or 'River'} bridge at {nearest}"
        taken = {name for name, _, _ in self.known}
        number, name = 1, wanted
        while name in taken:
            number += 1
            name = f"{wanted} {number}"
        self.known.append((name, float(lon), float(lat)))
        return name

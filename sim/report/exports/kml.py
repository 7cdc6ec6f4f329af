"""KML with times: formations and the front by day, for Google Earth, QGIS and whatever else plays a time slider."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import groupby
from typing import Any
from xml.etree import ElementTree as ET

import pandas as pd

from sim.report.geojson import lines_of

NAMESPACE = "http://www.opengis.net/kml/2.2"
COLOURS = ("ffa86900", "ff004ec2")
"""Of the first and the second side, as KML writes colours: alpha, blue, green, red."""
ICON = 0.7
"""Size of a formation's icon beside the usual."""
FRONT = "front"


def kml(title: str, sides: Iterable[str], days: pd.DataFrame, fronts: Mapping[str, Any]) -> str:
    """Return a KML document of one run: a folder a side with its formations by spell, and one with the front by day.

    ``days`` are formations by day, ``fronts`` the front lines as GeoJSON.
    """
    root = ET.Element("kml", xmlns=NAMESPACE)
    document = ET.SubElement(root, "Document")
    _text(document, "name", title)
    for number, side in enumerate(sides):
        _style(document, side, COLOURS[number])
    _style(document, FRONT, "ff000000")
    for side in sides:
        folder = _folder(document, side)
        mine = days[(days["side"] == side) & (days["status"] == "present") & (days["day"] > 0)]
        for formation, rows in mine.groupby("formation", sort=False):
            _spells(folder, side, str(formation), rows)
    folder = _folder(document, "Front line")
    for feature in fronts["features"]:
        _front(folder, feature)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _spells(folder: ET.Element, side: str, formation: str, rows: pd.DataFrame) -> None:
    """Add a placemark for each spell that a formation stays in one place."""
    for place, spell in groupby(rows.to_dict("records"), key=lambda row: row["place"]):
        days = list(spell)
        mark = _mark(folder, formation, side, days[0]["date"], days[-1]["date"])
        men = f"{days[0]['men']:,.0f} men, then {days[-1]['men']:,.0f}"
        _text(mark, "description", f"{place}: {men}; {days[-1]['supply_days']:.1f} days of supplies at the end")
        point = ET.SubElement(mark, "Point")
        _text(point, "coordinates", f"{days[0]['lon']},{days[0]['lat']}")


def _front(folder: ET.Element, feature: Mapping[str, Any]) -> None:
    day, parts = feature["properties"]["date"], lines_of(feature["geometry"])
    if not parts:
        return
    mark = _mark(folder, f"Front on {day}", FRONT, day, day)
    several = ET.SubElement(mark, "MultiGeometry")
    for part in parts:
        line = ET.SubElement(several, "LineString")
        _text(line, "tessellate", "1")
        _text(line, "coordinates", " ".join(f"{lon},{lat}" for lon, lat in part))


def _mark(folder: ET.Element, name: str, style: str, first: str, last: str) -> ET.Element:
    """Return a placemark that is shown from the first day to the end of the last."""
    mark = ET.SubElement(folder, "Placemark")
    _text(mark, "name", name)
    span = ET.SubElement(mark, "TimeSpan")
    _text(span, "begin", first)
    _text(span, "end", str(date.fromisoformat(last) + timedelta(days=1)))
    _text(mark, "styleUrl", f"#{_id(style)}")
    return mark


def _style(document: ET.Element, name: str, colour: str) -> None:
    style = ET.SubElement(document, "Style", id=_id(name))
    icon = ET.SubElement(style, "IconStyle")
    _text(icon, "color", colour)
    _text(icon, "scale", str(ICON))
    line = ET.SubElement(style, "LineStyle")
    _text(line, "color", colour)
    _text(line, "width", "3")


def _folder(document: ET.Element, name: str) -> ET.Element:
    folder = ET.SubElement(document, "Folder")
    _text(folder, "name", name)
    return folder


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = text


def _id(name: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in f"style-{name}")

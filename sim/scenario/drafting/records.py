"""Records: what a table (CSV) or a layer of a map (GeoJSON) says of each place, road or area."""

import csv
import io
import json
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, Final

from sim.scenario.files.geographic_layer import Layer, geometries, read_layer
from sim.scenario.files.text_file import MEGABYTE, UnreadableError, read_text
from sim.vocabulary import BadInput

LARGEST: Final = 16 * MEGABYTE
"""Bytes of a layer."""
LATITUDE: Final = ("lat", "latitude", "y")
LONGITUDE: Final = ("lon", "long", "lng", "longitude", "x")
NORTH: Final = 90.0
AROUND: Final = 360.0
"""Degrees of latitude and longitude at most; beyond 180 it goes on over the date line."""
DELIMITERS: Final = ",;\t"


@dataclass
class Record:
    """One line of a table or one feature of a layer."""

    where: str
    """File, and line or number, for messages."""
    values: dict[str, str]
    """What it says, by lower-case key; empty values are left out."""
    points: list[tuple[float, float]] = field(default_factory=list)
    """Longitude and latitude of each point it is, if any."""
    layer: Layer = field(default_factory=Layer)
    """The lines and areas it draws."""

    def value(self, *keys: str) -> str | None:
        """Return what stands under the first of some keys that is there."""
        return next((self.values[key] for key in keys if key in self.values), None)

    def number(self, *keys: str) -> float | None:
        """Return the number under the first of some keys that is there.

        Raises:
            BadInput: what stands there is no number.

        """
        text = self.value(*keys)
        return None if text is None else self.as_number(text, keys[0])

    def as_number(self, text: str, key: str) -> float:
        """Return the finite number that a text under a key is.

        Raises:
            BadInput: it is none.

        """
        try:
            number = float(text)
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            raise BadInput(f'{self.where}: "{text}" under {key} is no number; write it like 46.8')
        return number


def records_in(file: Path, most: int) -> list[Record]:
    """Return the records of a table or layer, told apart by their first character.

    Raises:
        BadInput: the file cannot be read, holds no record, or more than ``most``.

    """
    try:
        text = read_text(file, "a table (CSV) or a layer (GeoJSON)", LARGEST)
        records = _features(file, text) if text.lstrip().startswith("{") else _lines(file, text)
        found = list(islice(records, most + 1))
    except UnreadableError as wrong:
        raise BadInput(f"{file}: {wrong}" if str(file) not in str(wrong) else str(wrong)) from None
    if not found:
        raise BadInput(f"{file}: nothing is in it; write a line of names and one for each place, or export the layer")
    if len(found) > most:
        raise BadInput(f"{file}: it holds more than {most:,} lines or features; leave out what lies beyond the theatre")
    return found


def _lines(file: Path, text: str) -> Iterator[Record]:
    header = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=header.count)
    for number, line in enumerate(csv.DictReader(io.StringIO(text), delimiter=delimiter), start=2):
        record = Record(f"{file}:{number}", _plain(line))
        lat, lon = record.number(*LATITUDE), record.number(*LONGITUDE)
        if lat is not None and lon is not None:
            if abs(lat) > NORTH or abs(lon) > AROUND:
                raise BadInput(f"{record.where}: ({lat:g}, {lon:g}) is nowhere on earth; write latitude and longitude")
            record.points.append((lon, lat))
        yield record


def _features(file: Path, text: str) -> Iterator[Record]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as wrong:
        raise UnreadableError(f"{file} is no GeoJSON: {wrong}", "export the layer as GeoJSON") from None
    features = document.get("features") if document.get("type") == "FeatureCollection" else [document]
    for number, feature in enumerate(features if isinstance(features, list) else [], start=1):
        of_its_own = feature.get("properties") if isinstance(feature, dict) else None
        properties = of_its_own if isinstance(of_its_own, dict) else {}
        points = [at for kind, at in geometries(feature, 0) if kind == "Point"]
        yield Record(f"{file}, feature {number}", _plain(properties), points, read_layer(json.dumps(feature)))


def _plain(values: dict[Any, Any]) -> dict[str, str]:
    named = {str(key).strip().lower(): str(value).strip() for key, value in values.items() if value is not None}
    return {key: value for key, value in named.items() if value}

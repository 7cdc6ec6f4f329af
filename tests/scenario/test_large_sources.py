"""Tables and layers of any size from which a draft is made: it is made in seconds, or told what is too much."""

import json
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sim.scenario.drafting.draft import write_draft
from sim.scenario.drafting.sources import Sources
from sim.vocabulary import BadInput
from tests.scenario.test_unusual_files import outline_of, scattered

SQUARE = json.dumps({"type": "Polygon", "coordinates": [[[35, 51], [36, 51], [36, 52], [35, 52], [35, 51]]]})


def table(places: int) -> str:
    at = random.Random(places)  # noqa: S311 - no secret
    lines = [f"p{n},{51 + at.random():.5f},{35 + at.random():.5f},{'AB'[n % 2]}" for n in range(places)]
    return "\n".join(["name,lat,lon,side", *lines])


def drafted(folder: Path, places: str, region: str, **others: str) -> Path:
    files = {"places.csv": places, "region.geojson": region, **{f"{name}.json": text for name, text in others.items()}}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    named = {name: folder / f"{name}.json" for name in others}
    return write_draft(
        folder / "own", "2025", Sources(folder / "places.csv", region=folder / "region.geojson", **named)
    )[0]


@pytest.mark.parametrize(
    ("places", "region", "message"),
    [
        (4, (outline_of, 200_000), "region.geojson: it draws 200,000 points; simplify it .*: 50,000 are the most"),
        (4, (scattered, 1, 30_000), "outlines of more than 5,000 points cross themselves; mend it in"),
        (4, (scattered, 1, 4000), "region.geojson: its outlines cross themselves more than 1,000 times; mend it"),
        (4, (scattered, 1000, 3), "its polygons cross one another more than 50,000 times; mend it in"),
        (20_000, (str, SQUARE), "places.csv: it holds more than 1,000 lines or features; leave out what lies beyond"),
    ],
)  # fmt: skip
def test_what_is_too_much_is_told_soon_and_nothing_is_written(
    tmp_path: Path, places: int, region: tuple[Callable[..., str], Any], message: str
) -> None:
    make, *size = region
    table_of, drawn = table(places), make(*size)
    begun = time.process_time()

    with pytest.raises(BadInput, match=message):
        drafted(tmp_path, table_of, drawn)

    assert time.process_time() - begun < 3
    assert not (tmp_path / "own").exists()


def test_who_holds_what_is_bounded_too(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"control\.json: it draws 60,000 points"):
        drafted(tmp_path, table(4), SQUARE, control=outline_of(60_000))


def test_the_most_places_are_joined_to_their_neighbours_soon(tmp_path: Path) -> None:
    begun = time.process_time()

    text = drafted(tmp_path, table(600), SQUARE).read_text(encoding="utf-8")

    assert 600 < text.count("{from: ") < 1800, "neighbours by Gabriel are a planar graph"
    assert time.process_time() - begun < 6


def test_the_ends_of_many_drawn_roads_are_found_soon(tmp_path: Path) -> None:
    at = random.Random(1)  # noqa: S311 - no secret
    lines = [[[35 + at.random(), 51 + at.random()] for _ in range(2)] for _ in range(3000)]
    begun = time.process_time()

    text = drafted(
        tmp_path, table(300), SQUARE, roads=json.dumps({"type": "MultiLineString", "coordinates": lines})
    ).read_text(encoding="utf-8")

    assert text.count("{from: ") > 800
    assert time.process_time() - begun < 4


def test_drawn_roads_are_bounded(tmp_path: Path) -> None:
    lines = [[[35, 51], [36, 52]]] * 10_001

    with pytest.raises(BadInput, match="draws more than 10,000 lines; export the larger roads alone"):
        drafted(tmp_path, table(4), SQUARE, roads=json.dumps({"type": "MultiLineString", "coordinates": lines}))


def test_a_line_without_points_is_no_road(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="the road has no ends; add columns from and to"):
        drafted(tmp_path, table(4), SQUARE, roads=json.dumps({"type": "LineString", "coordinates": []}))

"""Files that are no scenario, or one that no program should choke on: each ends in a line, at once."""

import json
import os
import time
from pathlib import Path

import pytest

from sim.scenario.files.overrides import Overrides
from sim.scenario.files.text_file import UnreadableError, read_text
from tests.scenario.duel import examined_duel


def told(folder: Path, changes: str = "", overrides: Overrides = ()) -> list[str]:
    return [
        f"{error.line}: {error.message}; {error.remedy}" for error in examined_duel(folder, changes, overrides).errors
    ]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            "order_of_battle: {formations: {1st Blue: {strength: 2,200}}}",
            "2: the comma in 2,200 ends the number; write strength: 2200",
        ),
        (
            "theatre: {places: {West: {population: 25,000}}}",
            "2: the comma in 25,000 ends the number; write population: 25000",
        ),
        (
            "laws: {attrition: {weiss: {value: 0,5}}}",
            "2: the comma in 0,5 ends the number; write value: 0.5",
        ),
        ("dais:", '2: the key is unknown; did you mean "days"?'),
        ("start: 9999-12-31", "2: the calendar ends before the campaign and its talks; start earlier"),
    ],
)
def test_a_slip_is_told_with_what_to_write(tmp_path: Path, changes: str, message: str) -> None:
    assert told(tmp_path, changes)[0] == message


def test_a_known_key_without_a_value_removes_what_is_inherited(tmp_path: Path) -> None:
    assert told(tmp_path, "events:\nsupporters: {Friend: }\n") == []


@pytest.mark.parametrize("deep", ["? " * 10_000 + "a", "{" * 900, "a: " + "[" * 10_000, "{a: " * 10_000])
def test_depth_is_told_and_ends_nothing(tmp_path: Path, deep: str) -> None:
    assert "this is not YAML" in told(tmp_path, deep)[0] or "a key is no plain name" in told(tmp_path, deep)[0]


def test_values_without_number_are_not_read_to_the_end(tmp_path: Path) -> None:
    begun = time.process_time()

    (error, *_) = told(tmp_path, "a: [" + "1," * 1_900_000 + "1]")

    assert "it holds more than 100,000 values" in error
    assert time.process_time() - begun < 10


def test_bytes_that_are_no_text_cannot_be_set(tmp_path: Path) -> None:
    assert told(tmp_path, "", ["title=\udcff"]) == [
        "None: this holds bytes that are no UTF-8; write plain text in UTF-8"
    ]


@pytest.mark.parametrize("changes", ['title: "\\e[31mRED"', '"\\e]0;pwned\\a": 1', 'title: "a\\0b"'])
def test_text_commands_no_terminal(tmp_path: Path, changes: str) -> None:
    assert "2: the text holds the control character \\x" in told(tmp_path, changes)[0]
    assert "this holds the control character \\x1b" in told(tmp_path, "", ["title=\x1b[31mRED"])[0]


def test_the_first_fifty_of_very_many_faults_are_told_soon(tmp_path: Path) -> None:
    begun = time.process_time()

    faults = told(tmp_path, "".join(f"unknown{n}: 1\n" for n in range(20_000)))

    assert len(faults) == 51
    assert faults[-1] == "51: more errors follow; mend these first"
    assert time.process_time() - begun < 10


def test_names_that_look_alike_are_alike(tmp_path: Path) -> None:
    place = "lat: 51.6, lon: 35.35, side: Blue, region: Square"
    roads = ", ".join(f"{{from: {a}, to: {b}, km: 30}}" for a, b in (
        ("West", "Hill"), ("Hill", "Ford"), ("Ford", "East"), ("Hill", "Lo\u0301dz\u0301"), ("Hill", "Hill\u00a060"),
    ))  # fmt: skip
    names = f"L\u00f3d\u017a: {{{place}}}, Hill 60: {{{place.replace('35.35', '35.3')}}}"

    assert told(tmp_path, f"theatre: {{places: {{{names}}}, roads: [{roads.replace('Lo', 'Lo')}]}}\n") == []


def outline_of(points: int) -> str:
    """Return a polygon whose one side has very many points, as a coast or a river has them."""
    coast = [[round(36 - n / points, 6), 52 - n % 2 / 100] for n in range(points - 4)]
    return json.dumps({"type": "Polygon", "coordinates": [[[35, 51], [36, 51], *coast, [35, 52], [35, 51]]]})


def test_an_outline_of_more_points_than_any_map_needs_is_told_soon(tmp_path: Path) -> None:
    (tmp_path / "coast.geojson").write_text(outline_of(200_000), encoding="utf-8")
    begun = time.process_time()

    (line,) = told(tmp_path, "theatre: {regions: {Square: {file: coast.geojson}}}\n")

    assert line.startswith("2: coast.geojson draws 200,000 points; simplify it in a map program, to ten metres say; ")
    assert line.endswith("all outlines together may have 50,000")
    assert time.process_time() - begun < 10 * 200 / 700, "the largest file holds 700,000"


def test_outlines_are_bounded_together_and_the_longest_is_named(tmp_path: Path) -> None:
    for name, points in (("coast", 30_000), ("isle", 10_000), ("river", 25_000)):
        (tmp_path / f"{name}.geojson").write_text(outline_of(points), encoding="utf-8")
    named = "{regions: {Square: {file: coast.geojson}, Isle: {file: isle.geojson}}, rivers: {file: river.geojson}}"

    (line,) = told(tmp_path, f"theatre: {named}\n")

    assert line.startswith("2: coast.geojson draws 30,000 points, of 65,000 of all outlines; ")


def scattered(number: int, corners: int) -> str:
    """Return polygons whose sides cross in all directions: the corners go around by the golden angle."""
    points = [[round(35 + n * 0.618034 % 1, 6), round(51 + n * 0.754878 % 1, 6)] for n in range(number * corners)]
    rings = [points[first : first + corners] for first in range(0, len(points), corners)]
    return json.dumps({"type": "MultiPolygon", "coordinates": [[[*ring, ring[0]]] for ring in rings]})


@pytest.mark.parametrize(
    ("number", "corners", "message"),
    [
        (1, 4000, "the outline crosses itself more than 1,000 times; mend it"),
        (1, 30_000, "the outline crosses itself; mend it"),
        (40, 40, "the outline crosses itself more than 1,000 times; mend it"),
        (1000, 3, "its polygons cross one another, or other regions, more than 50,000 times; dissolve them"),
    ],
)
def test_a_tangle_is_told_before_ground_is_made_of_it(tmp_path: Path, number: int, corners: int, message: str) -> None:
    (tmp_path / "tangle.geojson").write_text(scattered(number, corners), encoding="utf-8")
    begun = time.process_time()

    (line,) = told(tmp_path, "theatre: {regions: {Square: {file: tangle.geojson}}}\n")

    assert line.startswith(f"2: {message} ")
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("name", ["folder", "pipe", "/dev/zero", "large", "gone", "a\0b", "secret/x", "latin"])
def test_only_regular_files_of_bounded_size_are_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "large").write_bytes(b"a" * 200)
    (tmp_path / "latin").write_bytes(b"\xe9")

    with pytest.raises(UnreadableError):
        read_text(tmp_path / name, "a file", largest=100)


def test_a_file_is_found_however_its_name_is_spelt(tmp_path: Path) -> None:
    (tmp_path / "Lo\u0301dz.txt").write_text("here", encoding="utf-8")

    assert read_text(tmp_path / "L\u00f3dz.txt", "a file") == "here"

"""A scenario's content as twelve characters, and its parameters by path."""

import re
from pathlib import Path

from pydantic import BaseModel

from sim.scenario.fingerprint import fingerprint
from sim.scenario.parameters import parameters
from sim.scenario.quantity import Quantity
from tests.scenario.given import BASE, sound, written


def test_a_fingerprint_is_twelve_hexadecimal_digits_and_known(tmp_path: Path) -> None:
    base = sound(written(tmp_path, base=BASE)["base"])

    assert re.fullmatch("[0-9a-f]{12}", fingerprint(base))
    assert fingerprint(base) == "3b88b7bc331a"


def test_comments_file_names_and_inheritance_do_not_count(tmp_path: Path) -> None:
    files = written(
        tmp_path,
        base="# a remark\n" + BASE.replace("value: 20, unit: km/day", "unit: km/day, value: 2e1"),
        odd=BASE.replace("name: base", "name: odd").replace("value: 20", "value: 15"),
        child="extends: odd.yaml\nname: base\nsides: {North: {rate: 20}, South Land: {rate: 20}}\n",
    )
    plain = written(tmp_path, other=BASE)["other"]

    assert fingerprint(sound(files["base"])) == fingerprint(sound(plain)) == fingerprint(sound(files["child"]))


def test_every_value_counts(tmp_path: Path) -> None:
    base = written(tmp_path, base=BASE)["base"]
    changes = ["sides.North.rate=21", "start=2025-03-02", "roads.0.to=D", "weather.mud=1", "sides.North.rate.note=x"]

    marks = {fingerprint(sound(base)), *(fingerprint(sound(base, [change])) for change in changes)}

    assert len(marks) == len(changes) + 1


def test_parameters_are_listed_by_the_path_that_sets_them(tmp_path: Path) -> None:
    base = written(tmp_path, base=BASE)["base"]

    found = parameters(sound(base))

    assert list(found) == ["sides.North.rate", 'sides."South Land".rate']
    assert all(parameters(sound(base, [f"{path}=11"]))[path].value == 11 for path in found)


class Spans(BaseModel):
    lengths: list[Quantity]


def test_parameters_in_lists_are_found_by_position(tmp_path: Path) -> None:
    rate = sound(written(tmp_path, base=BASE)["base"]).sides["North"].rate

    assert list(parameters(Spans(lengths=[rate, rate]))) == ["lengths.0", "lengths.1"]


class Sheet(BaseModel):
    file: str
    outline: list[float]


def test_a_map_counts_by_what_it_shows_and_not_by_its_file() -> None:
    here, there = Sheet(file="here", outline=[1, 2]), Sheet(file="there", outline=[1, 2])
    other = Sheet(file="here", outline=[1, 3])

    assert fingerprint(here) == fingerprint(there)
    assert fingerprint(here) != fingerprint(other)

"""Single values changed from outside."""

from pathlib import Path

import pytest

from tests.scenario.given import BASE, sound, told, written


@pytest.fixture
def base(tmp_path: Path) -> str:
    return written(tmp_path, base=BASE)["base"]


@pytest.mark.parametrize("path", ["sides.South Land.rate", 'sides."South Land".rate', "sides.South Land.rate.value"])
def test_a_number_set_over_a_quantity_replaces_only_its_value(base: str, path: str) -> None:
    before, after = sound(base), sound(base, [f"{path}=11.5"])

    changed = before.sides["South Land"].rate.model_copy(update={"value": 11.5})
    assert after.sides["South Land"].rate == changed
    assert after.sides["North"] == before.sides["North"]


def test_values_may_be_given_by_path(base: str) -> None:
    after = sound(base, {"sides.North.rate": 12, "name": "other", "roads": [{"from": "P", "to": "Q"}]})

    assert after.sides["North"].rate.value == 12
    assert after.name == "other"
    assert [road.to for road in after.roads] == ["Q"]


def test_the_value_is_read_as_yaml(base: str) -> None:
    after = sound(base, ["start=2025-05-01", 'name="3"', "roads.1.to=Q=R"])

    assert after.start.month == 5
    assert after.name == "3"
    assert [road.to for road in after.roads] == ["B", "Q=R"]


def test_a_declared_part_that_no_file_wrote_can_be_set(base: str) -> None:
    assert sound(base, ["weather.mud=1e-1"]).weather.mud == 0.1


def test_later_overrides_prevail(base: str) -> None:
    assert sound(base, ["name=x", "name=y"]).name == "y"


@pytest.mark.parametrize(
    ("override", "fault"),
    [
        ("sides.Norht.rate=1", '"Norht" is not a part of sides; did you mean "North"?'),
        ("weather.mood=1", "weather.mood: the key is unknown; known here: mud"),
        ("wether.mud=1", '"wether" is not a part of the scenario; did you mean "weather"?'),
        ("xyz=1", '"xyz" is not a part of the scenario; known here: name, roads, sides, start, weather'),
        ("roads.0.form=1", '"form" is not a part of roads.0; did you mean "from"?'),
        ("roads.7.to=1", '"7" is not a part of roads; give a position from 0 to 1'),
        ("name.first=1", '"first" is not a part of name; it is a single value; end the path here'),
        ("sides.North.rate=99", "the value 99 is outside its range [10, 30]; change the value"),
        ("sides.North.reserve=3", "a bare number needs unit, range, source and confidence; write"),
        ("sides.North.rate=fast", "it should be a valid dictionary"),
        ("name", "this sets nothing; write a path and a value"),
        ("=3", "this sets nothing; write a path and a value"),
    ],
)
def test_an_override_that_cannot_be_followed_is_one_fault_that_quotes_it(base: str, override: str, fault: str) -> None:
    (line,) = told(base, [override])

    assert line.startswith(f"--set {override}: ")
    assert fault in line

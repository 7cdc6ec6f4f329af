"""The short form of a quantity."""

from pathlib import Path

import pytest

from sim.scenario.files.reading import examine_scenario, read_scenario
from sim.scenario.parameters import parameters
from sim.scenario.quantity import Quantity
from sim.vocabulary import BadInput
from tests.scenario.teaching import TEACHING, written

WILL = 'will: [0.9, 0.5, 1.0, "fiction"]'


def will_of_north(folder: Path, text: str) -> Quantity:
    return read_scenario(written(folder, TEACHING.replace(WILL, f"will: {text}"))).sides["North"].will


def quantity(value: float, low: float, high: float, source: str, confidence: str = "low") -> Quantity:
    parts = {"value": value, "unit": "1", "range": [low, high], "source": source, "confidence": confidence}
    return Quantity.model_validate(parts)


ASSUMED = "ASSUMED: no source is given"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("0.8", quantity(0.8, 0.4, 1.0, ASSUMED)),
        ("0.3", quantity(0.3, 0.3, 1.0, ASSUMED)),
        ("[0.8, Smith 2020]", quantity(0.8, 0.4, 1.0, "Smith 2020")),
        ("[0.8, 0.7, 0.9]", quantity(0.8, 0.7, 0.9, ASSUMED)),
        ("[0.8, 0.7, 0.9, Smith 2020]", quantity(0.8, 0.7, 0.9, "Smith 2020")),
        ("[0.8, 0.7, 0.9, Smith 2020, high]", quantity(0.8, 0.7, 0.9, "Smith 2020", "high")),
        ("{value: 0.8, source: Smith 2020, confidence: medium}", quantity(0.8, 0.4, 1.0, "Smith 2020", "medium")),
    ],
)
def test_what_is_left_out_comes_from_the_key(tmp_path: Path, text: str, meant: Quantity) -> None:
    assert will_of_north(tmp_path, text) == meant


def test_where_no_default_gives_a_range_it_reaches_half_the_value_to_either_side(tmp_path: Path) -> None:
    weights = "{South: 0.4, North: 0.6}"
    issues = f"talks: {{issues: {{Basin: {{weights: {weights}}}, Trade: {{weights: {weights}, if_war: 0.2}}}}}}\n"

    south = read_scenario(written(tmp_path, TEACHING + issues)).talks.issues["Basin"].weights["South"]

    assert south.range == pytest.approx((0.2, 0.6))
    assert south.source == ASSUMED


@pytest.mark.parametrize("text", ["[]", "[0.8, 0.9]", "[0.8, 0.7, 0.9, 1.0]", "[high]", "[0.8, 0.7, 0.9, a, b, c]"])
def test_a_list_of_another_shape_is_told_how_to_be_written(tmp_path: Path, text: str) -> None:
    file = written(tmp_path, TEACHING.replace(WILL, f"will: {text}"))

    error = examine_scenario(file).errors[0]

    assert (error.where, error.line) == ("sides.North.will", 1 + TEACHING[: TEACHING.index(WILL)].count("\n"))
    assert error.remedy == 'write [value, low, high, "source"], or [value, "source"]'


def test_a_number_over_an_inherited_short_form_replaces_its_value_alone(tmp_path: Path) -> None:
    written(tmp_path)
    variant = tmp_path / "variant.yaml"
    variant.write_text("extends: two-valleys.yaml\nsides: {North: {will: 0.6}}\n", encoding="utf-8")

    assert read_scenario(variant).sides["North"].will == quantity(0.6, 0.5, 1.0, "fiction")
    assert read_scenario(variant, ["sides.North.will=0.7"]).sides["North"].will == quantity(0.7, 0.5, 1.0, "fiction")


def test_every_form_can_be_set_on_the_command_line(tmp_path: Path) -> None:
    scenario = read_scenario(written(tmp_path), ["sides.South.will=[0.5, 0.4, 0.6, Smith 2020]", "talks.horizon=10"])

    assert scenario.sides["South"].will == quantity(0.5, 0.4, 0.6, "Smith 2020")
    assert scenario.talks.horizon == 10


def test_what_is_off_by_default_stays_off_until_somebody_speaks_of_it(
    tmp_path: Path,
) -> None:
    off = read_scenario(written(tmp_path)).sides["South"].deep_fires.drones
    said = read_scenario(written(tmp_path), ["sides.South.deep_fires.drones=1"]).sides["South"].deep_fires.drones

    assert (off.value, off.range) == (0.0, (0.0, 0.0))
    assert (said.value, said.range) == (1.0, (0.5, 1.5))


def test_both_sides_can_be_set_where_neither_is_declared(tmp_path: Path) -> None:
    paths = ("talks.costs.{}.time", "talks.patience.{}.pressure", "talks.issues.Basin.weights.{}")
    values = {path.format(side): 0.5 for path in paths for side in ("South", "North")}

    found = parameters(read_scenario(written(tmp_path), values))

    assert {path: found[path].value for path in values} == values
    with pytest.raises(BadInput, match="Nobody"):
        read_scenario(tmp_path / "two-valleys.yaml", ["talks.costs.Nobody.time=0.1", "talks.costs.South.time=0.1"])

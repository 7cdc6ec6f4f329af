from pathlib import Path

import pytest

from sim.results.interval import Interval
from sim.scenario.files.reading import read_scenario
from sim.validation.factor import Effect, Factor, Mechanism, effect
from tests.scenarios.shipped import FOLDER

ENGAGEMENT = FOLDER / "theory" / "engagement.yaml"
QUALITY = "sides.Defender.force.quality"
LOSSES = Mechanism("losses of the first side", ("casualties_0",), 1)


def found(*sides: int) -> Effect:
    days = {day: Interval(side, side - 0.5, side + 0.5) for day, side in enumerate(sides[1:])}
    return Effect(
        Factor("x", 1, LOSSES, "nobody", {}),
        Interval(sides[0], sides[0] - 0.5, sides[0] + 0.5),
        days,
        {},
        Interval(0, -1, 1),
    )


@pytest.mark.parametrize(
    ("sides", "verdict"),
    [
        ((1, 1, 1), "as documented"),
        ((0, 0, 0), "no effect shown"),
        ((-1, -1, 0), "the other way"),
        ((1, 1, -1), "as documented, reversed on day 1"),
    ],
)
def test_the_verdict_follows_the_mean_ground_and_tells_of_reversals(sides: tuple[int, ...], verdict: str) -> None:
    assert found(*sides).verdict(0.1) == verdict


def test_an_effect_too_small_to_matter_is_called_slight() -> None:
    assert found(1).verdict(2.0) == "as documented, slightly"
    assert found(-1).verdict(2.0) == "the other way, slightly"


def test_a_factor_that_is_the_same_off_and_on_has_no_effect_at_all() -> None:
    same = effect(ENGAGEMENT, Factor("nothing", 1, LOSSES, "nobody", {}), [3], 4, 1, 0.9)

    assert same.area == Interval(0, 0, 0)
    assert same.first_verdict() == "not shown"
    assert set(same.by_day) == {3, 8}


def test_better_defenders_keep_more_ground_under_the_same_luck() -> None:
    worse = {f"{QUALITY}.value": 0.5}
    better = {f"{QUALITY}.value": 2.0}

    quality = effect(ENGAGEMENT, Factor("quality", -1, LOSSES, "nobody", worse, better), [4], 8, 1, 0.9)

    assert quality.verdict(0.01) == "as documented"
    assert quality.first_verdict() == "yes"


def test_a_value_that_the_scenario_does_not_know_is_refused(tmp_path: Path) -> None:
    (tmp_path / "copy.yaml").write_text(f"extends: {ENGAGEMENT}\n", encoding="utf-8")

    with pytest.raises(Exception, match="not a part"):
        read_scenario(tmp_path / "copy.yaml", {"sides.Attacker.luck": 1})


def test_with_talks_at_the_end_the_effect_on_leverage_is_told() -> None:
    factor = Factor("quality", -1, LOSSES, "nobody", {f"{QUALITY}.value": 0.5}, {f"{QUALITY}.value": 2.0})

    leverage = effect(ENGAGEMENT, factor, [4], 3, 1, 0.9, talking=True).at_end["leverage_0"]

    assert leverage.mean < 0

from datetime import date
from pathlib import Path

import pytest

from sim.experiment.questions.varying import varied
from sim.scenario.files.reading import read_scenario
from sim.vocabulary import BadInput

FIELD = Path(__file__).parents[3] / "scenarios/theory/equal-sides.yaml"


def test_a_quantity_is_varied_over_its_range() -> None:
    path = "sides.Blue.force.strength_scale"
    change = varied(path, scenario := read_scenario(FIELD))

    assert change.declared == float(scenario.sides["Blue"].force.strength_scale)
    assert change.bounds == scenario.sides["Blue"].force.strength_scale.range
    assert (
        float(read_scenario(FIELD, change.overrides(change.bounds[1])).sides["Blue"].force.strength_scale)
        == change.bounds[1]
    )


def test_copies_of_a_formation_are_put_beside_it() -> None:
    change = varied("copies:Blue van", scenario := read_scenario(FIELD), (None, "3"))

    formations = read_scenario(FIELD, change.overrides(2)).order_of_battle.formations
    assert (change.declared, change.bounds) == (0, (0, 3))
    assert len(formations) == len(scenario.order_of_battle.formations) + 2
    assert formations["Blue van, copy 2"] == scenario.order_of_battle.formations["Blue van"]
    assert change.overrides(0) == {}


def test_a_date_or_a_count_is_varied_within_bounds_that_are_given() -> None:
    scenario = read_scenario(FIELD)
    when = varied("start", scenario, ("2000-01-01", "2000-02-01"))

    assert when.bounds == (date(2000, 1, 1), date(2000, 2, 1))
    assert varied("days", scenario, ("1", "9")).bounds == (1, 9)


@pytest.mark.parametrize(
    ("name", "bounds", "says"),
    [
        ("sides.Blue.force.strenght_scale", (None, None), "did you mean"),
        ("copies:Blue vann", (None, None), "did you mean"),
        ("days", (None, None), "give --from and --to"),
        ("days", ("one", "9"), "--from one"),
        ("title", (None, None), "no number and no date"),
    ],
)
def test_what_cannot_be_varied_is_refused(name: str, bounds: tuple[str | None, str | None], says: str) -> None:
    with pytest.raises(BadInput, match=says):
        varied(name, read_scenario(FIELD), bounds)


def test_a_name_of_several_words_needs_no_quotes_of_its_own() -> None:
    article = read_scenario(FIELD.parents[1] / "kursk/2025-03-article.yaml")

    assert varied("supporters.United States.intelligence", article).bounds == (0.0, 1.0)

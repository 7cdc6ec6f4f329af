"""The campaign as a Mesa model: what a user of Mesa expects of one."""

import copy
import pickle
from collections.abc import Callable

import numpy as np
import pytest
from mesa.batchrunner import batch_run

from sim.campaign.agents import Formation, Place
from sim.campaign.model import Campaign
from sim.campaign.outcome import run
from sim.campaign.seeding import Seed
from sim.scenario.files.reading import read_scenario
from sim.vocabulary import DESTROYED, PRESENT, SERIES, BadInput
from tests.scenarios.shipped import FOLDER, deployed

ARTICLE = str(FOLDER / "kursk" / "2025-03-article.yaml")
EQUAL = str(FOLDER / "theory" / "equal-sides.yaml")
ITERATIONS = "ignore:The `iterations` keyword argument is deprecated:DeprecationWarning"


def series(model: Campaign) -> bytes:
    """Return the days played so far, as bytes."""
    return np.array(model.world.series[: model.steps]).tobytes()


def played(model: Campaign, days: int) -> Campaign:
    """Return a model after so many steps."""
    for _ in range(days):
        model.step()
    return model


def test_it_ends_by_itself_on_the_last_day_and_a_step_past_it_changes_nothing() -> None:
    model = Campaign(EQUAL, seed=1)
    model.run_model()
    ended = series(model)
    model.step()

    assert (model.steps, model.day, model.running) == (model.declared.days, model.declared.days, False)
    assert series(model) == ended
    assert len(model.datacollector.get_model_vars_dataframe()) == model.declared.days


def test_a_file_a_scenario_and_a_deployment_are_the_same_campaign() -> None:
    scenario = read_scenario(EQUAL)
    campaigns = [Campaign(EQUAL, seed=2), Campaign(scenario, seed=2), Campaign(deployed("theory/equal-sides"), seed=2)]

    assert len({series(played(model, 5)) for model in campaigns}) == 1


@pytest.mark.parametrize("given", [7, "7", 7.0, np.int64(7)])
def test_a_seed_may_be_a_number_or_text_and_go_by_either_of_its_names(given: Seed) -> None:
    expected = run(deployed("theory/equal-sides"), 7, 0, talking=False).series

    by_seed, by_rng = Campaign(EQUAL, seed=given), Campaign(EQUAL, rng=given)

    assert series(played(by_seed, 5)) == series(played(by_rng, 5)) == expected[:5].tobytes()


def test_without_a_seed_two_campaigns_differ() -> None:
    assert Campaign(EQUAL).seed != Campaign(EQUAL).seed


def test_a_generator_draws_the_seed() -> None:
    one, same, other = (Campaign(EQUAL, rng=np.random.default_rng(n)).seed for n in (1, 1, 2))

    assert one == same != other


@pytest.mark.parametrize("given", ["seven", "", "7.5", 7.5, -1, 2**64, float("inf"), float("nan")])
def test_what_is_no_seed_is_refused(given: Seed) -> None:
    with pytest.raises(BadInput, match="write a whole number"):
        Campaign(EQUAL, seed=given)


def test_seed_and_rng_together_are_refused() -> None:
    with pytest.raises(ValueError, match="either rng or seed"):
        Campaign(EQUAL, seed=1, rng=1)


def test_values_of_the_scenario_are_reached_by_their_paths() -> None:
    model = Campaign.of(ARTICLE, seed=1, **{"sides.Ukraine.will": 0.4, "days": 3})

    assert model.world.sides[0].will == 0.4
    assert model.declared.days == 3


def test_a_misspelt_keyword_is_told_in_a_line() -> None:
    with pytest.raises(BadInput, match='"sede" is not a part of the scenario'):
        Campaign(EQUAL, sede=1)


def test_values_by_path_ask_for_a_file() -> None:
    with pytest.raises(BadInput, match="give its path"):
        Campaign(deployed("theory/equal-sides"), seed=1, days=3)


def test_streams_of_mesa_drive_nothing() -> None:
    quiet, disturbed = Campaign(EQUAL, seed=1), Campaign(EQUAL, seed=1)
    disturbed.random.random()
    disturbed.rng.random()

    assert series(played(disturbed, 5)) == series(played(quiet, 5))


def test_the_space_is_kept_in_step_with_formations_that_arrive_march_and_go() -> None:
    model = Campaign(str(FOLDER / "kursk" / "2024-08-incursion.yaml"), seed=1)
    formations = [each for each in model.world.formations if isinstance(each, Formation)]
    began = {each: each.cell for each in formations}
    while model.running:
        if model.steps == model.declared.days // 2:
            formations[0].status = DESTROYED
        model.step()
        in_cells = {each for each in model.space.agents if isinstance(each, Formation)}

        assert in_cells == {each for each in formations if each.status == PRESENT}
        assert all(each.cell.coordinate == each.place and each in each.cell.agents for each in in_cells)
    moved = {(began[each] is None, each.cell is None, began[each] is each.cell) for each in formations}
    assert {(True, False, False), (False, False, False), (False, True, False)} <= moved


def test_cells_are_the_places_joined_by_roads() -> None:
    model = Campaign(ARTICLE, seed=1)
    names = list(model.declared.theatre.places)
    neighbours = {names[cell.coordinate] for cell in model.space[names.index("Sudzha")].connections.values()}

    assert neighbours == set(model.ground["Sudzha"])
    assert [place.name for place in model.space[names.index("Sudzha")].agents if isinstance(place, Place)] == ["Sudzha"]


def test_agent_records_sum_to_the_daily_series() -> None:
    model = played(Campaign(ARTICLE, seed=1), 10)
    records = model.datacollector.get_agent_vars_dataframe()
    days = model.datacollector.get_model_vars_dataframe()
    records = records[records["kind"] == "Formation"].dropna(subset=["strength"])
    by_day = records.groupby(["Step", "side"])["strength"].sum().unstack()

    assert {"name", "place", "strength", "morale", "supply"} <= set(records.columns)
    assert set(records["place"]) <= set(model.declared.theatre.places)
    assert by_day[0].to_numpy() == pytest.approx(days["strength_0"].to_numpy())
    assert by_day[1].to_numpy() == pytest.approx(days["strength_1"].to_numpy())
    men = records["strength"]
    supply = (records["supply"] * men).groupby([records.index.get_level_values("Step"), records["side"]]).sum()
    assert (supply.unstack()[0] / by_day[0]).to_numpy() == pytest.approx(days["stock_days_0"].to_numpy())


@pytest.mark.parametrize("again", [copy.deepcopy, lambda model: pickle.loads(pickle.dumps(model))])  # noqa: S301
def test_a_copy_goes_on_as_the_model_does(again: Callable[[Campaign], Campaign]) -> None:
    model = played(Campaign(EQUAL, seed=1), 3)
    other = again(model)

    assert series(played(other, 4)) == series(played(model, 4))
    assert {each.cell for each in other.actors(Formation)} <= set(other.space.all_cells)


@pytest.mark.filterwarnings(ITERATIONS)
def test_iterations_of_a_batch_differ_and_are_the_same_in_any_number_of_processes() -> None:
    parameters = {"scenario": [ARTICLE], "days": 8, "agent_reporters": None}

    batches = [
        sorted(
            batch_run(Campaign, parameters, iterations=3, number_processes=processes, display_progress=False),
            key=lambda row: row["RunId"],
        )
        for processes in (1, 2)
    ]

    assert batches[0] == batches[1]
    assert len({row["casualties_0"] for row in batches[0]}) == len(batches[0]) == 3
    expected = [run(deployed("kursk/2025-03-article"), seed, 0, talking=False).series[7] for seed in (1, 2, 3)]
    assert [row["casualties_0"] for row in batches[0]] == [day[SERIES.index("casualties_0")] for day in expected]


@pytest.mark.filterwarnings(ITERATIONS)
def test_a_batch_has_a_row_for_every_agent_with_what_it_came_to_on_the_last_day() -> None:
    rows = batch_run(Campaign, {"scenario": [ARTICLE], "days": 4}, iterations=2, display_progress=False)
    model = played(Campaign(ARTICLE, seed=1, days=4), 4)
    formations = {each.name: each.strength for each in model.actors(Formation) if isinstance(each, Formation)}

    first = {row["name"]: row for row in rows if row["RunId"] == 0 and row["kind"] == "Formation"}
    assert {name: row["strength"] for name, row in first.items()} == formations
    assert {row["casualties_0"] for row in first.values()} == {model.world.series[3][SERIES.index("casualties_0")]}
    assert len({row["casualties_0"] for row in rows}) == 2
    assert {row["kind"] for row in rows} >= {"Formation", "Headquarters", "Place"}
    assert all(row["strength"] is None for row in rows if row["kind"] != "Formation")

from pathlib import Path

import pytest

from sim.campaign.outcome import run
from sim.campaign.setup.deployment import deploy
from sim.experiment.planning import plan
from sim.experiment.sweeps.study import Values
from sim.results.digest import digest_of
from sim.scenario.files.reading import read_scenario
from sim.vocabulary import BadInput
from tests.experiment.short_design import KURSK, hypercube, written

ARTICLE = KURSK / "2025-03-article.yaml"
UNITED_STATES = 'supporters."United States"'


def points(folder: Path, text: str) -> list[tuple[object, ...]]:
    return list(plan(written(folder, text)).points)


def refused(folder: Path, text: str) -> list[str]:
    with pytest.raises(BadInput) as refusal:
        plan(written(folder, text))
    return [message.replace(f"{folder}/", "") for message in refusal.value.messages]


def test_a_grid_crosses_all_levels_the_last_factor_quickest(tmp_path: Path) -> None:
    text = "kind: grid\nfactors:\n  sides.Ukraine.will: {levels: [0.5, 0.9]}\n"
    text += "  sides.Russia.deep_fires.drones: {levels: [2, 1]}\n"

    assert points(tmp_path, text) == [(0.5, 2.0), (0.5, 1.0), (0.9, 2.0), (0.9, 1.0)]


def test_groups_set_several_values_together(tmp_path: Path) -> None:
    text = f"kind: factorial\ngroups:\n  support:\n    kept: {{}}\n    gone: {{'{UNITED_STATES}.materiel': 0, "
    text += f"'{UNITED_STATES}.intelligence': 0.2}}\n"
    planned = plan(written(tmp_path, text))
    kept, gone = (planned.factors[0].parts(level) for (level,) in planned.points)

    assert planned.points == [("kept",), ("gone",)]
    assert kept == {}
    assert [float(part) for part in gone.values()] == [0.0, 0.2]  # type: ignore[arg-type]


def test_the_declared_range_is_that_of_the_scenario(tmp_path: Path) -> None:
    planned = hypercube(tmp_path, samples=40)
    wills = [float(point[0]) for point in planned.points]
    low, high = planned.scenario.sides["Ukraine"].will.range

    assert low <= min(wills) < low + (high - low) / 40
    assert high - (high - low) / 40 < max(wills) <= high
    assert {point[2] for point in planned.points} == {"nash", "alternating_offers"}


def values_as_set(values: Values) -> list[str]:
    short = ["days=6", "talks.every=3", "talks.horizon=3", "talks.rollouts=2"]
    return [*short, *(f"{path}={value}" for path, value in values.items())]


def test_a_point_plays_the_scenario_with_its_values_set_by_hand(tmp_path: Path) -> None:
    planned = hypercube(tmp_path)
    names = [factor.name for factor in planned.factors]

    for point in planned.points[:3]:
        values = dict(zip(names, point, strict=True))
        by_hand = deploy(read_scenario(ARTICLE, values_as_set(values)))
        outcome = run(by_hand, planned.design.seed, 2, last_only=True)

        assert planned.study.at(values)(2)["digest"] == digest_of([outcome])


def test_a_part_of_the_theatre_may_vary(tmp_path: Path) -> None:
    path = "theatre.places.Sudzha.population"
    planned = plan(written(tmp_path, f"kind: grid\nfactors: {{{path}: {{levels: [500, 90000]}}}}\n"))
    played = [planned.study.at({path: level})(2)["digest"] for level in (500.0, 90000.0)]
    by_hand = [
        digest_of([run(deploy(read_scenario(ARTICLE, values_as_set({path: level}))), 1, 2, last_only=True)])
        for level in (500, 90000)
    ]

    assert played == by_hand
    assert played[0] != played[1]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("kind: grid\n", "a design of kind grid varies nothing; name factors by path, or groups"),
        (
            "kind: sobol\nfactors: {sides.Ukraine.will: {range: declared}}\n",
            "a design of kind sobol needs a number of samples; add `samples: 64`",
        ),
        (
            "kind: sobol\nsamples: 48\nfactors: {sides.Ukraine.will: {range: declared}}\n",
            "a design of kind sobol needs a power of 2 as its samples; write 64",
        ),
        (
            "kind: morris\nsamples: 4\nfactors:\n  sides.Ukraine.wil: {range: declared}\n",
            'design.yaml:7: factors."sides.Ukraine.wil": "wil" is not a part of sides.Ukraine; did you mean "will"?',
        ),
        (
            "kind: morris\nsamples: 4\nfactors:\n  talks.rule: {range: declared}\n",
            'design.yaml:7: factors."talks.rule": it is no quantity, so it has no range; give it levels',
        ),
        (
            "kind: grid\nfactors:\n  sides.Ukraine.will:\n    levels: [0.5, 1.5]\n",
            'design.yaml:7: factors."sides.Ukraine.will".levels.1: sides.Ukraine.will: the value 1.5 is outside its',
        ),
        (
            "kind: grid\nfactors:\n  talks.every: {levels: [2, 3]}\ngroups: {w: {a: {}, b: {talks.every: 2}}}\n",
            'design.yaml:7: groups.w: it sets what "talks.every" sets too; let one of the two set it',
        ),
        ("kind: grid\nfactors: {talks.rule: {levels: [nash, nash]}}\n", "a level is named twice; keep one of the two"),
        (
            "kind: grid\nfactors: {sides.Ukraine.will: {levels: [1, 1.0]}}\n",
            'design.yaml:5: factors."sides.Ukraine.will".levels.1: a level is named twice; keep one of the two',
        ),
        ("kind: gird\nfactors: {talks.rule: {levels: [nash, nash]}}\n", "it should be 'grid', 'factorial'"),
    ],
)
def test_what_is_wrong_with_a_design_is_told_with_its_place_and_remedy(tmp_path: Path, text: str, message: str) -> None:
    assert message in "\n".join(refused(tmp_path, text))


def test_faults_of_the_scenario_are_told_under_its_design(tmp_path: Path) -> None:
    (tmp_path / "design.yaml").write_text("scenario: gone.yaml\nkind: grid\nfactors: {a: {levels: [1, 2]}}\n")

    with pytest.raises(BadInput, match=r"design.yaml:1: scenario: in the scenario: .*there is no file"):
        plan(tmp_path / "design.yaml")


def test_a_title_does_not_change_what_is_run_but_a_seed_does(tmp_path: Path) -> None:
    text = "kind: grid\nfactors: {talks.rule: {levels: [nash, alternating_offers]}}\n"
    marks = [plan(written(tmp_path, text + more)).mark for more in ("", "title: Another\n", "seed: 2\n")]

    assert marks[0] == marks[1] != marks[2]

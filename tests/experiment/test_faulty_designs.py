"""What a design says that could not hold is told, in one message with its place and remedy; nothing is dropped."""

import json
from datetime import date
from pathlib import Path

import pytest

from sim.experiment.planning import plan
from sim.experiment.sweeps.execution import pool_of
from sim.experiment.sweeps.session import play_design
from sim.vocabulary import BadInput
from tests.experiment.short_design import written

RULES = "{levels: [nash, alternating_offers]}"
FEW = "{outcome: area_0, half_width: 1, most: 8}"
DEPOTS = "  sides.Ukraine.sustainment.depots: {levels: [[Sumy], [Sudzha]]}\n"
HELD = "  held.Ukraine:\n    levels:\n      - [Sudzha, Zaoleshenka]\n      - [Zaoleshenka]\n"
QUALITY = "  sides.Ukraine.force.quality: {levels: [0.8, 0.9, 1, 1.1, 1.2]}\n"


def refused(folder: Path, text: str) -> str:
    """Return the one message with which a design is refused; its text starts on line 4."""
    with pytest.raises(BadInput) as refusal:
        plan(written(folder, text))
    (message,) = refusal.value.messages
    return message.replace(f"{folder}/design.yaml:", "")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            f"kind: grid\nfactors:\n  sides.Ukraine.will:\n  talks.rule: {RULES}\n",
            '6: factors."sides.Ukraine.will": the factor has neither levels nor a range; write {range: declared}',
        ),
        ("kind: grid\nfactors:\n", "5: factors: it has no value; write one, or take the line out"),
        ("kind: grid\ngroups:\n  arms:\n", "6: groups.arms: the group has no levels; write two or more"),
        (
            "kind: grid\ngroups:\n  arms:\n    kept:\n    gone: {talks.rule: nash}\n",
            "7: groups.arms.kept: the level has no values; write {} for a level that leaves the scenario as it is",
        ),
        (f"kind: grid\nfactors: {{talks.rule: {RULES}}}\nsamples: ~\n", "6: samples: it has no value; write one"),
        (
            f"kind: grid\nfactors: {{talks.rule: {RULES}}}\ndiscovery: {{outcome: area_0, below: 5, above: }}\n",
            "6: discovery.above: it has no value",
        ),
    ],
    ids=["factor", "factors", "group", "level", "samples", "threshold"],
)
def test_an_empty_key_is_told_and_never_dropped(tmp_path: Path, text: str, message: str) -> None:
    assert refused(tmp_path, text).startswith(message)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("kind: grid\nfactors: {talks.rule: {levels: []}}\n", '5: factors."talks.rule".levels: there are no levels;'),
        ("kind: grid\nfactors: {talks.rule: {levels: [nash]}}\n", "one level leaves nothing to vary; name two or more"),
        ("kind: grid\nfactors: {talks.rule: [nash]}\n", "a factor has levels or a range, each under its name; write"),
        ("kind: grid\ngroups: {arms: {}}\n", "5: groups.arms: there are no levels; name two or more"),
        ("kind: grid\ngroups: {arms: {kept: {}, gone: {}}}\n", '"kept" sets what another level of the group sets'),
        ("kind: grid\nfactors: {talks..rule: {levels: [1, 2]}}\n", "talks..rule is no path; write names with a dot"),
        (
            "kind: grid\nfactors:\n  talks.every: {levels: [2, 3]}\n",
            '3: set."talks.every": every level of talks.every replaces this; take one of the two out',
        ),
        ("kind: grid\nfactors: {days: {levels: [4, 5]}}\n", "2: days: every level of days replaces this"),
        (
            "kind: grid\ngroups: {area_0: {a: {}, b: {talks.rule: nash}}}\n",
            "5: groups.area_0: this name is a column of every sweep; choose another name",
        ),
        (f"kind: grid\nreplications: 0\nfactors: {{talks.rule: {RULES}}}\n", "5: replications: it should be greater"),
        (
            f"kind: grid\nreplications: 9\nstopping: {FEW}\nfactors: {{a: {{levels: [1, 2]}}}}\n",
            "6: stopping.most: it is less than the 9 replications that each point has in any case; raise it",
        ),
        (
            f"kind: grid\ntalking: false\nfactors: {{talks.rule: {RULES}}}\noutcome: leverage_0\n",
            "7: outcome: nobody talks in this design, so there is no leverage; take `talking: false` out",
        ),
        (
            "kind: sobol\nsamples: 4\nfactors:\n  sides.Ukraine.will: {range: [0.1, 0.9]}\n",
            '7: factors."sides.Ukraine.will".range: sides.Ukraine.will: the value 0.1 is outside its range [0.4, 1];',
        ),
        ("kind: sobol\nsamples: 4\nfactors: {sides.Ukraine.will: {range: [0.9, 0.5]}}\n", "[0.9, 0.5] does not rise;"),
    ],
)
def test_what_would_vary_nothing_or_not_hold_is_told(tmp_path: Path, text: str, message: str) -> None:
    assert message in refused(tmp_path, text)


@pytest.mark.parametrize("kind", ["kind: grid\n", "kind: latin_hypercube\nsamples: 40\n"])
def test_levels_that_are_sound_one_by_one_but_not_together_are_told_before_anything_is_played(
    tmp_path: Path, kind: str
) -> None:
    message = refused(tmp_path, f"{kind}factors:\n{DEPOTS}{HELD}")

    line = 11 if "samples" in kind else 10
    assert message.startswith(f'{line}: factors."held.Ukraine".levels.1: this level does not go with ')
    assert 'sides.Ukraine.sustainment.depots = ["Sudzha"]' in message
    assert 'the depot "Sudzha" is held by Russia; name a place that Ukraine holds' in message


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        (
            "kind: morris\nsamples: 60\n",
            ".levels.2: 1 of its 5 levels is never played: a Morris design has a grid of 4; give it fewer, or sample",
        ),
        ("kind: latin_hypercube\nsamples: 4\n", "2 of its 5 levels are never played in 4 points; add samples, or give"),
    ],
)
def test_a_level_that_is_never_played_is_told_at_its_line(tmp_path: Path, kind: str, message: str) -> None:
    told = refused(tmp_path, f"{kind}factors:\n  sides.Ukraine.will: {{range: declared}}\n{QUALITY}")

    assert told.startswith('8: factors."sides.Ukraine.force.quality".levels.')
    assert message in told


def test_every_level_of_a_sample_large_enough_is_played(tmp_path: Path) -> None:
    points = plan(written(tmp_path, f"kind: latin_hypercube\nsamples: 5\nfactors:\n{QUALITY}")).points

    assert len({level for (level,) in points}) == 5


def test_a_date_is_a_level_as_a_scenario_writes_it(tmp_path: Path) -> None:
    planned = plan(written(tmp_path, "kind: grid\nfactors: {start: {levels: [2025-03-01, 2025-03-15]}}\n"))

    assert planned.points == [("2025-03-01",), ("2025-03-15",)]
    assert planned.factors[0].parts("2025-03-15") == {("start",): date(2025, 3, 15)}


def test_levels_that_go_together_are_played(tmp_path: Path) -> None:
    depots = "sides.Ukraine.sustainment.depots"
    text = f"kind: grid\ngroups:\n  front:\n    near: {{{depots}: [Sudzha], held.Ukraine: [Sudzha]}}\n"
    text += f"    far: {{{depots}: [Sumy], held.Ukraine: [Zaoleshenka]}}\n"

    assert [point for (point,) in plan(written(tmp_path, text)).points] == ["near", "far"]


def test_beyond_so_many_combinations_a_faulty_one_is_a_line_in_the_failures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sim.experiment.designs.combination.MOST", 2)
    planned = plan(written(tmp_path, f"kind: grid\ntalking: false\nfactors:\n{DEPOTS}{HELD}"))
    with pool_of(1) as pool:
        told = play_design(planned, tmp_path / "out", pool)
    (line,) = (tmp_path / "out" / "failures.jsonl").read_text(encoding="utf-8").splitlines()

    assert (told["completed"], told["failed"]) == (3, 1)
    assert json.loads(line)["point"] == 3
    assert 'its levels do not go together: sides.Ukraine.sustainment.depots.0: the depot "Sudzha"' in line.replace(
        "\\", ""
    )


def test_an_outcome_that_no_run_has_is_told_after_the_first_one(tmp_path: Path) -> None:
    planned = plan(written(tmp_path, f"kind: grid\nfactors: {{talks.rule: {RULES}}}\noutcome: leverag_0\n"))

    with (
        pool_of(1) as pool,
        pytest.raises(BadInput, match=r'yaml:6: outcome: .* "leverag_0"; did you mean "leverage_0"'),
    ):
        play_design(planned, tmp_path / "out", pool)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("kind: latin_hypercube\nsamples: 1000000000\n", "samples: it should be less than or equal to 1000000"),
        ("kind: sobol\nsamples: 1048576\n", "samples: it should be less than or equal to 1000000"),
        ("kind: sobol\nsamples: 524288\n", "4: kind: the design has 2,097,152 points; keep it to 1,000,000"),
        (
            "kind: latin_hypercube\nsamples: 1000000\nreplications: 1000\n",
            "6: replications: the design has 1,000,000 points of up to 1,000 runs each; keep it to 100,000,000",
        ),
    ],
)
def test_a_design_that_never_ends_is_refused_before_anything_is_drawn(tmp_path: Path, text: str, message: str) -> None:
    factors = "factors:\n  sides.Ukraine.will: {range: declared}\n  sides.Russia.will: {range: declared}\n"

    assert message in refused(tmp_path, text + factors)


@pytest.mark.parametrize(
    "text",
    [
        "samples: true\n",
        'samples: "10"\n',
        "samples: 1_0\n",
        "samples: 8\nreplications: true\n",
        "samples: 8\nseed: 18446744073709551616\n",
        "samples: 8\nseed: true\n",
        "samples: 8\nstopping: {outcome: area_0, half_width: .inf, most: 8}\n",
        "samples: 8\ndiscovery: {outcome: area_0, below: .nan}\n",
    ],
)
def test_numbers_of_a_design_are_numbers(tmp_path: Path, text: str) -> None:
    factors = "factors:\n  sides.Ukraine.will: {range: declared}\n"

    assert refused(tmp_path, f"kind: latin_hypercube\n{text}{factors}")


@pytest.mark.parametrize("values", ["{levels: [true, 0.5]}", "{levels: [0.5, -1]}", "{levels: [0.5, .inf]}"])
def test_levels_of_a_quantity_keep_within_its_bounds(tmp_path: Path, values: str) -> None:
    assert refused(tmp_path, f"kind: grid\nfactors:\n  sides.Ukraine.will: {values}\n")

import json
import math
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from typer.testing import CliRunner, Result

from sim.cli import application
from sim.experiment.sensitivity.analysis import analyse_sweep
from sim.experiment.sensitivity.findings_of_sweep import analysis_of
from sim.experiment.sweeps.execution import pool_of
from sim.experiment.sweeps.session import play_points
from sim.results.strict_json import json_text
from sim.results.sweep_manifest import SweepManifest, claim_for_sweep
from sim.vocabulary import BadInput
from tests.experiment.ishigami import FIRST, TOTAL, Ishigami, points
from tests.experiment.short_design import written


def called(*arguments: str | Path) -> Result:
    return CliRunner().invoke(application(), [str(argument) for argument in arguments])


def analysed(*arguments: str | Path) -> dict[str, Any]:
    outcome = called("analyse", *arguments, "--json")
    assert outcome.exit_code == 0, outcome.stderr
    return dict(json.loads(outcome.stdout))


def swept(folder: Path, kind: str, samples: int, replications: int = 1, noise: float = 0.0) -> Path:
    """Sweep Ishigami's function in place of a campaign."""
    drawn = points(kind, samples)
    manifest = SweepManifest(
        name="ishigami",
        design_fingerprint="",
        scenario_fingerprint="",
        design={"kind": kind, "samples": samples, "replications": replications},
        scenario={},
        factors=[{"name": name, "low": -math.pi, "high": math.pi} for name in ("x1", "x2", "x3")],
        points=len(drawn),
        explained="y",
        command="",
    )
    claim_for_sweep(folder, manifest)
    with pool_of(2) as pool:
        play_points(Ishigami(noise), drawn, replications, folder, pool)
    return folder


def test_a_sobol_sweep_of_ishigami_gives_its_indices_within_their_intervals(tmp_path: Path) -> None:
    told = analysed(swept(tmp_path / "out", "sobol", 1024))

    found = told["sobol"]["factors"]
    for name, first, total in zip(("x1", "x2", "x3"), FIRST, TOTAL, strict=True):
        assert found[name]["first"]["low"] <= first <= found[name]["first"]["high"]
        assert found[name]["total"]["low"] <= total <= found[name]["total"]["high"]
        assert found[name]["verdict"] == "matters"
    assert ET.parse(told["figures"][0]).getroot().tag.endswith("svg")  # noqa: S314 - drawn just now


def test_too_few_runs_under_much_luck_resolve_nothing(tmp_path: Path) -> None:
    told = analysed(swept(tmp_path / "out", "sobol", 8, replications=2, noise=20.0))

    assert all(each["verdict"] == "not resolved" for each in told["sobol"]["factors"].values())


def test_a_morris_sweep_of_ishigami_finds_that_every_factor_matters(tmp_path: Path) -> None:
    told = analysed(swept(tmp_path / "out", "morris", 60, replications=3, noise=0.5))

    found = told["morris"]["factors"]
    assert told["morris"]["trajectories"] == 60
    assert found["x1"]["verdict"] == "matters"
    assert all(each["mu_star"]["mean"] > each["luck"] for each in found.values())


def test_boxes_are_told_with_coverage_and_density(tmp_path: Path) -> None:
    told = analysed(swept(tmp_path / "out", "latin_hypercube", 600), "--above", "9")

    (box, *_) = told["discovery"]["boxes"]
    assert box["density"] > told["discovery"]["share"]
    assert 0 < box["coverage"] <= 1
    assert told["figures"] == [str(tmp_path / "out" / "discovery.svg")]


def test_another_box_of_the_trajectory_may_be_chosen(tmp_path: Path) -> None:
    folder = swept(tmp_path / "out", "latin_hypercube", 600)
    (best, *_) = analysed(folder, "--above", "9")["discovery"]["boxes"]
    (chosen, *_) = analysed(folder, "--above", "9", "--step", "3")["discovery"]["boxes"]

    assert chosen["chosen"] == 3
    assert chosen["coverage"] == best["trajectory"][3]["coverage"] > best["trajectory"][20]["coverage"]
    assert "On the way to box 1" in called("analyse", folder, "--above", "9").stdout
    assert "choose from 0 to" in called("analyse", folder, "--above", "9", "--step", "1000").stderr


def test_a_crossed_campaign_is_told_by_level_with_paired_differences(tmp_path: Path) -> None:
    text = "kind: factorial\nreplications: 6\ntalking: false\noutcome: casualties_0\ngroups:\n"
    text += "  drones:\n    few: {sides.Russia.deep_fires.drones: 0.5}\n    many: {sides.Russia.deep_fires.drones: 2}\n"
    called("sweep", written(tmp_path, text), "--out", tmp_path / "out")

    few, many = analysed(tmp_path / "out")["means"]["drones"]

    assert few["verdict"] == "reference"
    assert few["difference"] == {"mean": 0, "low": 0, "high": 0}
    assert many["mean"] - few["mean"] == pytest.approx(many["difference"]["mean"])
    assert many["difference"]["low"] <= many["difference"]["mean"] <= many["difference"]["high"]


def test_one_replication_has_means_and_differences_without_intervals_and_resolves_nothing(tmp_path: Path) -> None:
    text = "kind: grid\ntalking: false\noutcome: casualties_0\n"
    text += "factors: {sides.Russia.deep_fires.drones: {levels: [0.5, 2.0]}}\n"
    called("sweep", written(tmp_path, text), "--out", tmp_path / "out")

    few, many = analysed(tmp_path / "out")["means"]["sides.Russia.deep_fires.drones"]
    read = called("analyse", tmp_path / "out").stdout

    assert (few["low"], few["high"], many["difference"]["low"], many["difference"]["high"]) == (None,) * 4
    assert many["difference"]["mean"] == pytest.approx(many["mean"] - few["mean"])
    assert many["verdict"] == "not resolved"
    assert "one replication has no interval" in read
    assert len(re.findall(r"\d -", read)) == 3
    drawn = ET.parse(tmp_path / "out/means.svg").getroot()  # noqa: S314 - drawn just now
    assert len(list(drawn.iter("{http://www.w3.org/2000/svg}circle"))) == 3


def test_a_level_that_changes_nothing_in_any_run_makes_no_difference(tmp_path: Path) -> None:
    text = "kind: factorial\nreplications: 4\ntalking: false\ngroups:\n"
    text += "  table:\n    nash: {talks.rule: nash}\n    offers: {talks.rule: alternating_offers}\n"
    called("sweep", written(tmp_path, text), "--out", tmp_path / "out")
    told = analysed(tmp_path / "out")

    assert told["label"] == "area_0 (Ukraine)"
    assert [each["verdict"] for each in told["means"]["table"]] == ["reference", "no difference"]


def test_a_person_reads_tables(tmp_path: Path) -> None:
    outcome = called("analyse", swept(tmp_path / "out", "sobol", 64), "--below", "0")

    assert outcome.exit_code == 0
    assert "What decides y: Sobol's indices" in outcome.stdout
    assert "y is below 0 in" in outcome.stdout


def test_a_person_is_told_what_an_unresolved_factor_needs_and_why_there_are_no_boxes(tmp_path: Path) -> None:
    folder = swept(tmp_path / "out", "sobol", 8, replications=2, noise=20.0)
    outcome = called("analyse", folder, "--above", "1000")

    assert "where luck is a large share, more replications do" in outcome.stdout
    assert "y is above 1000 in 0 runs" in outcome.stdout
    assert "No box: there is nothing to look for." in outcome.stdout


def test_what_cannot_be_analysed_ends_with_code_2(tmp_path: Path) -> None:
    folder = swept(tmp_path / "out", "sobol", 8)

    assert "name a folder that `westphalia sweep` has written" in called("analyse", tmp_path / "gone").stderr
    assert "no outcome z is kept; known are point" in called("analyse", folder, "--outcome", "z").stderr
    assert "give one of the two" in called("analyse", folder, "--below", "1", "--above", "1").stderr


def test_an_analysis_is_the_same_when_it_is_read_from_its_json(tmp_path: Path) -> None:
    for kind, samples in (("sobol", 16), ("morris", 4), ("latin_hypercube", 60)):
        folder = swept(tmp_path / kind, kind, samples, replications=2, noise=1.0)
        found = analyse_sweep(folder, above=2.0)

        assert analysis_of(json.loads(json_text(found.as_json()))) == found
        assert set(found.as_json()) >= {"sweep", "kind", "outcome", "label", "points", "runs", "missing", "discovery"}


def test_what_is_no_analysis_of_this_release_is_told_with_its_place() -> None:
    with pytest.raises(BadInput, match="runs is not as this release writes it"):
        analysis_of({"sweep": "a", "kind": "grid", "outcome": "y", "label": "y", "points": 1, "missing": 0})

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from typer.testing import CliRunner, Result

from sim.cli import application
from tests.experiment.short_design import FACTORS, written


def called(*arguments: str | Path) -> Result:
    return CliRunner().invoke(application(), [str(argument) for argument in arguments])


def test_a_sweep_prints_one_json_object_and_resumes(tmp_path: Path) -> None:
    design = written(tmp_path, f"kind: latin_hypercube\nsamples: 3\nreplications: 2\n{FACTORS}")
    out = tmp_path / "out"

    first, second = (called("sweep", design, "--out", out, "--workers", "2", "--json") for _ in range(2))

    told, again = json.loads(first.stdout), json.loads(second.stdout)
    names = {"design", "points", "replications", "completed", "failed", "resumed", "runs_per_second", "out", "digest"}
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert set(told) == names
    assert (told["points"], told["replications"], told["completed"], told["failed"]) == (3, 2, 6, 0)
    assert (told["resumed"], again["resumed"]) == (0, 6)
    assert told["digest"] == again["digest"]
    assert pd.read_parquet(out / "outcomes.parquet")["leverage_0"].between(0, 1).all()


@pytest.mark.parametrize("changed", [{"edition": "0123456789abcdef"}, {"versions": {"numpy": "1.0"}}])
def test_a_sweep_of_another_edition_is_not_gone_on_with(tmp_path: Path, changed: dict[str, Any]) -> None:
    design = written(tmp_path, f"kind: latin_hypercube\nsamples: 3\ntalking: false\n{FACTORS}")
    out = tmp_path / "out"
    called("sweep", design, "--out", out, "--workers", "1")
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    (out / "manifest.json").write_text(json.dumps(manifest | changed), encoding="utf-8")
    rows = pd.read_parquet(out / "outcomes.parquet")
    rows[:1].to_parquet(out / "outcomes.parquet", index=False)

    outcome = called("sweep", design, "--out", out, "--workers", "1")

    assert outcome.exit_code == 2
    assert "its runs are of another edition" in outcome.stderr
    assert len(outcome.stderr.splitlines()) == 1
    assert len(pd.read_parquet(out / "outcomes.parquet")) == 1


def test_stopping_gives_points_the_runs_they_need(tmp_path: Path) -> None:
    rule = "stopping: {outcome: casualties_0, half_width: 50, most: 12}\n"
    text = (
        f"kind: grid\nreplications: 4\ntalking: false\n{rule}factors: {{sides.Ukraine.will: {{levels: [0.5, 0.9]}}}}\n"
    )

    told = json.loads(called("sweep", written(tmp_path, text), "--out", tmp_path / "out", "--json").stdout)

    runs = pd.read_parquet(tmp_path / "out" / "outcomes.parquet")
    counts = runs.groupby("point").size()
    assert told["completed"] == counts.sum()
    assert counts.isin([4, 8, 12]).all()


def test_an_interrupted_sweep_keeps_its_runs_says_how_to_go_on_and_ends_with_130(tmp_path: Path) -> None:
    text = "kind: latin_hypercube\nsamples: 50\nreplications: 200\ntalking: false\n"
    design = written(tmp_path, text + "factors: {sides.Ukraine.will: {range: declared}}\n")
    out = tmp_path / "out"
    command = [sys.executable, "-m", "sim", "sweep", str(design), "--out", str(out)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        while not list(out.glob("parts/*.parquet")) and process.poll() is None:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        stdout, stderr = process.communicate(timeout=30)

    assert process.returncode == 130
    assert stdout == ""
    assert (
        f"All finished runs are kept in {out}; the same command goes on there: westphalia sweep {design}"
        in " ".join(stderr.split())
    )
    assert list(out.glob("parts/*.parquet"))
    assert not (out / "outcomes.parquet").exists()


def test_a_faulty_design_ends_with_code_2_and_one_message_with_its_line(tmp_path: Path) -> None:
    design = written(tmp_path, f"kind: grid\n{FACTORS}  sides.Ukraine.force.morale:\n")
    outcome = called("sweep", design, "--out", tmp_path / "out")

    assert outcome.exit_code == 2
    assert outcome.stdout == ""
    (message,) = outcome.stderr.splitlines()
    assert message.startswith(f'{design}:9: factors."sides.Ukraine.force.morale": the factor has neither levels nor')
    assert not (tmp_path / "out").exists()


def test_bad_designs_end_with_code_2_and_a_message(tmp_path: Path) -> None:
    outcome = called("sweep", written(tmp_path, "kind: grid\n"))

    assert outcome.exit_code == 2
    assert outcome.stdout == ""
    assert "varies nothing; name factors by path, or groups" in outcome.stderr


@pytest.mark.parametrize("arguments", [[], ["--scheduler", "tcp://127.0.0.1:9"]])
def test_a_missing_design_ends_with_code_2(tmp_path: Path, arguments: list[str]) -> None:
    outcome = called("sweep", tmp_path / "gone.yaml", *arguments)

    assert outcome.exit_code == 2
    assert "there is no file" in outcome.stderr


def test_warming_says_where_the_rules_are_kept() -> None:
    outcome = called("warm")

    assert outcome.exit_code == 0
    assert "they are kept in" in outcome.stdout


def test_what_is_for_single_scenarios_says_what_a_sweep_has_instead(tmp_path: Path) -> None:
    text = "kind: grid\ntalking: false\nfactors: {start: {levels: [2025-03-01, 2025-03-04]}}\n"
    out = tmp_path / "out"
    swept = called("sweep", written(tmp_path, text), "--out", out, "--workers", "1")

    exported = called("export", out)
    told = {command: called(command, out) for command in ("report", "repro")}

    table = pd.read_csv(out / "export/outcomes.csv")
    assert (swept.exit_code, exported.exit_code) == (0, 0)
    assert table["start"].tolist() == ["2025-03-01", "2025-03-04"]
    assert table["area_0"].tolist() == pytest.approx(pd.read_parquet(out / "outcomes.parquet")["area_0"].tolist())
    assert {answer.exit_code for answer in told.values()} == {2}
    assert all(f"use `westphalia analyse {out}`" in answer.stderr for answer in told.values())

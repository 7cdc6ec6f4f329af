"""The command ``run``: a program of its own when it is stopped or not read to its end, else called in this process."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sim.cli import application

ROOT = Path(__file__).parents[2]
ARTICLE = ROOT / "scenarios/kursk/2025-03-article.yaml"
QUICK = ("--set", "days=10", "--set", "talks.rollouts=2", "--set", "talks.horizon=5")
ALONE = ("--over", "none")
KEYS = {
    "scenario", "fingerprint", "seed", "replications", "days", "out", "leverage", "zone_of_agreement", "disagreement",
    "settlement", "area_km2", "encircled", "pockets", "losses", "displaced", "chip_value", "digest",
}  # fmt: skip
ANSWERS = {
    "over", "draws", "standing", "counter", "leverage_path", "leverage_at_talks", "settlement_by", "variance", "rules",
    "declared",
}  # fmt: skip


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in an empty folder, where results are kept."""
    monkeypatch.chdir(tmp_path)


def called(*arguments: str | Path) -> Result:
    return CliRunner().invoke(application(), [str(argument) for argument in arguments])


def test_run_prints_one_json_object_with_the_promised_keys(tmp_path: Path) -> None:
    answer = called("run", ARTICLE, *ALONE, "--replications", "3", "--seed", "1", "--json", *QUICK)

    told = json.loads(answer.stdout)
    assert answer.exit_code == 0, answer.stderr
    assert set(told) >= KEYS
    for side in ("Ukraine", "Russia"):
        spread = told["leverage"][side]
        assert 0.0 <= spread["low"] <= spread["mean"] <= spread["high"] <= 1.0
        assert set(told["losses"][side]) == {"casualties", "captured"}
        assert set(told["pockets"][side]) == {"sealed", "porous"}
    assert told["leverage"]["Ukraine"]["mean"] + told["leverage"]["Russia"]["mean"] == pytest.approx(1.0)
    assert (tmp_path / told["out"] / "manifest.json").is_file()


def test_run_answers_over_all_worlds_and_contrasts_them_with_another_scenario() -> None:
    worlds = ("--draws", "5", "--replications", "2", "--against", "kursk/2025-03-support-kept", *QUICK)
    answer = called("run", "kursk/2025-03-article", *worlds, "--json")
    told = json.loads(answer.stdout)
    again = json.loads(called("run", "kursk/2025-03-article", *worlds, "--json").stdout)

    assert answer.exit_code == 0, answer.stderr
    assert set(told) >= KEYS | ANSWERS
    assert (told["over"], told["draws"], told["replications"]) == ("declared", 5, 2)
    assert [at["date"] for at in told["standing"]] == ["2025-03-01", "2025-03-08", "2025-03-11"]
    assert told["standing"][0]["probability"]["mean"] == 1.0
    assert set(told["rules"]) == {"nash", "kalai", "kalai_smorodinsky", "alternating_offers"}
    sources = told["variance"]["leverage_at_talks"]
    assert sum(share["mean"] for share in sources.values() if share) == pytest.approx(1.0)
    assert set(told["declared"]) >= ANSWERS - {"over", "draws", "declared"}
    assert 0.0 <= told["contrast"]["kursk/2025-03-support-kept"]["sign_holds"] <= 1.0
    differing = {key for key in told if told[key] != again[key]}
    assert differing <= {"resumed"}


@pytest.mark.slow
def test_the_digest_is_the_same_whatever_the_workers() -> None:
    digests = [
        json.loads(
            called("run", ARTICLE, *ALONE, "--replications", "4", "--workers", workers, "--json", *QUICK).stdout
        )["digest"]
        for workers in ("1", "2")
    ]

    assert digests[0] == digests[1]


def test_run_tells_a_person_about_both_sides_and_where_the_results_are() -> None:
    answer = called("run", ARTICLE, *ALONE, "--replications", "2", *QUICK)

    assert answer.exit_code == 0
    for words in ("Bargaining leverage", "Ukraine", "Russia", "zone of agreement", "Kursk held", "Results: results/"):
        assert words in answer.stdout


CHILD = "extends: {article}\n"


@pytest.mark.parametrize(
    ("change", "line", "told"),
    [
        ("days: 10\ntitel: wrong", 3, "title"),
        ("held: {Ukraine: [Sudsha]}", 2, '"Sudsha"'),
        ("sides: {Ukraine: {sustainment: {depots: [Kursk]}}}", 2, 'the depot "Kursk"'),
    ],
    ids=["a misspelt key", "a place that does not exist", "an unreachable depot"],
)
def test_bad_input_is_told_with_file_and_line_and_exit_code_2(
    tmp_path: Path, change: str, line: int, told: str
) -> None:
    child = tmp_path / "child.yaml"
    child.write_text(CHILD.format(article=ARTICLE) + change + "\n", encoding="utf-8")

    answer = called("run", child)

    messages = answer.stderr.strip().splitlines()
    assert answer.exit_code == 2
    assert answer.stdout == ""
    assert len(messages) == 1, answer.stderr
    assert messages[0].startswith(f"{child}:{line}:")
    assert told in messages[0]
    assert "Traceback" not in answer.stderr


def test_a_missing_file_is_told_by_name() -> None:
    answer = called("run", "nowhere.yaml")

    assert answer.exit_code == 2
    assert "nowhere.yaml" in answer.stderr
    assert "Traceback" not in answer.stderr
    assert len(answer.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("by", [pytest.param(signal.SIGINT, marks=pytest.mark.slow), signal.SIGTERM])
def test_an_interrupted_run_ends_with_130_says_how_to_go_on_and_goes_on(tmp_path: Path, by: signal.Signals) -> None:
    out = tmp_path / "kept"
    asked = ("run", ARTICLE, *ALONE, "--replications", "20000", "--out", out, *QUICK)
    command = [sys.executable, "-m", "sim", *map(str, asked)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        while not list(out.glob("parts/*.outcomes.parquet")) and running.poll() is None:
            time.sleep(0.05)
        running.send_signal(by)
        stdout, stderr = running.communicate(timeout=60)
    again = called(*asked[:4], "--replications", "3", "--out", out, *QUICK)

    assert (running.returncode, stdout) == (130, "")
    assert f"All finished runs are kept in {out}; the same command goes on there" in " ".join(stderr.split())
    assert list(out.glob("parts/*.outcomes.parquet"))
    assert again.exit_code == 2
    assert "it holds 20000 runs of this scenario under seed 1" in again.stderr


def test_a_reader_who_has_seen_enough_is_no_failure(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "sim", "run", str(ARTICLE), *ALONE, "--replications", "2"]
    command += ["--out", str(tmp_path), *QUICK]
    with os.fdopen(write, "w") as closed:
        answer = subprocess.run(command, cwd=ROOT, stdout=closed, stderr=subprocess.PIPE, text=True, check=False)

    assert (answer.returncode, answer.stderr) == (0, "")
    assert (tmp_path / "manifest.json").is_file()

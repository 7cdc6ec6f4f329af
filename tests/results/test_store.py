"""A results folder is written whole or not at all, and belongs to one scenario."""

import json
from pathlib import Path

import pyarrow as pa
import pytest

from sim.results.manifest import scenario_in
from sim.results.run_parts import Question
from sim.results.session import play_and_keep
from sim.results.store import MANIFEST, claim, default_folder, read_manifest, read_table, write
from sim.results.tables import table_of
from sim.scenario.files.reading import read_scenario
from sim.scenario.fingerprint import fingerprint
from sim.scenario.scenario import Scenario
from sim.vocabulary import BadInput
from tests.scenarios.shipped import FOLDER

OTHER = Question("0123456789ab", 1, 1)
QUICK = {"days": 8, "talks.rollouts": 2, "talks.horizon": 5}


def article() -> Scenario:
    return read_scenario(FOLDER / "kursk/2025-03-article.yaml", QUICK)


def test_a_session_leaves_outcomes_talks_and_a_manifest(tmp_path: Path) -> None:
    told = play_and_keep("article", article(), seed=1, replications=3, workers=1, out=tmp_path / "here")

    outcomes, talks = (read_table(tmp_path / "here", name) for name in ("outcomes", "talks"))
    manifest = read_manifest(tmp_path / "here")
    assert len(outcomes) == 3
    assert talks["talks_day"].tolist() == [0, 7, 8] * 3
    assert manifest.digest == told.digest
    assert told.summary.leverage["Ukraine"].mean == pytest.approx(outcomes["leverage_0"].mean())
    assert (tmp_path / "here" / "failures.jsonl").read_text(encoding="utf-8") == ""


def test_the_manifest_holds_the_whole_scenario(tmp_path: Path) -> None:
    scenario = article()
    play_and_keep("article", scenario, seed=1, replications=1, out=tmp_path)

    held = scenario_in(read_manifest(tmp_path), tmp_path)

    assert held == scenario
    assert fingerprint(held) == fingerprint(scenario)


def test_the_same_question_has_the_same_place() -> None:
    assert default_folder("a", "1234", 1, 10) == default_folder("a", "1234", 1, 10)
    assert default_folder("a", "1234", 1, 10) != default_folder("a", "1234", 2, 10)


def test_a_folder_of_another_scenario_is_not_overwritten(tmp_path: Path) -> None:
    play_and_keep("article", article(), seed=1, replications=1, out=tmp_path)
    before = (tmp_path / MANIFEST).read_bytes()

    with pytest.raises(BadInput, match="another scenario"):
        claim(tmp_path, OTHER)

    assert (tmp_path / MANIFEST).read_bytes() == before


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("precious", encoding="utf-8")

    with pytest.raises(BadInput, match="no results"):
        claim(tmp_path, OTHER)


@pytest.mark.parametrize("text", ["[]", "{", "{}"])
def test_a_folder_whose_manifest_is_none_is_left_alone(tmp_path: Path, text: str) -> None:
    (tmp_path / MANIFEST).write_text(text, encoding="utf-8")

    with pytest.raises(BadInput, match=r"manifest\.json: it is no manifest .*; remove it, or name another folder"):
        claim(tmp_path, OTHER)


def test_a_sweeps_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text('{"kind": "sweep"}', encoding="utf-8")

    with pytest.raises(BadInput, match="it holds a sweep"):
        claim(tmp_path, OTHER)


def test_an_interrupted_writing_leaves_no_half_file(tmp_path: Path) -> None:
    play_and_keep("article", article(), seed=1, replications=1, out=tmp_path)
    manifest = read_manifest(tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    with pytest.raises(pa.ArrowInvalid):
        write(tmp_path, manifest, {"outcomes": table_of([{"leverage_0": object}])}, [])

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_broken_manifest_is_bad_input(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text(json.dumps({"name": "half"}), encoding="utf-8")

    with pytest.raises(BadInput, match=r"manifest\.json"):
        read_manifest(tmp_path)

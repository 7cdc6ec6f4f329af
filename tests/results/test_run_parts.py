"""Runs of an ensemble that is stopped: kept as parts, and gone on with by the same question alone."""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from sim.campaign.ensemble import Failure
from sim.campaign.outcome import Outcome
from sim.results import run_parts
from sim.results.occupancy import alone_in
from sim.results.session import Watch, play_and_keep
from sim.results.store import read_table
from sim.results.summary import Ensemble
from sim.vocabulary import BadInput
from tests.experiment.short_war import kept

RUNS = 5
Result = Outcome | Failure


def stopping_after(count: int) -> Watch:
    """Return a watch that is interrupted after so many runs."""

    def watch(items: Iterable[Result], total: int, what: str) -> Iterator[Result]:  # noqa: ARG001
        for n, item in enumerate(items):
            if n == count:
                raise KeyboardInterrupt
            yield item

    return watch


def played(folder: Path, **changed: Any) -> Ensemble:  # noqa: ANN401 - arguments of several types
    return play_and_keep("kept", kept(), out=folder, **{"seed": 3, "replications": RUNS, "workers": 1, **changed})


def interrupted(folder: Path, count: int = 2) -> None:
    with pytest.raises(KeyboardInterrupt):
        played(folder, watch=stopping_after(count))


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("undisturbed") / "run"
    played(folder)
    return folder


def test_an_interrupted_ensemble_goes_on_and_equals_an_undisturbed_one(tmp_path: Path, undisturbed: Path) -> None:
    interrupted(tmp_path)
    interrupted(tmp_path, 1)

    told = played(tmp_path)

    manifests = [json.loads((folder / "manifest.json").read_text("utf-8")) for folder in (tmp_path, undisturbed)]
    assert told.resumed == 3
    assert manifests[0]["digest"] == manifests[1]["digest"] == told.digest
    assert manifests[0]["files"] == manifests[1]["files"]
    assert all(
        read_table(tmp_path, name).equals(read_table(undisturbed, name)) for name in ("outcomes", "talks", "days")
    )
    assert not (tmp_path / "parts").exists()


@pytest.mark.parametrize("stop", [interrupted, played])
@pytest.mark.parametrize("changed", [{"seed": 4}, {"replications": RUNS + 1}])
def test_another_question_is_refused_where_runs_are_kept(
    tmp_path: Path, stop: Callable[[Path], object], changed: dict[str, int]
) -> None:
    stop(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    with pytest.raises(BadInput, match="it holds 5 runs of this scenario under seed 3; name another folder"):
        played(tmp_path, **changed)

    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_the_draft_of_a_killed_command_neither_locks_the_folder_nor_stays(tmp_path: Path) -> None:
    (tmp_path / ".outcomes.parquet.123").write_bytes(b"half")
    (tmp_path / ".manifest.json.123").write_bytes(b"{")

    played(tmp_path)

    assert {path.name for path in tmp_path.iterdir()} == {
        ".lock", "datapackage.json", "days.parquet", "failures.jsonl", "manifest.json", "outcomes.parquet",
        "talks.parquet",
    }  # fmt: skip


def test_a_part_that_was_cut_off_before_its_outcomes_is_played_again(tmp_path: Path, undisturbed: Path) -> None:
    interrupted(tmp_path)
    (tmp_path / "parts/000001.outcomes.parquet").unlink()

    told = played(tmp_path)

    assert told.resumed == 0
    assert read_table(tmp_path, "days").equals(read_table(undisturbed, "days"))


def test_unfinished_runs_of_another_edition_are_not_gone_on_with(tmp_path: Path) -> None:
    interrupted(tmp_path)
    marker = tmp_path / "parts/question.json"
    held = json.loads(marker.read_text("utf-8"))
    held["identity"]["numpy"] = "1.0"
    marker.write_text(json.dumps(held), encoding="utf-8")

    with pytest.raises(BadInput, match="unfinished runs of another edition"):
        played(tmp_path)


def test_one_command_at_a_time_plays_into_a_folder(tmp_path: Path) -> None:
    with alone_in(tmp_path), pytest.raises(BadInput, match="another command is at work in it"):
        played(tmp_path)


def test_a_long_ensemble_writes_parts_as_it_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_parts, "FIRST", 0.0)
    monkeypatch.setattr(run_parts, "SHARE", 0.0)
    seen: list[int] = []

    def watch(items: Iterable[Result], total: int, what: str) -> Iterator[Result]:  # noqa: ARG001
        for item in items:
            yield item
            seen.append(len(list(tmp_path.glob("parts/*.outcomes.parquet"))))

    played(tmp_path, watch=watch)

    assert seen == list(range(1, RUNS + 1))


def test_a_column_without_any_value_has_a_type(undisturbed: Path) -> None:
    schema = pq.read_schema(undisturbed / "outcomes.parquet")

    assert str(schema.field("agreed_day").type) == "int64"
    assert "null" not in {str(field.type) for field in schema}


def test_days_are_numbered_from_one_with_their_date_and_tell_measures_from_causes(undisturbed: Path) -> None:
    days = read_table(undisturbed, "days")

    assert days["day"].tolist() == list(range(1, 7)) * RUNS
    assert days["date"].tolist()[:2] == ["2025-03-01", "2025-03-02"]
    assert {"encircled_0", "ledger_encircled_0"} <= set(days)

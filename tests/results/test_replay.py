import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

from sim.cli import application
from sim.results.replay import replay
from sim.results.session import play_and_keep
from sim.results.store import read_manifest, read_table
from sim.vocabulary import BadInput
from tests.experiment.short_war import kept


def folder_of_a_short_war(tmp_path: Path) -> Path:
    folder = tmp_path / "kept"
    play_and_keep("kept", kept(), seed=3, replications=2, out=folder)
    return folder


def test_a_folder_with_nothing_but_its_manifest_gives_the_same_digest_and_its_tables_back(tmp_path: Path) -> None:
    folder = folder_of_a_short_war(tmp_path)
    before = {name: read_table(folder, name) for name in ("days", "talks", "outcomes")}
    manifest = (folder / "manifest.json").read_bytes()
    for path in folder.iterdir():
        if path.name != "manifest.json":
            path.unlink()

    again = replay(folder)

    assert again.equal
    assert again.digest == read_manifest(folder).digest
    assert again.restored == ("days", "talks", "outcomes")
    assert (folder / "manifest.json").read_bytes() == manifest
    assert all(read_table(folder, name).equals(before[name]) for name in before)


def test_a_manifest_of_other_outcomes_is_told_from_what_comes_of_it_now(tmp_path: Path) -> None:
    folder = folder_of_a_short_war(tmp_path)
    held = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    held |= {"seed": 4, "rules": "those of another day"}
    (folder / "manifest.json").write_text(json.dumps(held), encoding="utf-8")
    (folder / "talks.parquet").unlink()

    again = replay(folder)

    assert not again.equal
    assert again.changed["rules"][0] == "those of another day"
    assert again.restored == ()
    assert not (folder / "talks.parquet").exists()


def rewritten(folder: Path, name: str, change: Callable[[pd.DataFrame], pd.DataFrame]) -> None:
    file = folder / f"{name}.parquet"
    change(pd.read_parquet(file)).to_parquet(file, index=False)


def test_a_table_that_was_altered_is_told_with_its_column_and_by_how_much(tmp_path: Path) -> None:
    folder = folder_of_a_short_war(tmp_path)
    rewritten(folder, "outcomes", lambda table: table.assign(leverage_0=table["leverage_0"] + 0.25))

    again = replay(folder)
    told = CliRunner().invoke(application(), ["repro", str(folder)])

    assert again.equal
    assert [(each.table, each.column) for each in again.differences] == [("outcomes", "leverage_0")]
    assert again.differences[0].relative == pytest.approx(0.25)
    assert told.exit_code == 1
    assert "outcomes.parquet is not what was played: leverage_0 differs by 2.5e-01" in told.stdout


def test_a_table_that_is_cut_short_is_told_as_damaged(tmp_path: Path) -> None:
    folder = folder_of_a_short_war(tmp_path)
    file = folder / "outcomes.parquet"
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])

    again = replay(folder)

    assert not again.sound
    assert "outcomes.parquet: it is damaged" in again.damaged[0]


def test_what_differs_by_rounding_alone_is_not_told_like_another_result(tmp_path: Path) -> None:
    folder = folder_of_a_short_war(tmp_path)
    rewritten(folder, "outcomes", lambda table: table.assign(leverage_0=table["leverage_0"] + 1e-16))
    held = json.loads((folder / "manifest.json").read_text(encoding="utf-8")) | {"digest": "of another kernel"}
    (folder / "manifest.json").write_text(json.dumps(held), encoding="utf-8")

    told = CliRunner().invoke(application(), ["repro", str(folder)])

    assert told.exit_code == 0
    assert "equal within rounding" in told.stdout
    assert "leverage_0 differs by 1." in told.stdout


def test_the_command_ends_with_0_when_equal_and_1_when_not(tmp_path: Path) -> None:
    folder = folder_of_a_short_war(tmp_path)
    equal = CliRunner().invoke(application(), ["repro", str(folder), "--json"])
    held = json.loads((folder / "manifest.json").read_text(encoding="utf-8")) | {"digest": "another"}
    (folder / "manifest.json").write_text(json.dumps(held), encoding="utf-8")
    different = CliRunner().invoke(application(), ["repro", str(folder)])

    assert (equal.exit_code, different.exit_code) == (0, 1)
    assert json.loads(equal.stdout)["equal"] is True
    assert "different" in different.stdout


def test_a_folder_without_a_manifest_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"there is no manifest\.json"):
        replay(tmp_path)

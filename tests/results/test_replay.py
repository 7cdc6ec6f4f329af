import json
from pathlib import Path

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
    before = {name: read_table(folder, name) for name in ("outcomes", "talks")}
    manifest = (folder / "manifest.json").read_bytes()
    for path in folder.iterdir():
        if path.name != "manifest.json":
            path.unlink()

    again = replay(folder)

    assert again.equal
    assert again.digest == read_manifest(folder).digest
    assert again.restored == ("outcomes", "talks")
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

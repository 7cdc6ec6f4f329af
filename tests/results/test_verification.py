import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sim.cli import application
from sim.results.findings import keep_finding
from sim.results.session import play_and_keep
from sim.results.sweep_manifest import SweepManifest, write_sweep_manifest
from sim.results.sweep_table import gather, hashes_in
from sim.results.verification import verified, written_elsewhere
from sim.vocabulary import BadInput
from tests.experiment.short_war import kept
from tests.results.test_sweep_table import kept as parts_of
from tests.results.test_sweep_table import row


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of an ensemble with a sweep within it."""
    play_and_keep("kept", kept(), seed=3, replications=1, out=tmp_path)
    within = tmp_path / "worlds"
    within.mkdir()
    parts_of(within, [row(0, 0, 0.5)])
    gather(within)
    manifest = SweepManifest("worlds", "", "", {}, {}, [], 1, "share", "")
    write_sweep_manifest(within, manifest.finished(1, 0, "", hashes_in(within)))
    return tmp_path


def verdicts(folder: Path) -> dict[str, str]:
    return {each.name: each.verdict for each in verified(folder) if each.verdict != "sound"}


def test_a_folder_as_it_was_written_is_sound_with_all_within_it(folder: Path) -> None:
    assert {each.name for each in verified(folder)} == {
        "days.parquet", "talks.parquet", "outcomes.parquet", "failures.jsonl", "datapackage.json",
        "worlds/outcomes.parquet",
    }  # fmt: skip
    assert verdicts(folder) == {}


def test_a_flipped_byte_a_lost_file_and_a_damaged_part_are_told(folder: Path) -> None:
    table, inner = folder / "outcomes.parquet", folder / "worlds/outcomes.parquet"
    table.write_bytes(table.read_bytes()[:-20] + bytes(20))
    (folder / "talks.parquet").unlink()
    inner.write_bytes(inner.read_bytes() + b" ")
    (folder / "worlds/parts/000009.parquet").write_bytes(b"half")

    assert verdicts(folder) == {
        "outcomes.parquet": "changed",
        "talks.parquet": "missing",
        "worlds/outcomes.parquet": "changed",
        "worlds/parts/000009.parquet": "damaged",
    }


def test_a_finding_whose_number_was_changed_is_told(folder: Path) -> None:
    file = keep_finding(folder, "answers", {"draws": 40})
    assert "answers.json" in {each.name for each in verified(folder)}
    assert verdicts(folder) == {}

    file.write_text(file.read_text(encoding="utf-8").replace("40", "41"), encoding="utf-8")
    assert verdicts(folder) == {"answers.json": "changed"}
    file.write_text("{", encoding="utf-8")
    assert verdicts(folder) == {"answers.json": "damaged"}
    file.write_text('{"draws": 40}', encoding="utf-8")
    assert verdicts(folder) == {"answers.json": "not in the manifest"}


def test_the_command_ends_with_0_when_sound_and_1_when_not(folder: Path) -> None:
    sound = CliRunner().invoke(application(), ["verify", str(folder), "--json"])
    (folder / "days.parquet").unlink()
    lost = CliRunner().invoke(application(), ["verify", str(folder)])

    assert (sound.exit_code, lost.exit_code) == (0, 1)
    assert json.loads(sound.stdout)["sound"] is True
    assert "days.parquet: missing" in lost.stdout


def test_who_wrote_a_folder_is_told_when_it_was_another_edition(folder: Path) -> None:
    assert written_elsewhere(folder) == ""

    manifest = folder / "manifest.json"
    held = json.loads(manifest.read_text(encoding="utf-8"))
    manifest.write_text(json.dumps({**held, "edition": "0", "versions": {"commit": "abc"}}), encoding="utf-8")

    assert written_elsewhere(folder) == "another edition of the program, commit abc, wrote it"
    assert "`westphalia repro` says" in CliRunner().invoke(application(), ["verify", str(folder)]).stdout


@pytest.mark.parametrize("odd", ["[]", "[" * 100_000, '{"files": 1}', "null"])
def test_a_manifest_that_is_none_is_refused(folder: Path, odd: str) -> None:
    (folder / "manifest.json").write_text(odd, encoding="utf-8")

    with pytest.raises(BadInput, match="put a sound copy in its place"):
        verified(folder)


def test_a_folder_without_a_manifest_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"there is no manifest\.json"):
        verified(tmp_path)

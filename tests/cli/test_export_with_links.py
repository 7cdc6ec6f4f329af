"""A war with an airlift is exported, and its results folder is sound afterwards."""

from pathlib import Path

import yaml
from typer.testing import CliRunner

from sim.cli import application
from tests.fuzz.small_wars import WEST, small_wars


def test_a_war_with_a_link_is_exported_and_its_folder_stays_sound(tmp_path: Path) -> None:
    (tmp_path / "west.geojson").write_text(WEST, encoding="utf-8")
    file, out = tmp_path / "rich.yaml", str(tmp_path / "out")
    file.write_text(yaml.safe_dump(small_wars()["rich"], sort_keys=False), encoding="utf-8")
    run = ["run", str(file), "--over", "none", "--replications", "2", "--workers", "1", "--out", out]

    for words in (run, ["export", out], ["verify", out]):
        outcome = CliRunner().invoke(application(), words)
        assert outcome.exit_code == 0, f"{words[0]}: {outcome.output}"

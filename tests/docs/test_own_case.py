"""The guide "Your own case" does what it says."""

import importlib.util
import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from sim.cli import COMMANDS, application
from sim.scenario.files.reading import read_scenario
from sim.scenario.files.shipped import home
from tests.scenario.extract import valley
from tests.scenario.orbat import war
from tests.scenario.test_drafting import CONTROL, PLACES, REGION, ROADS

GUIDE = (Path(__file__).parents[2] / "docs" / "own-case.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
STEPS = [line for kind, block in BLOCKS if not kind for line in block.splitlines() if line.startswith("westphalia ")]


def files_of_the_guide() -> dict[str, str]:
    """Return the files that a reader of the guide writes, by name."""
    names = ("two-valleys.yaml", "basin.geojson", "more-trucks.yaml")
    own = {"places.csv": PLACES, "roads.csv": ROADS, "region.geojson": REGION, "control.geojson": CONTROL}
    imported = {"war.json": json.dumps(war()), "valley.osm": valley().xml()}
    return {**dict(zip(names, (block for kind, block in BLOCKS if kind), strict=True)), **own, **imported}


def test_the_commands_of_the_guide_lead_from_an_empty_folder_to_a_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in files_of_the_guide().items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    for step in STEPS:
        if " valley" in step and importlib.util.find_spec("osmium") is None:
            continue
        answer = CliRunner().invoke(application(), shlex.split(step)[1:])
        assert answer.exit_code == 0, f"{step}\n{answer.stdout}\n{answer.stderr}"

    assert len(STEPS) >= 14
    assert list(tmp_path.glob("results/my-case-*/report.html"))
    assert (tmp_path / "results" / "two-valleys-map.svg").is_file()


def test_the_case_of_the_guide_is_the_one_that_ships_and_about_thirty_lines_long() -> None:
    text = files_of_the_guide()["two-valleys.yaml"]

    assert text == (home() / "teaching" / "two-valleys.yaml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    values = list(leaves(yaml.safe_load(text)))
    numbers = [value for value in values if isinstance(value, int | float) and not isinstance(value, bool)]
    assert f"{len(lines)} lines\nwith {len(values)} values, {len(numbers)} of them numbers" in GUIDE
    assert len(lines) <= 35


def leaves(part: object) -> Iterator[object]:
    """Yield every value that is written."""
    inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else None
    if inner is None:
        yield part
    for each in inner or ():
        yield from leaves(each)


def test_the_variant_of_the_guide_merges_as_it_says(tmp_path: Path) -> None:
    for name, text in files_of_the_guide().items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    variant = read_scenario(tmp_path / "more-trucks.yaml")

    assert float(variant.sides["South"].sustainment.trucks) == 200.0
    assert float(variant.sides["South"].sustainment.reliance) == 0.3
    assert not variant.supporters


def test_three_ways_to_write_a_quantity_are_read_as_the_guide_says(tmp_path: Path) -> None:
    ways = next(block for kind, block in BLOCKS if not kind and block.startswith("will:")).splitlines()
    for name, text in files_of_the_guide().items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    wills = []
    for way in ways:
        (tmp_path / "way.yaml").write_text(
            f"extends: two-valleys.yaml\nsides: {{South: {{{way}}}}}\n", encoding="utf-8"
        )
        wills.append(read_scenario(tmp_path / "way.yaml").sides["South"].will)

    assert [(will.value, will.range, will.unit) for will in wills] == [(0.8, (0.4, 1.0), "1")] * 3
    assert [will.confidence for will in wills] == ["low", "low", "medium"]


def test_every_command_that_the_guide_names_is_there() -> None:
    assert set(re.findall(r"`?westphalia (\w+)", GUIDE)) <= {*COMMANDS, "list"}

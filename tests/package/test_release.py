"""What a release says of itself is true: one version, and a licence for every file of data."""

import json
import re
import stat
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
FOLDERS = sorted(path for path in (ROOT / "scenarios").iterdir() if path.is_dir())


def test_the_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    codemeta = json.loads((ROOT / "codemeta.json").read_text(encoding="utf-8"))

    assert citation["version"] == codemeta["version"] == project["version"]
    assert citation["keywords"] == codemeta["keywords"] == project["keywords"]
    assert codemeta["description"] == project["description"]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_file_of_data_has_its_licence_beside_it(folder: Path) -> None:
    rows = re.findall(r"^\| (`.+?) \|", (folder / "LICENSE.md").read_text(encoding="utf-8"), re.MULTILINE)
    named = [name for row in rows for name in re.findall(r"`([^`]+)`", row)]
    data = [path.name for path in folder.iterdir() if path.suffix in {".csv", ".geojson", ".yaml"}]

    assert [name for name in data if not any(fnmatch(name, each) for each in named)] == []
    assert [each for each in named if not any(fnmatch(name, each) for name in data)] == []


@pytest.mark.parametrize("script", ["run", "matrix", "nightly"])
def test_scripts_of_ci_can_be_started(script: str) -> None:
    assert (ROOT / ".ci" / script).stat().st_mode & stat.S_IXUSR


def test_the_matrix_is_of_pythons_that_the_project_takes() -> None:
    lines = (ROOT / ".ci/matrix.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]

    assert {python for python, _, _ in rows} == {"3.11", "3.12", "3.13"}
    assert {(mesa, may_fail) for _, mesa, may_fail in rows} == {("pinned", "no"), ("newest", "no"), ("pre", "yes")}

"""Every block of Python, YAML or JSON on a page is run or read by a test: here, or where ``ELSEWHERE`` says."""

import json
import re
import shutil
import sys
from pathlib import Path

import pytest
import yaml

from sim.experiment.planning import plan
from sim.scenario.files.reading import read_scenario
from sim.scenario.permission import allow_code
from tests.docs.pages import BLOCK, PAGES, ROOT, blocks

DOCS = ROOT / "docs"
ELSEWHERE = {
    "README.md": "tests/docs/test_readme.py",
    "cluster.md": "tests/docs/test_site.py",  # read as Python: it needs a batch system
    "formats.md": "tests/report/test_exports.py",
    "own-bargaining-rule.md": "tests/docs/test_site.py",
    "own-case.md": "tests/docs/test_own_case.py",
    "own-law.md": "tests/docs/test_site.py",
}
HERE = ("explaining.md", "mesa.md", "own-doctrine.md", "sweeps.md")
TEACHING = ROOT / "scenarios" / "teaching"


def kinds(page: Path) -> set[str]:
    """Return the kinds of blocks on a page that a program reads, without directives of the site."""
    found = {kind for kind, _ in BLOCK.findall(page.read_text(encoding="utf-8"))}
    return {kind for kind in found if kind and not kind.startswith("{")} - {"sh"}


def test_every_page_with_blocks_for_a_program_has_a_test() -> None:
    pages = {page.name for page in PAGES if kinds(page)}

    assert pages == {*ELSEWHERE, *HERE}
    for test in set(ELSEWHERE.values()):
        assert (ROOT / test).is_file()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with what the pages say that it holds, where their scripts run."""
    for name in ("war.yaml", "two-valleys.yaml"):
        shutil.copy(TEACHING / "two-valleys.yaml", tmp_path / name)
    shutil.copy(TEACHING / "basin.geojson", tmp_path)
    (tmp_path / "scenarios").symlink_to(ROOT / "scenarios")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


def small(script: str) -> str:
    """Return a script of a page about the teaching case, which is quick, instead of the article's."""
    assert "kursk/2025-03-article" in script
    return re.sub(r'"[^"]*kursk/2025-03-article[^"]*"', '"war.yaml"', script)


@pytest.mark.usefixtures("folder")
def test_the_study_of_explaining_runs() -> None:
    (script,) = blocks(DOCS / "explaining.md", "python")
    names: dict[str, object] = {}

    exec(small(script).replace("replications=50", "replications=2"), names)  # noqa: S102 - what the page says

    assert len(names["study"].outcomes) == 2  # type: ignore[attr-defined]


@pytest.mark.usefixtures("folder")
def test_the_models_of_mesa_run() -> None:
    first, mind = blocks(DOCS / "mesa.md", "python")
    names: dict[str, object] = {}

    exec(small(first).replace("seed=1", "seed=1, days=3"), names)  # noqa: S102 - what the page says
    exec(mind, names)  # noqa: S102 - the same

    assert names["model"].steps == 3  # type: ignore[attr-defined]


def test_the_doctrine_of_the_page_commands_a_model(folder: Path) -> None:
    mine, models = blocks(DOCS / "own-doctrine.md", "python")
    (folder / "my_doctrine.py").write_text(mine, encoding="utf-8")
    names: dict[str, object] = {}

    try:
        exec(models, names)  # noqa: S102 - what the page says
        names["model"].step()  # type: ignore[attr-defined]
    finally:
        sys.modules.pop("my_doctrine", None)

    assert names["model"].steps == 1  # type: ignore[attr-defined]


def test_the_doctrines_of_the_page_are_read_in_a_scenario(folder: Path) -> None:
    allow_code()
    (sides,) = blocks(DOCS / "own-doctrine.md", "yaml")
    (mine, _) = blocks(DOCS / "own-doctrine.md", "python")
    (folder / "my_doctrine.py").write_text(mine, encoding="utf-8")
    (folder / "other.py").write_text(mine.replace("leave_in_time", "press_on"), encoding="utf-8")
    (folder / "with-my-doctrine.yaml").write_text(f"extends: two-valleys.yaml\n{sides}", encoding="utf-8")

    scenario = read_scenario(folder / "with-my-doctrine.yaml")

    assert str(scenario.sides["South"].doctrine.code).endswith("my_doctrine.py:leave_in_time")
    assert str(scenario.sides["North"].doctrine.code).endswith("other.py:press_on")


def test_the_coalition_of_the_guide_is_read(folder: Path) -> None:
    text = (DOCS / "own-case.md").read_text(encoding="utf-8")
    (part,) = re.findall(r"^```\n(sides:\n.*?)^```$", text, re.MULTILINE | re.DOTALL)
    written = yaml.safe_load(part)
    assert written.pop("contested") == ["Basin", "West"]
    (folder / "coalition.yaml").write_text(json.dumps({"extends": "two-valleys.yaml", **written}, default=str), "utf-8")

    members = read_scenario(folder / "coalition.yaml").sides["South"].members

    assert set(members) == {"Coastland", "Islands"}


@pytest.mark.parametrize("n", [0, 1])
def test_the_designs_of_sweeps_are_plans(folder: Path, n: int) -> None:
    pytest.importorskip("SALib")
    design = blocks(DOCS / "sweeps.md", "yaml")[n]
    if "scenario:" not in design:
        design = f"scenario: ../kursk/2025-03-article.yaml\n{design}"
    (folder / "shown.yaml").write_text(design.replace("../kursk", str(ROOT / "scenarios" / "kursk")), encoding="utf-8")

    assert len(plan(folder / "shown.yaml").points) >= 2

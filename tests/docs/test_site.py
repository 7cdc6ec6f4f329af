"""The documents hold together: links lead somewhere, names are there, commands are understood, scripts run."""

import ast
import re
import shlex
from collections.abc import Sequence
from pathlib import Path

import pytest

from sim.cli import COMMANDS, imported
from sim.scenario.files.reading import read_scenario
from sim.scenario.files.shipped import file_meant
from tests.docs.pages import PAGES, ROOT, anchors, blocks, commands, links

DOCS = ROOT / "docs"
ARTICLE = (DOCS / "article.md").read_text(encoding="utf-8")
WALK = (DOCS / "walk.md").read_text(encoding="utf-8")
OFFERED = [(page, command) for page in PAGES for command in commands(page)]
SHOWN = ("own-law.md", "own-bargaining-rule.md")
"""Pages whose scripts run as they stand, one after another, in the gate."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_no_link_is_dead(page: Path) -> None:
    dead = []
    for link in links(page):
        file, _, anchor = link.partition("#")
        there = (page.parent / file).resolve() if file else page
        if not there.exists() or (anchor and there.suffix == ".md" and anchor not in anchors(there)):
            dead.append(link)

    assert not dead


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`(sim\.[\w.]+)`", WALK))))
def test_a_name_of_the_walk_is_there(name: str) -> None:
    steps = name.split(".")
    length = max(n for n in range(1, len(steps) + 1) if file_of(steps[:n]))
    here: ast.AST = ast.parse(file_of(steps[:length])[0].read_text(encoding="utf-8"))
    for step in steps[length:]:
        (here,) = [each for each in ast.iter_child_nodes(here) if step in names_of(each)]


def file_of(steps: Sequence[str]) -> list[Path]:
    """Return the file of a module, if there is such a module."""
    path = ROOT.joinpath(*steps)
    return [file for file in (path.with_suffix(".py"), path / "__init__.py") if file.is_file()]


def names_of(node: ast.AST) -> set[str]:
    """Return what a statement gives a name to."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return {node.name}
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return {target.id for target in targets if isinstance(target, ast.Name)}


@pytest.mark.parametrize("page", [*SHOWN, "article.md", "shown.md", "../RELEASING.md", "trace.md", "walk.md"])
def test_files_that_a_page_names_are_there(page: str) -> None:
    named = re.findall(r"`((?:\.ci|benchmarks|docs|scenarios|sim|tests)/[\w./-]+)`", (DOCS / page).read_text("utf-8"))

    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_claim_of_the_article_names_keys_tests_and_a_scenario_that_are_there() -> None:
    scenario = read_scenario("kursk/2025-03-article")
    rows = [line for line in ARTICLE.splitlines() if line.startswith("| ") and "`tests/" in line]

    assert len(rows) >= 25
    for row in rows:
        _, claim, _, mechanism, keys, test, shipped, _ = row.split("|")
        assert "](" in mechanism, claim
        assert (ROOT / test.strip(" `")).is_file(), claim
        assert file_meant(shipped.strip(" `")).is_file(), claim
        for key in re.findall(r"`([^`]+)`", keys):
            assert declared(scenario, key) is not None, key


def declared(scenario: object, key: str) -> object:
    """Return what a scenario declares under a key."""
    here = scenario
    for quoted, plain in re.findall(r'"([^"]+)"|([^."]+)', key):
        here = here[quoted or plain] if isinstance(here, dict) else getattr(here, quoted or plain)
    return here


def test_pages_offer_commands() -> None:
    assert len(OFFERED) >= 25


@pytest.mark.parametrize(("page", "command"), OFFERED, ids=lambda each: each.stem if isinstance(each, Path) else each)
def test_a_command_on_a_page_is_understood(page: Path, command: str) -> None:
    _, name, *arguments = shlex.split(command)

    assert name in COMMANDS, page
    assert imported(name).make_context(name, arguments).params


@pytest.mark.parametrize("page", SHOWN)
def test_the_scripts_of_a_page_run(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    for script in blocks(DOCS / page, "python"):
        exec(compile(script, page, "exec"), {"__name__": "page"})  # noqa: S102 - what the page says, and nothing else

    assert capsys.readouterr().out


def test_a_command_that_makes_figures_is_there_with_its_options() -> None:
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES if page.name != "CHANGELOG.md")
    scripts = set(re.findall(r"python (benchmarks/\w+\.py)((?: [\w./-]+)*)", text))
    targets = set(re.findall(r"`make (\w+)`", text))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")

    assert len(scripts) >= 15
    for script, options in scripts:
        source = (ROOT / script).read_text(encoding="utf-8")
        for option in re.findall(r"--[\w-]+", options):
            assert f'"{option}"' in source, (script, option)
    assert [target for target in targets if not re.search(rf"^{target}:", makefile, re.MULTILINE)] == []


@pytest.mark.parametrize("page", ["docs/start.md", "docs/leverage.md", "README.md"])
def test_a_picture_stands_with_the_command_that_draws_it(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    drawn = [(ROOT / page).parent / name for name in re.findall(r"[\w./-]+\.svg", text)]

    assert drawn
    assert all(picture.is_file() for picture in drawn)
    assert "make pictures" in text or "python benchmarks/chip_curve.py" in text


def test_scripts_for_machines_that_are_not_here_are_python() -> None:
    for script in blocks(DOCS / "cluster.md", "python"):
        compile(script, "cluster.md", "exec")

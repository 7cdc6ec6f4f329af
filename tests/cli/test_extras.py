"""What may be left out of an installation: a command that needs it says so in one line, and all else works."""

import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from typer.testing import CliRunner, Result

from sim.cli import application
from sim.cli.extras import EXTRAS, missing_extra

ROOT = Path(__file__).parents[2]
FOR_DEVELOPERS = {"dev", "docs", "oracles", "readers"}
MORRIS = """
scenario: theory/equal-sides.yaml
kind: KIND
samples: 2
days: 2
factors: {sides.Blue.force.strength_scale: {range: [0.5, 1.5]}, sides.Red.force.strength_scale: {range: [0.5, 2]}}
outcome: area_0
"""


def extras() -> dict[str, set[str]]:
    """Return the packages of each extra."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    parts = project["optional-dependencies"].items()
    return {extra: {canonicalize_name(Requirement(line).name) for line in lines} for extra, lines in parts}


def called(*words: str) -> Result:
    return CliRunner().invoke(application(), list(words))


@pytest.mark.parametrize(
    ("package", "command"),
    [
        ("solara", ("view", "theory/equal-sides")),
        ("SALib", ("sweep", "morris.yaml")),
        ("SALib", ("sweep", "sobol.yaml")),
        ("osmium", ("new", "mine", "--osm", "valley.osm.pbf")),
        ("distributed", ("sweep", "grid.yaml", "--scheduler", "tcp://127.0.0.1:1")),
    ],
)
def test_a_command_says_in_one_line_which_extra_it_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    for kind in ("morris", "sobol"):
        text = MORRIS.replace("KIND", kind).replace("theory", str(ROOT / "scenarios/theory"))
        Path(f"{kind}.yaml").write_text(text, encoding="utf-8")
    levels = text.replace("kind: sobol\nsamples: 2", "kind: grid").replace("range:", "levels:")
    Path("grid.yaml").write_text(levels, encoding="utf-8")
    for name in [name for name in sys.modules if name.partition(".")[0] == package or name.startswith("sim.browser")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)

    outcome = called(*command)

    assert outcome.exit_code == 2, outcome.output
    told = outcome.stderr.strip().splitlines()[-1]
    assert told == f"this needs {package}, which is not installed; pip install 'westphalia[{EXTRAS[package]}]'"


def test_every_package_that_may_be_missing_is_in_the_extra_that_is_named() -> None:
    found = extras()

    assert [
        name for name, extra in EXTRAS.items() if canonicalize_name(name) not in found[extra] | {"distributed"}
    ] == []
    assert "dask" in found["cluster"]
    assert set(EXTRAS.values()) == set(found) - FOR_DEVELOPERS - {"all"}


def test_all_is_every_extra_that_a_user_can_need() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (line,) = project["optional-dependencies"]["all"]

    assert Requirement(line).extras == set(extras()) - FOR_DEVELOPERS - {"all"}


def test_what_is_missing_and_in_no_extra_is_a_failure() -> None:
    assert missing_extra(ModuleNotFoundError("No module named 'numba'", name="numba")) is None

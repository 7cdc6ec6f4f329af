import re
import sys
import tomllib
from importlib.metadata import distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PYTHONS = ["3.11", "3.12", "3.13"]


def declared() -> list[Requirement]:
    """Return what the project and its extras require."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [line for extra in project["optional-dependencies"].values() for line in extra]
    every = [Requirement(line) for line in project["dependencies"] + extras]
    return [each for each in every if each.name != project["name"]]


def pins(python: str) -> dict[str, Requirement]:
    """Return the constraint on each package that holds for a version of Python."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    requirements = [Requirement(line) for line in lines if line and not line.startswith("#")]
    environment = {"python_version": python, "python_full_version": f"{python}.0"}
    holding = [r for r in requirements if r.marker is None or r.marker.evaluate(environment)]

    assert len({canonicalize_name(r.name) for r in holding}) == len(holding)
    return {canonicalize_name(r.name): r for r in holding}


@pytest.mark.parametrize("python", PYTHONS)
def test_every_requirement_has_one_exact_version_that_it_allows(python: str) -> None:
    exact = pins(python)

    for requirement in declared():
        (version,) = exact[canonicalize_name(requirement.name)].specifier
        assert version.operator == "=="
        assert requirement.specifier.contains(version.version)


@pytest.mark.parametrize("python", PYTHONS)
def test_every_constraint_is_one_exact_version(python: str) -> None:
    for constraint in pins(python).values():
        (version,) = constraint.specifier
        assert version.operator == "=="
        assert constraint.url is None


def test_a_version_with_a_hash_is_the_one_that_is_constrained() -> None:
    constrained, hashed = (
        (ROOT / name).read_text(encoding="utf-8") for name in ("constraints.txt", "constraints-hashed.txt")
    )
    versions = dict(re.findall(r"^([a-z][\w-]*==\S+)()", constrained, re.MULTILINE))
    names = {pin.split("==")[0] for pin in versions}
    entries = re.findall(
        r"^([a-z][\w-]*)(==\S+).*\\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", hashed, re.MULTILINE
    )

    assert len(entries) == len(re.findall(r"^[a-z]", hashed, re.MULTILINE))
    assert [name + pin for name, pin, _ in entries if name in names and name + pin not in versions] == []


def test_every_requirement_has_a_hash() -> None:
    hashed = (ROOT / "constraints-hashed.txt").read_text(encoding="utf-8")
    names = set(re.findall(r"^([a-z][\w-]*)==", hashed, re.MULTILINE))

    assert [each.name for each in declared() if canonicalize_name(each.name) not in names] == []
    assert "://" not in hashed


def test_every_package_here_also_runs_on_the_first_release_of_this_python() -> None:
    first = "{}.{}.0".format(*sys.version_info[:2])
    constrained = pins(first.removesuffix(".0"))
    late = [
        f"{package.name} {package.version}"
        for package in distributions()
        if canonicalize_name(package.name) in constrained
        and not SpecifierSet(str(package.metadata.json.get("requires_python", ""))).contains(first)
    ]

    assert late == []

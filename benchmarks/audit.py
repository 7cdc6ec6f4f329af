"""What the project stands on: every installed package it needs with its licence, and known vulnerabilities.

    python benchmarks/audit.py

Ends with 0 when nothing is known against any package, 1 when something is, and 2 when nobody could be asked: that
needs ``pip-audit`` and a vulnerability database that can be reached.
"""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LONGEST = 60
"""Letters of a licence's name; some packages put its text in its place."""
COPYLEFT = re.compile(r"\bA?GPL|\bLGPL", re.IGNORECASE)
"""Licences that ask something of whoever passes the whole on."""


def needed() -> Iterator[Distribution]:
    """Yield the packages that the project and its extras need, those they need, and so on, as far as installed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = [Requirement(line) for line in project["dependencies"]]
    waiting += [Requirement(line) for extra in project["optional-dependencies"].values() for line in extra]
    seen: set[str] = set()
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name in seen:
            continue
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue
        seen.add(name)
        yield found
        extras = requirement.extras or {""}
        for line in found.requires or []:
            inner = Requirement(line)
            if inner.marker is None or any(inner.marker.evaluate({"extra": extra}) for extra in extras):
                waiting.append(inner)


def licence_of(package: Distribution) -> str:
    """Return the licence that a package names, as an expression, a classifier, or the first line of its text."""
    about = package.metadata
    classes = [line.rpartition("::")[2].strip() for line in about.get_all("Classifier", []) if "License ::" in line]
    text = (about.get("License", "") or "").strip().split("\n")[0]
    return (about.get("License-Expression") or ", ".join(classes) or text or "not named")[:LONGEST]


def vulnerabilities(packages: list[Distribution]) -> tuple[list[str], list[str]]:
    """Return what is known against packages, and why some could not be looked up."""
    if find_spec("pip_audit") is None:
        return [], ["pip-audit is not installed: make audit installs it"]
    lines = "".join(f"{package.name}=={package.version}\n" for package in packages)
    command = [
        sys.executable,
        "-m",
        "pip_audit",
        "--no-deps",
        "--disable-pip",
        "--format",
        "json",
        "--progress-spinner",
    ]
    asked = subprocess.run(  # noqa: S603 - a fixed command
        [*command, "off", "--requirement", "/dev/stdin"], input=lines, capture_output=True, text=True, check=False
    )
    try:
        answers = json.loads(asked.stdout)["dependencies"]
    except (KeyError, ValueError):
        last = (asked.stderr.strip().splitlines() or ["it said nothing"])[-1]
        return [], [f"no vulnerability database answered ({last[:200]})"]
    skipped = [each["name"] for each in answers if "skip_reason" in each]
    known = [
        f"{each['name']} {each['version']}: {found['id']}, mended in {', '.join(found['fix_versions']) or 'no release'}"
        for each in answers
        for found in each.get("vulns", [])
    ]
    reasons = [f"{len(skipped)} of {len(answers)} packages are unknown to the database"] if skipped else []
    return known, reasons


def without_hash() -> list[str]:
    """Return the constraints of which ``constraints-hashed.txt`` has no hash in the same version."""
    pinned, hashed = (
        {line.split(";")[0].strip(" \\") for line in (ROOT / name).read_text(encoding="utf-8").splitlines()}
        for name in ("constraints.txt", "constraints-hashed.txt")
    )
    return sorted(line for line in pinned - hashed if "==" in line)


def main() -> int:
    """Print the licences and what is known, and return the exit code."""
    packages = sorted(needed(), key=lambda package: package.name.lower())
    for package in packages:
        mark = "  (copyleft)" if COPYLEFT.search(licence_of(package)) else ""
        print(f"{package.name:32} {package.version:18} {licence_of(package)}{mark}")
    print(f"{len(packages)} packages; constraints without a hash: {', '.join(without_hash()) or 'none'}")
    known, unasked = vulnerabilities(packages)
    for line in known:
        print(f"VULNERABLE: {line}")
    for reason in unasked:
        print(f"NOT LOOKED UP: {reason}")
    if known:
        return 1
    print("Vulnerabilities: " + ("not known, since nobody could be asked" if unasked else "none known"))
    return 2 if unasked else 0


if __name__ == "__main__":
    sys.exit(main())

"""The manifest: what was run, so that it can be understood and run again."""

from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from sim.results.edition import RUNNING, versions
from sim.scenario.files.completion import complete
from sim.scenario.fingerprint import fingerprint
from sim.scenario.scenario import Scenario
from sim.scenario.upgrading import VERSION
from sim.vocabulary import BadInput
from sim.world.compilation import edition

LONGEST = 200
"""Letters that are quoted of a difference, or of a command."""


@dataclass(frozen=True)
class Manifest:
    """What a results folder holds, and everything needed to make it again."""

    name: str
    """Name of the scenario: its file without the ending."""
    title: str
    fingerprint: str
    scenario: dict[str, Any]
    """All that the scenario declares, with what it extends and what was overridden."""
    seed: int
    replications: int
    days: int
    digest: str
    """Hash of all outcomes."""
    command: str
    sides: list[str]
    issues: list[str]
    failed: int = 0
    versions: dict[str, str] = field(default_factory=dict)
    rules: str = ""
    """Edition of the rules, a hash of their source."""
    edition: str = ""
    """Edition of the results, a hash of all source that can change a row; empty where it is not known."""
    written: str = ""
    """Time of writing, UTC."""
    files: dict[str, str] = field(default_factory=dict)
    """SHA-256 of each file in the folder, by name."""
    version: int = 0
    """Form of the scenario, ``sim.scenario.upgrading``; 0 where it is not known."""

    def as_json(self) -> dict[str, Any]:
        """Return the manifest as it is written to ``manifest.json``."""
        return asdict(self)


def manifest_of(
    name: str, scenario: Scenario, seed: int, replications: int, digest: str, failed: int, command: str
) -> Manifest:
    """Return the manifest of an ensemble that has been played just now."""
    return Manifest(
        name=name,
        title=scenario.title,
        fingerprint=fingerprint(scenario),
        scenario=scenario.model_dump(mode="json", by_alias=True),
        seed=seed,
        replications=replications,
        days=scenario.days,
        digest=digest,
        command=command,
        sides=list(scenario.sides),
        issues=list(scenario.talks.issues),
        failed=failed,
        versions=versions(),
        rules=edition(),
        edition=RUNNING,
        written=datetime.now(UTC).isoformat(timespec="seconds"),
        version=VERSION,
    )


def scenario_in(manifest: Manifest, folder: Path) -> Scenario:
    """Return the scenario that a folder's manifest holds, in today's form; what was not known takes its default.

    Raises:
        BadInput: it is none that this version can play.

    """
    try:
        return Scenario.model_validate(complete(manifest.scenario, manifest.version))
    except (AttributeError, KeyError, TypeError, ValueError) as wrong:
        raise BadInput(f"{folder}: {_another_form(manifest, wrong)}; {_again(manifest)}") from None


def _another_form(manifest: Manifest, wrong: Exception) -> str:
    """Return who wrote a scenario that this version cannot play, and the first thing that differs."""
    writer = f"westphalia {manifest.versions.get('westphalia', 'of another version')}"
    if commit := manifest.versions.get("commit"):
        writer += f", commit {commit}"
    when = f" on {manifest.written[:10]}" if manifest.written else ""
    faults = wrong.errors() if isinstance(wrong, ValidationError) else []
    if not faults:
        return f"its scenario has another form; {writer} wrote it{when}"
    first = f"{'.'.join(map(str, faults[0]['loc']))}: {faults[0]['msg']}"
    return f"its scenario has another form ({first[:LONGEST]}; {len(faults)} differences); {writer} wrote it{when}"


def _again(manifest: Manifest) -> str:
    command = str(manifest.command)
    again = (
        f"call `{command[:LONGEST]}` again" if command.startswith("westphalia ") else "run the scenario's file again"
    )
    return f"{again}, or read the folder with that release"

"""The manifest of a sweep: what is varied and played, and how far it has come."""

import json
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sim.results.edition import RUNNING, differences, listed, versions
from sim.results.strict_json import json_text
from sim.results.whole_files import write_whole
from sim.scenario.files.text_file import RESULTS, read_text
from sim.vocabulary import BadInput
from sim.world.compilation import edition

MANIFEST = "manifest.json"

MUST_AGREE = {
    "design_fingerprint": "another design, or this one before it was changed",
    "scenario_fingerprint": "another scenario, or this one before it was changed",
}
"""What a folder must have in common with a sweep that goes on in it, and what it holds otherwise."""


@dataclass(frozen=True)
class SweepManifest:
    """What a sweep's folder holds, and everything needed to go on with it or make it again."""

    name: str
    """Name of the design: its file without the ending."""
    design_fingerprint: str
    scenario_fingerprint: str
    design: dict[str, Any]
    """All that the design declares."""
    scenario: dict[str, Any]
    """All that the scenario declares at no particular point."""
    factors: list[dict[str, Any]]
    """Each factor with its ``name`` and either ``low`` and ``high`` or ``levels``."""
    points: int
    explained: str
    """Outcome that the analysis explains."""
    command: str
    kind: str = "sweep"
    completed: int = 0
    failed: int = 0
    digest: str = ""
    """Hash of all outcomes in design order; empty until the sweep is complete."""
    versions: dict[str, str] = field(default_factory=versions)
    rules: str = field(default_factory=edition)
    """Edition of the rules, a hash of their source."""
    edition: str = RUNNING
    """Edition of the results, a hash of all source that can change a row."""
    files: dict[str, str] = field(default_factory=dict)
    """SHA-256 of the table, by its name, once the sweep has come to its end."""
    started: str = field(default_factory=lambda: datetime.now(UTC).isoformat(timespec="seconds"))

    def finished(self, completed: int, failed: int, digest: str, files: dict[str, str]) -> "SweepManifest":
        """Return the manifest after the sweep has come to its end."""
        return replace(self, completed=completed, failed=failed, digest=digest, files=files)


def claim_for_sweep(folder: Path, manifest: SweepManifest) -> SweepManifest:
    """Make a sweep's folder and write its manifest, or return that of the same sweep, to go on with.

    Raises:
        BadInput: the folder holds anything else, or rows of another edition.

    """
    if folder.exists() and not folder.is_dir():
        raise BadInput(f"{folder}: it is a file; name a folder with --out")
    if folder.is_dir() and any(not path.name.startswith(".") for path in folder.iterdir()):
        held = read_sweep_manifest(folder)
        for name, other in MUST_AGREE.items():
            if getattr(held, name) != getattr(manifest, name):
                raise BadInput(f"{folder}: it holds a sweep of {other}; name another folder with --out")
        changed = differences(*({"edition": each.edition, **each.versions} for each in (held, manifest)))
        if changed:
            message = f"{folder}: its runs are of another edition ({listed(changed, 'then', 'now')})"
            raise BadInput(f"{message}; go on with that one, or name another folder with --out")
        return held
    folder.mkdir(parents=True, exist_ok=True)
    write_sweep_manifest(folder, manifest)
    return manifest


def write_sweep_manifest(folder: Path, manifest: SweepManifest) -> None:
    """Write a sweep's manifest, whole or not at all."""
    text = json_text(asdict(manifest), indent=1, ascii_only=False)
    write_whole(folder / MANIFEST, lambda path: path.write_text(text + "\n", encoding="utf-8"))


def holds_sweep(folder: Path) -> bool:
    """Return whether a folder holds a sweep, finished or not."""
    try:
        found = json.loads(read_text(folder / MANIFEST, "a manifest", RESULTS))
    except (BadInput, ValueError):
        return False
    return isinstance(found, dict) and found.get("kind") == "sweep"


def read_sweep_manifest(folder: Path) -> SweepManifest:
    """Return the manifest of a sweep's folder.

    Raises:
        BadInput: the folder holds no sweep.

    """
    path = folder / MANIFEST
    if not path.exists():
        raise BadInput(f"{folder}: it holds no sweep; name a folder that `westphalia sweep` has written")
    try:
        found = json.loads(read_text(path, "a folder that `westphalia sweep` has written", RESULTS))
        if found.get("kind") != "sweep":
            raise BadInput(f"{folder}: it holds no sweep but a single scenario; name a folder of `westphalia sweep`")
        return SweepManifest(**({"edition": "unknown"} | found))
    except (AttributeError, TypeError, ValueError, RecursionError) as wrong:
        raise BadInput(f"{path}: it is no manifest ({wrong}); run the sweep again in another folder") from None

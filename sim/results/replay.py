"""The replay: an ensemble played again from its manifest, and whether the same came of it."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sim.campaign.deployment import deploy
from sim.campaign.ensemble import Failure, ensemble
from sim.campaign.outcome import Outcome
from sim.results.digest import digest_of
from sim.results.manifest import Manifest, manifest_of, scenario_in
from sim.results.rows import outcome_rows, talk_rows
from sim.results.session import Watch, unwatched
from sim.results.store import read_manifest, write
from sim.vocabulary import BadInput

TABLES = ("outcomes", "talks")
"""Tables that every results folder holds."""


@dataclass(frozen=True)
class Replay:
    """What playing an ensemble again came to."""

    expected: str
    """The digest that the manifest holds."""
    digest: str
    restored: tuple[str, ...]
    """Tables that were missing and have been written again."""
    changed: dict[str, tuple[str, str]]
    """Versions that differ from those of the manifest: then, and now."""

    @property
    def equal(self) -> bool:
        """Return whether all outcomes are the same, bit for bit."""
        return self.digest == self.expected

    def as_json(self) -> dict[str, Any]:
        """Return the replay as ``repro --json`` prints it."""
        return {
            "equal": self.equal,
            "expected": self.expected,
            "digest": self.digest,
            "restored": list(self.restored),
            "changed": {name: {"then": then, "now": now} for name, (then, now) in self.changed.items()},
        }


def replay(
    folder: Path,
    *,
    workers: int = 0,
    watch: Watch = unwatched,
) -> Replay:
    """Play the ensemble of a results folder again, from its manifest alone; tables that are missing are restored.

    Nothing is written when something else comes of it.

    Raises:
        BadInput: the folder has no manifest that can be read, or one of no scenario that this version can play.

    """
    manifest = read_manifest(folder)
    try:
        scenario = scenario_in(manifest)
    except ValueError as wrong:
        message = f"{folder}: its scenario is of another version ({len(str(wrong).splitlines())} lines of differences)"
        raise BadInput(f"{message}; run the scenario's file again") from None
    runs = ensemble(
        deploy(scenario), manifest.seed, range(manifest.replications), workers=workers or os.cpu_count() or 1
    )
    results = list(watch(runs, manifest.replications, manifest.name))
    outcomes = [result for result in results if isinstance(result, Outcome)]
    failures = [result for result in results if isinstance(result, Failure)]
    digest = digest_of(outcomes)
    missing = tuple(name for name in TABLES if not (folder / f"{name}.parquet").is_file())
    if missing and digest == manifest.digest:
        rows = {"outcomes": outcome_rows, "talks": talk_rows}
        write(folder, manifest, {name: rows[name](outcomes, manifest.issues) for name in missing}, failures)
    now = manifest_of(manifest.name, scenario, manifest.seed, manifest.replications, digest, len(failures), "")
    return Replay(manifest.digest, digest, missing if digest == manifest.digest else (), _changed(manifest, now))


def _changed(then: Manifest, now: Manifest) -> dict[str, tuple[str, str]]:
    before, after = ({"rules": m.rules, "edition": m.edition, **m.versions} for m in (then, now))
    return {name: (before.get(name, "none"), after[name]) for name in after if before.get(name) != after[name]}

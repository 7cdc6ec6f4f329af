"""The replay: an ensemble played again from its manifest, and whether the same came of it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from sim.campaign.ensemble import Failure, ensemble
from sim.campaign.outcome import Outcome
from sim.campaign.setup.deployment import deploy
from sim.results.digest import digest_of
from sim.results.manifest import Manifest, manifest_of, scenario_in
from sim.results.parquet import read_parquet
from sim.results.session import Watch, unwatched
from sim.results.store import read_manifest, write
from sim.results.table_difference import Difference, difference_between
from sim.results.tables import tables_of
from sim.vocabulary import BadInput


@dataclass(frozen=True)
class Replay:
    """What playing an ensemble again came to."""

    expected: str
    """The digest that the manifest holds."""
    digest: str
    restored: tuple[str, ...]
    """Tables that were missing and have been written again."""
    changed: dict[str, tuple[str, str]]
    """Editions and versions that differ from those of the manifest: then, and now."""
    differences: tuple[Difference, ...] = ()
    """Tables in the folder that are not what has been played now."""
    damaged: tuple[str, ...] = ()
    """What is wrong with tables in the folder that cannot be read."""

    @property
    def equal(self) -> bool:
        """Return whether all outcomes are the same, bit for bit."""
        return self.digest == self.expected

    @property
    def within_rounding(self) -> bool:
        """Return whether the outcomes differ, but by no more than the rounding of arithmetic."""
        known = self.differences and not self.damaged and not self.equal
        return bool(known) and all(difference.is_rounding for difference in self.differences)

    @property
    def sound(self) -> bool:
        """Return whether the folder holds what its manifest leads to."""
        return self.within_rounding or (self.equal and not self.differences and not self.damaged)

    def as_json(self) -> dict[str, Any]:
        """Return the replay as ``repro --json`` prints it."""
        return {
            "equal": self.equal,
            "within_rounding": self.within_rounding,
            "expected": self.expected,
            "digest": self.digest,
            "restored": list(self.restored),
            "changed": {name: {"then": then, "now": now} for name, (then, now) in self.changed.items()},
            "differences": [difference.as_json() for difference in self.differences],
            "damaged": list(self.damaged),
        }


def replay(
    folder: Path,
    *,
    workers: int = 0,
    watch: Watch = unwatched,
) -> Replay:
    """Play the ensemble of a results folder again, from its manifest alone, and compare its tables.

    Tables that are missing are restored, unless something else came of it.

    Raises:
        BadInput: the folder has no manifest that can be read, or one of no scenario that this version can play.

    """
    manifest = read_manifest(folder)
    scenario = scenario_in(manifest, folder)
    runs = ensemble(
        deploy(scenario), manifest.seed, range(manifest.replications), workers=workers or os.cpu_count() or 1
    )
    results = list(watch(runs, manifest.replications, manifest.name))
    outcomes = [result for result in results if isinstance(result, Outcome)]
    failures = [result for result in results if isinstance(result, Failure)]
    digest = digest_of(outcomes)
    tables = tables_of(outcomes, scenario.start, manifest.issues)
    missing = tuple(name for name in tables if not (folder / f"{name}.parquet").is_file())
    differences, damaged = _compared(folder, {name: tables[name] for name in tables if name not in missing})
    if missing and digest == manifest.digest:
        write(folder, manifest, {name: tables[name] for name in missing}, failures)
    now = manifest_of(manifest.name, scenario, manifest.seed, manifest.replications, digest, len(failures), "")
    restored = missing if digest == manifest.digest else ()
    return Replay(manifest.digest, digest, restored, _changed(manifest, now), differences, damaged)


def _compared(folder: Path, tables: Mapping[str, pa.Table]) -> tuple[tuple[Difference, ...], tuple[str, ...]]:
    """Return how the tables of a folder differ from those just played, and which cannot be read."""
    differences: list[Difference] = []
    damaged: list[str] = []
    for name, now in tables.items():
        try:
            kept = read_parquet(folder / f"{name}.parquet")
        except BadInput as wrong:
            damaged += wrong.messages
            continue
        found = difference_between(name, kept, now)
        if found and not (name == "days" and "date" not in kept.column_names):
            differences.append(found)
    return tuple(differences), tuple(damaged)


def _changed(then: Manifest, now: Manifest) -> dict[str, tuple[str, str]]:
    before, after = ({"rules": m.rules, "edition": m.edition, **m.versions} for m in (then, now))
    return {name: (before.get(name, "none"), after[name]) for name in after if before.get(name) != after[name]}

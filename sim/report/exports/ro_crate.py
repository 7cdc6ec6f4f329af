"""RO-Crate: what an export holds, how it was made and from what, as linked data for archives (RO-Crate 1.1)."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sim.results.manifest import Manifest
from sim.results.whole_files import hash_of

FILE = "ro-crate-metadata.json"
PROFILE = "https://w3id.org/ro/crate/1.1"
PROGRAM, RUN, SCENARIO = "#westphalia", "#run", "#scenario"
KINDS = {
    ".csv": "text/csv",
    ".geojson": "application/geo+json",
    ".json": "application/json",
    ".kml": "application/vnd.google-earth.kml+xml",
    ".yml": "application/yaml",
}


def ro_crate(folder: Path, manifest: Manifest, told: Mapping[str, str]) -> dict[str, Any]:
    """Return the metadata of an export; ``told`` says what each of its files holds, by its path in the folder."""
    parts = [{"@id": name} for name in told]
    crate = {
        "@id": FILE,
        "@type": "CreativeWork",
        "conformsTo": {"@id": PROFILE},
        "about": {"@id": "./"},
    }
    root = {
        "@id": "./",
        "@type": "Dataset",
        "name": f"{manifest.title}: runs of a simulation",
        "description": (
            f"{manifest.replications} runs of {manifest.days} days under seed {manifest.seed}. Every output follows"
            " from stated assumptions; it is no forecast, and no basis for operations."
        ),
        "datePublished": manifest.written or "1970-01-01",
        "license": "Data derived from the scenario keep the licences that its README names",
        "identifier": manifest.digest,
        "hasPart": parts,
        "mentions": {"@id": RUN},
    }
    run = {
        "@id": RUN,
        "@type": "CreateAction",
        "name": manifest.command or "westphalia run",
        "endTime": manifest.written,
        "instrument": {"@id": PROGRAM},
        "object": {"@id": SCENARIO},
        "result": parts,
    }
    program = {
        "@id": PROGRAM,
        "@type": "SoftwareApplication",
        "name": "westphalia",
        "softwareVersion": manifest.versions.get("westphalia", ""),
        "softwareRequirements": [f"{name} {version}" for name, version in sorted(manifest.versions.items())],
        "identifier": manifest.edition,
    }
    scenario = {
        "@id": SCENARIO,
        "@type": "CreativeWork",
        "name": manifest.title,
        "alternateName": manifest.name,
        "identifier": manifest.fingerprint,
        "description": "Its text, with all that it extends and what was changed, is in manifest.json.",
    }
    files = [_file(folder / name, name, words) for name, words in told.items()]
    return {"@context": f"{PROFILE}/context", "@graph": [crate, root, run, program, scenario, *files]}


def _file(path: Path, name: str, words: str) -> dict[str, Any]:
    return {
        "@id": name,
        "@type": "File",
        "name": words,
        "encodingFormat": KINDS.get(path.suffix, "application/octet-stream"),
        "contentSize": str(path.stat().st_size),
        "sha256": hash_of(path),
    }

"""The store: one folder an ensemble, written whole or not at all. The only door to Parquet."""

import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from sim.campaign.ensemble import Failure
from sim.results.manifest import Manifest
from sim.results.rows import Row
from sim.results.strict_json import json_text
from sim.vocabulary import BadInput

MANIFEST = "manifest.json"
FAILURES = "failures.jsonl"
HOME = Path("results")
"""Where results go when no folder is named."""


def default_folder(name: str, fingerprint: str, seed: int, replications: int) -> Path:
    """Return the folder of a scenario's ensemble: the same question has the same place."""
    return HOME / f"{name}-{fingerprint}-s{seed}-n{replications}"


def newest_folder(home: Path = HOME) -> Path:
    """Return the results folder that was written last.

    Raises:
        BadInput: there is none.

    """
    manifests = sorted(home.glob(f"*/{MANIFEST}"), key=lambda path: path.stat().st_mtime)
    if not manifests:
        raise BadInput(f"there are no results in {home}; run a scenario, or name its folder")
    return manifests[-1].parent


def claim(folder: Path, fingerprint: str) -> None:
    """Make a results folder, unless it holds the results of something else.

    Raises:
        BadInput: the folder holds other files, or the results of another scenario.

    """
    if folder.exists() and not folder.is_dir():
        raise BadInput(f"{folder}: it is a file; name a folder with --out")
    if folder.is_dir() and any(folder.iterdir()):
        if not (folder / MANIFEST).is_file():
            raise BadInput(f"{folder}: it holds files that are no results; name an empty folder with --out")
        held = json.loads((folder / MANIFEST).read_text(encoding="utf-8")).get("fingerprint")
        if held != fingerprint:
            raise BadInput(f"{folder}: it holds the results of another scenario; name another folder with --out")
    folder.mkdir(parents=True, exist_ok=True)


def write(
    folder: Path, manifest: Manifest, tables: Mapping[str, Sequence[Row]], failures: Iterable[Failure] = ()
) -> None:
    """Write an ensemble: its tables as Parquet, its failures as JSON lines, and the manifest last.

    Every file appears whole or not at all.
    """
    for name, rows in tables.items():
        write_whole(folder / f"{name}.parquet", partial(_write_parquet, rows=rows))
    lines = "".join(json_text(failure.__dict__) + "\n" for failure in failures)
    write_whole(folder / FAILURES, lambda path: path.write_text(lines, encoding="utf-8"))
    text = json_text(manifest.as_json(), indent=1, ascii_only=False)
    write_whole(folder / MANIFEST, lambda path: path.write_text(text + "\n", encoding="utf-8"))


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of a results folder.

    Raises:
        BadInput: the folder holds no manifest that can be read.

    """
    path = folder / MANIFEST
    try:
        return Manifest(**json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise BadInput(f"{folder}: there is no {MANIFEST}; name a folder that `westphalia run` has written") from None
    except (ValueError, TypeError) as wrong:
        raise BadInput(f"{path}: it is no manifest ({wrong}); run the scenario again") from None


def read_table(folder: Path, name: str) -> pd.DataFrame:
    """Return a table of a results folder, such as ``outcomes``.

    Raises:
        BadInput: the folder has no such table.

    """
    path = folder / f"{name}.parquet"
    if not path.is_file():
        raise BadInput(f"{path}: there is no such table; run the scenario again to write it")
    return pd.read_parquet(path)


def _write_parquet(path: Path, rows: Sequence[Row]) -> None:
    pq.write_table(pa.Table.from_pylist(list(rows)), path, compression="zstd")


def write_whole(path: Path, write_to: Callable[[Path], object]) -> None:
    """Write a file so that it appears whole or not at all; ``write_to`` writes to the path it is given."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        write_to(draft)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)

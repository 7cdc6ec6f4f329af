"""The store: one folder an ensemble, written whole or not at all. The only door to Parquet."""

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from sim.campaign.ensemble import Failure
from sim.results.datapackage import FILE as DATA_PACKAGE
from sim.results.datapackage import data_package
from sim.results.manifest import Manifest
from sim.results.parquet import read_parquet, schema_in, write_parquet
from sim.results.parts import PARTS
from sim.results.run_parts import QUESTION, Question
from sim.results.strict_json import json_text
from sim.results.tables import CAUSES, by_run
from sim.results.whole_files import hash_of, write_whole
from sim.scenario.files.text_file import RESULTS, read_text
from sim.vocabulary import SERIES, BadInput

MANIFEST = "manifest.json"
FAILURES = "failures.jsonl"
Days = NDArray[np.float64]
"""Columns by run and day."""
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


def claim(folder: Path, question: Question) -> None:
    """Look whether an ensemble may be kept in a folder: one that is new or empty, or holds the same question.

    Raises:
        BadInput: the folder holds other files, or the results of another question, finished or not.

    """
    if folder.exists() and not folder.is_dir():
        raise BadInput(f"{folder}: it is a file; name a folder with --out")
    held = question_in(folder)
    if held is None or held == question:
        return
    if held.fingerprint != question.fingerprint:
        what = "the results of another scenario"
    else:
        what = f"{held.replications} runs of this scenario under seed {held.seed}"
    raise BadInput(f"{folder}: it holds {what}; name another folder with --out")


def question_in(folder: Path) -> Question | None:
    """Return what the ensemble in a folder asks, be it finished or not; None of a folder that is new or empty.

    Raises:
        BadInput: the folder holds other files, a sweep, or a manifest that cannot be read.

    """
    names = {path.name for path in folder.iterdir() if not path.name.startswith(".")} if folder.is_dir() else set()
    for path in (folder / MANIFEST, folder / PARTS / QUESTION):
        if path.is_file():
            try:
                held = json.loads(path.read_text(encoding="utf-8"))
                if held.get("kind") == "sweep":
                    raise BadInput(f"{folder}: it holds a sweep; name another folder with --out")
                return Question(*(held[name] for name in Question.__dataclass_fields__))
            except (AttributeError, KeyError, ValueError) as wrong:
                message = f"{path}: it is no manifest ({type(wrong).__name__}: {wrong})"
                raise BadInput(f"{message}; remove it, or name another folder with --out") from None
    if names - {PARTS}:
        raise BadInput(f"{folder}: it holds files that are no results; name an empty folder with --out")
    return None


def write(
    folder: Path, manifest: Manifest, tables: Mapping[str, pa.Table], failures: Iterable[Failure] = ()
) -> Manifest:
    """Write an ensemble: its tables as Parquet, its failures as JSON lines, and the manifest last, which is returned.

    Every file appears whole or not at all, and the manifest holds the hash of each.
    """
    for name, table in tables.items():
        write_parquet(folder / f"{name}.parquet", table)
    lines = "".join(json_text(failure.__dict__, ascii_only=False) + "\n" for failure in failures)
    write_whole(folder / FAILURES, lambda path: path.write_text(lines, encoding="utf-8"))
    schemas = {}
    for path in sorted(folder.glob("*.parquet")):
        with suppress(BadInput):
            schemas[path.stem] = schema_in(path)
    described = data_package(manifest.name, manifest.title, manifest.sides, schemas)
    package = json_text(described, indent=1, ascii_only=False) + "\n"
    write_whole(folder / DATA_PACKAGE, lambda path: path.write_text(package, encoding="utf-8"))
    whole = _with_hashes(manifest, folder, (*(f"{name}.parquet" for name in tables), FAILURES, DATA_PACKAGE))
    _write_manifest(folder, whole)
    return whole


def _require_as_written(path: Path) -> None:
    """Do nothing if a file has the hash that the manifest beside it names, if it names one.

    Raises:
        BadInput: it has another.

    """
    known = read_manifest(path.parent).files.get(path.name) if (path.parent / MANIFEST).is_file() else None
    if known and hash_of(path) != known:
        raise BadInput(f"{path}: it is not as it was written (SHA-256); remove it, and `westphalia repro` restores it")


def _with_hashes(manifest: Manifest, folder: Path, names: Iterable[str]) -> Manifest:
    return replace(manifest, files={**manifest.files, **{name: hash_of(folder / name) for name in names}})


def _write_manifest(folder: Path, manifest: Manifest) -> None:
    text = json_text(manifest.as_json(), indent=1, ascii_only=False)
    write_whole(folder / MANIFEST, lambda path: path.write_text(text + "\n", encoding="utf-8"))


def keep_beside(folder: Path, name: str, text: str) -> None:
    """Write a further file of an ensemble, and its hash into the manifest."""
    write_whole(folder / name, lambda path: path.write_text(text, encoding="utf-8"))
    _write_manifest(folder, _with_hashes(read_manifest(folder), folder, (name,)))


def read_days(folder: Path, replications: Sequence[int]) -> tuple[Days, Days] | None:
    """Return the series and the ledger of some runs, each by run and day; None where the folder does not keep them.

    Raises:
        BadInput: they have been altered since they were written.

    """
    path = folder / "days.parquet"
    if not path.is_file() or not {*SERIES, *CAUSES} <= set(schema_in(path).names):
        return None
    _require_as_written(path)
    whole = read_parquet(path)
    runs, series = by_run(whole, SERIES)
    _, ledger = by_run(whole, CAUSES)
    if not set(replications) <= set(runs.tolist()):
        return None
    chosen = np.searchsorted(runs, np.array(replications, dtype=int))
    return series[chosen], ledger[chosen]


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of a results folder.

    Raises:
        BadInput: the folder holds no manifest that can be read.

    """
    path = folder / MANIFEST
    if not path.exists():
        raise BadInput(f"{folder}: there is no {MANIFEST}; name a folder that `westphalia run` has written")
    try:
        held = json.loads(read_text(path, "a folder that `westphalia run` has written", RESULTS))
        if isinstance(held, dict) and held.get("kind") == "sweep":
            remedy = f"use `westphalia analyse {folder}`, or `westphalia export {folder}` for its runs as CSV"
            raise BadInput(f"{folder}: it is the folder of a sweep; {remedy}")
        return Manifest(**held)
    except (ValueError, TypeError, RecursionError) as wrong:
        raise BadInput(f"{path}: it is no manifest ({wrong}); run the scenario again") from None


def read_table(folder: Path, name: str) -> pd.DataFrame:
    """Return a table of a results folder, such as ``outcomes``.

    Raises:
        BadInput: the folder has no such table, or it has been altered since it was written.

    """
    path = folder / f"{name}.parquet"
    if not path.is_file():
        raise BadInput(f"{path}: there is no such table; run the scenario again to write it")
    _require_as_written(path)
    frame: pd.DataFrame = read_parquet(path).to_pandas()
    return frame

"""Whatever write, rename, removal or flush fails, wherever the power goes: each file is the old or the new whole."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, ClassVar

import pyarrow as pa
import pytest

from sim.experiment.sweeps.execution import pool_of
from sim.experiment.sweeps.session import play_points
from sim.experiment.sweeps.study import Values
from sim.results import parts, run_parts
from sim.results.parquet import read_parquet
from sim.results.rows import Row
from sim.results.session import play_and_keep
from sim.results.sweep_manifest import SweepManifest, claim_for_sweep, write_sweep_manifest
from sim.results.sweep_table import hashes_in
from sim.results.verification import verified
from sim.scenario.files.reading import read_scenario
from tests.results.disk import Disk, PowerLossError, on

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="open files are told by /proc")
FIELD = read_scenario("theory/equal-sides", ["days=2", "talks.every=2", "talks.horizon=2", "talks.rollouts=2"])
LEAST = 20
"""Steps without which hardly anything was written."""
Work = Callable[[Path], str]


class Counting:
    """Rows without a war; those of the last point fail while ``failing`` says so."""

    alike: ClassVar[bool] = True
    failing = False

    def at(self, values: Values) -> Callable[[int], Row]:
        number = float(values["x"])

        def play(replication: int) -> Row:
            if self.failing and number == 2.0:
                raise ArithmeticError("not yet")
            return {"replication": replication, "square": number * number, "digest": f"{number}-{replication}"}

        return play


def swept(folder: Path) -> str:
    """Play a sweep of three points in a folder, going on from what is there, and return its digest."""
    new = SweepManifest(
        name="squares", design_fingerprint="d", scenario_fingerprint="s", design={}, scenario={}, factors=[], points=3,
        explained="square", command="",
    )  # fmt: skip
    manifest = claim_for_sweep(folder, new)

    def settle(completed: int, failed: int, digest: str) -> None:
        write_sweep_manifest(folder, manifest.finished(completed, failed, digest, hashes_in(folder)))

    points: list[Values] = [{"x": float(n)} for n in range(3)]
    with pool_of(1) as pool:
        return str(play_points(Counting(), points, 2, folder, pool, settle=settle)["digest"])


def ran(folder: Path) -> str:
    """Play two runs of a small war in a folder, and return their digest."""
    return play_and_keep("field", FIELD, seed=1, replications=2, workers=1, out=folder).digest


@pytest.fixture(autouse=True)
def _a_part_for_each_run(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (parts, run_parts):
        monkeypatch.setattr(module, "FIRST", 0.0)
        monkeypatch.setattr(module, "SHARE", 0.0)
    monkeypatch.setattr(os, "fsync", lambda _handle: None)  # the disk of this test is not the machine's


def wholes(folder: Path) -> dict[str, Any]:
    """Return what stands under each name in a folder; a file that is torn has no content, and raises."""
    found: dict[str, Any] = {}
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".parquet" and not path.name.startswith("."):
            found[str(path.relative_to(folder))] = read_parquet(path)
        elif path.suffix == ".json" and not path.name.startswith("."):
            found[str(path.relative_to(folder))] = json.loads(path.read_text(encoding="utf-8"))
    return found


def each_is_old_or_new(found: dict[str, Any], old: dict[str, Any], new: dict[str, Any]) -> bool:
    """Return whether each table of the folder itself is as it was before or as it is afterwards."""
    tables = {name: table for name, table in found.items() if isinstance(table, pa.Table) and "/" not in name}
    return all(any(table.equals(state.get(name)) for state in (old, new)) for name, table in tables.items())


def half_swept(folder: Path) -> str:
    """Play a sweep of which one point fails, so that its table is written anew when it goes on."""
    Counting.failing = True
    try:
        return swept(folder)
    finally:
        Counting.failing = False


def begun(folder: Path) -> str:
    """Play one of two runs of a small war."""

    def one(items: Iterable[Any], total: int, what: str) -> Iterator[Any]:  # noqa: ARG001
        yield next(iter(items))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        play_and_keep("field", FIELD, seed=1, replications=2, workers=1, out=folder, watch=one)
    return ""


WORKS: dict[str, tuple[Work, Work | None]] = {
    "sweep": (swept, None),
    "sweep gone on with": (swept, half_swept),
    "run": (ran, None),
    "run gone on with": (ran, begun),
}
FOUND = {"refused": None, "power lost, names too": True, "power lost, names kept": False}


GATED = {("sweep gone on with", "refused"), ("sweep gone on with", "power lost, names too")}
"""What the gate tries; all others are slow."""


@pytest.mark.parametrize(
    ("name", "found"),
    [
        pytest.param(name, found, marks=[] if (name, found) in GATED else pytest.mark.slow)
        for name in WORKS
        for found in FOUND
    ],
)
def test_every_file_is_the_old_or_the_new_whole_wherever_the_disk_fails(tmp_path: Path, name: str, found: str) -> None:
    work, before = WORKS[name]
    forgetful = FOUND[found]

    def prepared(folder: Path) -> Path:
        folder.mkdir()
        if before:
            before(folder)
        return folder

    undisturbed = prepared(tmp_path / "undisturbed")
    old, digest, new = wholes(undisturbed), work(undisturbed), wholes(undisturbed)
    step = 0
    while True:
        step += 1
        root = prepared(tmp_path / f"{step}")
        disk = Disk(root, tmp_path / f"aside-{step}", step, power=forgetful is not None)
        try:
            with on(disk):
                work(root)
        except (OSError, PowerLossError):
            pass
        else:
            break
        if forgetful is not None:
            disk.found(forgetful=forgetful)
        assert each_is_old_or_new(wholes(root), old, new), f"step {step}"
        assert work(root) == digest, f"step {step}"
        assert not [each for each in verified(root) if each.is_fault], f"step {step}"
    assert step > LEAST

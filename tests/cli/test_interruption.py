"""Interruption: whatever stops a command at whatever moment, the same command goes on to the same answer."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from sim.cli.interruption import stop_work, stoppable
from sim.experiment.contrasts.endings import endings, kept_endings
from tests.experiment.short_war import kept

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
TERMINATION = 1 << (signal.SIGTERM - 1)
"""Bit of the signals that a process catches."""


def started(arguments: tuple[str, ...], folder: Path) -> "subprocess.Popen[str]":
    """Start a command, and return once it takes signals."""
    command = [sys.executable, "-m", "sim", *arguments]
    process = subprocess.Popen(
        command, cwd=folder, env=ENVIRONMENT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    status = Path(f"/proc/{process.pid}/status")
    while process.poll() is None:
        caught = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("SigCgt"))
        if int(caught.split()[1], 16) & TERMINATION:
            break
        time.sleep(0.001)
    return process


@pytest.mark.skipif(sys.platform != "linux", reason="whether signals are taken is read from /proc")
@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("moment", [0.0, 0.1])
def test_a_command_that_is_still_being_imported_ends_with_130_and_one_line(
    tmp_path: Path, by: signal.Signals, moment: float
) -> None:
    with started(("compare", "theory/equal-sides", "theory/no-luck"), tmp_path) as process:
        time.sleep(moment)
        process.send_signal(by)
        stdout, stderr = process.communicate(timeout=60)

    assert (process.returncode, stdout) == (130, "")
    assert stderr.startswith("westphalia interrupted; ")
    assert len(stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", [("--help",), ("timing", "--help"), ("list",)])
def test_a_reader_who_has_seen_enough_is_no_failure(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "sim", *arguments]
    with os.fdopen(write, "w") as closed:
        answer = subprocess.run(
            command, cwd=tmp_path, env=ENVIRONMENT, stdout=closed, stderr=subprocess.PIPE, text=True, check=False
        )

    assert (answer.returncode, answer.stderr) == (0, "")


def test_work_that_swallows_the_first_signal_is_stopped_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sim.cli.interruption._Asked.times", 0)

    def swallow() -> None:
        with pytest.raises(KeyboardInterrupt):
            stop_work(signal.SIGTERM, None)

    with pytest.raises(KeyboardInterrupt), stoppable():
        swallow()


def test_endings_that_were_interrupted_go_on_and_are_those_of_an_undisturbed_play(tmp_path: Path) -> None:
    def stopped_after_one(items: Iterable[Any], total: int, what: str) -> Iterator[Any]:  # noqa: ARG001
        yield next(iter(items))
        raise KeyboardInterrupt

    def counted(items: Iterable[Any], total: int, what: str) -> Iterator[Any]:  # noqa: ARG001
        left.append(total)
        yield from items

    left: list[int] = []
    play = partial(kept_endings, kept(), tmp_path / "kept", seed=1, replications=6, workers=1)
    with pytest.raises(KeyboardInterrupt):
        play(watch=stopped_after_one)
    found = play(watch=counted)
    again = play(watch=counted)

    whole = endings(kept(), seed=1, replications=6)
    assert 0 < left[0] < 6
    assert left[1] == 0
    assert found.equals(again)
    assert list(found.index) == list(whole.index)
    assert set(whole) <= set(found)
    known = [name for name in whole if whole[name].notna().any()]
    assert found[known].astype(float).equals(whole[known].astype(float))


KEYS = ("point", "replication")
SMALL = ("--set", "days=20", "--workers", "1", "--json")
COMMANDS = {
    "run": ("run", "kursk/2025-03-support-kept", "--against", "none", "--draws", "12", "--replications", "2", *SMALL),
    "compare": ("compare", "kursk/2025-03-support-kept", "kursk/2025-03-support-suspended", *SMALL,
                "--replications", "60"),
    "timing": ("timing", "kursk/2025-03-support-kept", "--support", "United States", *SMALL,
               "--starts", "2025-03-02,2025-03-08", "--lengths", "0,7", "--replications", "40"),
    "seek": ("seek", "kursk/2025-03-support-kept", "--vary", "sides.Russia.deep_fires.road_strikes", *SMALL,
             "--until", "area_0 > 250 >= .5", "--replications", "40"),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="whether signals are taken is read from /proc")
@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM], ids=lambda each: each.name)
@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_stopped_at_ten_moments_answers_as_if_it_had_not_been(
    tmp_path: Path, name: str, by: signal.Signals
) -> None:
    chance = random.Random(f"{name} {by}")  # noqa: S311 - no secret
    began = time.monotonic()
    with started((*COMMANDS[name], "--out", "undisturbed"), tmp_path) as process:
        undisturbed, _ = process.communicate()
    seconds = time.monotonic() - began
    stopped = 0
    held = [0]
    for _ in range(10):
        with started((*COMMANDS[name], "--out", "stopped"), tmp_path) as process:
            time.sleep(chance.uniform(0.0, 1.1 * seconds))
            process.send_signal(by)
            _, stderr = process.communicate(timeout=60)
        assert process.returncode in {0, -9 if by == signal.SIGKILL else 130}, stderr
        assert "Traceback" not in stderr
        stopped += process.returncode != 0
        held.append(runs_in(tmp_path / "stopped"))
    with started((*COMMANDS[name], "--out", "stopped"), tmp_path) as process:
        again, stderr = process.communicate()

    assert process.returncode == 0, stderr
    assert held == sorted(held), "a finished run was lost"
    assert stopped > 0
    assert answer(again, "stopped") == answer(undisturbed, "undisturbed")


def runs_in(folder: Path) -> int:
    """Return how many finished runs lie anywhere in a folder; one that a table and a part hold counts once."""
    import pyarrow.parquet as pq  # noqa: PLC0415 - not needed by the tests of the gate

    runs: set[tuple[Path, int, int]] = set()
    for file in [*folder.rglob("outcomes.parquet"), *folder.rglob("parts/*.parquet")]:
        if "days" not in file.name and "talks" not in file.name:
            home = file.parent.parent if file.parent.name == "parts" else file.parent
            rows = pq.read_table(
                file, columns=[name for name in KEYS if name in pq.read_schema(file).names]
            ).to_pylist()
            runs |= {(home, row.get("point", 0), row["replication"]) for row in rows}
    return len(runs)


def answer(text: str, folder: str) -> dict[str, Any]:
    """Return a command's answer without where it lies and what was there before."""
    told = json.loads(text.replace(folder, "DIR"))
    told.pop("resumed", None)
    return dict(told)

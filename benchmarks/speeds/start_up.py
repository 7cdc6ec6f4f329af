"""Start-up: how long the command line takes before it does anything useful."""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import CLOCK_MONOTONIC, clock_gettime, perf_counter

from speeds import first_run


def start_up(scenario: Path, rounds: int) -> dict[str, float]:
    """Return the wall time of ``--help``, of a run of one replication, and until the first of a hundred begins, s."""
    with TemporaryDirectory() as folder:
        environment = os.environ | {"WESTPHALIA_CACHE": str(Path(folder) / "cache")}
        results = (str(Path(folder) / f"results-{n}") for n in range(2 * rounds + 1))

        def run() -> float:
            return seconds("run", str(scenario), "--replications", "1", "--out", next(results), environment=environment)

        def begun() -> float:
            words = ("run", str(scenario), "--replications", "100", "--out", next(results))
            return seconds_to_first_run(*words, environment=environment)

        return {
            "--help": median(seconds("--help", environment=environment) for _ in range(rounds)),
            "run, nothing compiled yet": run(),
            "run, compiled before": median(run() for _ in range(rounds)),
            "until the first of 100 begins": median(begun() for _ in range(rounds)),
        }


def seconds(*words: str, environment: dict[str, str]) -> float:
    """Return the wall time of one command of westphalia, s."""
    begun = perf_counter()
    subprocess.run([sys.executable, "-m", "sim", *words], check=True, capture_output=True, env=environment)  # noqa: S603 - this program
    return perf_counter() - begun


def seconds_to_first_run(*words: str, environment: dict[str, str]) -> float:
    """Return the wall time from the start of a command to the beginning of its first run, s; it is then ended.

    Raises:
        RuntimeError: it ended by itself before any run began.

    """
    begun = clock_gettime(CLOCK_MONOTONIC)
    command = [sys.executable, str(first_run.__file__), *words]
    with subprocess.Popen(  # noqa: S603 - this program
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment
    ) as run:
        said = next((line for line in run.stderr or () if line.startswith(first_run.SAYS)), None)
        run.kill()
    if said is None:
        raise RuntimeError("no run began")
    return float(said.removeprefix(first_run.SAYS)) - begun

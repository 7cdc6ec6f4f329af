"""Start-up: how long the command line takes before it does anything useful."""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter


def start_up(scenario: Path, rounds: int) -> dict[str, float]:
    """Return the wall time of ``--help`` and of a run of one replication, with rules compiled anew and kept, s."""
    with TemporaryDirectory() as folder:
        environment = os.environ | {"WESTPHALIA_CACHE": str(Path(folder) / "cache")}
        results = (str(Path(folder) / f"results-{n}") for n in range(rounds + 1))

        def run() -> float:
            return seconds("run", str(scenario), "--replications", "1", "--out", next(results), environment=environment)

        return {
            "--help": median(seconds("--help", environment=environment) for _ in range(rounds)),
            "run, nothing compiled yet": run(),
            "run, compiled before": median(run() for _ in range(rounds)),
        }


def seconds(*words: str, environment: dict[str, str]) -> float:
    """Return the wall time of one command of westphalia, s."""
    begun = perf_counter()
    subprocess.run([sys.executable, "-m", "sim", *words], check=True, capture_output=True, env=environment)  # noqa: S603 - this program
    return perf_counter() - begun

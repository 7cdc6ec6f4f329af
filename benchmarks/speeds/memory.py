"""Memory: whether an ensemble's peak grows with the number of runs."""

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import resource, sys
from collections import deque
from sim.campaign.setup.deployment import deploy
from sim.campaign.ensemble import ensemble
from sim.scenario.files.reading import read_scenario
deployment = deploy(read_scenario(sys.argv[1]))
deque(ensemble(deployment, 1, range(int(sys.argv[2])), workers=1, talking=False), maxlen=0)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def memory(scenario: Path) -> dict[str, float]:
    """Return the peak resident memory of a process that plays few runs and of one that plays ten times as many, MB."""
    return {f"{runs} runs": peak(scenario, runs) for runs in (250, 2500)}


def peak(scenario: Path, runs: int) -> float:
    """Return the peak resident memory of a process that plays so many runs, MB."""
    command = [sys.executable, "-c", SCRIPT, str(scenario), str(runs)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)  # noqa: S603 - this program

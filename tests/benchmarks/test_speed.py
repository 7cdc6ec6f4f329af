import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.twins

ROOT = Path(__file__).parents[2]


def test_every_writing_is_measured_after_it_played_the_same_war() -> None:
    command = [sys.executable, "benchmarks/speed.py", "scenarios/theory/helmbold-weiss.yaml"]
    answer = subprocess.run(
        [*command, "--quick", "--rounds", "1", "--json"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    measured = json.loads(answer.stdout)

    assert measured["equal"]
    assert {"reference", "compiled"} <= set(measured["ms_per_run"]) == set(measured["departure"])
    assert measured["faster_than_reference"]["reference"] == 1
    assert measured["faster_than_reference"]["compiled"] > 1
    assert measured["runs_per_second"]["two workers"] > 0

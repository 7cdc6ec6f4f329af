"""The digest is that of the scenario, the seed and the runs: not of the machine's arithmetic or of its settings."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sim.campaign.ensemble import ensemble
from sim.campaign.outcome import Outcome
from sim.campaign.setup.deployment import deploy
from sim.results.digest import digest_of
from sim.results.edition import versions
from tests.experiment.short_war import kept

ROOT = Path(__file__).parents[2]
RUNS = 3
SCRIPT = """
import json
from sim.results.edition import versions
from tests.results.test_digest import digest
print(json.dumps([digest(workers=2), versions()["blas"]]))
"""


def digest(workers: int) -> str:
    runs = ensemble(deploy(kept()), 5, range(RUNS), workers=workers)
    return digest_of(run for run in runs if isinstance(run, Outcome))


@pytest.mark.skipif("openblas" not in versions()["blas"], reason="another library than OpenBLAS")
def test_the_digest_is_the_same_on_another_kernel_hash_seed_locale_and_number_of_workers() -> None:
    elsewhere = {"OPENBLAS_CORETYPE": "Prescott", "PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "Asia/Tokyo"}
    environment = {**os.environ, **elsewhere, "PYTHONPATH": str(ROOT)}
    answer = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )

    found, kernel = json.loads(answer.stdout)

    if kernel == versions()["blas"]:
        pytest.skip("this processor has no other kernel to choose")
    assert found == digest(workers=1)

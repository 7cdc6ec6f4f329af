"""A batch of campaigns with Mesa's own batch runner: how will to fight changes what a campaign leads to.

Run it in the folder of the checkout: ``python examples/mesa_batch.py``. Any value of a scenario can be swept by its
path, as after ``--set``. Each value is played under the same three seeds, so what differs between values is not luck.

``mesa.batch_run`` returns a dictionary a run, with the parameters and the daily series on the last day. For many runs
``westphalia sweep`` is faster by far: it plays compiled rules, which give the same numbers.
"""

from pathlib import Path

import pandas as pd
from mesa.batchrunner import batch_run

from sim import Campaign

SCENARIO = Path(__file__).parents[1] / "scenarios" / "kursk" / "2025-03-article.yaml"


def batch(processes: int = 2, days: int = 30) -> pd.DataFrame:
    """Play three values of Ukraine's will under three seeds each; return a row a run."""
    parameters = {
        "scenario": str(SCENARIO),
        "days": days,
        "sides.Ukraine.will": [0.4, 0.6, 0.8],
        "rng": [1, 2, 3],
        "agent_reporters": None,  # a row a run; without this, a row for each agent of each run
    }
    return pd.DataFrame(batch_run(Campaign, parameters, number_processes=processes, display_progress=False))


if __name__ == "__main__":  # processes of a batch import this file again
    runs = batch()
    print(runs.groupby("sides.Ukraine.will")[["casualties_0", "casualties_1", "will_0"]].mean().round(2))

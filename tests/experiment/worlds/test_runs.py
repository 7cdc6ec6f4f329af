from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd

from sim.experiment.worlds.answers import answers
from sim.experiment.worlds.runs import runs_of_tables
from sim.scenario.files.reading import read_scenario
from sim.vocabulary import SERIES

FIELD = Path(__file__).parents[3] / "scenarios/theory/equal-sides.yaml"


def test_runs_that_all_agreed_early_keep_their_last_talks_on_every_later_date() -> None:
    scenario = read_scenario(FIELD, {"days": 4, "talks.every": 2})
    known = {"chip_value_0": 0.1, "zone": True, "chance": 0.5, "leverage_0 by nash": 0.3}
    tables = {
        "outcomes": pd.DataFrame({"replication": [0, 1], "agreed_day": [0.0, 2.0]}),
        "talks": pd.DataFrame({"replication": [0, 1, 1], "talks_day": [0, 0, 2], "leverage_0": [0.3, 0.4, 0.5]}).assign(
            **known
        ),
        "days": pd.DataFrame({"replication": [0] * 4 + [1] * 4, "day": [1, 2, 3, 4] * 2, **dict.fromkeys(SERIES, 1.0)}),
    }

    runs = runs_of_tables(tables, scenario, dict.fromkeys(SERIES, 2.0))

    assert runs.talk_days == (0, 2, 4)
    assert runs.talks["leverage_0"].tolist() == [[0.3, 0.3, 0.3], [0.4, 0.5, 0.5]]
    assert runs.mornings["area_0"].tolist() == [[2.0, 1.0, 1.0, 1.0, 1.0]] * 2
    assert answers(runs, ("Blue", "Red"), date(2000, 1, 1)).settlement_by == (0.5, 1.0, 1.0)
    assert np.isfinite(runs.talks["counter"]).all()

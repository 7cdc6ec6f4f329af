from pathlib import Path

import numpy as np
import pytest

from sim.validation.cdb90 import observed

COLUMNS = "year,att_strength,def_strength,att_cas,def_cas,days,adv_km,wina,def_posture"


def table(folder: Path, slope: float) -> Path:
    """Write battles whose exchange of losses follows the force ratio with a slope, and whose odds do not."""
    luck = np.random.default_rng(7)
    rows = ["# a comment first", COLUMNS]
    for i in range(1500):
        ratio = float(np.exp(luck.normal(0.6, 0.7)))
        fraction = 0.02 * ratio**slope
        posture = ("HD", "FD")[i % 2]
        way = 8 if posture == "HD" else 4
        rows.append(f"1944,{1000 * ratio},1000,{1000 * ratio * fraction},20,2,{way},{1 if i % 3 else -1},{posture}")
    path = folder / "battles.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_the_measures_of_a_table_of_battles_are_found(tmp_path: Path) -> None:
    found = observed(table(tmp_path, -0.9), 0.9)

    assert found["F1"].mean == pytest.approx(-0.9)
    assert found["F4"].mean == pytest.approx(0.1)
    assert found["F3b"].mean == pytest.approx(1.0)
    assert (found["F5a"].low, found["F5a"].high) == (2.0, 4.0)
    assert found["F5c"].mean == pytest.approx(0.5)
    assert found["F2a"].low < 0 < found["F2a"].high

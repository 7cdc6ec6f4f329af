from pathlib import Path

import pytest

from sim.experiment.designs.planning import plan
from sim.experiment.sweeps.execution import pool_of
from sim.experiment.sweeps.session import play_points

SHIPPED = sorted((Path(__file__).parents[2] / "scenarios" / "designs").glob("*.yaml"))


@pytest.mark.parametrize("design", SHIPPED, ids=lambda design: design.stem)
def test_a_shipped_design_reads_and_its_first_point_plays(design: Path, tmp_path: Path) -> None:
    planned = plan(design)
    first = dict(zip([factor.name for factor in planned.factors], planned.points[0], strict=True))

    with pool_of(1) as pool:
        told = play_points(planned.study, [first], 1, tmp_path, pool)

    assert planned.design.title
    assert (told["completed"], told["failed"]) == (1, 0)

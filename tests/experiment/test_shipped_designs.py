from pathlib import Path

import pytest
import yaml

from sim.experiment.planning import plan
from sim.experiment.sensitivity.analysis import analyse_sweep
from sim.experiment.sweeps.execution import pool_of
from sim.experiment.sweeps.session import play_design, play_points

SHIPPED = sorted((Path(__file__).parents[2] / "scenarios" / "designs").glob("*.yaml"))


@pytest.mark.parametrize("design", SHIPPED, ids=lambda design: design.stem)
def test_a_shipped_design_reads_and_its_first_point_plays(design: Path, tmp_path: Path) -> None:
    planned = plan(design)
    first = dict(zip([factor.name for factor in planned.factors], planned.points[0], strict=True))

    with pool_of(1) as pool:
        told = play_points(planned.study, [first], 1, tmp_path, pool)

    assert planned.design.title
    assert (told["completed"], told["failed"]) == (1, 0)


@pytest.mark.slow
@pytest.mark.parametrize("design", SHIPPED, ids=lambda design: design.stem)
def test_what_a_shipped_design_looks_for_happens_in_some_runs_and_not_in_most(design: Path, tmp_path: Path) -> None:
    written = yaml.safe_load(design.read_text(encoding="utf-8"))
    if "discovery" not in written:
        pytest.skip("it looks for nothing")
    written |= {"scenario": str((design.parent / written["scenario"]).resolve()), "samples": 8, "replications": 2}
    (tmp_path / "small.yaml").write_text(yaml.safe_dump(written), encoding="utf-8")
    planned = plan(tmp_path / "small.yaml")

    with pool_of(2) as pool:
        play_design(planned, tmp_path / "out", pool)
    found = analyse_sweep(tmp_path / "out").discovery

    assert found is not None
    assert 0.05 <= found.share <= 0.5

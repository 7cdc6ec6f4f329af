import runpy
from pathlib import Path

EXAMPLE = runpy.run_path(str(Path(__file__).parents[2] / "examples" / "mesa_batch.py"))


def test_the_batch_plays_every_value_under_the_same_seeds() -> None:
    runs = EXAMPLE["batch"](processes=1, days=6)

    assert runs.groupby("sides.Ukraine.will")["rng"].agg(list).to_list() == [[1, 2, 3]] * 3
    assert runs["will_0"].groupby(runs["sides.Ukraine.will"]).mean().is_monotonic_increasing
    assert runs.groupby("sides.Ukraine.will")["casualties_0"].nunique().to_list() == [3, 3, 3]

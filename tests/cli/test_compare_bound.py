from pathlib import Path

from sim.cli.compare import bound_to

FILES = [Path("kursk/2025-03-article"), Path("own/b.yaml")]


def test_an_override_may_be_bound_to_one_of_the_scenarios() -> None:
    asked = ["days=9", "b:talks.every=3", "own/b.yaml:days=5", "title=a: b"]

    assert bound_to(FILES[0], asked, FILES) == ["days=9", "title=a: b"]
    assert bound_to(FILES[1], asked, FILES) == ["days=9", "talks.every=3", "days=5", "title=a: b"]

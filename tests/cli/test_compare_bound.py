from pathlib import Path

from sim.cli.compare import bound_to

FILES = [Path("kursk/2025-03-article"), Path("own/b.yaml")]


def test_an_override_may_be_bound_to_one_of_the_scenarios() -> None:
    asked = ["days=9", "b:talks.every=3", "own/b.yaml:days=5", "title=a: b"]

    assert bound_to(0, asked, FILES) == ["days=9", "title=a: b"]
    assert bound_to(1, asked, FILES) == ["days=9", "talks.every=3", "days=5", "title=a: b"]


def test_the_place_in_the_list_names_one_of_two_that_are_alike() -> None:
    twice = [FILES[0], FILES[0]]

    assert bound_to(0, ["2:days=5"], twice) == []
    assert bound_to(1, ["2:days=5"], twice) == ["days=5"]

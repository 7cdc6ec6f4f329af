"""Every structural alternative is a scenario that can be played, and differs from what it is an alternative to."""

import runpy
from pathlib import Path

import pytest

from sim.scenario.files.reading import read_scenario
from sim.scenario.fingerprint import fingerprint

PROGRAM = runpy.run_path(str(Path(__file__).parents[2] / "benchmarks" / "structures.py"))
ARTICLE: Path = PROGRAM["ARTICLE"]
ALTERNATIVES: dict[str, list[str]] = PROGRAM["ALTERNATIVES"]


@pytest.mark.parametrize("name", ALTERNATIVES)
def test_an_alternative_is_a_sound_scenario_of_its_own(name: str) -> None:
    assert fingerprint(read_scenario(ARTICLE, ALTERNATIVES[name])) != fingerprint(read_scenario(ARTICLE))

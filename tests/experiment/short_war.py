"""The article's scenarios, cut short so that a test can play them."""

from functools import cache
from pathlib import Path

from sim.scenario.files.reading import read_scenario
from sim.scenario.scenario import Scenario

KURSK = Path(__file__).parents[2] / "scenarios" / "kursk"
SHORT = ["days=6", "talks.every=3", "talks.horizon=3", "talks.rollouts=2"]


@cache
def kept() -> Scenario:
    return read_scenario(KURSK / "2025-03-support-kept.yaml", SHORT)


@cache
def suspended() -> Scenario:
    return read_scenario(KURSK / "2025-03-support-suspended.yaml", SHORT)

"""A short war, played once for all tests of reports."""

from pathlib import Path

import pytest

from sim.report.days import Session, session_in
from sim.results.session import play_and_keep
from sim.scenario.files.reading import read_scenario
from tests.experiment.short_war import KURSK, SHORT


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    scenario = read_scenario(KURSK / "2025-03-article.yaml", [*SHORT, "days=14", "talks.every=7", "handling=EXERCISE"])
    made = tmp_path_factory.mktemp("report") / "short"
    play_and_keep("short", scenario, seed=1, replications=4, out=made, command="westphalia run short.yaml")
    return made


@pytest.fixture(scope="session")
def session(folder: Path) -> Session:
    return session_in(folder)

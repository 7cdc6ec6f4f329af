import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sim.cli import application
from sim.results.findings import findings_in
from tests.experiment.short_war import KURSK, SHORT

FILE = str(KURSK / "2025-03-support-kept.yaml")


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let results lie in a folder that goes away."""
    monkeypatch.chdir(tmp_path)


def asked(*options: str) -> Result:
    short = [option for value in SHORT for option in ("--set", value)]
    return CliRunner().invoke(application(), ["timing", FILE, "--replications", "2", *short, *options])


def test_a_length_of_0_is_the_baseline_and_others_are_not(tmp_path: Path) -> None:
    done = asked(
        "--support",
        "United States",
        "--starts",
        "2025-03-02,2025-03-04",
        "--lengths",
        "0,3",
        "--json",
        "--out",
        str(tmp_path),
    )

    told = json.loads(done.stdout)
    changes = {(point["length"], point["start"]): point["difference"] for point in told["points"]}
    assert done.exit_code == 0
    assert set(changes) == {(n, start) for n in (0, 3) for start in ("2025-03-02", "2025-03-04")}
    assert all(change["low"] == change["high"] == 0.0 for (length, _), change in changes.items() if length == 0)
    assert changes[3, "2025-03-02"]["mean"] != 0.0
    assert findings_in(tmp_path)["timing"] == told


def test_a_road_may_be_closed_instead() -> None:
    done = asked("--road", "Yunakivka,Sudzha border checkpoint", "--starts", "2025-03-02", "--lengths", "3")

    assert done.exit_code == 0
    assert "the road Yunakivka - Sudzha border checkpoint is closed" in done.stdout


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--starts", "2025-03-02"), "name one of --support, --road and --formation"),
        (("--support", "United States", "--road", "A,B", "--starts", "2025-03-02"), "name one of"),
        (("--support", "United States", "--starts", "soon"), '"soon" is no date'),
        (("--support", "United States", "--starts", "2025-03-02", "--lengths", "a week"), "is no number of days"),
        (("--support", "United States", "--starts", "2025-03-02", "--of", "hope"), "choose from intelligence"),
        (("--support", "United Stats", "--starts", "2025-03-02"), 'did you mean "United States"'),
    ],
)
def test_what_cannot_be_asked_is_explained(options: tuple[str, ...], told: str) -> None:
    done = asked(*options)

    assert done.exit_code == 2
    assert told in done.stderr

"""An overlay's numbers keep to the bounds of the quantities they stand for."""

from pathlib import Path

import pytest

from sim.experiment.worlds.session import read_overlay
from sim.scenario.files.reading import read_scenario
from sim.vocabulary import BadInput
from tests.scenarios.shipped import FOLDER

SCENARIO = read_scenario(FOLDER / "theory" / "equal-sides.yaml")
WEISS = "laws.attrition.weiss"


def test_rows_are_draws_with_weights(tmp_path: Path) -> None:
    (tmp_path / "over.csv").write_text(f"{WEISS},weight\n0.4,1\n0.6,3\n")

    assert read_overlay(tmp_path / "over.csv", SCENARIO) == ({WEISS: [0.4, 0.6]}, [1, 3])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{WEISS}\n0.4\n1.5\n", f":3: {WEISS} is impossible; stay within \\[0, 1\\]"),
        (f"{WEISS}\n0.4\ninf\n", f":3: {WEISS} is no number"),
        (f"{WEISS},weight\n0.4,-1\n", ":2: weight is impossible"),
    ],
)
def test_a_number_that_cannot_be_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "over.csv").write_text(text)

    with pytest.raises(BadInput, match=told):
        read_overlay(tmp_path / "over.csv", SCENARIO)


def test_only_a_regular_file_is_an_overlay() -> None:
    with pytest.raises(BadInput, match="is no regular file"):
        read_overlay(Path("/dev/zero"), SCENARIO)

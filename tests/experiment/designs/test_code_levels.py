"""A design that names code is refused at its line, before anything is played or written."""

from pathlib import Path

import pytest

from sim.experiment.planning import plan
from sim.scenario.permission import allow_code
from sim.vocabulary import BadInput
from tests.scenario.teaching import written

EXAMPLE = (Path(__file__).parents[3] / "examples/my_doctrine.py").read_text(encoding="utf-8")
HEAD = "scenario: two-valleys.yaml\nkind: factorial\noutcome: area_0\n"
MINE = "my_doctrine.py:leave_in_time"
DESIGNS = {
    f"factors:\n  sides.South.doctrine.code:\n    levels:\n      - null\n      - {MINE}\n": 8,
    f"groups:\n  doctrine:\n    standard: {{}}\n    mine:\n      sides.South.doctrine.code: {MINE}\n": 8,
    f"factors:\n  days: {{levels: [2, 3]}}\nset:\n  sides.South.doctrine.code: {MINE}\n": 7,
}


@pytest.fixture
def allowed() -> None:
    allow_code()


@pytest.fixture(params=DESIGNS)
def design(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, int]:
    written(tmp_path)
    monkeypatch.chdir(tmp_path)
    Path("my_doctrine.py").write_text(EXAMPLE, encoding="utf-8")
    Path("design.yaml").write_text(HEAD + request.param, encoding="utf-8")
    return Path("design.yaml"), DESIGNS[request.param]


def test_a_level_that_is_code_is_refused_at_its_line(design: tuple[Path, int]) -> None:
    file, line = design

    with pytest.raises(BadInput) as refused:
        plan(file)

    (message,) = refused.value.messages
    assert message.startswith(f"design.yaml:{line}: ")
    assert f"the doctrine {MINE} is code, which would be run; read it, then add --allow-code" in message


@pytest.mark.usefixtures("allowed")
def test_it_is_planned_once_code_is_allowed(design: tuple[Path, int]) -> None:
    assert plan(design[0]).points


def test_a_doctrine_of_the_command_line_is_told_without_a_line_of_the_design(design: tuple[Path, int]) -> None:
    file, _ = design
    file.write_text(HEAD + "factors:\n  days: {levels: [2, 3]}\n", encoding="utf-8")

    with pytest.raises(BadInput, match=r"^Two valleys: its doctrine is code, my_doctrine.py:leave_in_time"):
        plan(file, {'sides."South".doctrine': MINE})

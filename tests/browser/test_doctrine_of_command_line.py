"""A doctrine named on the command line commands in the page, is told, and is kept with what is saved."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sim.browser.course import Course, Declared
from sim.browser.own_doctrine import doctrines_asked, forget_doctrines, use_doctrines
from sim.browser.saving import write_course
from sim.cli.view import view
from sim.scenario.files.reading import read_scenario
from sim.scenario.permission import allow_code
from sim.vocabulary import SERIES, BadInput
from tests.scenario.teaching import written

EXAMPLE = (Path(__file__).parents[2] / "examples/my_doctrine.py").read_text(encoding="utf-8")
AT_ONCE = EXAMPLE.replace("> SHARE", ">= 0.0")
"""Orders everybody home on the first day."""
AREA = SERIES.index("area_0")
MINE = "my_doctrine.py:leave_in_time"


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    file = written(tmp_path)
    Path("my_doctrine.py").write_text(AT_ONCE, encoding="utf-8")
    yield file
    forget_doctrines()


def test_it_commands_in_the_page_and_in_what_is_saved(case: Path) -> None:
    usual = Course(Declared(case, 1, {}), 6)
    allow_code()
    use_doctrines(case, {'sides."South".doctrine': MINE})
    course = Course(Declared(case, 1, {"sides.South.force.morale": 0.7}), 6)

    folder = case.parent / "saved"
    folder.mkdir()
    saved = read_scenario(write_course(course, folder / "played.yaml"))

    assert course.snapshots[6].measures[AREA] < usual.snapshots[6].measures[AREA]
    assert course.words == "Two valleys, South commanded by my_doctrine.py:leave_in_time, 1 changed value"
    assert saved.sides["South"].doctrine.code == course.scenario.sides["South"].doctrine.code
    assert float(saved.sides["South"].force.morale) == 0.7


def test_it_is_refused_unless_code_is_allowed(case: Path) -> None:
    with pytest.raises(BadInput, match=r"my_doctrine.py:leave_in_time, which would be run; .* --allow-code"):
        view(case, port=0, doctrine=[f"South={MINE}"])
    assert list(doctrines_asked(case)) == ['sides."South".doctrine']


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"doctrine": [f"East={MINE}"]}, 'there is no side "East"'),
        ({"doctrine": ["South=your_doctrine.py:leave_in_time"]}, "there is no file .*your_doctrine.py"),
        ({"doctrine": [f"South={MINE}"], "page": Path("my_doctrine.py")}, "leave one of the two out"),
    ],
)
def test_what_is_no_doctrine_here_is_told_in_a_line(case: Path, asked: dict[str, object], told: str) -> None:
    with pytest.raises(BadInput, match=told):
        view(case, port=0, allow_code=True, **asked)  # type: ignore[arg-type]

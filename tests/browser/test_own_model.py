"""A model of one's own in the page: its minds play, and talks look ahead from its states."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sim.browser.course import Course, Declared
from sim.browser.own_model import forget_model, use_model
from sim.vocabulary import BadInput

SMALL = Path(__file__).parents[2] / "scenarios" / "theory" / "equal-sides.yaml"
CODE = """
from sim import Campaign
from sim.campaign.agents import Headquarters

class Idle(Headquarters):
    def command(self):
        pass

class Quiet(Campaign):
    def __init__(self, scenario, **keywords):
        super().__init__(scenario, headquarters=Idle, **keywords)

other = 3
"""


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    written = tmp_path / "quiet_campaign.py"
    written.write_text(CODE, encoding="utf-8")
    yield written
    forget_model()


def test_the_page_plays_the_subclass_and_talks_from_its_days(file: Path) -> None:
    usual = Course(Declared(SMALL, 1, {}), 5)
    use_model(f"{file}:Quiet")
    quiet = Course(Declared(SMALL, 1, {}), 5)
    quiet.negotiate_until(5)

    assert type(quiet.campaign).__name__ == "Quiet"
    assert quiet.snapshots[5].measures != usual.snapshots[5].measures
    assert sorted(quiet.talks) == [0]


@pytest.mark.parametrize(("name", "told"), [("Loud", "has no class Loud"), ("other", "has no class other")])
def test_what_is_no_campaign_is_told_in_a_line(file: Path, name: str, told: str) -> None:
    with pytest.raises(BadInput, match=told):
        use_model(f"{file}:{name}")


def test_code_that_fails_is_told_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text("1 / 0", encoding="utf-8")
    with pytest.raises(BadInput, match="ZeroDivisionError"):
        use_model(f"{tmp_path / 'broken.py'}:Mine")

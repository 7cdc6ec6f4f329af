"""A doctrine of the user's own: the same bits compiled and as plain Python, and faults told with file and line.

The campaign that takes any doctrine is compiled for the tests of this file alone.
"""

import re
from pathlib import Path

import numpy as np
import pytest

from sim.campaign.agents import Headquarters
from sim.campaign.engine import STANDARD, play
from sim.campaign.ensemble import Failure, ensemble
from sim.campaign.model import Campaign
from sim.campaign.outcome import run
from sim.campaign.setup.deployment import Deployment, deploy
from sim.rules.command.orders import command
from sim.scenario.files.reading import examine_scenario, read_scenario
from sim.scenario.fingerprint import fingerprint
from sim.scenario.permission import CodeError, allow_code
from sim.vocabulary import SERIES, BadInput
from sim.world.chance import key_of
from sim.world.compilation import rule
from sim.world.constants import Constants
from sim.world.state import World
from tests.campaign.idle import sit_still
from tests.scenario.teaching import written
from tests.scenarios.shipped import deployed as shipped

EXAMPLE = (Path(__file__).parents[2] / "examples/my_doctrine.py").read_text(encoding="utf-8")
AT_ONCE = EXAMPLE.replace("> SHARE", ">= 0.0")
"""Orders everybody home on the first day."""
OWN = "extends: two-valleys.yaml\nsides: {South: {doctrine: my_doctrine.py:leave_in_time}}\n"


@pytest.fixture
def allowed() -> None:
    allow_code()


def case(folder: Path, code: str = AT_ONCE, text: str = OWN) -> Path:
    written(folder)
    (folder / "my_doctrine.py").write_text(code, encoding="utf-8")
    file = folder / "own.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def deployed(folder: Path, code: str) -> Deployment:
    return deploy(read_scenario(case(folder, code)))


def told(file: Path) -> list[str]:
    folder = f"{file.parent}/"
    return [str(each).replace(folder, "") for each in examine_scenario(file).faults if each.severity == "error"]


def test_code_is_run_only_when_it_is_allowed(tmp_path: Path) -> None:
    file = case(tmp_path)
    scenario = examine_scenario(file).scenario
    assert scenario is not None

    with pytest.raises(BadInput, match=r"my_doctrine.py:leave_in_time, which would be run; .* --allow-code"):
        read_scenario(file)
    with pytest.raises(CodeError, match="--allow-code"):
        _ = deploy(scenario).doctrines


@pytest.mark.usefixtures("allowed")
@pytest.mark.slow
def test_agents_and_compiled_rules_leave_the_same_bits(tmp_path: Path) -> None:
    deployment = deployed(tmp_path, AT_ONCE)

    compiled = run(deployment, 1, 0, talking=False)
    model = Campaign(deployment, seed=1)
    while model.running:
        model.step()

    days = deployment.scenario.days
    assert np.array_equal(np.array(model.world.series)[:days], compiled.series)
    standard = run(deployment, 1, 0, talking=False, doctrines=STANDARD)
    assert compiled.final("area", 0) == 0.0 < standard.final("area", 0)


@pytest.mark.usefixtures("allowed")
def test_a_headquarters_of_mesa_commands_by_the_same_function(tmp_path: Path) -> None:
    own = deployed(tmp_path, AT_ONCE).doctrines[0]

    class Careful(Headquarters):
        def command(self) -> None:
            doctrine = own if self.number == 0 else command
            doctrine(self.model.world, self.model.laws, self.model.day, self.number)

    by_class = Campaign(tmp_path / "two-valleys.yaml", seed=1, headquarters=Careful)
    by_parameter = Campaign(tmp_path / "two-valleys.yaml", seed=1, doctrines=(own, command))
    for _ in range(6):
        by_class.step()
        by_parameter.step()

    assert by_class.world.series == by_parameter.world.series
    assert by_class.world.series[5][SERIES.index("area_0")] < by_class.world.series[0][SERIES.index("area_0")]


class Idle(Headquarters):
    """A headquarters that gives no orders."""

    def command(self) -> None:
        """Sit still."""


def test_a_doctrine_may_be_a_rule_or_a_subclass_with_the_same_result() -> None:
    deployment = shipped("kursk/2025-03-article")

    by_rule = play(deployment.world(1, 0), deployment.laws, 0, 10, (sit_still, sit_still))
    by_standard = play(deployment.world(1, 0), deployment.laws, 0, 10)
    by_subclass = Campaign(deployment, seed=1, headquarters=Idle)
    for _ in range(10):
        by_subclass.step()

    assert np.array(by_subclass.world.series).tobytes() == by_rule.series.tobytes()
    assert not np.array_equal(by_rule.series, by_standard.series)


@rule
def blunder(w: World, p: Constants, day: int, s: int) -> None:  # noqa: ARG001 - the form of a doctrine
    """Fail in every other replication, by its key."""
    if w.key % 2 == 0:
        w.sides[s].will /= 0.0 * p.weiss


def test_a_run_that_fails_is_data_and_the_others_go_on() -> None:
    deployment = shipped("kursk/2025-03-article", {"days": 10})
    fated = [key_of(1, replication) % 2 == 0 for replication in range(6)]

    played = list(ensemble(deployment, 1, range(6), talking=False, doctrines=(blunder, blunder)))

    assert [isinstance(result, Failure) for result in played] == fated
    assert set(fated) == {True, False}
    assert all("ZeroDivisionError" in result.error for result in played if isinstance(result, Failure))


def test_the_text_of_a_doctrine_is_part_of_the_fingerprint(tmp_path: Path) -> None:
    marks = set()
    for code in (EXAMPLE, AT_ONCE, AT_ONCE + "\n# another comment\n"):
        scenario = examine_scenario(case(tmp_path, code)).scenario
        assert scenario is not None
        marks.add(fingerprint(scenario))

    assert len(marks) == 3


@pytest.mark.usefixtures("allowed")
def test_a_value_beside_it_and_an_override_are_kept(tmp_path: Path) -> None:
    text = "extends: two-valleys.yaml\nsides: {North: {doctrine: {code: my_doctrine.py:leave_in_time}}}\n"
    file = case(tmp_path, text=text)

    doctrine = read_scenario(file, {"sides.South.doctrine": f"{tmp_path}/my_doctrine.py:leave_in_time"}).sides

    assert doctrine["North"].doctrine.threshold.value == 1.3
    assert doctrine["South"].doctrine.code is not None
    assert doctrine["South"].doctrine.code.text == AT_ONCE


SEEN = {
    "def leave_in_time": ("def leave_in_time(", "my_doctrine.py:35: sides.South.doctrine.code: this is no Python"),
    "leave_in_time": ("leave_on_time", 'my_doctrine.py has no function "leave_in_time"; did you mean "leave_on_time"?'),
    "from sim.vocabulary": ("import os\nfrom sim.vocabulary", "a doctrine may import math, sim alone, and not os"),
    "day: int, s: int": ("s: int", "a doctrine takes 4 arguments"),
}


@pytest.mark.parametrize("old", SEEN)
def test_what_can_be_seen_is_told_without_running_it(tmp_path: Path, old: str) -> None:
    new, message = SEEN[old]

    assert any(message in fault for fault in told(case(tmp_path, EXAMPLE.replace(old, new))))


def test_a_file_that_is_not_there_and_a_name_of_nothing_are_faults(tmp_path: Path) -> None:
    (missing,) = told(case(tmp_path, text=OWN.replace("my_doctrine", "your_doctrine")))
    (nothing,) = told(case(tmp_path, text=OWN.replace(":leave_in_time", "")))

    assert missing.startswith("own.yaml:2: sides.South.doctrine.code: there is no file your_doctrine.py")
    assert nothing.endswith('"my_doctrine.py" names no function of a Python file; write `FILE.py:FUNCTION`')


AT_RUN = {
    "formation.strength": ("formation.strenght", r"^my_doctrine.py:\d+: AttributeError: .*strenght"),
    "w.sides[s].withdraws = 1": (
        "w.formations[0].strength = 9.0",
        r"^my_doctrine.py:\d+: .* changes `strength` of South",
    ),
}


@pytest.mark.usefixtures("allowed")
@pytest.mark.parametrize("old", AT_RUN)
def test_what_the_trial_finds_is_told_with_its_line(tmp_path: Path, old: str) -> None:
    new, message = AT_RUN[old]

    with pytest.raises(CodeError, match=message):
        _ = deployed(tmp_path, AT_ONCE.replace(old, new)).doctrines


@pytest.mark.usefixtures("allowed")
def test_an_order_that_leads_off_the_map_is_told_with_its_line(tmp_path: Path) -> None:
    lost = AT_ONCE.replace("w.sides[s].withdraws = 1", "w.formations[0].objective = -2")

    with pytest.raises(
        CodeError, match=r"^my_doctrine.py:34: leave_in_time gives .+ order \d to place -2 on day 2; name"
    ):
        _ = deployed(tmp_path, lost).doctrines


@pytest.mark.usefixtures("allowed")
@pytest.mark.slow
def test_a_later_one_is_none_and_costs_the_program_nothing(tmp_path: Path) -> None:
    lost = AT_ONCE.replace("w.sides[s].withdraws = 1", "w.formations[0].objective = -2000000 if day > 6 else -1")
    deployment = deployed(tmp_path, lost)
    compiled = run(deployment, 1, 0, talking=False)
    model = Campaign(deployment, seed=1)
    while model.running:
        model.step()

    assert np.array_equal(np.array(model.world.series)[: deployment.scenario.days], compiled.series)


@pytest.mark.usefixtures("allowed")
def test_a_failure_on_a_later_day_is_told_with_its_line(tmp_path: Path) -> None:
    late = AT_ONCE.replace("w.sides[s].withdraws = 1", "w.sides[s].reserve = 1.0 / (9.0 - day)")

    with pytest.raises(CodeError, match=r"^my_doctrine.py:38: ZeroDivisionError"):
        run(deployed(tmp_path, late), 1, 0, talking=False)


@pytest.mark.usefixtures("allowed")
def test_what_does_not_compile_is_told_with_its_line(tmp_path: Path) -> None:
    hidden = EXAMPLE.replace("> SHARE", "> 2.0").replace("w.sides[s].withdraws", "w.sides[s].withdrew")

    with pytest.raises(CodeError, match=r"^my_doctrine.py:38: it does not compile: .*withdrew"):
        run(deployed(tmp_path, hidden), 1, 0, talking=False)


def test_the_document_shows_a_sound_doctrine(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs/own-doctrine.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(from sim.rules.*?)```", page, re.DOTALL)

    assert told(case(tmp_path, code)) == []

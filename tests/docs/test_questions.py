"""Every question of docs/questions.md is asked, small."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sim.cli import application

ROOT = Path(__file__).parents[2]
COMMANDS = re.findall(r"`(westphalia [^`]+)`", (ROOT / "docs/questions.md").read_text(encoding="utf-8"))
SHORT = {"talks.horizon": 3, "talks.rollouts": 2}
SMALL = {"--replications": "2", "--draws": "2", "--workers": "1"}
OF_LUCK = {"--replications": "2", "--workers": "1"}
TAKES = {"hindcast": OF_LUCK, "timing": OF_LUCK, "calibrate": {"--draws": "20", "--keep": "0.5", "--workers": "1"}}


def small(command: str) -> list[str]:
    """Return a command of the page with few runs of a few days."""
    words = shlex.split(command)[1:]
    name, rest = words[0], words[1:]
    if "--replications" in rest:
        at = rest.index("--replications")
        del rest[at : at + 2]
    for option, value in TAKES.get(name, SMALL).items():
        rest += [option, value]
    changes = {} if name == "hindcast" else SHORT
    return [name, *rest, *(part for key, value in changes.items() for part in ("--set", f"{key}={value}"))]


def test_the_page_has_a_command_for_every_question() -> None:
    rows = [line for line in (ROOT / "docs/questions.md").read_text(encoding="utf-8").splitlines() if line[:2] == "| "]

    assert len(COMMANDS) == len(rows) - 1 >= 31


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_the_command_answers(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    observed = str(ROOT / "scenarios/kursk/observed-area-2024.csv")
    arguments = [observed if word.endswith(".csv") else word for word in small(command)]

    answer = CliRunner().invoke(application(), arguments)

    assert answer.exit_code == 0, answer.output
    assert answer.stdout

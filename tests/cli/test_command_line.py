import subprocess
import sys
from importlib.util import find_spec

import pytest

from sim.cli import COMMANDS

PRESENT = [name for name in COMMANDS if find_spec(f"sim.cli.{name}")]


def westphalia(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a fresh interpreter, on a wide terminal without colour."""
    command = [sys.executable, "-m", "sim", *arguments]
    environment = {"COLUMNS": "200", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    return subprocess.run(command, check=False, capture_output=True, text=True, env=environment)


def test_help_names_every_command_that_is_present() -> None:
    answer = westphalia("--help")

    assert answer.returncode == 0
    assert all(COMMANDS[name] in answer.stdout for name in PRESENT)


@pytest.mark.parametrize("name", PRESENT)
def test_a_command_has_its_own_help(name: str) -> None:
    answer = westphalia(name, "--help")

    assert answer.returncode == 0
    assert f"westphalia {name}" in answer.stdout


@pytest.mark.parametrize("arguments", [["bargain"], ["--loud"], []])
def test_what_is_no_command_ends_with_2_and_no_traceback(arguments: list[str]) -> None:
    answer = westphalia(*arguments)

    assert answer.returncode == 2
    assert "Traceback" not in answer.stderr

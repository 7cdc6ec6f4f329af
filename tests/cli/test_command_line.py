import subprocess
import sys
from importlib.util import find_spec

import pytest
from typer.testing import CliRunner, Result

from sim.cli import COMMANDS, application

PRESENT = [name for name in COMMANDS if find_spec(f"sim.cli.{name}")]


def called(*arguments: str) -> Result:
    """Call the command line on a wide terminal without colour."""
    terminal = {"COLUMNS": "200", "NO_COLOR": "1"}
    return CliRunner().invoke(application(), arguments, env=terminal, prog_name="westphalia")


def test_help_names_every_command_that_is_present() -> None:
    command = [sys.executable, "-m", "sim", "--help"]
    environment = {"COLUMNS": "200", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    answer = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)

    assert answer.returncode == 0
    assert all(COMMANDS[name] in answer.stdout for name in PRESENT)


@pytest.mark.parametrize("name", PRESENT)
def test_a_command_has_its_own_help(name: str) -> None:
    answer = called(name, "--help")

    assert answer.exit_code == 0
    assert f"westphalia {name}" in answer.stdout


@pytest.mark.parametrize("arguments", [["bargain"], ["--loud"], []])
def test_what_is_no_command_ends_with_2_and_no_traceback(arguments: list[str]) -> None:
    answer = called(*arguments)

    assert answer.exit_code == 2
    assert isinstance(answer.exception, SystemExit)
    assert "Traceback" not in answer.stderr

import errno

import pytest
import typer

from sim.cli.outcome import ended_by_exit_code
from sim.vocabulary import BadInput


def exit_code_when(stopped_by: BaseException, *, debug: bool = False) -> object:
    """Return the exit code of a command that something stops."""
    with pytest.raises(SystemExit) as ended, ended_by_exit_code(debug=debug):
        raise stopped_by
    return ended.value.code


def test_bad_input_ends_with_2_and_one_line_a_fault(capsys: pytest.CaptureFixture[str]) -> None:
    code = exit_code_when(BadInput("a.yaml:3: first; mend it", "a.yaml:7: second; mend it"), debug=True)

    assert code == 2
    assert capsys.readouterr() == ("", "a.yaml:3: first; mend it\na.yaml:7: second; mend it\n")


def test_an_interruption_ends_with_130(capsys: pytest.CaptureFixture[str]) -> None:
    code = exit_code_when(KeyboardInterrupt())

    assert code == 130
    assert "interrupted" in capsys.readouterr().err


def test_a_failure_ends_with_1_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    code = exit_code_when(ValueError("no such\nplace"))

    assert code == 1
    assert capsys.readouterr().err == "westphalia failed: ValueError: no such place (--debug shows where)\n"


def test_a_path_that_cannot_be_used_is_bad_input_and_a_full_disk_is_a_failure(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert exit_code_when(OSError(errno.ENAMETOOLONG, "File name too long", "x" * 5000)) == 2
    assert capsys.readouterr().err.endswith("xxx: File name too long; name another file or folder\n")
    assert exit_code_when(OSError(errno.ENOSPC, "No space left on device", "a.json")) == 1


def test_a_failure_keeps_its_traceback_when_debugging() -> None:
    with pytest.raises(ValueError, match="no such place"), ended_by_exit_code(debug=True):
        raise ValueError("no such place")


@pytest.mark.parametrize("signal", [typer.Exit(3), typer.BadParameter("not a date")])
def test_what_typer_tells_itself_passes_through(signal: Exception) -> None:
    with pytest.raises(type(signal)), ended_by_exit_code(debug=False):
        raise signal


def test_a_command_that_succeeds_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    with ended_by_exit_code(debug=False):
        typer.echo("done")

    assert capsys.readouterr() == ("done\n", "")

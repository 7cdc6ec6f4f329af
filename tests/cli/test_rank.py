from typer.testing import CliRunner

from sim.cli import application


def test_two_scenarios_of_one_name_cannot_be_told_apart_and_are_refused() -> None:
    done = CliRunner().invoke(application(), ["rank", "theory/equal-sides", "theory/equal-sides.yaml"])

    assert done.exit_code == 2
    assert "have one name; give a copy of one of them another" in done.stderr

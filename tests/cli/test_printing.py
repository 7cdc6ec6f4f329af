"""Text that people wrote is printed as written, on every terminal."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

from sim.cli import application
from sim.cli.printing import as_said, let_every_terminal_print, said, visible
from sim.cli.tables.hindcast_table import tell as tell_hindcast
from sim.cli.tables.timing_table import tell as tell_timing
from sim.experiment.contrasts.timing_curve import Point, TimingCurve, TippingDate
from sim.experiment.sensitivity.certainty import Certain
from sim.validation.score import Hindcast, MapDifference, Reference, Score
from tests.scenario.duel import examined_duel

ODD = "Kursk [draft] for [/red] [v2] \x1b[31m \\"


def shown(text: str) -> str:
    file = io.StringIO()
    Console(file=file, width=200).print(text, end="")
    return file.getvalue()


def called(*arguments: str) -> Result:
    return CliRunner().invoke(application(), list(arguments))


@pytest.mark.parametrize(
    "text", ["[draft]", "[/red]", "[link=x]", "a [v2] b", "\u0141\u00f3d\u017a", "50 % [0.1, 0.2]"]
)
def test_brackets_are_no_markup(text: str) -> None:
    assert shown(said(text)) == text
    assert shown(f"[bold]{said(text)}[/bold]: x") == f"{text}: x"


def test_what_a_terminal_would_obey_is_shown_by_its_number() -> None:
    assert visible("\x1b[2J\x07\x9b\u202e\udcff\n") == "\\x1b[2J\\x07\\x9b\\u202e\\udcff\\x0a"
    assert visible("a\nb", kept="\n") == "a\nb"


def test_every_text_of_a_finding_is_shown_as_written() -> None:
    told = as_said({"[a]": ["[/b]", {"c": 1.5}], "d": None})

    assert told == {"\\[a]": ["\\[/b]", {"c": 1.5}], "d": None}


def test_tables_show_titles_and_sides_as_written(capsys: pytest.CaptureFixture[str]) -> None:
    sure = Certain(0.1, 0.0, 0.2, 0.0, 0.2)
    nowhere = TippingDate(None, None, None)
    point = Point("2025-03-01", 7, sure, sure)
    curve = TimingCurve("[s]", 0.001, ["2025-03-01"], [7], sure, [point], {"7": None}, {"7": "never"}, nowhere)
    tell_timing(replace(curve, title=ODD, cut_off="[/x]"))
    score = Score(
        days=1,
        crps=1.0,
        references={name: Reference(0.5, 0.5) for name in ("persistence", "linear", "decay", "decay2")},
        coverage={"50": 1.0, "80": 1.0, "90": 1.0},
        coverage80_interval=[0.5, 1.0],
        mean_error_km2=0.0,
        mean_absolute_error_km2=0.0,
        pit=[0.5],
        ranks=[1],
        decay_fitted="window",
        decay_window=["2025-02-01", "2025-02-28"],
        known_before=1,
        dates=["2025-03-01"],
        daily={},
    )
    maps = {"[m]": MapDifference(1, 2.0)}
    tell_hindcast(Hindcast("any.yaml", ODD, "[s]", "seen.csv", "[c]", 1, "none", 1, 2, 14, score, maps))

    printed = capsys.readouterr().out
    assert printed.count("Kursk [draft] for [/red] [v2] \\x1b[31m") == 2
    assert all(each in printed for each in ("[/x]", "[s]", "[c]", "[m]"))


@pytest.mark.parametrize("command", ["new", "examples"])
def test_paths_are_printed_without_commands_to_the_terminal(tmp_path: Path, command: str) -> None:
    (tmp_path / "\x1b[2J").mkdir()

    done = CliRunner().invoke(application(), [command, str(tmp_path / "\x1b[2J/mine")], color=True)

    assert done.exit_code == 0
    assert "\\x1b[2J/mine" in done.stdout
    assert "\x1b" not in done.stdout


def test_faults_quote_what_was_written_without_obeying_it(tmp_path: Path) -> None:
    examined_duel(tmp_path, '"\\e[31m[/red]": 1\n')

    outcome = called("check", str(tmp_path / "changed.yaml"))
    refused = called("run", str(tmp_path / "changed.yaml"), "--set", "title=[/red]")

    assert (outcome.exit_code, refused.exit_code) == (2, 2)
    for text in (outcome.output, refused.output):
        assert "\x1b" not in text
        assert "\\x1b[31m[/red]" in text


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_letters_that_a_terminal_has_not_end_nothing(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    monkeypatch.setattr("sys.stdout", out)
    monkeypatch.setattr("sys.stderr", io.TextIOWrapper(io.BytesIO(), encoding=encoding))
    let_every_terminal_print()

    print("\u00b1 \u0141\u00f3d\u017a \N{HORIZONTAL ELLIPSIS}", flush=True)  # noqa: T201 - it is what is tested

    out.seek(0)
    assert out.read().startswith("\u00b1" if encoding != "ascii" else "\\xb1")

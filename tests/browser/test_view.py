import socket
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from sim.browser.serving import EVERYWHERE
from sim.cli import application
from sim.cli.view import view as call
from sim.vocabulary import BadInput

ROOT = Path(__file__).parents[2]
MISSING = "no_such_package"
SMALL = ROOT / "scenarios" / "theory" / "equal-sides.yaml"


def test_a_missing_scenario_is_told_in_a_line() -> None:
    answer = CliRunner().invoke(application(), ["view", "nowhere.yaml"])

    assert answer.exit_code == 2
    assert "there is no file nowhere.yaml" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_port_in_use_is_told_in_a_line() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(BadInput, match="is in use; choose another with --port"):
            call(SMALL, port=taken.getsockname()[1])


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"host": "192.0.2.1"}, "add --game"),
        ({"host": "192.0.2.1", "game": True}, "this machine cannot listen there"),
        ({"host": EVERYWHERE, "game": True}, "add --public-host NAME"),
        ({"model": "my.py:Mine"}, "then add --allow-code"),
        ({"model": "nowhere.py:Mine", "allow_code": True}, "there is no such file"),
    ],
)
def test_nobody_else_is_let_in_and_no_code_run_unless_it_is_asked_for(asked: dict[str, Any], told: str) -> None:
    with pytest.raises(BadInput, match=told):
        call(SMALL, port=0, **asked)


def test_a_missing_page_is_told_in_a_line() -> None:
    with pytest.raises(BadInput, match=r"there is no file nowhere\.py"):
        call(SMALL, port=0, page=Path("nowhere.py"))


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("import altair", r"page.py needs altair, which is not installed; pip install 'westphalia\[mesa\]'"),
        ("from mesa.visualization import SolaraViz", r"page.py needs altair, .*\[mesa\]"),
        ("import no_such_package.part", "page.py needs no_such_package, which is not installed; install it"),
        ("import beside\n1 +", "page.py:2: this is no Python"),
    ],
)
def test_a_page_that_cannot_be_imported_is_told_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, told: str
) -> None:
    monkeypatch.setattr("sim.browser.own_page.find_spec", lambda name: None if name in {"altair", MISSING} else sys)
    (tmp_path / "beside.py").touch()
    page = tmp_path / "page.py"
    page.write_text(code, encoding="utf-8")

    with pytest.raises(BadInput, match=told):
        call(SMALL, port=0, page=page)

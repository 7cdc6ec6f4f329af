"""Every command that a page shows in a block runs, small: the quick proof that it is understood stands in the gate."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sim.cli import application
from tests.docs.pages import PAGES, ROOT, commands
from tests.docs.test_questions import small

ELSEWHERE = {
    "own-case.md": "a test of its own leads through the guide",
    "own-doctrine.md": "its own tests",
}
WITHOUT_RUNS = ("check", "list", "schema", "show")
PLAYED = ("ask", "calibrate", "compare", "hindcast", "rank", "run", "seek", "timing", "where")
STANDS_FOR = re.compile(r"\.\.\.|\b[A-Z]{4,}\b")
"""What a reader puts a name of their own for."""
SHOWN = [
    command
    for page in PAGES
    if page.name not in ELSEWHERE
    for command in commands(page)
    if command.split()[1] in (*WITHOUT_RUNS, *PLAYED) and not STANDS_FOR.search(command)
]
"""Commands whose results are theirs alone; servers, clusters and folders of earlier results have tests of their own."""


def test_most_commands_of_pages_are_among_them() -> None:
    assert len(set(SHOWN)) >= 8


@pytest.mark.slow
@pytest.mark.parametrize("command", sorted(set(SHOWN)))
def test_the_command_of_a_page_runs(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    words = shlex.split(command)[1:] if command.split()[1] in WITHOUT_RUNS else small(command)
    arguments = [str(ROOT / word) if word.startswith(("docs/", "scenarios/")) else word for word in words]

    answer = CliRunner().invoke(application(), arguments)

    assert answer.exit_code == 0, answer.output
    assert answer.stdout

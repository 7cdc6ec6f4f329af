"""Standard streams that are closed or full: a command ends in one line, never in a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


def called(words: str, redirected: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = f"exec '{sys.executable}' -m sim {words} {redirected}"
    return subprocess.run(
        ["/bin/sh", "-c", command], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(("words", "code"), [("list", 0), ("check nothing", 2)])
@pytest.mark.parametrize("closed", [">&-", "<&- >&- 2>&-"])
def test_a_stream_that_is_closed_leads_nowhere(tmp_path: Path, words: str, code: int, closed: str) -> None:
    done = called(words, closed, tmp_path)

    assert (done.returncode, done.stdout, done.stderr) == (code, "", "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("words", ["--help", "list"])
def test_an_answer_that_cannot_be_printed_is_a_failure_of_one_line(tmp_path: Path, words: str) -> None:
    done = called(words, ">/dev/full", tmp_path)

    assert done.returncode == 1
    assert done.stderr.startswith("westphalia failed: ")
    assert len(done.stderr.splitlines()) == 1

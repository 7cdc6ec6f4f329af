"""The nightly jobs: one that fails stops no other, and the failing ones are named at the end."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MAKE = shutil.which("make")
JOBS = ("-m slow", "-m twins", "tests/fuzz", "benchmarks/patterns.py")
PYTHON = """#!/bin/sh
echo "$@" >> called
case "$*" in *"-m slow"*|*tests/fuzz*) exit {code} ;; esac
"""


@pytest.mark.skipif(MAKE is None, reason="make is not installed")
@pytest.mark.parametrize("code", [0, 1])
def test_every_job_is_run_whichever_fails(tmp_path: Path, code: int) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in ("pyproject.toml", "constraints.txt"):
        (tmp_path / name).touch()
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(PYTHON.format(code=code), encoding="utf-8")
    python.chmod(0o755)
    (tmp_path / ".venv" / ".westphalia-installed").touch()

    ended = subprocess.run([str(MAKE), "nightly"], cwd=tmp_path, capture_output=True, text=True, check=False)

    called = (tmp_path / "called").read_text(encoding="utf-8")
    assert [job for job in JOBS if job not in called] == []
    assert (ended.returncode != 0) is bool(code)
    assert re.findall(r"nightly: failed: (.+)", ended.stderr) == (["slow fuzz"] if code else [])

"""The container file, step by step without a container engine: what it copies is released, and what it runs works."""

import json
import os
import re
import shlex
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from tests.package.test_wheel import ROOT, hatchling

STEPS = re.findall(r"^([A-Z]+) (.+)$", (ROOT / "Containerfile").read_text(encoding="utf-8"), re.MULTILINE)
RELEASE = (ROOT / "Makefile").read_text(encoding="utf-8")
MATRIX = (ROOT / ".ci/matrix.txt").read_text(encoding="utf-8")
USER = "useradd --create-home analyst && mkdir /work && chown analyst /work"
"""The one step that asks for root."""


def texts(instruction: str) -> list[str]:
    return [text for name, text in STEPS if name == instruction]


def test_the_container_copies_what_a_release_writes_and_runs_as_nobody_in_particular() -> None:
    names = [name for name, _ in STEPS]
    (copied,) = texts("COPY")
    (argument,) = texts("ARG")

    assert names == ["ARG", "FROM", "COPY", "RUN", "RUN", "USER", "WORKDIR", "RUN", "ENTRYPOINT"]
    assert f"--dest dist/{copied.split()[0]}" in RELEASE
    assert texts("FROM") == ["python:${PYTHON}-slim"]
    assert argument.removeprefix("PYTHON=") in MATRIX
    assert texts("RUN")[1] == USER
    assert texts("USER") == ["analyst"]
    assert json.loads(texts("ENTRYPOINT")[0]) == ["westphalia"]


@pytest.mark.slow
def test_its_steps_lead_to_a_command_that_plays(tmp_path: Path) -> None:
    wheelhouse, work, home = tmp_path / "wheelhouse", tmp_path / "work", tmp_path / "home"
    for folder in (wheelhouse, work, home):
        folder.mkdir()
    hatchling(ROOT, wheelhouse)
    venv.create(tmp_path / "python", with_pip=False, symlinks=True)
    packages = next((tmp_path / "python" / "lib").iterdir()) / "site-packages"
    (packages / "lent.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    there = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    there |= {
        "HOME": str(home),
        "PATH": f"{tmp_path / 'python' / 'bin'}:{os.environ['PATH']}",
        "NUMBA_DISABLE_JIT": "1",
    }
    pip = shlex.join([sys.executable, "-m", "pip", "--python", str(tmp_path / "python" / "bin" / "python"), "install"])

    def play(step: str) -> subprocess.CompletedProcess[str]:
        # What the wheel depends on is lent, so that no registry is asked; the folders of the container lie here.
        step = step.replace("pip install", f"{pip} --no-deps --ignore-installed").replace(
            "/wheelhouse", str(wheelhouse)
        )
        return subprocess.run(
            ["/bin/sh", "-ec", step], cwd=work, env=there, capture_output=True, text=True, check=False
        )

    done = [play(step) for step in texts("RUN") if step != USER]
    (entry,) = json.loads(texts("ENTRYPOINT")[0])
    ran = play(f"{entry} run teaching/two-valleys --over none --replications 1 --set days=2 --workers 1 --json")

    assert [step.returncode for step in done] == [0, 0], [step.stderr for step in done]
    assert not wheelhouse.exists()
    assert ran.returncode == 0, ran.stderr
    assert (work / json.loads(ran.stdout)["out"] / "manifest.json").is_file()

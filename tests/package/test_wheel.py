"""The built package, installed by itself: what a person has who never saw the checkout."""

import json
import os
import socket
import subprocess
import sys
import sysconfig
import tarfile
import time
import urllib.request
import venv
import zipfile
from pathlib import Path

import pytest

from sim.results.edition import edition

ROOT = Path(__file__).parents[2]
QUICK = ("--set", "days=2", "--set", "talks.rollouts=2", "--set", "talks.horizon=2", "--workers", "1")


class Installed:
    """An environment that has the wheel, and beside it what the wheel depends on but not this checkout."""

    def __init__(self, folder: Path, wheel: Path) -> None:
        """Make the environment; only the installed dependencies are lent to it, so that no network is needed."""
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
            "NUMBA_DISABLE_JIT": "1",
            "HOME": str(folder),
            "JUPYTER_CONFIG_PATH": str(Path(sys.prefix, "etc", "jupyter")),
            "JUPYTER_PATH": str(Path(sys.prefix, "share", "jupyter")),
        }
        self.place = folder / "environment"
        venv.create(self.place, with_pip=False, symlinks=True)
        self.packages = next((self.place / "lib").iterdir()) / "site-packages"
        lent = sysconfig.get_path("purelib")
        (self.packages / "dependencies.pth").write_text(f"{lent}\n", encoding="utf-8")
        self.before = self.python("import sim")
        command = [sys.executable, "-m", "pip", "--python", str(self.place / "bin" / "python"), "install"]
        subprocess.run(
            [*command, "--quiet", "--no-deps", "--no-index", "--no-compile", str(wheel)],
            env={**self.environment, "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
            check=True,
        )

    def python(self, code: str) -> subprocess.CompletedProcess[str]:
        """Run some code in the environment."""
        return self._run("python", "-I", "-c", code, cwd=self.place)

    def westphalia(self, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run the installed command in a folder."""
        return self._run("westphalia", *arguments, cwd=cwd)

    def _run(self, program: str, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        command = [str(self.place / "bin" / program), *arguments]
        return subprocess.run(command, cwd=cwd, env=self.environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the wheel and the source distribution of this checkout."""
    folder = tmp_path_factory.mktemp("built")
    hatchling(ROOT, folder)
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    (wheel,) = built.glob("*.whl")
    return Installed(tmp_path_factory.mktemp("installed"), wheel)


def hatchling(project: Path, folder: Path) -> None:
    """Build a project with the backend that is installed here, so that no network is needed."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=project, check=True, capture_output=True)


def contents(folder: Path) -> dict[str, bytes]:
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_wheel_holds_every_file_of_the_scenarios_and_documents(built: Path) -> None:
    held = contents(built)

    for folder, inside in (("scenarios", "sim/shipped"), ("docs", "sim/documents"), ("sim", "sim")):
        for file in (ROOT / folder).rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                name = f"{inside}/{file.relative_to(ROOT / folder).as_posix()}"
                assert held.get(name) == file.read_bytes(), name


def test_the_source_distribution_builds_the_same_wheel(built: Path, tmp_path: Path) -> None:
    (source,) = built.glob("*.tar.gz")
    with tarfile.open(source) as archive:
        archive.extractall(tmp_path, filter="data")
    (project,) = tmp_path.iterdir()

    hatchling(project, tmp_path / "again")

    assert contents(tmp_path / "again") == contents(built)


def test_the_code_that_runs_came_from_the_wheel_and_is_of_the_edition_of_the_checkout(installed: Installed) -> None:
    asked = "import sim; from sim.results.edition import edition; print(sim.__file__, edition(), sep='\\n')"
    where, found = installed.python(asked).stdout.splitlines()

    assert "No module named 'sim'" in installed.before.stderr
    assert Path(where) == installed.packages / "sim" / "__init__.py"
    assert found == edition()


def test_a_scenario_runs_by_name_from_any_folder_and_keeps_its_results_there(
    installed: Installed, tmp_path: Path
) -> None:
    answer = installed.westphalia(
        "run", "teaching/two-valleys", "--over", "none", "--replications", "1", *QUICK, "--json", cwd=tmp_path
    )

    told = json.loads(answer.stdout)
    assert answer.returncode == 0, answer.stderr
    assert told["out"].startswith("results/two-valleys-")
    assert (tmp_path / told["out"] / "manifest.json").is_file()


def test_a_scenario_of_ones_own_extends_what_ships(installed: Installed, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("extends: westphalia/kursk/2025-03-article\ndays: 3\n", encoding="utf-8")

    answer = installed.westphalia("check", "mine.yaml", cwd=tmp_path)

    assert answer.returncode == 0, answer.stdout
    assert "0 errors" in answer.stdout


def test_the_shipped_files_are_listed_and_copied_but_never_over_others(installed: Installed, tmp_path: Path) -> None:
    listed = json.loads(installed.westphalia("list", "--json", cwd=tmp_path).stdout)
    first = installed.westphalia("examples", "mine", cwd=tmp_path)
    (tmp_path / "mine" / "laws.yaml").write_text("mine: true\n", encoding="utf-8")
    second = installed.westphalia("examples", "mine", cwd=tmp_path)

    assert listed["scenarios"]["kursk/2025-03-article"] == "The Kursk salient in March 2025"
    assert first.returncode == 0, first.stderr
    assert (tmp_path / "mine" / "kursk" / "2025-03-article.yaml").is_file()
    assert second.returncode == 2
    assert (tmp_path / "mine" / "laws.yaml").read_text(encoding="utf-8") == "mine: true\n"


def test_a_folder_of_ones_own_is_made_from_what_is_in_the_wheel(installed: Installed, tmp_path: Path) -> None:
    made = installed.westphalia("new", "mine", cwd=tmp_path)
    shown = installed.westphalia("show", "mine/mine.yaml", "--json", cwd=tmp_path)

    assert made.returncode == 0, made.stderr
    assert [side["men"] for side in json.loads(shown.stdout)["sides"]] == [5000.0, 7000.0]
    assert (tmp_path / "results" / "mine-map.svg").is_file()


def test_the_page_opens_without_a_file(installed: Installed, tmp_path: Path) -> None:
    pytest.importorskip("solara")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(installed.place / "bin" / "westphalia"), "view", "--port", str(port)]
    server = subprocess.Popen(command, cwd=tmp_path, env=installed.environment, stderr=subprocess.PIPE, text=True)
    try:
        assert "westphalia" in fetched(server)
    finally:
        server.terminate()
        server.communicate()


def fetched(server: "subprocess.Popen[str]") -> str:
    """Return the page at the address that a server prints, once it answers; fail when it stops before."""
    assert server.stderr is not None
    told = next(line for line in server.stderr if "http://" in line)
    (address,) = [word for word in told.split() if word.startswith("http://")]
    until = time.monotonic() + 60
    while server.poll() is None and time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=20) as answer:  # noqa: S310 - the address is on loopback
                return str(answer.read().decode())
        except OSError:
            time.sleep(0.2)
    pytest.fail("no page was served")

"""Every page is typed as a reader would: from an empty folder, its commands in their order, small, servers included.

That each command is understood stands in the gate; here later ones find what earlier ones have left.
"""

import shutil
import subprocess
from collections.abc import Callable
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path

import pytest

from sim.scenario.files.reading import read_scenario
from tests.docs.pages import PAGES, ROOT, blocks, typed
from tests.docs.slurm import LOGIN_NODE, job_of, workers_of
from tests.docs.terminal import Terminal, is_made_small

REGISTRY = "asks a package registry; CI begins with it in a fresh clone"
ENGINE = "needs a container engine; tests/package/test_container.py plays the steps of its file"
WHEELHOUSE = "needs the wheelhouse of `make release`, which installs in this way itself"
NOT_TYPED = {
    "make environment": REGISTRY,
    "make release": "asks a package registry; tests/package builds and installs the wheel without",
    "make run": "two commands that are typed here, small, after `make environment`",
    "make test": "the gate, which holds these tests",
    "source .venv/bin/activate": "the environment of the tests is active",
    "python -m venv westphalia": WHEELHOUSE,
    "westphalia/bin/pip install --no-index -f wheelhouse 'westphalia[all]'": WHEELHOUSE,
    "docker build --network none --build-arg PYTHON=3.13 -f Containerfile -t westphalia .": ENGINE,
    'docker run --rm -v "$PWD/results:/work/results" westphalia run kursk/2025-03-article': ENGINE,
    "git worktree add ../first-form 643aeba && cd ../first-form": "an edition of the past; the rest is typed in ours",
}
"""All that no test types, and why."""
ELSEWHERE = {"own-case.md": "tests/docs/test_own_case.py types it in the gate"}
WALKED = [page for page in PAGES if page.name not in ELSEWHERE and set(typed(page)) - set(NOT_TYPED)]
ARTICLE = "scenarios/kursk/2025-03-article.yaml"
BEFORE = {"formats.md": "westphalia run kursk/2025-03-article"}
"""What a page takes for granted that its reader has typed."""
STANDS_FOR = {"FILE": ARTICLE}
"""What a reader puts a name of their own for."""
BASH = shutil.which("bash")
MODEL = "from sim import Campaign\n\n\nclass MyCampaign(Campaign):\n    pass\n"


def of_browser(folder: Path) -> None:
    """A saved game is a scenario with orders; the tests of the game save one."""
    (folder / "my.py").write_text(MODEL, encoding="utf-8")
    (folder / "GAME.yaml").write_text("extends: westphalia/kursk/2025-03-article\ndays: 4\n", encoding="utf-8")


def of_forecasts(folder: Path) -> None:
    """What was observed is made up: the first day again and again."""
    scenario = read_scenario("korsun/1944-01-bulge")
    holder = next(iter(scenario.sides))
    days = [f"1944-01-{day}" for day in range(24, 32)]
    places = list(scenario.theatre.places)[:6]
    rows = [f"{place},{day},{holder}" for place in places for day in days[::4]]
    (folder / "OBSERVED.csv").write_text("\n".join(["date,km2", *(f"{day},7000" for day in days)]), encoding="utf-8")
    (folder / "PLACES.csv").write_text("\n".join(["place,date,holder", *rows]), encoding="utf-8")


def of_doctrine(folder: Path) -> None:
    for name in ("two-valleys.yaml", "basin.geojson"):
        shutil.copy(ROOT / "scenarios" / "teaching" / name, folder)
    page = ROOT / "docs" / "own-doctrine.md"
    mine, (sides,) = blocks(page, "python")[0], blocks(page, "yaml")
    (folder / "my_doctrine.py").write_text(mine, encoding="utf-8")
    (folder / "other.py").write_text(mine.replace("leave_in_time", "press_on"), encoding="utf-8")
    (folder / "with-my-doctrine.yaml").write_text(f"extends: two-valleys.yaml\n{sides}", encoding="utf-8")
    (folder / "design.yaml").write_text(
        "scenario: with-my-doctrine.yaml\nkind: grid\nreplications: 2\ntalking: false\nfactors:\n"
        "  sides.South.will: {levels: [0.5, 0.6]}\n",
        encoding="utf-8",
    )


PREPARED: dict[str, Callable[[Path], None]] = {
    "browser.md": of_browser,
    "own-doctrine.md": of_doctrine,
    "forecasts/README.md": of_forecasts,
}


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix().removeprefix("docs/")


def test_what_pages_show_is_typed_or_listed_with_its_reason() -> None:
    shown = [(page, line) for page in PAGES for line in typed(page)]
    lines = {line for _, line in shown}

    assert len(lines) >= 50
    assert set(NOT_TYPED) <= lines
    for page, line in shown:
        first, second, *_ = line.split()
        known = first in ("dask", "python") or (first == "westphalia" and is_made_small(second))
        assert known or line in NOT_TYPED, (page, line)
    assert {name_of(page) for page in WALKED} >= set(PREPARED) | set(BEFORE)


@pytest.mark.slow
@pytest.mark.parametrize("page", WALKED, ids=name_of)
def test_a_page_is_typed_from_an_empty_folder(page: Path, tmp_path: Path) -> None:
    if "--page" in page.read_text(encoding="utf-8"):
        pytest.importorskip("solara")
    if name_of(page) in PREPARED:
        PREPARED[name_of(page)](tmp_path)
    with ExitStack() as servers:
        terminal = Terminal(tmp_path, servers)
        for shown in [*filter(None, [BEFORE.get(name_of(page))]), *typed(page)]:
            if shown in NOT_TYPED:
                continue
            line = servers.enter_context(workers_of(terminal, shown)) if LOGIN_NODE in shown else shown
            terminal.types(" ".join(STANDS_FOR.get(word, word) for word in line.split(" ")))


@pytest.mark.slow
@pytest.mark.skipif(not BASH or not find_spec("dask_jobqueue"), reason="bash or dask-jobqueue is not installed")
def test_the_script_that_slurm_is_given_is_one_that_a_shell_understands(tmp_path: Path) -> None:
    script = job_of(Terminal(tmp_path, ExitStack()))
    understood = subprocess.run([str(BASH), "-n"], input=script, text=True, check=False)

    assert "#SBATCH -p compute" in script
    assert "#SBATCH -t 02:00:00" in script
    assert script.index("source $HOME/westphalia/bin/activate") < script.index("distributed.cli.dask_worker")
    assert understood.returncode == 0

"""What the check finds no error in, `run` plays to the end: finite and physical; every error has file, line, remedy.

An editor's schema refuses nothing that the check accepts, and most of what the check refuses.
"""

import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from typer.testing import CliRunner

from sim.cli import application
from sim.results.store import read_table
from sim.scenario.files.reading import examine_scenario
from sim.vocabulary import SERIES
from tests.fuzz.kinds import RAN, REFUSED, WrongError
from tests.fuzz.lawful import Mutable, lawful_mutant, mutable
from tests.fuzz.small_wars import WEST, small_wars
from tests.fuzz.tally import tally_of
from tests.scenario.files.editor import underlined
from tests.scenarios.shipped import FOLDER

MUTANTS = int(os.environ.get("WESTPHALIA_MUTANTS", "60")) // 10
"""Mutants of small wars: ``make fuzz`` tries a thousand."""
BY_COMMAND = max(1, MUTANTS // 100)
"""Of these, by the real command in a process of its own."""
MOST = {"days": 4, "talks.horizon": 3, "talks.rollouts": 3, "talks.branches": 3}
"""What a mutant may ask for at the most, so that it is played in a moment."""
SHARES = ("effect", "intelligence", "aimed", "morale", "will")
ROUNDING = 1e-6
UNDERLINED = "refused by the schema"


def wars(folder: Path) -> list[Mutable]:
    (folder / "west.geojson").write_text(WEST, encoding="utf-8")
    found = []
    for name, tree in small_wars().items():
        (folder / f"{name}.yaml").write_text(written(tree), encoding="utf-8")
        found.append(mutable(tree, str(folder / f"{name}.yaml")))
    return found


def written(tree: dict[str, Any]) -> str:
    return yaml.safe_dump(tree, sort_keys=False, allow_unicode=True)


def brief(tree: dict[str, Any]) -> list[str]:
    """Return overrides that keep a mutant from asking for more than a moment."""
    found = []
    for path, most in MOST.items():
        here: Any = tree
        for step in path.split("."):
            here = here.get(step) if isinstance(here, dict) else None
        if isinstance(here, int | float) and here > most:
            found.append(f"{path}={most}")
    return found


def refused(file: Path) -> bool:
    """Return whether the check refuses a scenario, if it says where and what to do of each error."""
    errors = examine_scenario(file).errors
    for error in errors:
        if not (error.file and error.line and error.message and error.remedy):
            raise WrongError(f"an error without a file, a line or a remedy: {error}")
    return bool(errors)


def judged(file: Path, tree: dict[str, Any]) -> list[str]:
    """Return whether a scenario is refused, and by whom, or runs.

    Raises:
        WrongError: it is refused for no reason that helps, or is checked and does not run.

    """
    in_editor = underlined(file.read_text(encoding="utf-8"))
    if refused(file):
        return [REFUSED, UNDERLINED] if in_editor else [REFUSED]
    if in_editor:
        raise WrongError(f"checked, but the schema refuses it: {in_editor[0][:200]}")
    play(file, brief(tree))
    return [RAN]


def play(file: Path, overrides: list[str]) -> None:
    """Run a scenario by the command, and look at what it keeps."""
    outcome = CliRunner().invoke(application(), to_run(file, overrides))
    if outcome.exit_code != 0:
        raise WrongError(f"checked, but run ends with {outcome.exit_code}: {outcome.output[-400:]} {outcome.exception}")
    require_physical(file.parent / "out")
    json.loads(outcome.stdout)


def to_run(file: Path, overrides: list[str]) -> list[str]:
    """Return the command that plays a few worlds of a scenario."""
    sets = [word for each in overrides for word in ("--set", each)]
    few = ["--draws", "2", "--replications", "2", "--workers", "1"]
    return ["run", str(file), *few, "--out", str(file.parent / "out"), "--json", *sets]


def require_physical(out: Path) -> None:
    """Raise an error where what was kept is no number, or nothing that a war can leave."""
    days = read_table(out, "days")
    series = days[list(SERIES)].to_numpy(float)
    if not np.isfinite(series).all():
        raise WrongError("days hold what is no finite number")
    if series.min() < -ROUNDING * max(1.0, np.abs(series).max()):
        raise WrongError(f"days hold {series.min():g}")
    for name in SERIES:
        if name[:-2] in SHARES and days[name].max() > 1.0 + ROUNDING:
            raise WrongError(f"{name} is {days[name].max():g}")
    answers = json.loads((out / "answers.json").read_text(encoding="utf-8"))
    for name, each in answers["leverage"].items():
        if not 0.0 <= each["low"] <= each["mean"] <= each["high"] <= 1.0:
            raise WrongError(f"leverage of {name}: {each}")


def mutant_of(kinds: list[Mutable], seed: int, folder: Path) -> tuple[Path, dict[str, Any]]:
    """Return the file and the tree of a mutant."""
    (folder / "west.geojson").write_text(WEST, encoding="utf-8")
    tree = lawful_mutant(kinds[seed % len(kinds)], seed)
    (folder / "mutant.yaml").write_text(written(tree), encoding="utf-8")
    return folder / "mutant.yaml", tree


def test_what_is_checked_without_an_error_is_played_to_a_physical_end(tmp_path_factory: pytest.TempPathFactory) -> None:
    kinds = wars(tmp_path_factory.mktemp("wars"))
    tally = tally_of("small wars")

    def attempt(seed: int) -> list[str]:
        return judged(*mutant_of(kinds, seed, tmp_path_factory.mktemp("mutant")))

    for seed in range(MUTANTS):
        tally.attempt(seed, partial(attempt, seed))

    counts = tally.counts
    told = f"small wars: {len(tally.over)} tried, {counts[REFUSED]} refused, {counts[UNDERLINED]} by the schema too"
    told = f"{told}, {counts[RAN]} ran, {len(tally.wrong)} wrong"
    print(f"{told}, at most {tally.longest:.1f} s and {tally.memory} MB")  # noqa: T201
    assert tally.wrong == [], "\n".join(tally.wrong)
    assert counts[RAN] > MUTANTS / 4
    assert counts[UNDERLINED] > counts[REFUSED] / 2


def test_the_real_commands_agree(tmp_path_factory: pytest.TempPathFactory) -> None:
    kinds = wars(tmp_path_factory.mktemp("wars"))
    for seed in range(1, BY_COMMAND + 1):
        file, tree = mutant_of(kinds, seed, tmp_path_factory.mktemp("mutant"))

        checked = westphalia("check", str(file))

        assert checked.returncode == (2 if refused(file) else 0), f"seed {seed}: {checked.stdout}"
        if checked.returncode == 0:
            played = westphalia(*to_run(file, brief(tree)))
            assert played.returncode == 0, f"seed {seed}: {played.stderr}"
            require_physical(file.parent / "out")
        else:
            assert f"error {file}:" in checked.stdout, f"seed {seed}: {checked.stdout}"


def westphalia(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sim", *words]
    return subprocess.run(command, cwd=FOLDER.parent, capture_output=True, text=True, check=False)

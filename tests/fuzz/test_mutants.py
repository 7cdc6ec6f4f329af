"""What passes the check plays: no change of a scenario ends in a failure, or in what no war can leave."""

import os
import traceback
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from sim.scenario.files.reading import examine_scenario
from tests.fuzz.mutants import mutant, verdict
from tests.scenarios.shipped import FOLDER

MUTANTS = int(os.environ.get("WESTPHALIA_MUTANTS", "100"))
"""Mutants of each scenario: ``make fuzz`` asks for many."""
FEW = ["theory/equal-sides"]
MANY = ["theory/equal-sides", "kursk/2025-03-mediated-ceasefire", "ardennes/1944-12-bastogne", "theory/supply-network"]


def written_out(name: str) -> dict[str, Any]:
    """Return a scenario with all that it extends, its maps by absolute path."""
    file = FOLDER / f"{name}.yaml"
    tree = examine_scenario(file).tree
    assert tree is not None
    whole = tree.plain
    assert isinstance(whole, dict)
    drawn = [*whole["theatre"]["regions"].values(), *filter(None, [whole["theatre"].get("rivers")])]
    for part in drawn:
        part.pop("outline")
        part["file"] = str(next(FOLDER.rglob(part["file"])).resolve())
    return whole


@pytest.mark.parametrize("name", FEW if MUTANTS <= 1000 else MANY)
def test_what_passes_the_check_plays(tmp_path: Path, name: str) -> None:
    whole = written_out(name)
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    for seed in range(MUTANTS):
        try:
            counts[verdict(tmp_path / "mutant.yaml", mutant(whole, seed))] += 1
        except Exception as error:  # noqa: BLE001 - whatever it was is what is sought
            where = traceback.extract_tb(error.__traceback__)[-1]
            wrong.append(f"seed {seed}: {type(error).__name__}: {error} ({where.filename}:{where.lineno})")

    print(f"{name}: {MUTANTS} mutants, {counts['refused']} refused, {counts['ran']} ran, {len(wrong)} wrong")  # noqa: T201
    assert wrong == []
    assert counts["refused"] > 0
    assert counts["ran"] > 0

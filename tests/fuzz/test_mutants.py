"""What passes the check plays: no change of an input ends in a failure, or in what no war can leave."""

import os
import resource
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fuzz.imports import extract, order_of_battle
from tests.fuzz.kinds import (
    FIELD,
    RAN,
    REFUSED,
    Attempt,
    command_line,
    design,
    keep_results,
    layer,
    scenario_of,
    scenario_text,
    table,
)

MUTANTS = int(os.environ.get("WESTPHALIA_MUTANTS", "150"))
"""Mutants of all kinds together: ``make fuzz`` asks for ten thousand."""
GATE = 1000
"""Mutants below which only small scenarios are tried."""
MANY = ("kursk/2025-03-mediated-ceasefire", "ardennes/1944-12-bastogne", "theory/supply-network")


def large(name: str) -> Callable[[Path], Attempt]:
    """Return what makes the attempt on a scenario of many parts."""
    return lambda _: scenario_of(name)


LONGEST = 10.0
"""Seconds that a mutant may take."""

KINDS: dict[str, tuple[float, Callable[[Path], Attempt]]] = {
    "scenario": (0.25, lambda _: scenario_of(FIELD)),
    "scenario as text": (0.15, lambda _: scenario_text),
    "design": (0.1, lambda _: design),
    "map layer": (0.15, lambda _: layer),
    "table": (0.1, lambda _: table),
    "kept results": (0.1, keep_results),
    "command line": (0.1, lambda _: command_line),
    "order of battle": (0.05, lambda _: order_of_battle),
    "extract": (0.05, lambda _: extract),
    **{f"scenario {name}": (0.0 if MUTANTS < GATE else 0.05 / 3, large(name)) for name in MANY},
}
"""Share of all mutants, and what makes the attempt, by kind of input."""


@pytest.mark.parametrize("kind", [kind for kind, (share, _) in KINDS.items() if share])
def test_an_input_is_refused_with_a_remedy_or_does_what_it_is_for(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    share, made = KINDS[kind]
    home = tmp_path_factory.mktemp("home")
    monkeypatch.chdir(home)
    attempt = made(home)
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    longest = 0.0
    for seed in range(round(share * MUTANTS)):
        folder = tmp_path_factory.mktemp("mutant")
        monkeypatch.chdir(folder)
        began = time.perf_counter()
        try:
            counts[attempt(folder, seed)] += 1
        except Exception as error:  # noqa: BLE001 - whatever it was is what is sought
            where = traceback.extract_tb(error.__traceback__)[-1]
            wrong.append(f"seed {seed}: {type(error).__name__}: {error} ({where.filename}:{where.lineno})")
        longest = max(longest, time.perf_counter() - began)

    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    tried = f"{kind}: {round(share * MUTANTS)} tried, {counts[REFUSED]} refused, {counts[RAN]} ran, {len(wrong)} wrong"
    print(f"{tried}, at most {longest:.1f} s and {memory} MB")  # noqa: T201
    assert wrong == [], "\n".join(wrong)
    assert counts[REFUSED] > 0
    assert counts[RAN] > 0
    assert longest < LONGEST or MUTANTS < GATE

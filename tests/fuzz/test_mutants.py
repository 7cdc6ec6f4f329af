"""What passes the check plays: no change of an input ends in a failure, or in what no war can leave."""

import os
from collections.abc import Callable
from functools import partial
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
from tests.fuzz.tally import tally_of

MUTANTS = int(os.environ.get("WESTPHALIA_MUTANTS", "150"))
"""Mutants of all kinds together: ``make fuzz`` asks for ten thousand."""
GATE = 1000
"""Mutants below which only small scenarios are tried."""
MANY = ("kursk/2025-03-mediated-ceasefire", "ardennes/1944-12-bastogne", "theory/supply-network")


def large(name: str) -> Callable[[Path], Attempt]:
    """Return what makes the attempt on a scenario of many parts."""
    return lambda _: scenario_of(name)


LONGEST = 10.0
"""Seconds of processor time that a mutant may take."""

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
    tally = tally_of(kind)

    def attempt_in_a_folder(seed: int) -> list[str]:
        folder = tmp_path_factory.mktemp("mutant")
        monkeypatch.chdir(folder)
        return [attempt(folder, seed)]

    for seed in range(round(share * MUTANTS)):
        tally.attempt(seed, partial(attempt_in_a_folder, seed))

    counts = tally.counts
    told = f"{kind}: {len(tally.over)} tried, {counts[REFUSED]} refused, {counts[RAN]} ran, {len(tally.wrong)} wrong"
    print(f"{told}, at most {tally.longest:.1f} s and {tally.memory} MB")  # noqa: T201
    assert tally.wrong == [], "\n".join(tally.wrong)
    assert counts[REFUSED] > 0
    assert counts[RAN] > 0
    assert tally.longest < LONGEST or MUTANTS < GATE

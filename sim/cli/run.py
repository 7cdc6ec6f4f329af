"""The command ``run``: play a scenario over all worlds that it declares, and print what it leads to."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli.own_code import ALLOW, DOCTRINE, with_doctrines
from sim.cli.printing import echo
from sim.cli.worlds import DRAWS, FILE, JSON, OUT, OVER, RUNS, SEED, SET, WORKERS, over_of

if TYPE_CHECKING:
    from sim.scenario.scenario import Scenario

AGAINST = Annotated[
    list[str] | None,
    typer.Option(
        metavar="SCENARIO", help="Contrast with this scenario world by world, in place of those it names; or none."
    ),
]

EXACT = Annotated[
    bool, typer.Option("--exact", help="Look ahead by rollouts from each date of talks alone: ten times slower.")
]

ALONE = "none"
"""Asks for no contrast at all."""


def run(
    file: FILE,
    over: OVER = "declared",
    draws: DRAWS = 48,
    replications: RUNS = None,
    seed: SEED = 1,
    against: AGAINST = None,
    overrides: SET = None,
    workers: WORKERS = 0,
    exact: EXACT = False,
    out: OUT = None,
    doctrine: DOCTRINE = None,
    allow_code: ALLOW = False,
    as_json: JSON = False,
) -> None:
    """Play a scenario and print what it leads to, on the map and at the table.

    Every figure is a median with the band that holds 90 % of runs over all declared ranges and all luck, and what the
    declared values alone give beside it. `--over none` plays the declared values alone, under luck alone. The same
    scenario, seed and numbers give the same digest, whatever the workers. Whatever stops it, finished runs are kept,
    and the same command goes on.

    Example: westphalia run kursk/2025-03-article --against kursk/2025-03-support-kept
    """
    import shlex
    import sys

    from sim.scenario.files.reading import read_scenario
    from sim.scenario.files.shipped import file_meant
    from sim.scenario.fingerprint import fingerprint

    overrides = [*(overrides or []), *(["talks.exact=true"] if exact else [])]
    overrides = with_doctrines(file, overrides, doctrine, allow_code=allow_code)
    scenario = read_scenario(file, overrides)

    # A faulty file is told of before a second goes into all that only a sound one needs.
    from sim.cli.first_compilation import announce_compilation
    from sim.cli.interruption import interruptible
    from sim.cli.progress import shown
    from sim.cli.tables.answers_table import print_answers
    from sim.cli.tables.outcome_table import tell
    from sim.experiment.questions.places import as_json as as_json_of
    from sim.experiment.questions.places import of_first_side, places_held
    from sim.experiment.worlds.answering import Answered, answer
    from sim.experiment.worlds.session import NONE
    from sim.report.kept_map import keep_map
    from sim.results.findings import keep_finding
    from sim.results.store import HOME, default_folder
    from sim.results.strict_json import json_text

    asked = [ALONE] if against is None and over == NONE else against
    others = contrasted(file, scenario, asked, overrides)
    worlds = over_of(over, draws, replications, seed)
    announce_compilation()
    name, command = file_meant(file).stem, shlex.join(["westphalia", *sys.argv[1:]])
    mark = fingerprint(scenario)
    alone = default_folder(name, mark, seed, worlds.replications)
    folder = out or (alone if over == NONE else HOME / f"{name}-{mark}-{worlds.mark}")
    with interruptible(folder, command):
        found: Answered = answer(name, scenario, worlds, folder, others, workers=workers, command=command, watch=shown)
        keep_map(folder)
    keep_finding(folder, "answers", found.as_json())
    if found.runs.holders.shape[2]:
        held = places_held(found.runs, scenario)
        first_side = of_first_side(held, next(iter(scenario.sides)))
        keep_finding(folder, "where", {"places": as_json_of(held, scenario.start), "first_side": first_side})
    if as_json:
        typer.echo(json_text({"scenario": str(file), **found.as_json()}))
    else:
        print_answers(scenario.title, scenario.days, scenario.talks.territory, found)
        tell(scenario.contested_name, scenario.talks.territory, found.ensemble)
    if found.ensemble.failed:
        raise typer.Exit(1)


def contrasted(
    file: Path, scenario: "Scenario", against: Sequence[str] | None, overrides: Sequence[str]
) -> "dict[str, Scenario]":
    """Return the scenarios to contrast one with: those asked for, or else those that it names itself."""
    from sim.scenario.alike import require_alike
    from sim.scenario.files.counterfactuals import inherited_of_other_wars, own_counterfactuals
    from sim.scenario.files.reading import read_scenario
    from sim.scenario.files.shipped import file_meant

    own = own_counterfactuals(file, scenario) if against is None else {}
    named = own | {each: file_meant(each) for each in against or () if each != ALONE}
    others = {name: read_scenario(each, overrides) for name, each in named.items() if each != file_meant(file)}
    for each in inherited_of_other_wars(file, scenario, {name: others[name] for name in own if name in others}):
        echo(f"No contrast with {each}: it is not about the same days (westphalia check {file})", err=True)
        del others[each]
    require_alike({str(file): scenario, **others})
    return others

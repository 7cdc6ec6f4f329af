"""The command ``ask``: how probable something is that a person asks in words."""

from typing import Annotated

import typer

from sim.cli.own_code import ALLOW, DOCTRINE, with_doctrines
from sim.cli.printing import echo
from sim.cli.worlds import DRAWS, FILE, JSON, OUT, OVER, RUNS, SEED, SET, WORKERS, over_of, runs_in


def ask(
    file: FILE,
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="What happens, in words; see below.")],
    over: OVER = "declared",
    draws: DRAWS = 48,
    replications: RUNS = None,
    seed: SEED = 1,
    overrides: SET = None,
    workers: WORKERS = 0,
    out: OUT = None,
    doctrine: DOCTRINE = None,
    allow_code: ALLOW = False,
    as_json: JSON = False,
) -> None:
    """Say how probable something is, over all worlds that a scenario declares, and what that hangs on.

    A question speaks of a measure (area_0 < 50), a place (Sudzha falls; "Sudzha" is held) or an agreement, each by,
    before or on a date; joined by and, or, not and brackets. `given` keeps the runs in which something else happens.

    Example: westphalia ask kursk/2025-03-article "area_0 < 50 by 2025-03-20 given Sudzha falls before 2025-03-15"
    """
    import json

    from sim.experiment.questions.asking import answered
    from sim.experiment.questions.question import read_question
    from sim.scenario.files.reading import read_scenario
    from sim.scenario.files.shipped import file_meant

    scenario = read_scenario(file, with_doctrines(file, overrides, doctrine, allow_code=allow_code))
    asked = read_question(question, scenario)
    worlds = over_of(over, draws, replications, seed, talking=asked.needs_talks)
    runs = runs_in(file_meant(file).stem, scenario, worlds, out, workers)
    answer = answered(asked, runs)
    if as_json:
        typer.echo(json.dumps({"scenario": str(file), **answer.as_json()}, allow_nan=False))
    else:
        echo(answer.in_words())

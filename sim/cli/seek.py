"""The command ``seek``: the least change of one value that makes something as probable as wanted."""

from typing import Annotated, Any

import typer

from sim.cli.own_code import ALLOW, DOCTRINE, with_doctrines
from sim.cli.printing import echo
from sim.cli.worlds import DRAWS, FILE, JSON, OUT, OVER, RUNS, SEED, SET, WORKERS, over_of, runs_in

LOW = Annotated[str | None, typer.Option("--from", metavar="LOW", help="Lowest value; its range if not given.")]
HIGH = Annotated[str | None, typer.Option("--to", metavar="HIGH", help="Highest value; its range if not given.")]


def seek(
    file: FILE,
    vary: Annotated[str, typer.Option(metavar="KEY", help="Path of a quantity, date or count; or copies:FORMATION.")],
    until: Annotated[str, typer.Option(metavar='"QUESTION >= .5"', help="What is to be reached, as `ask` asks it.")],
    low: LOW = None,
    high: HIGH = None,
    over: OVER = "none",
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
    """Find the least change of one value with which a question's answer is as probable as wanted.

    Every value is played under the same luck; the interval is where the goal comes to be met nine times in ten. What
    is finished is kept, so that the same command goes on where it stopped.

    Example: westphalia seek kursk/2025-03-article --vary "copies:47th Mechanised Brigade" --until "Sudzha falls <= .5"
    """
    import json
    from pathlib import Path

    from sim.experiment.questions.asking import Answer, answered
    from sim.experiment.questions.question import read_question
    from sim.experiment.questions.seeking import read_goal
    from sim.experiment.questions.seeking import seek as seek_value
    from sim.experiment.questions.varying import varied
    from sim.results.store import HOME
    from sim.scenario.files.reading import read_scenario
    from sim.scenario.files.shipped import file_meant
    from sim.scenario.fingerprint import fingerprint

    given = with_doctrines(file, overrides, doctrine, allow_code=allow_code)
    scenario = read_scenario(file, given)
    goal = read_goal(until)
    asked = read_question(goal.question, scenario)
    change = varied(vary, scenario, (low, high))
    worlds = over_of(over, draws, replications, seed, talking=asked.needs_talks)
    home: Path = out or HOME / f"{file_meant(file).stem}-{fingerprint(scenario)}-{worlds.mark}-seek"

    def play(value: Any) -> Answer:  # noqa: ANN401 - a number or a date
        settings = [f"{key}={json.dumps(each, default=str)}" for key, each in change.overrides(value).items()]
        changed = read_scenario(file, [*given, *settings])
        return answered(asked, runs_in(f"{vary} = {value}", changed, worlds, home / fingerprint(changed), workers))

    found = seek_value(vary, change.declared, change.bounds, goal, play)
    if as_json:
        typer.echo(json.dumps({"scenario": str(file), **found.as_json()}, allow_nan=False))
    else:
        echo(f"{goal.question} {'>=' if goal.at_least else '<='} {goal.share:g}, varying {vary}")
        for value, answer in found.tried:
            share = "-" if answer.probability is None else f"{answer.probability.mean:.0%}"
            mark = "  <- the least change" if value == found.value else ""
            echo(f"  {_shown(value):>12}  {share:>5}{'  as declared' if value == found.declared else ''}{mark}")
        if found.value is None:
            echo("No value within the bounds reaches it.")
        else:
            echo(f"{_shown(found.value)} [{_shown(found.low)}, {_shown(found.high)}] reaches it.")


def _shown(value: Any) -> str:  # noqa: ANN401 - a number, a date, or nothing
    return "-" if value is None else f"{value:.4g}" if isinstance(value, float) else str(value)

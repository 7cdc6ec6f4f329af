"""The command ``compare``: what differs between scenarios under the same luck, and why."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli.own_code import ALLOW, DOCTRINE, with_doctrines
from sim.cli.worlds import DRAWS

if TYPE_CHECKING:
    from sim.experiment.contrasts.compared import Worlds
    from sim.experiment.worlds.session import Over
    from sim.scenario.scenario import Scenario


def compare(
    files: Annotated[list[Path], typer.Argument(metavar="A B...", help="Scenario files; the first is the baseline.")],
    attribute: Annotated[
        bool, typer.Option("--attribute", help="Divide the change between factors (two scenarios).")
    ] = False,
    replications: Annotated[
        int, typer.Option(min=2, max=100_000, help="Runs of each scenario, paired by their luck.")
    ] = 100,
    seed: Annotated[int, typer.Option(min=0, max=2**64 - 1, help="Seed of all luck.")] = 1,
    overrides: Annotated[
        list[str] | None,
        typer.Option(
            "--set", metavar="[B:]a.b=1", help="Change a value in all, or in B (a name or 2) alone; may be repeated."
        ),
    ] = None,
    workers: Annotated[int, typer.Option(min=0, max=1024, help="Threads; 0 for one a core.")] = 0,
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Also keep it as comparison.json, for `report DIR`."),
    ] = None,
    over: Annotated[
        str | None,
        typer.Option(metavar="declared|CSV", help="Also contrast them world by world, over paths and at the talks."),
    ] = None,
    draws: DRAWS = 48,
    doctrine: DOCTRINE = None,
    allow_code: ALLOW = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Compare the endings of scenarios, run by run under common random numbers.

    Differences are against the first scenario: their mean, the middle 90 % of runs (low, high) and the 90 % interval of
    the mean. With --over declared they are also contrasted over draws of all declared ranges, on each date of talks and
    at the talks, with the share of worlds in which a sign holds. With --attribute all combinations of the differing
    factors are played, and the change in the first side's leverage is divided by Shapley values, which sum to it in
    every run. Finished runs are kept in DIR/endings, and the same command goes on there.

    Example: westphalia compare kursk/2025-03-support-kept kursk/2025-03-support-suspended --attribute

    Example: westphalia compare teaching/two-valleys teaching/two-valleys --set 2:supporters.Ally.coverage=0
    """
    from dataclasses import replace

    from sim.cli.tables.comparison_table import tell
    from sim.cli.worlds import endings_in, over_of
    from sim.experiment.contrasts.comparison import attribution, comparison
    from sim.results.findings import keep_finding
    from sim.results.strict_json import json_text
    from sim.scenario.alike import require_alike
    from sim.scenario.files.reading import read_scenario
    from sim.vocabulary import BadInput

    if attribute and len(files) != 2:  # noqa: PLR2004 - a change leads from one to another
        raise BadInput(f"--attribute divides the change between two scenarios, but {len(files)} are named; name two")
    scenarios: dict[str, Scenario] = {}
    played: list[tuple[Path, list[str]]] = []
    for position, file in enumerate(files):
        own = bound_to(position, overrides or [], files)
        if (file, own) in played:
            raise BadInput(
                f"{file} is named twice without a difference; name it once, or add --set {position + 1}:a.b=1"
            )
        played.append((file, own))
        scenario = read_scenario(file, with_doctrines(file, own, doctrine, allow_code=allow_code))
        if alike := files[:position].count(file):
            changed = scenario.model_copy(update={"title": ", ".join([scenario.title, *own])})
            scenarios[f"{file} ({alike + 1})"] = changed
        else:
            scenarios[str(file)] = scenario
    if over:
        require_alike(scenarios)
    with endings_in(out, seed, replications, workers) as play:
        found = replace(comparison(scenarios, play), seed=seed, replications=replications)
        if attribute:
            first, second = scenarios.values()
            found = replace(found, attribution=attribution(first, second, play))
    if over:
        found = replace(found, worlds=contrasts(scenarios, over_of(over, draws, None, seed), workers))
    if out:
        keep_finding(out, "comparison", found.as_json())
    if as_json:
        typer.echo(json_text(found.as_json()))
    else:
        tell(found)


def bound_to(position: int, overrides: Sequence[str], files: Sequence[Path]) -> list[str]:
    """Return the overrides that concern a file: those for all, and those that begin with its name and a colon.

    Its place in the list, from 1, is a name too: so a scenario is compared with itself under other values.
    """
    names = [{str(each), each.stem, str(number)} for number, each in enumerate(files, 1)]
    own = []
    for text in overrides:
        name, colon, rest = text.partition(":")
        if not (colon and any(name in known for known in names)):
            own.append(text)
        elif name in names[position]:
            own.append(rest)
    return own


def contrasts(scenarios: "Mapping[str, Scenario]", over: "Over", workers: int) -> "Worlds":
    """Return the answers of each scenario and its contrast with the first, over the same worlds."""
    from sim.cli.worlds import runs_in
    from sim.experiment.contrasts.compared import Worlds
    from sim.experiment.worlds.answers import answers
    from sim.experiment.worlds.contrast import contrast

    runs = {name: runs_in(Path(name).stem, each, over, None, workers) for name, each in scenarios.items()}
    baseline, first = next(iter(runs.items()))
    start, (one, other) = scenarios[baseline].start, scenarios[baseline].sides
    return Worlds(
        over.kind,
        {name: answers(each, (one, other), start) for name, each in runs.items()},
        {name: contrast(first, each, (one, other), start) for name, each in runs.items() if name != baseline},
    )

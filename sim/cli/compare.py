"""The command ``compare``: what differs between scenarios under the same luck, and why."""

from pathlib import Path
from typing import Annotated, Any

import typer


def compare(
    files: Annotated[list[Path], typer.Argument(metavar="A B...", help="Scenario files; the first is the baseline.")],
    attribute: Annotated[
        bool, typer.Option("--attribute", help="Divide the change between factors (two scenarios).")
    ] = False,
    replications: Annotated[
        int, typer.Option(min=2, max=1_000_000, help="Runs of each scenario, paired by their luck.")
    ] = 100,
    seed: Annotated[int, typer.Option(min=0, max=2**64 - 1, help="Seed of all luck.")] = 1,
    overrides: Annotated[
        list[str] | None, typer.Option("--set", metavar="a.b=1", help="Change a value in all; may be repeated.")
    ] = None,
    workers: Annotated[int, typer.Option(min=0, max=1024, help="Threads; 0 for one a core.")] = 0,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Also keep it as comparison.json, for `report DIR`.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Compare the endings of scenarios, run by run under common random numbers.

    Differences are against the first scenario: their mean, the middle 90 % of runs (low, high) and the 90 % interval of
    the mean. With --attribute all combinations of the differing factors are played, and the change in the first side's
    leverage is divided by Shapley values, which sum to it in every run.

    Example: westphalia compare kursk/2025-03-support-kept kursk/2025-03-support-suspended --attribute
    """
    from sim.cli.comparison_table import tell
    from sim.cli.first_compilation import announce_compilation
    from sim.cli.progress import shown
    from sim.experiment.comparison import attribution, comparison
    from sim.experiment.endings import under_one_luck
    from sim.results.findings import keep_finding
    from sim.results.strict_json import json_text
    from sim.scenario.reading import read_scenario
    from sim.vocabulary import BadInput

    if attribute and len(files) != 2:  # noqa: PLR2004 - a change leads from one to another
        raise BadInput(f"--attribute divides the change between two scenarios, but {len(files)} are named; name two")
    if len({str(file) for file in files}) < len(files):
        raise BadInput("a scenario is named twice; name each once")
    scenarios = {str(file): read_scenario(file, overrides or []) for file in files}
    announce_compilation()
    play = under_one_luck(seed, replications, workers, shown)
    told: dict[str, Any] = {"seed": seed, "replications": replications, **comparison(scenarios, play)}
    if attribute:
        first, second = scenarios.values()
        told |= attribution(first, second, play)
    if out:
        keep_finding(out, "comparison", told)
    if as_json:
        typer.echo(json_text(told))
    else:
        tell(told)

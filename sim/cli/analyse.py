"""The command ``analyse``: sensitivity and scenario discovery on the results of a sweep."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli.printing import echo

if TYPE_CHECKING:
    from sim.experiment.sensitivity.findings_of_sweep import Analysis

WIDE = 140
"""Columns of text for whoever reads it later, where there is no terminal to fit."""


def analyse(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Results folder of a sweep.")],
    outcome: Annotated[str | None, typer.Option(metavar="NAME", help="Outcome to explain, such as area_0.")] = None,
    below: Annotated[float | None, typer.Option(metavar="X", help="Look for boxes where it is below X.")] = None,
    above: Annotated[float | None, typer.Option(metavar="X", help="Look for boxes where it is above X.")] = None,
    step: Annotated[
        int | None, typer.Option(min=0, metavar="N", help="Choose this box of the first trajectory, not the best.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Say which factors decide an outcome, and where in their ranges it is to be found.

    Sobol's indices and Morris's effects come with 95 % intervals that include the luck of replications, and a verdict:
    a factor matters, is negligible, or is not resolved by the runs there are. DIR/analysis.json and one SVG for each
    kind of finding are written beside the table. A box of cases names only factors that pass a test on points that did
    not choose it; --step chooses another of the boxes on the way to it, as the trajectory lists them.

    Example: westphalia analyse results/my-sweep --outcome leverage_0 --below 0.4
    """
    from functools import partial

    from sim.experiment.sensitivity.analysis import analyse_sweep
    from sim.report.figures.analysis_figures import figures_of
    from sim.results.findings import sealed
    from sim.results.strict_json import json_text
    from sim.results.whole_files import write_whole
    from sim.vocabulary import BadInput

    if below is not None and above is not None:
        raise BadInput("--below and --above: give one of the two")
    analysis = analyse_sweep(folder, outcome, below, above, step)
    summary = analysis.as_json()
    files = {f"{name}.svg": drawn for name, drawn in figures_of(analysis).items()}
    files["analysis.json"] = json_text(sealed(summary), indent=1) + "\n"
    for name, content in files.items():
        write_whole(folder / name, partial(Path.write_text, data=content, encoding="utf-8"))
    if as_json:
        typer.echo(json_text({**summary, "figures": [str(folder / name) for name in files if name.endswith(".svg")]}))
    else:
        tell(analysis)
        echo("Written: " + ", ".join(str(folder / name) for name in files))


def tell(analysis: "Analysis") -> None:
    """Print what was found, for a person to read."""
    import sys

    from sim.cli.printing import as_said
    from sim.cli.standard_output import StandardOutput
    from sim.cli.tables.analysis_table import tables_of

    analysis = as_said(analysis)
    console = StandardOutput(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else WIDE)
    missing = f", {analysis.missing} missing" if analysis.missing else ""
    console.print(
        f"[bold]{analysis.sweep}[/bold] ({analysis.kind}): {analysis.runs} runs of {analysis.points} points{missing}"
    )
    for table in tables_of(analysis):
        console.print(table)
        console.print("")

"""The command ``check``: every fault of scenario files, with place and remedy."""

from pathlib import Path
from typing import Annotated, Any

import typer

from sim.cli.printing import echo

COLOURS = {"error": "bold red", "warning": "yellow", "note": "cyan"}


def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Scenario files.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Validate scenario files: every fault with file, line, severity and remedy.

    Errors keep a scenario from being played; warnings and notes do not. What the file leaves out, and is therefore
    assumed, is printed last. Exit code 2 on errors.

    Example: westphalia check kursk/2025-03-article
    """
    from dataclasses import asdict

    from sim.cli.assumptions import assumptions_told
    from sim.results.strict_json import json_text
    from sim.scenario.files.counterfactuals import faults_of_counterfactuals
    from sim.scenario.files.faults import in_reading_order
    from sim.scenario.files.reading import examine_scenario

    examinations = {str(file): examine_scenario(file) for file in files}
    found = [fault for examination in examinations.values() for fault in examination.faults]
    found += [fault for file in files for fault in faults_of_counterfactuals(file, examinations[str(file)])]
    faults = in_reading_order(found)
    counts = {f"{severity}s": sum(fault.severity == severity for fault in faults) for severity in COLOURS}
    if as_json:
        assumed = {file: [asdict(one) for one in each.assumed] for file, each in examinations.items()}
        summary = {"files": list(examinations), "faults": [asdict(fault) for fault in faults], **counts}
        typer.echo(json_text({**summary, "assumed": assumed}))
    else:
        tell(faults, counts, len(files))
        for file, examination in examinations.items():
            for line in assumptions_told(examination.assumed):
                echo(f"assumed {file}: {line}")
    raise typer.Exit(2 if counts["errors"] else 0)


def tell(faults: list[Any], counts: dict[str, int], files: int) -> None:
    """Print each fault on lines a person can read, then how many there are."""
    from rich.text import Text

    from sim.cli.printing import visible
    from sim.cli.standard_output import StandardOutput

    console = StandardOutput(soft_wrap=True, highlight=False)
    for fault in faults:
        console.print(Text(fault.severity, style=COLOURS[fault.severity]), Text(visible(str(fault))))
    summary = ", ".join(
        f"{number} {name.removesuffix('s') if number == 1 else name}" for name, number in counts.items()
    )
    console.print(f"{files} {'file' if files == 1 else 'files'} checked: {summary}")

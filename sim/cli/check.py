"""The command ``check``: every fault of scenario files, with place and remedy."""

from pathlib import Path
from typing import Annotated, Any

import typer

COLOURS = {"error": "bold red", "warning": "yellow", "note": "cyan"}


def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Scenario files.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Validate scenario files: every fault with file, line, severity and remedy.

    Errors keep a scenario from being played; warnings and notes do not. Exit code 2 on errors.

    Example: westphalia check kursk/2025-03-article
    """
    import json
    from dataclasses import asdict

    from sim.scenario.faults import in_reading_order
    from sim.scenario.reading import examine_scenario

    faults = in_reading_order(fault for file in files for fault in examine_scenario(file).faults)
    counts = {f"{severity}s": sum(fault.severity == severity for fault in faults) for severity in COLOURS}
    if as_json:
        found = {"files": [str(file) for file in files], "faults": [asdict(fault) for fault in faults], **counts}
        typer.echo(json.dumps(found))
    else:
        tell(faults, counts, len(files))
    raise typer.Exit(2 if counts["errors"] else 0)


def tell(faults: list[Any], counts: dict[str, int], files: int) -> None:
    """Print each fault on lines a person can read, then how many there are."""
    from rich.console import Console
    from rich.text import Text

    console = Console(soft_wrap=True, highlight=False)
    for fault in faults:
        console.print(Text(fault.severity, style=COLOURS[fault.severity]), Text(str(fault)))
    told = ", ".join(f"{number} {name.removesuffix('s') if number == 1 else name}" for name, number in counts.items())
    console.print(f"{files} {'file' if files == 1 else 'files'} checked: {told}")

"""The command ``schema``: the JSON schema of scenarios, for editors."""

from typing import Annotated

import typer


def schema(
    *,
    table: Annotated[
        bool, typer.Option("--table", help="Print every number with its unit and bounds instead.")
    ] = False,
) -> None:
    """Print the JSON schema of scenario files, by which an editor completes and checks them.

    Example: westphalia schema > scenario.schema.json
    """
    from sim.results.strict_json import json_text
    from sim.scenario.number_table import number_table
    from sim.scenario.scenario import Scenario
    from sim.scenario.schema import file_schema

    typer.echo(number_table(Scenario).rstrip() if table else json_text(file_schema(Scenario), indent=2))

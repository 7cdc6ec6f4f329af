"""The command ``schema``: the JSON schema of scenarios, for editors."""

import typer


def schema() -> None:
    """Print the JSON schema of scenario files, by which an editor completes and checks them.

    Example: westphalia schema > scenario.schema.json
    """
    from sim.results.strict_json import json_text
    from sim.scenario.scenario import Scenario
    from sim.scenario.schema import file_schema

    typer.echo(json_text(file_schema(Scenario), indent=2))

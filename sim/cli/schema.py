"""The command ``schema``: everything a scenario file can say, for editors and for people."""

import json
from typing import Annotated

import typer


def schema(
    *, keys: Annotated[bool, typer.Option("--keys", help="Print a table of every key for people, in Markdown.")] = False
) -> None:
    """Print the JSON schema of scenario files, by which an editor completes and checks them.

    With --keys, print a table of every key instead: unit, default, what is possible, and what it means.

    Example: westphalia schema > scenario.schema.json
    """
    from sim.scenario.files.schema import file_schema
    from sim.scenario.key_table import key_table
    from sim.scenario.scenario import Scenario

    typer.echo(key_table() if keys else json.dumps(file_schema(Scenario), indent=2))

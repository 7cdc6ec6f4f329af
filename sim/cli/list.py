"""The command ``list``: what ships, by the names that other commands take."""

from typing import Annotated

import typer

from sim.cli.printing import echo


def list(  # noqa: A001 - the function of a command has its name
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Name the scenarios and designs that ship; every command takes these names from any folder.

    Example: westphalia list
    """
    import json

    from sim.scenario.catalogue import shipped_designs, shipped_scenarios
    from sim.scenario.files.shipped import documents, home

    scenarios, designs = shipped_scenarios(), shipped_designs()
    if as_json:
        folders = {"folder": str(home()), "documents": str(documents())}
        typer.echo(json.dumps({"scenarios": scenarios, "designs": designs, **folders}))
        return
    width = max(map(len, [*scenarios, *designs]))
    for heading, titles in (("Scenarios", scenarios), ("Designs", designs)):
        echo(f"{heading}:")
        for name, title in titles.items():
            echo(f"  {name:{width}}  {title}")
    echo(f"Files: {home()}\nDocuments: {documents()}")
    echo("To play one: westphalia run NAME. To change one: westphalia examples DIR copies them all.")

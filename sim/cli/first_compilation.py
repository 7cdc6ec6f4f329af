"""The first compilation of the rules: whoever waits for it is told why."""

import typer


def announce_compilation() -> None:
    """Say that the rules will be compiled, unless they have been before."""
    from sim.campaign.warming import is_warm

    if not is_warm():
        typer.echo("Compiling the rules, once for this release: about half a minute.", err=True)

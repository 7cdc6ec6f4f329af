"""The first compilation of the rules: whoever waits for it is told why."""

import typer


def announce_compilation() -> None:
    """Say that the rules will be compiled, unless they have been before."""
    from sim.campaign.warming import is_warm
    from sim.world.compilation import cache_folder, can_keep_rules

    if not can_keep_rules():
        found = f"Compiling the rules, about half a minute each time: {cache_folder().parent} cannot be written"
        typer.echo(f"{found}; name another folder with WESTPHALIA_CACHE.", err=True)
    elif not is_warm():
        typer.echo("Compiling the rules, once for this release: about half a minute.", err=True)

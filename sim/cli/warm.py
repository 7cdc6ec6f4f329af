"""The command ``warm``: compile ahead of time."""

import typer


def warm() -> None:
    """Compile the rules of war and keep them, so that the next command starts at once.

    It takes about half a minute, once for each release of the rules; a later call takes a second.

    Example: westphalia warm
    """
    import time

    from sim.campaign.warming import warm_rules
    from sim.world.compilation import cache_folder

    began = time.perf_counter()
    warm_rules()
    typer.echo(f"The rules are ready, after {time.perf_counter() - began:.1f} s; they are kept in {cache_folder()}")

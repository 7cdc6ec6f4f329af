"""The first compilation of the rules: whoever waits for it is told why."""

from sim.cli.printing import echo


def announce_compilation() -> None:
    """Say that the rules will be compiled, unless they have been before."""
    from sim.campaign.warming import is_warm

    if not is_warm():
        echo("Compiling the rules, once for this release: about half a minute.", err=True)

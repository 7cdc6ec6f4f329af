"""The command line: one file a command, imported when it is called.

A command ``name`` is the function ``name`` in ``sim/cli/name.py``; its docstring is its help.
"""

import sys
from importlib import import_module
from importlib.util import find_spec
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from sim.cli.interruption import INTERRUPTED, end_interrupted, take_no_more_signals, take_signals
from sim.cli.outcome import DONE, ended_by_exit_code, is_of_a_closed_pipe, print_nowhere, told_if_it_cannot_be_printed
from sim.cli.printing import let_every_terminal_print

COMMANDS = {
    "list": "Name the scenarios and designs that ship.",
    "examples": "Copy the scenarios and documents that ship, to change them.",
    "new": "Make a folder with a scenario of your own that runs at once.",
    "show": "Look at a scenario before any run: one screen and a map.",
    "run": "Play a scenario: an interval for every outcome.",
    "check": "Validate scenario files: every fault with file, line and remedy.",
    "ask": "How probable something is that you ask in words.",
    "where": "How probable it is that each place is held, by date.",
    "seek": "The least change that makes something as probable as wanted.",
    "rank": "Scenarios in order of leverage, under every bargaining rule.",
    "compare": "Difference between scenarios under common random numbers.",
    "sweep": "Run a design; run it again to resume.",
    "analyse": "Sensitivity and scenario discovery on the results of a sweep.",
    "timing": "Leverage against the date and length of a cut-off of support.",
    "hindcast": "Score a scenario against observed daily area.",
    "calibrate": "Weigh a scenario's draws by how closely they play what was observed.",
    "forecast": "Write what a scenario's worlds lead to in a dated file, to be scored later.",
    "report": "Write one offline page about a results folder.",
    "export": "Write results for other programs: GeoJSON, KML, CSV, ORBAT Mapper, NegMAS, RO-Crate.",
    "repro": "Run a results folder again and compare hashes.",
    "verify": "Compare the files of a results folder with their hashes.",
    "view": "Play a scenario in the browser.",
    "schema": "Print the JSON schema of scenarios, for editors.",
    "warm": "Compile ahead of time.",
}
"""Every command and its line in ``westphalia --help``, which therefore imports none of them."""

EXAMPLE = "westphalia run kursk/2025-03-article --replications 100 --seed 1"


class Commands(TyperGroup):
    """Commands that are imported when they are called."""

    def resolve_command(self, *request: Any) -> Any:  # noqa: ANN401 - Typer keeps these types private
        """Return the name, the imported command and the remaining arguments."""
        name, _, arguments = super().resolve_command(*request)
        return name, name and imported(name), arguments

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - as above
        """Call the command; whatever stops it ends as an exit code."""
        with ended_by_exit_code(debug=ctx.params["debug"]):
            return super().invoke(ctx)


def imported(name: str) -> Any:  # noqa: ANN401 - as above
    """Return the command ``name``, importing its module."""
    alone = typer.Typer(add_completion=False)
    alone.command(name)(getattr(import_module(f"sim.cli.{name}"), name))
    return get_command(alone)


def application() -> typer.Typer:
    """Return the command line, with a summary in place of each command."""
    app = typer.Typer(cls=Commands, add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)
    app.callback(epilog=f"Example: {EXAMPLE}")(opening)
    for name, summary in COMMANDS.items():
        if find_spec(f"sim.cli.{name}"):
            app.command(name, help=summary)(opening)
    return app


def opening(
    *,
    debug: Annotated[
        bool, typer.Option("--debug", envvar="WESTPHALIA_DEBUG", help="Show where a failure came from.")
    ] = False,
) -> None:
    """Play a campaign on the map, and read off what it is worth at the table."""


def main() -> None:
    """Run the command line and exit: 0 done, 1 failed, 2 bad input, 130 interrupted or asked to terminate.

    A reader who has seen enough, as in ``| head``, is no failure, whoever was printing.
    """
    let_every_terminal_print()
    take_signals()
    try:
        with told_if_it_cannot_be_printed():
            application()(prog_name="westphalia")
    except SystemExit as ended:
        take_no_more_signals()
        unread = is_of_a_closed_pipe(ended)
        with told_if_it_cannot_be_printed():
            sys.stdout.flush()
        if ended.code == INTERRUPTED:
            end_interrupted()
        if unread:
            print_nowhere()
            raise SystemExit(DONE) from None
        raise

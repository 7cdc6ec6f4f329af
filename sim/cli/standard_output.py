"""Standard output as a person reads it, until nobody does."""

from rich.console import Console


class StandardOutput(Console):
    """Rich's console, for which a reader who has seen enough, as in ``| head``, is no failure of the command."""

    def on_broken_pipe(self) -> None:
        """Let the command end as done: see ``sim.cli.outcome``."""
        raise BrokenPipeError

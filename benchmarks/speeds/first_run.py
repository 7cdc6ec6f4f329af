"""The command line, which also says on standard error when the first run begins: `python first_run.py run FILE ...`."""

import sys
from time import CLOCK_MONOTONIC, clock_gettime
from typing import Any

from sim.campaign import ensemble
from sim.cli import main

SAYS = "the first run begins at "
"""What stands before the reading of the system's steady clock, s."""


def count_starts() -> None:
    """Run the command line; each run that begins is told until one has begun."""
    names = vars(ensemble)
    play = names["run"]

    def first(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever a run is given and gives
        names["run"] = play
        print(f"{SAYS}{clock_gettime(CLOCK_MONOTONIC)}", file=sys.stderr, flush=True)
        return play(*given, **named)

    names["run"] = first
    main()


if __name__ == "__main__":
    count_starts()

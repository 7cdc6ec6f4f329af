"""The command line from its first moment on, for ``python -m sim`` and for the command ``westphalia``.

Signals are taken before anything else is imported: until a command is at work there is nothing to lose, and it ends at
once.
"""

import os
import signal
import sys
from types import FrameType
from typing import Final

INTERRUPTED: Final = 130
MESSAGE: Final = b"westphalia interrupted; nothing had begun.\n"


def leave_at_once(_number: int, _frame: FrameType | None) -> None:
    """End the program, whatever it is importing."""
    os.write(2, MESSAGE)
    os._exit(INTERRUPTED)


def open_what_is_closed() -> None:
    """Let standard streams that whoever started the program had closed lead nowhere.

    No file that is opened later can then take their place.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest number that is free, so this one
    sys.stdout = sys.stdout or open(1, "w", closefd=False)  # noqa: SIM115 - for as long as the program lives
    sys.stderr = sys.stderr or open(2, "w", closefd=False)  # noqa: SIM115


def main() -> None:
    """Run the command line and exit."""
    open_what_is_closed()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, leave_at_once)
    from sim.cli import main as command_line  # noqa: PLC0415 - signals come first

    command_line()


if __name__ == "__main__":
    main()

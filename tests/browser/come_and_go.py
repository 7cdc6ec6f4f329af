"""Visitors who come, play and leave, as Solara's server serves them, but without a browser: what is kept of them?

It is a program of its own, because Solara's server changes how every thread of a process begins and ends.
"""

import gc
import os
import sys
import time
import weakref
from pathlib import Path

import solara
import solara.server.app  # it takes the threads of this process over
from solara.server import kernel_context
from solara.server.kernel import Kernel

from sim.browser import memory, page
from sim.browser.seminar import Seminar
from sim.browser.serving import OPENED
from sim.campaign.ensemble import warm_up
from sim.campaign.setup.deployment import deploy
from sim.scenario.files.reading import read_scenario

VISITORS = 3
PATIENCE = 120.0
"""Seconds until a table must be gone."""


def come_and_go(name: str) -> "weakref.ref[Seminar]":
    """Open the page as a visitor, leave while days are played, and return the table, if it is still there."""
    visitor = kernel_context.VirtualKernelContext(id=name, session_id=name, kernel=Kernel())
    kernel_context.contexts[name] = visitor
    with visitor:
        visitor.app_object = solara.render(page.Page(), handle_error=False)[1]
        (table,) = (each for each in gc.get_objects() if type(each) is Seminar and not each.is_closed)
        table.playback.play()
    time.sleep(0.5)
    visitor.close("page-close")
    return weakref.ref(table)


def main() -> None:
    """Let visitors come and go, and print how many tables are left."""
    os.environ[OPENED] = sys.argv[1]
    warm_up(deploy(read_scenario(Path(sys.argv[1]))))
    memory.SOON = 0.5  # type: ignore[misc]
    tables = [come_and_go(str(n)) for n in range(VISITORS)]
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and kept(tables):
        time.sleep(0.2)
    sys.stdout.write(f"came: {len(tables)} kept: {kept(tables)}\n")
    sys.stdout.flush()
    os._exit(0)


def kept(tables: "list[weakref.ref[Seminar]]") -> int:
    """Return how many tables are still there."""
    return sum(table() is not None for table in tables)


if __name__ == "__main__":
    main()

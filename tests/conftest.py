"""How tests run: with the same examples every time, open to interrupts, and with code allowed to one test alone."""

import gc
import os
import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

from sim.scenario import permission

VISITED = "tests/browser/conftest.py"
"""Where the server of the article's page is started, at the first visit of a process."""
VISITORS = ("tests/browser/test_access.py", "tests/browser/test_page.py")

settings.register_profile("gate", deadline=None, derandomize=True)
settings.load_profile("gate")

# A gate started in the background ignores interrupts, and so would every program that it starts.
signal.signal(signal.SIGINT, signal.default_int_handler)

# What is imported to collect tests stays until the last of them: looking for garbage in it took a sixth of all time.
gc.disable()


def pytest_collection_finish() -> None:
    """Look for garbage from now on, and only in what tests make."""
    gc.freeze()
    gc.enable()


def pytest_xdist_auto_num_workers() -> int:
    """Return one process more than there are processors: tests of pages and programs wait for a part of their time."""
    return (os.cpu_count() or 1) + 1


class ByServer(LoadFileScheduling):  # type: ignore[misc]
    """A file's tests in one process, and those of all files that visit one server as well, so that it starts once."""

    def _split_scope(self, nodeid: str) -> str:
        file: str = super()._split_scope(nodeid)
        return VISITED if file in VISITORS else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByServer | None:
    """Give whole files to processes, where that was asked for."""
    return ByServer(config, log) if config.getoption("dist") == "loadfile" else None


@pytest.fixture(autouse=True)
def permission_ends() -> Iterator[None]:
    """Take the permission to run code back after each test: whoever plays it next must be refused again."""
    yield
    permission._given.clear()  # noqa: SLF001 - a process of a user never takes it back

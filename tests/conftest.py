"""How tests run: with the same examples every time, open to interrupts, and with code allowed to one test alone."""

import gc
import os
import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

from sim.scenario import permission

settings.register_profile("gate", deadline=None, derandomize=True)
settings.load_profile("gate")

# A gate started in the background ignores interrupts, and so would every program that it starts.
signal.signal(signal.SIGINT, signal.default_int_handler)

# What is imported to collect tests stays until the last of them: looking for garbage in it took a sixth of all time.
gc.disable()


def pytest_collection_finish() -> None:
    """Look for garbage from now on, and only in what tests make."""
    gc.collect()
    gc.freeze()
    gc.enable()


def pytest_xdist_auto_num_workers() -> int:
    """Return one process more than there are processors: tests of pages and programs wait for a part of their time."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(autouse=True)
def permission_ends() -> Iterator[None]:
    """Take the permission to run code back after each test: whoever plays it next must be refused again."""
    yield
    permission._given.clear()  # noqa: SLF001 - a process of a user never takes it back

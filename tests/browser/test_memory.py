"""Memory of those who left: asked back once for all who leave at a time, never with a fault, and nobody is kept."""

import ctypes
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from solara.server.kernel import Kernel
from solara.server.kernel_context import VirtualKernelContext

from sim.browser import memory

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "scenarios" / "theory" / "equal-sides.yaml"


def test_who_leave_together_are_cleared_away_once(monkeypatch: pytest.MonkeyPatch) -> None:
    cleared = threading.Event()
    calls: list[int] = []
    monkeypatch.setattr(memory, "SOON", 0.3)

    def give_back() -> None:
        calls.append(1)
        cleared.set()

    monkeypatch.setattr(memory, "give_back", give_back)
    for _ in range(20):
        memory.give_back_soon()

    assert cleared.wait(10)
    assert calls == [1]
    cleared.clear()
    memory.give_back_soon()
    assert cleared.wait(10)


def test_a_c_library_that_cannot_be_asked_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda _: object())
    memory.give_back()


def test_it_is_done_once_more_as_long_as_a_thread_works_for_somebody_who_left(monkeypatch: pytest.MonkeyPatch) -> None:
    left = VirtualKernelContext(id="left", session_id="left", kernel=Kernel())
    left.closed_event.set()
    working, done = threading.Event(), threading.Event()
    thread = threading.Thread(target=working.wait)
    thread.current_context = left  # type: ignore[attr-defined]
    thread.start()
    calls: list[bool] = []

    def give_back() -> None:
        calls.append(thread.is_alive())
        if len(calls) == 2:
            working.set()
            done.set()

    monkeypatch.setattr(memory, "SOON", 0.1)
    monkeypatch.setattr(memory, "give_back", give_back)
    memory.give_back_soon()

    assert done.wait(10)
    assert calls == [True, True]


@pytest.mark.slow
def test_a_table_is_gone_soon_after_its_visitor_though_days_were_being_played() -> None:
    command = [sys.executable, "-m", "tests.browser.come_and_go", str(SMALL)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    left = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300, check=True)

    assert left.stdout.split() == ["came:", "3", "kept:", "0"]

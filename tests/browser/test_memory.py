"""Memory of those who left: asked back once for all who leave at a time, never with a fault, and nobody is kept."""

import ctypes
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from solara.server.kernel import Kernel
from solara.server.kernel_context import VirtualKernelContext, current_context

from sim.browser import memory

ROOT = Path(__file__).parents[2]
ARTICLE = ROOT / "scenarios" / "kursk" / "2025-03-article.yaml"


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


def test_a_thread_that_outlives_its_visitor_is_forgotten_with_him() -> None:
    left, here = (VirtualKernelContext(id=name, session_id=name, kernel=Kernel()) for name in ("left", "here"))
    left.closed_event.set()
    current_context.update({"of one who left": left, "of one who is here": here})

    memory.forget_those_who_left()

    assert "of one who left" not in current_context
    assert current_context.pop("of one who is here") is here


@pytest.mark.slow
def test_a_table_is_gone_soon_after_its_visitor_though_days_were_being_played() -> None:
    command = [sys.executable, "-m", "tests.browser.come_and_go", str(ARTICLE)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    left = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300, check=True)

    assert left.stdout.split() == ["came:", "3", "kept:", "0", "noted:", "0"]

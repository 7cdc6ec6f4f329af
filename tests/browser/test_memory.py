"""Memory of those who left: asked back once for all who leave at a time, and never with a fault."""

import ctypes
import threading

import pytest

from sim.browser import memory


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

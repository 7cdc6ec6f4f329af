"""Memory that visitors leave behind: handed back to the machine once their campaigns are gone."""

import ctypes
import gc
import threading
from contextlib import suppress
from typing import Final

SOON: Final = 3.0
"""Seconds after a visitor has left: the page is still being taken down until then."""
_one_at_a_time = threading.Lock()


def give_back_soon() -> None:
    """Hand free memory back to the machine in a moment, once for all who leave until then."""
    if _one_at_a_time.acquire(blocking=False):
        timer = threading.Timer(SOON, _give_back)
        timer.daemon = True
        timer.start()


def _give_back() -> None:
    _one_at_a_time.release()
    gc.collect()
    give_back()


def give_back() -> None:
    """Hand free memory back to the machine, where the C library has to be asked for that (glibc)."""
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)

"""Memory that campaigns leave behind when they are read, over, or replaced, and when their visitors have gone.

A campaign of agents refers to itself in circles, so that only the garbage collector frees it; and the C library (glibc)
keeps what was freed, by thread, for a next time that may never come, unless it is asked. Under Solara every thread
holds the visitor for whom it was made until it ends: what collects for those who left must belong to nobody, and is
done once more as long as a thread still works for one of them.
"""

import ctypes
import gc
import threading
from contextlib import suppress
from typing import Final

from solara.server import kernel_context

SOON: Final = 3.0
"""Seconds until then: a page is still being taken down, or several campaigns are laid one after the other."""
_one_at_a_time = threading.Lock()


def give_back_soon() -> None:
    """Hand free memory back to the machine in a moment, once for all that ends until then."""
    if _one_at_a_time.acquire(blocking=False):
        with kernel_context.without_context():  # else the clock would hold the visitor who leaves
            timer = threading.Timer(SOON, _give_back)
        timer.daemon = True
        timer.start()


def _give_back() -> None:
    _one_at_a_time.release()
    gc.collect()
    give_back()
    if any(_has_left(getattr(thread, "current_context", None)) for thread in threading.enumerate()):
        give_back_soon()


def _has_left(visitor: kernel_context.VirtualKernelContext | None) -> bool:
    return visitor is not None and visitor.closed_event.is_set()


def give_back() -> None:
    """Hand free memory back to the machine, where the C library has to be asked for that (glibc)."""
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)

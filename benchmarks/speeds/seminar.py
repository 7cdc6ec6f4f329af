"""A long seminar: what server and page keep while one plays on and on, and while many tabs play at once."""

import time
from collections.abc import Callable, Iterator
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import psutil

from tests.browser.served import opened, press, wait_for_day

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

MB = 1e6
WARM_UP = 1.0
"""Minutes of play before memory is watched: caches fill and rules are loaded."""
SETTLED = 20.0
"""Seconds after the last tab has gone."""
PATIENCE = 180_000
"""Milliseconds that a press may wait: an hour of play must outlast whatever else the machine is asked to do."""


class Sample(NamedTuple):
    """What is in use at a moment of play."""

    minute: float
    server_mb: float
    """Resident memory of the server."""
    heap_mb: float
    """Live JavaScript objects of the page, after garbage was collected."""


def server_beneath() -> psutil.Process:
    """Return the process of the server that this one has started."""
    return next(each for each in psutil.Process().children() if "view" in each.cmdline())


def heap_of(page: "Page") -> float:
    """Return the megabytes of JavaScript objects alive in a page."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    size = float(session.send("Runtime.getHeapUsage")["usedSize"])
    session.detach()
    return size / MB


def play_on(
    browser: "Browser", address: str, minutes: float, told: Callable[[Sample], None]
) -> tuple[list[Sample], float]:
    """Play, go back, step, branch and begin anew for so many minutes after the warm-up, and watch memory.

    Each sample is told as it is taken. Also returns the megabytes of the server some time after the tab was closed.
    """
    page, server = opened(browser, address, []), server_beneath()
    page.set_default_timeout(PATIENCE)
    samples: list[Sample] = []
    began = time.monotonic()
    for _ in _rounds(page):
        minute = (time.monotonic() - began) / 60
        if minute >= WARM_UP:
            samples.append(Sample(minute, server.memory_info().rss / MB, heap_of(page)))
            told(samples[-1])
        if minute >= WARM_UP + minutes:
            break
    leave(page)
    time.sleep(SETTLED)
    return samples, server.memory_info().rss / MB


def _rounds(page: "Page") -> Iterator[int]:
    """Play a course to its end, go back, step on, branch, and take the branch away; then the next seed."""
    for seed in count(2):
        page.locator(".playback select").select_option("60")
        press(page, "Play")
        page.get_by_role("button", name="Pause", exact=True).wait_for()
        page.get_by_role("button", name="Play", exact=True).wait_for()
        page.get_by_label("Day", exact=True).fill("10")
        wait_for_day(page, 10)
        for day in (11, 12, 13):
            press(page, "Step")
            wait_for_day(page, day)
        press(page, "Branch here")
        page.get_by_role("button", name="Take the right away").wait_for()
        press(page, "Take the right away")
        page.get_by_role("button", name="Take the right away").wait_for(state="detached")
        page.get_by_label("Seed").fill(str(seed))
        press(page, "Reset")
        wait_for_day(page, 0)
        yield seed


def slope(samples: list[Sample], measure: str) -> tuple[float, float]:
    """Return megabytes a minute by least squares, and their standard error."""
    minutes, sizes = [each.minute for each in samples], [getattr(each, measure) for each in samples]
    fit, covariance = np.polyfit(minutes, sizes, 1, cov=True)
    return float(fit[0]), float(covariance[0, 0]) ** 0.5


def many_tabs(browser: "Browser", address: str, tabs: int) -> dict[str, float]:
    """Open so many pages, let all play at once to the end, close them; return megabytes of the server."""
    server, found = server_beneath(), {"tabs": float(tabs), "before_mb": 0.0}
    leave(opened(browser, address, []))
    time.sleep(SETTLED / 2)
    found["before_mb"] = server.memory_info().rss / MB
    pages = [opened(browser, address, []) for _ in range(tabs)]
    found["opened_mb"] = server.memory_info().rss / MB
    began = time.monotonic()
    for page in pages:
        press(page, "Play")
        page.get_by_role("button", name="Pause", exact=True).wait_for()
    for page in pages:
        page.get_by_role("button", name="Play", exact=True).wait_for(timeout=1_200_000)
    found["seconds_to_the_end"] = time.monotonic() - began
    found["with_mb"] = server.memory_info().rss / MB
    found["a_tab_mb"] = (found["with_mb"] - found["before_mb"]) / tabs
    found["heap_mb"] = sum(map(heap_of, pages)) / tabs
    for page in pages:
        leave(page)
    time.sleep(SETTLED)
    found["after_mb"] = server.memory_info().rss / MB
    return found


def leave(page: "Page") -> None:
    """Close a tab as a visitor does: the page says goodbye to its server."""
    page.unroute_all(behavior="ignoreErrors")
    page.goto("about:blank")
    page.context.close()

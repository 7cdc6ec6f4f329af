"""The page served as a visitor gets it, and Chromium with no way out but loopback."""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[2]
ARTICLE = ROOT / "scenarios" / "kursk" / "2025-03-article.yaml"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
QUIETLY = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
"""The last keeps Chromium on this machine; so would a route of Playwright's, but no visit could use what is cached."""
STARTED = 240.0
"""Seconds within which the server must answer, the compilation of the rules included."""


@contextmanager
def served(scenario: Path, *options: str, port: int = 0) -> Iterator[str]:
    """Serve the page on a port, free if not given, and yield the address that is printed, token included."""
    with printing(scenario, *options, port=port, awaited=r"Open (http://\S+) in a browser") as found:
        yield found[0]


@contextmanager
def served_game(scenario: Path, *options: str) -> Iterator[dict[str, str]]:
    """Hold a game and yield the address of each part that is printed."""
    with printing(scenario, "--game", *options, awaited=r"(\w+): +(http://\S+)") as found:
        yield dict(found)


@contextmanager
def printing(scenario: Path, *options: str, awaited: str, port: int = 0) -> Iterator[list[Any]]:
    """Serve a page, and yield all that matches what is awaited in what the command prints."""
    if not port:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
    command = [sys.executable, "-m", "sim", "view", str(scenario), "--port", str(port), *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with tempfile.TemporaryFile("w+") as printed:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=printed, text=True)
        try:
            yield printed_by(server, port, printed, awaited)
        finally:
            server.terminate()
            server.wait(timeout=20)


def printed_by(server: subprocess.Popen[str], port: int, printed: IO[str], awaited: str) -> list[Any]:
    """Wait until a server answers, and return what it printed of what is awaited."""
    until = time.monotonic() + STARTED
    while time.monotonic() < until and server.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=5):
            printed.seek(0)
            found = re.findall(awaited, printed.read())
            if found:
                return found
        time.sleep(0.2)
    printed.seek(0)
    raise RuntimeError(f"the page was not served: {printed.read()}")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Chromium and yield it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIETLY))
        try:
            yield browser
        finally:
            browser.close()


def window_of(browser: Browser, address: str, faults: list[str], width: int = 1600, height: int = 1000) -> Page:
    """Return the empty window of a visitor; requests that lead elsewhere, and those that fail, are noted."""
    page = browser.new_context(viewport={"width": width, "height": height}).new_page()
    page.on("request", lambda request: faults.append(request.url) if leads_elsewhere(request.url, address) else None)
    page.on("response", lambda answer: faults.append(answer.url) if answer.status >= 400 else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    return page


def opened(browser: Browser, address: str, faults: list[str], width: int = 1600, height: int = 1000) -> Page:
    """Open the page as a visitor of its own."""
    page = window_of(browser, address, faults, width, height)
    visit(page, address)
    return page


def visit(page: Page, address: str) -> None:
    """Open the page on its first morning, in a window that may have seen another visit: a new one costs twice that."""
    page.goto(address, timeout=60_000)
    wait_for_day(page, 0)


def leads_elsewhere(asked: str, address: str) -> bool:
    """Return whether a request is to another server than the page's own."""
    return urlsplit(asked.removeprefix("blob:")).netloc != urlsplit(address).netloc


def with_quick_talks(scenario: Path, folder: Path) -> Path:
    """Return a scenario that differs in the futures of its talks alone: four a date, for who waits for their end."""
    quick = folder / scenario.name
    quick.write_text(f"extends: {scenario}\ntalks:\n  rollouts: 4\n", encoding="utf-8")
    return quick


def wait_for_day(page: Page, day: int) -> None:
    """Wait until the page tells of a day and the map has drawn what it was last given."""
    page.wait_for_selector(f'[data-measure="day"][data-value="{day}"]', timeout=60_000)
    page.wait_for_function("Number(document.querySelector('.theatre').dataset.drawn) > 0", timeout=60_000)


def wait_for_talks(page: Page, day: int) -> None:
    """Wait until the talks of a day are drawn: charts are drawn anew when their result comes."""
    page.wait_for_selector(f".dot[data-talk='{day}']", timeout=60_000)


def figure(page: Page, measure: str) -> float:
    """Return a figure of the headline, as exact as the page has it."""
    return float(page.locator(f'[data-measure="{measure}"]').get_attribute("data-value") or "nan")


def press(page: Page, name: str) -> None:
    """Press a button by its whole name."""
    page.get_by_role("button", name=name, exact=True).click()

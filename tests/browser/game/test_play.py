"""A game on the real page: an umpire and two sides in three browsers, ten days, saved, and replayed by ``run``."""

import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.boxes import boxes_of, shared
from tests.browser.served import CHROMIUM, ROOT, figure, opened, press, served_game, wait_for_day

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here to open the page in"),
]
DAYS = 10
WAR = f"""extends: westphalia/kursk/2025-03-article
title: "Ten days in March"
handling: "EXERCISE EXERCISE EXERCISE"
days: {DAYS}
"""


def downloaded(page: Page, name: str) -> bytes:
    """Press a button that gives a file, and return what is in it."""
    with page.expect_download() as found:
        press(page, name)
    return Path(found.value.path()).read_bytes()


def give(page: Page, kind: str, to: str = "", place: str = "") -> None:
    """Give an order in the form of a side."""
    page.get_by_label("Order", exact=True).select_option(kind)
    for label, text in (("To", to), ("Place", place)):
        if text:
            field = page.get_by_label(label, exact=True)
            field.fill(text)
            field.press("Tab")
    press(page, "Give the order")


def heading_for_another(browser: Browser, address: str) -> str:
    """Return what a second browser is told under the address of a seat that is taken."""
    page = browser.new_page()
    page.goto(address)
    return page.get_by_role("heading").inner_text()


def hidden_by_the_banner(page: Page) -> list[object]:
    """Return which figures on the projector lie beneath the handling banner."""
    page.keyboard.press("p")
    expect(page.locator(".panel")).to_be_hidden()
    return [*shared(boxes_of(page, ".handling"), boxes_of(page, ".figure b"))]


def test_a_game_of_ten_days_is_replayed_by_run_to_the_same_figures(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "ten-days.yaml"
    file.write_text(WAR, encoding="utf-8")
    faults: list[str] = []
    with served_game(file) as parts:
        umpire = opened(browser, parts["umpire"], faults)
        ours, theirs = opened(browser, parts["Ukraine"], faults), opened(browser, parts["Russia"], faults)
        watcher = opened(browser, parts["follower"], faults)
        give(ours, "Hold", to="22nd Mechanised Brigade")
        ours.get_by_text("Given, not yet carried out: 1").wait_for()
        give(theirs, "Attack", to="810th Naval Infantry Brigade", place="Basivka")
        theirs.get_by_text("Given, not yet carried out: 1").wait_for()
        umpire.get_by_text("Russia: 1 waiting").wait_for()
        for day in range(1, 6):
            press(umpire, "Step")
            wait_for_day(umpire, day)
        wait_for_day(ours, 5)
        give(theirs, "Aim the plan at a place", place="Sudzha")
        theirs.get_by_text("the plan aims at Sudzha").wait_for()
        for day in range(6, DAYS + 1):
            press(umpire, "Step")
            wait_for_day(umpire, day)
        wait_for_day(theirs, DAYS)
        wait_for_day(watcher, DAYS)
        seen = ours.content() + theirs.get_by_label("The day").inner_text()
        watcher.get_by_text("810th Naval Infantry Brigade attacks Basivka").wait_for()
        hidden = hidden_by_the_banner(ours)
        played = {name: figure(umpire, name) for name in ("area_0", "strength_0", "strength_1")}
        press(umpire, "Injects")
        umpire.get_by_label("Name of the file").fill("played")
        press(umpire, "Save")
        umpire.get_by_text("Saved.").wait_for()
        taken = {name: downloaded(umpire, name).decode() for name in ("Map as SVG", "Charts as SVG")}
        dots = [downloaded(umpire, name) for name in ("Map as PNG", "Charts as PNG")]
        press(umpire, "Log")
        taken["review"] = downloaded(umpire, "After-action review").decode()
        told = heading_for_another(browser, parts["Russia"])
    command = [sys.executable, "-m", "sim", "run", str(tmp_path / "played.yaml"), "--over", "none"]
    asked = ["--replications", "1", "--seed", "1", "--out", str(tmp_path / "out"), "--json"]
    subprocess.run([*command, *asked], cwd=ROOT, check=True, capture_output=True)
    days = pd.read_parquet(tmp_path / "out" / "days.parquet")
    last = days[days["day"] == DAYS].iloc[0]

    assert faults == []
    assert hidden == []
    assert all("EXERCISE EXERCISE EXERCISE" in text for text in taken.values())
    assert all(each.startswith(b"\x89PNG") and len(each) > 10_000 for each in dots)
    assert "<use" in taken["Map as SVG"]
    assert "810th Naval Infantry Brigade attacks Basivka" in taken["review"]
    assert told == "This page needs its token"
    assert "EXERCISE EXERCISE EXERCISE" in seen
    assert "810th Naval Infantry Brigade" not in ours_only(seen)
    assert {name: float(last[name]) for name in played} == played


def ours_only(content: str) -> str:
    """Return what a side was shown, without the legend."""
    return content.split('class="legend"', maxsplit=1)[0]

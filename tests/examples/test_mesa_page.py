"""Mesa's own page on the campaign, in a real browser with no way out but loopback."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.served import CHROMIUM, ROOT, chromium, press, served, window_of

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here to open the page in")
SCENARIO = ROOT / "scenarios" / "kursk" / "2025-03-article.yaml"
HASHES = """images => Promise.all(images.map(async image => {
    const bytes = await (await fetch(image.src)).arrayBuffer();
    return String(new Uint32Array(await crypto.subtle.digest("SHA-256", bytes)));
}))"""
PATIENCE = 60_000.0
"""Milliseconds to wait for a day to be drawn on a busy machine."""


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    faults: list[str] = []
    with served(SCENARIO, "--page", str(ROOT / "examples" / "mesa_page.py")) as address, chromium() as browser:
        opened = window_of(browser, address, faults)
        opened.set_default_timeout(PATIENCE)
        opened.goto(address)
        wait_for_step(opened, 0)
        yield opened
    assert faults == []


def wait_for_step(page: Page, step: int) -> None:
    """Wait until the page tells of a step; from Mesa 3.5 on it tells the time instead."""
    page.get_by_text(re.compile(rf"^(Step: {step}|Time: {step}\.0)$")).wait_for()


def drawings(page: Page) -> list[str]:
    """Return the map and the charts that are on the page, each as a hash of its picture."""
    expect(page.locator("img")).to_have_count(4)
    assert page.locator("img").evaluate_all("images => images.every(image => image.naturalWidth > 300)")
    hashes: list[str] = page.locator("img").evaluate_all(HASHES)
    return hashes


def redrawn(page: Page, button: str, step: int) -> list[str]:
    """Press a button that leads to a step, wait until all is drawn anew, and return what is drawn."""
    before = page.locator("img").evaluate_all("images => images.map(image => image.src)")
    press(page, button)
    wait_for_step(page, step)
    page.wait_for_function("before => [...document.images].every((image, n) => image.src !== before[n])", arg=before)
    return drawings(page)


def first_day(page: Page) -> list[str]:
    """Reset, step and return what is then drawn."""
    redrawn(page, "Reset", 0)
    return redrawn(page, "Step", 1)


@pytest.mark.slow
def test_ten_steps_are_played_and_drawn_on_map_and_charts(page: Page) -> None:
    days = [drawings(page), *(redrawn(page, "Step", step) for step in range(1, 11))]

    assert all(len(set(day)) == 4 for day in days[1:])
    assert all(len(set(drawing)) == 11 for drawing in list(zip(*days, strict=True))[1:])


def test_the_console_speaks_to_the_model_on_the_page(page: Page) -> None:
    console = page.locator("input").last
    console.fill("type(model).__name__, len(model.actors(type(model.world.sides[0])))")
    console.press("Enter")

    page.get_by_text("('KurskCampaign', 2)").wait_for()


@pytest.mark.slow
def test_a_slider_counts_after_reset_and_one_seed_is_one_campaign(page: Page) -> None:
    declared, again = first_day(page), first_day(page)
    page.get_by_role("slider", name="Men of Ukraine, scale").press("End")
    with_more_men = first_day(page)

    assert again == declared
    assert with_more_men != declared
    assert page.get_by_text("Traceback").count() == 0

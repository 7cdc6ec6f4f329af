"""The pages of a game for everybody: axe finds nothing serious on those of the umpire, a side and a follower."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import grave_findings
from tests.browser.served import CHROMIUM, ROOT, opened, press, served_game, wait_for_day

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here to open the page in"),
]
SMALL = ROOT / "scenarios" / "theory" / "equal-sides.yaml"


def findings_of(page: Page) -> list[str]:
    """Return what axe finds of weight in light, in the dark, and on a projector."""
    found = grave_findings(page)
    page.emulate_media(color_scheme="dark")
    found += grave_findings(page)
    page.keyboard.press("p")
    expect(page.locator(".panel")).to_be_hidden()
    expect(page.locator("svg.chart")).to_have_count(2)
    found += grave_findings(page)
    page.keyboard.press("Escape")
    return found


def test_axe_finds_nothing_serious_on_the_pages_of_a_game(browser: Browser) -> None:
    faults: list[str] = []
    with served_game(SMALL) as parts:
        pages = [opened(browser, parts["umpire"], faults)]
        pages += [opened(browser, address, faults) for part, address in parts.items() if part != "umpire"]
        press(pages[0], "Step")
        for page in pages:
            wait_for_day(page, 1)
        found = [each for page in pages for each in findings_of(page)]

    assert found == []
    assert faults == []

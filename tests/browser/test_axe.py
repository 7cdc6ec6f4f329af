"""The page of a table for everybody, in all that axe can see of it: each panel, the why, the dark, the projector."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import grave_findings
from tests.browser.served import ARTICLE, CHROMIUM, chromium, opened, press, served, wait_for_day

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here to open the page in"),
]


def test_axe_finds_nothing_serious_on_whole_pages_with_each_panel_in_light_and_dark_and_on_a_projector() -> None:
    faults: list[str] = []
    found: list[str] = []
    with served(ARTICLE) as address, chromium() as browser:
        page = opened(browser, address, faults, 1440, 900)
        page.keyboard.press("ArrowRight")
        wait_for_day(page, 1)
        page.locator(".ask").click()
        page.locator(".detail").wait_for()
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            for panel in ("Scenario", "Parameters", "Injects", "Orders", "Forces", "Log"):
                press(page, panel)
                found += grave_findings(page)
        page.keyboard.press("Escape")
        page.keyboard.press("p")
        expect(page.locator("svg.chart")).to_have_count(2)
        found += grave_findings(page)
        page.emulate_media(color_scheme="light")
        found += grave_findings(page)

    assert found == []
    assert faults == []

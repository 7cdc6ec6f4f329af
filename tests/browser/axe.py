"""What axe, the checker of pages for everybody, finds on a page."""

from axe_playwright_python.base import AXE_SCRIPT
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

GRAVE = {"serious", "critical"}


def grave_findings(page: Page, part: str = "html") -> list[str]:
    """Return what axe finds in a part of the page that keeps people out."""
    page.mouse.move(0, 0)
    page.wait_for_timeout(300)
    loaded = page.evaluate("'axe' in window")
    found = Axe("" if loaded else AXE_SCRIPT).run(page, part).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:90]}" for each in found if each["impact"] in GRAVE]

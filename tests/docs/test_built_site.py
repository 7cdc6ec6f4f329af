"""The site as it is built: no warning, no dead link, no network, a search that finds, no page too wide."""

import re
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.browser.served import chromium
from tests.docs.pages import ROOT

pytestmark = pytest.mark.slow
LOADED = re.compile(r"<(?:script|img|iframe)[^>]+src=\"([^\"]+)\"|<link[^>]+href=\"([^\"]+)\"")
PHONE, LAPTOP = 360, 1280


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site, built with every warning an error."""
    pytest.importorskip("furo", reason="the site's generator is not installed: pip install '.[docs]'")
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-d", str(folder / "trees")]
    built = subprocess.run(
        [*command, "docs", str(folder / "site")], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert built.returncode == 0, built.stderr
    return folder / "site"


def pages(site: Path) -> Iterator[Path]:
    yield from (page for page in sorted(site.rglob("*.html")) if "_modules" not in page.parts)


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    for page in site.rglob("*.html"):
        loaded = LOADED.findall(page.read_text(encoding="utf-8"))
        assert not [each for each in loaded if "://" in "".join(each)], page


def test_no_link_and_no_picture_is_dead(site: Path) -> None:
    texts = {page.resolve(): page.read_text(encoding="utf-8") for page in site.rglob("*.html")}
    marks = {page: set(re.findall(r'\bid="([^"]+)"', text)) for page, text in texts.items()}
    dead = []
    for page, text in texts.items():
        for link in map(unescape, re.findall(r'\b(?:href|src)="([^"]+)"', text)):
            if link.startswith(("data:", "mailto:", "javascript:")):
                continue
            if "://" in link:
                if not re.fullmatch(r"https?://[\w.-]+\.[a-z]{2,}(?:[/?#][^\s\"<>]*)?", link):
                    dead.append((page.name, link))
                continue
            file, _, mark = unquote(link).partition("#")
            there = (page.parent / file.partition("?")[0]).resolve() if file else page
            if not there.exists() or (mark and there in marks and mark not in marks[there]):
                dead.append((page.name, link))

    assert not dead


def test_the_search_finds_without_a_server(site: Path) -> None:
    with chromium() as browser:
        page = browser.new_page()
        page.goto((site / "index.html").as_uri())
        page.get_by_placeholder("Search").first.fill("disagreement value")
        page.keyboard.press("Enter")
        page.wait_for_selector("#search-results li a")
        found = page.locator("#search-results li a").all_inner_texts()

    assert "Glossary" in " ".join(found)


@pytest.mark.parametrize("width", [PHONE, LAPTOP])
def test_no_page_is_wider_than_the_screen_and_every_picture_is_there(site: Path, width: int) -> None:
    wide, missing = [], []
    with chromium() as browser:
        page = browser.new_page(viewport={"width": width, "height": 800})
        for file in pages(site):
            page.goto(file.as_uri())
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wide.append(file.name)
            if page.evaluate("[...document.images].some(each => !each.naturalWidth)"):
                missing.append(file.name)

    assert (wide, missing) == ([], [])

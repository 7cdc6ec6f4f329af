"""One Chromium for all tests of a file, and one server of the article's scenario for all that visit it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.served import ARTICLE, chromium, served, with_quick_talks


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the article's scenario with quick talks, and give the address."""
    with served(with_quick_talks(ARTICLE, tmp_path_factory.mktemp("quick"))) as where:
        yield where


@pytest.fixture(scope="module")
def faults() -> list[str]:
    """Return where what goes wrong on the page is noted."""
    return []

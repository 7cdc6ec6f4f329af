"""The page in a real browser, against compiled runs of the same seed."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from sim.browser.injects import support, with_injects
from sim.browser.panels.parameter_panel import grouped
from sim.campaign.outcome import run
from sim.campaign.setup.deployment import deploy
from sim.scenario.files.reading import read_scenario
from sim.vocabulary import SERIES
from tests.browser.served import ARTICLE, CHROMIUM, ROOT, figure, opened, press, visit, wait_for_day, window_of

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here to open the page in")
KEPT = "kursk/2025-03-support-kept"


@pytest.fixture(scope="module")
def window(browser: Browser, address: str, faults: list[str]) -> Page:
    return window_of(browser, address, faults)


@pytest.fixture
def page(window: Page, address: str, faults: list[str]) -> Iterator[Page]:
    """Return the page on its first morning, as another visitor opens it."""
    faults.clear()
    visit(window, address)
    yield window
    assert faults == []


@pytest.fixture(scope="module")
def looked_at(window: Page, address: str) -> Page:
    """Return the page on its first morning, for tests that play nothing: they share a visit, and so come first."""
    visit(window, address)
    return window


def compiled(file: Path, seed: int, overrides: dict[str, object] | None = None) -> NDArray[np.float64]:
    """Return the series of a compiled run."""
    return run(deploy(read_scenario(file, overrides or {})), seed, 0, talking=False).series


def measured(series: NDArray[np.float64], day: int, measure: str) -> float:
    """Return a measure as the page tells it on the morning of a day."""
    return float(series[day - 1, SERIES.index(measure)])


def choose(page: Page, label: str, option: str) -> None:
    """Choose from a list of the panels."""
    page.get_by_label(label, exact=True).select_option(option)


def play_to(page: Page, day: int) -> None:
    """Play at full speed until a day has come, pause, and go back to just that day."""
    page.locator(".playback select").select_option("60")
    press(page, "Play")
    page.wait_for_function(
        f"Number(document.querySelector('[data-measure=day]').dataset.value) >= {day}", timeout=60_000
    )
    with suppress(PlaywrightTimeout):  # on the last day the play has ended by itself
        page.get_by_role("button", name="Pause", exact=True).click(timeout=3_000)
    page.get_by_role("button", name="Play", exact=True).wait_for()
    page.get_by_label("Day", exact=True).fill(str(day))
    wait_for_day(page, day)


def test_a_request_that_leads_elsewhere_is_noted_and_goes_nowhere(browser: Browser, address: str) -> None:
    noted: list[str] = []
    refused: list[str | None] = []
    empty = window_of(browser, address, noted)
    empty.on("requestfailed", lambda request: refused.append(request.failure))
    empty.evaluate("fetch('http://192.0.2.1/').catch(() => null)")
    empty.context.close()

    assert noted == ["http://192.0.2.1/"]
    assert refused == ["net::ERR_NAME_NOT_RESOLVED"]


def test_opening_every_group_of_sliders_leaves_nothing_pending(looked_at: Page, faults: list[str]) -> None:
    press(looked_at, "Parameters")
    for group in list(grouped(read_scenario(ARTICLE)))[:12]:
        choose(looked_at, "Group", group)
        looked_at.locator(".quantity").first.wait_for()

    assert looked_at.get_by_role("button", name="Play with 0 changed").is_disabled()
    assert faults == []


def test_a_click_opens_a_place_and_hovering_tells_of_it(looked_at: Page, faults: list[str]) -> None:
    cell = looked_at.locator(".cell").nth(list(read_scenario(ARTICLE).theatre.places).index("Sudzha"))
    box = cell.bounding_box()
    assert box is not None
    looked_at.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + box["height"] * 0.75)
    looked_at.locator(".tip").wait_for()
    looked_at.mouse.down()
    looked_at.mouse.up()
    looked_at.locator(".detail").wait_for()

    assert looked_at.locator(".detail h3").inner_text() in looked_at.locator(".tip").inner_text()
    assert faults == []


def test_a_step_and_thirty_days_of_play_show_the_figures_of_a_compiled_run(page: Page) -> None:
    series = compiled(ARTICLE, 1)
    press(page, "Step")
    wait_for_day(page, 1)
    first = figure(page, "area_0")
    play_to(page, 30)

    assert first == measured(series, 1, "area_0")
    assert figure(page, "area_0") == measured(series, 30, "area_0")
    assert figure(page, "strength_1") == measured(series, 30, "strength_1")


@pytest.mark.slow
def test_the_last_day_shows_what_the_command_run_prints(page: Page, tmp_path: Path) -> None:
    changes = ["--over", "none", "--set", "days=8", "--set", "talks.rollouts=2", "--replications", "1", "--seed", "5"]
    command = [sys.executable, "-m", "sim", "run", str(ARTICLE), *changes, "--out", str(tmp_path / "out"), "--json"]
    told = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)
    page.get_by_label("Seed").fill("5")
    press(page, "Reset")
    press(page, "Parameters")
    for change in ("days=8", "talks.rollouts=2"):
        page.get_by_label("Or write path=value").fill(change)
        press(page, "Set")
        page.get_by_text(change.replace("=", " = ")).wait_for()
    play_to(page, 8)
    leverage = told["leverage"]["Ukraine"]["mean"]
    page.wait_for_selector(f'[data-measure="leverage"][data-value="{leverage!r}"]', timeout=60_000)

    assert figure(page, "area_0") == told["area_km2"]["Ukraine"]["mean"]


def test_a_suspension_injected_on_a_day_plays_as_if_declared(page: Page) -> None:
    scenario = read_scenario(ARTICLE)
    day = scenario.start.replace(day=15)
    inject = support(scenario, day, "United States", given=False)
    series = compiled(ARTICLE, 1, with_injects(ARTICLE, {}, [inject]))
    play_to(page, 14)
    press(page, "Injects")
    press(page, "Inject on the day shown")
    page.get_by_text("2025-03-15: United States suspends its support").first.wait_for()
    play_to(page, 24)

    assert figure(page, "area_0") == measured(series, 24, "area_0")
    assert measured(series, 24, "intelligence_0") < measured(compiled(ARTICLE, 1), 24, "intelligence_0")


def test_switching_the_scenario_and_resetting_begin_anew(page: Page) -> None:
    series = compiled(ARTICLE.with_name("2025-03-support-kept.yaml"), 1)
    press(page, "Step")
    wait_for_day(page, 1)
    choose(page, "Scenario", KEPT)
    press(page, "Reset")
    wait_for_day(page, 0)
    play_to(page, 12)

    assert page.locator(".scenario").inner_text() == "The Kursk salient with foreign support kept"
    assert figure(page, "area_0") == measured(series, 12, "area_0")


@pytest.mark.slow
def test_two_visitors_play_campaigns_of_their_own(page: Page, browser: Browser, address: str) -> None:
    other = opened(browser, address, [])
    press(page, "Step")
    wait_for_day(page, 1)
    press(page, "Step")
    wait_for_day(page, 2)

    assert figure(other, "day") == 0
    other.context.close()


def test_a_bad_seed_shows_a_message_and_leaves_the_page(page: Page) -> None:
    press(page, "Step")
    wait_for_day(page, 1)
    page.get_by_label("Seed").fill("seven")
    press(page, "Reset")
    page.get_by_text('"seven" is no seed').wait_for()
    press(page, "Step")
    wait_for_day(page, 2)

    assert figure(page, "area_0") == measured(compiled(ARTICLE, 1), 2, "area_0")


def test_a_branch_shows_two_maps_and_their_difference(page: Page) -> None:
    press(page, "Step")
    wait_for_day(page, 1)
    press(page, "Branch here")
    page.locator(".theatre").nth(1).wait_for()

    assert page.get_by_text("Difference in ground of UA").count() == 1


def test_only_the_slider_that_a_person_moves_is_pending_and_it_has_a_way_back(page: Page) -> None:
    press(page, "Parameters")
    choose(page, "Group", "laws.intelligence")
    page.get_by_label("picture memory: 0.9", exact=True).press("ArrowRight")
    page.get_by_role("button", name="Play with 1 changed").click()
    page.get_by_text("laws.intelligence.picture_memory = 0.9").wait_for()
    page.get_by_role("button", name="picture memory: back to the declared 0.9").click()
    page.get_by_text("laws.intelligence.picture_memory = 0.9").wait_for(state="detached")

    assert page.get_by_role("button", name="Play with 0 changed").is_disabled()
    assert page.locator(".quantity.changed").count() == 0


def test_declared_events_are_listed_and_marked_and_one_that_ends_an_inject_is_told(page: Page) -> None:
    play_to(page, 9)
    press(page, "Injects")
    declared = page.locator(".event.declared", has_text="United States gives intelligence 0%")
    declared.wait_for()
    press(page, "Inject on the day shown")
    page.locator(".event.injected .ended", has_text="A declared event ends this: 2025-03-11").wait_for()
    page.locator(".mark.declared[data-day='4']").click()
    wait_for_day(page, 4)

    assert "kyivindependent.com" in declared.inner_text()
    assert page.locator(".mark.injected").get_attribute("data-day") == "9"


def test_men_cut_off_are_told_by_side_and_why_opens_the_talks_that_leverage_comes_from(page: Page) -> None:
    play_to(page, 10)
    series = compiled(ARTICLE, 1)

    for side in range(2):
        kinds = figure(page, f"sealed_{side}") + figure(page, f"porous_{side}")
        assert figure(page, f"cut_off_{side}") == kinds
        assert kinds == pytest.approx(measured(series, 10, f"encircled_{side}"))
    page.get_by_label("Day", exact=True).fill("7")
    wait_for_day(page, 7)
    page.get_by_role("button", name="why?").click()
    page.locator(".detail h3", has_text="Talks of 8 March 2025, day 7").wait_for()
    page.locator(".dot[data-talk='0']").click()
    page.locator(".detail", has_text="at the first talks").wait_for()
    assert figure(page, "leverage") > 0


def test_thirty_more_runs_are_drawn_behind_the_one_that_is_seen(page: Page) -> None:
    press(page, "Step")
    wait_for_day(page, 1)
    press(page, "Play 30 more")
    page.get_by_text("Bands: 5 to 95 % of 30 runs under other luck").wait_for()

    assert page.locator(".spread").count() >= 10

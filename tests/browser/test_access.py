"""The page for hands, eyes and machines of every kind: keyboard, screen reader, telephone, projector, a lost server."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.axe import grave_findings
from tests.browser.boxes import boxes_of, furthest_right, shared
from tests.browser.served import (
    CHROMIUM,
    ROOT,
    figure,
    opened,
    press,
    served,
    visit,
    wait_for_day,
    wait_for_talks,
    window_of,
)

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here to open the page in")
SMALL = ROOT / "scenarios" / "theory" / "equal-sides.yaml"
SIZE: ViewportSize = {"width": 1440, "height": 900}


@pytest.fixture(scope="module")
def window(browser: Browser, address: str, faults: list[str]) -> Page:
    return window_of(browser, address, faults, **SIZE)


@pytest.fixture
def page(window: Page, address: str, faults: list[str]) -> Iterator[Page]:
    """Return the page on its first morning, as another visitor opens it."""
    faults.clear()
    window.set_viewport_size(SIZE)
    window.emulate_media(color_scheme="light")
    visit(window, address)
    yield window
    assert faults == []


@pytest.fixture(scope="module")
def first_morning(window: Page, address: str) -> Page:
    visit(window, address)
    return window


@pytest.fixture
def still(first_morning: Page) -> Page:
    """Return the page on its first morning, for tests that leave it there: they share a visit, and so come first."""
    assert figure(first_morning, "day") == 0
    first_morning.set_viewport_size(SIZE)
    first_morning.wait_for_timeout(200)
    return first_morning


def test_the_page_has_a_language_a_title_and_can_be_zoomed(still: Page) -> None:
    assert still.locator("html").get_attribute("lang") == "en"
    assert still.title() == "The Kursk salient in March 2025 - westphalia"
    assert "user-scalable" not in (still.locator("meta[name=viewport]").get_attribute("content") or "")
    assert still.locator("main").count() == 1


def test_keys_typed_into_a_field_are_not_taken_as_orders(still: Page) -> None:
    seed = still.get_by_label("Seed").input_value()
    still.get_by_label("Seed").fill("")
    still.get_by_label("Seed").press_sequentially("1 p")
    still.get_by_label("Seed").press("ArrowLeft")
    still.wait_for_timeout(400)
    still.get_by_label("Seed").fill(seed)

    assert figure(still, "day") == 0
    assert still.locator(".projected").count() == 0


def test_focus_is_seen_on_buttons(still: Page) -> None:
    button = still.get_by_role("button", name="Step", exact=True)
    before = button.evaluate("each => getComputedStyle(each).outlineStyle")
    still.get_by_label("Back", exact=True).focus()
    for _ in range(2):
        still.keyboard.press("Tab")

    assert before == "none"
    assert button.evaluate("each => [document.activeElement === each, getComputedStyle(each).outlineStyle]") == [
        True,
        "solid",
    ]


def test_a_formation_is_found_by_a_part_of_its_name_and_closed_by_escape(still: Page) -> None:
    map_ = still.locator(".layers")
    map_.focus()
    still.keyboard.press("/")
    still.keyboard.type("95th Air")
    still.keyboard.press("Enter")
    still.locator(".detail h3", has_text="95th Air Assault Brigade").wait_for()
    still.keyboard.press("Escape")

    still.locator(".detail").wait_for(state="detached")


def test_the_map_moves_zooms_and_opens_by_keyboard(still: Page) -> None:
    view = still.locator(".layers > svg").first
    map_ = still.locator(".layers")
    map_.focus()
    seen = [view.get_attribute("viewBox")]
    for key in ("ArrowRight", "ArrowUp", "+"):
        still.keyboard.press(key)
        expect(view).not_to_have_attribute("viewBox", seen[-1] or "")
        seen.append(view.get_attribute("viewBox"))
    still.keyboard.press("Enter")
    still.locator(".detail h3").wait_for()
    still.keyboard.press("0")
    expect(view).to_have_attribute("viewBox", seen[0] or "")
    still.keyboard.press("Escape")
    still.locator(".detail").wait_for(state="detached")

    assert len(set(seen)) == 4
    assert figure(still, "day") == 0


@pytest.mark.parametrize("size", [(960, 600), (1024, 768), (900, 420)])
def test_on_small_and_zoomed_screens_the_buttons_of_playback_do_not_overlap(still: Page, size: tuple[int, int]) -> None:
    still.set_viewport_size({"width": size[0], "height": size[1]})
    still.wait_for_timeout(200)
    boxes = still.locator(".playback > button, .playback > .track, .playback > label, .playback > .tools").evaluate_all(
        "all => all.map(each => { const b = each.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom] })"
    )

    for n, (left, top, right, bottom) in enumerate(boxes):
        assert right <= size[0]
        for other in boxes[n + 1 :]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


def test_names_and_signs_on_the_map_do_not_overlap(still: Page) -> None:
    names, signs = boxes_of(still, ".name.shown"), boxes_of(still, ".troops .app6")

    assert len(names) > 15
    assert len(signs) > 15
    assert shared(names, names) == []
    assert shared(signs, signs, brim=(13.0, 10.0)) == []


def test_nothing_moves_by_itself_for_whoever_asks_for_that(still: Page) -> None:
    still.emulate_media(reduced_motion="reduce")

    assert still.get_by_role("button", name="Reset").evaluate("each => getComputedStyle(each).transitionDuration") in (
        "0s",
        "0s, 0s",
    )


def test_axe_finds_nothing_serious_on_any_panel(page: Page) -> None:
    page.keyboard.press("ArrowRight")
    wait_for_day(page, 1)
    found = grave_findings(page)
    for panel in ("Parameters", "Injects", "Orders", "Forces", "Log"):
        press(page, panel)
        found += grave_findings(page, ".panel")
    press(page, "Layers")
    found += grave_findings(page, ".choices")
    press(page, "Layers")
    press(page, "Find")
    page.get_by_label("Find a place or a formation").fill("80th Air Assault Brigade")
    page.get_by_label("Find a place or a formation").press("Enter")
    page.locator(".detail").wait_for()
    page.emulate_media(color_scheme="dark")
    found += grave_findings(page)

    assert found == []


def test_keys_step_go_back_play_and_close(page: Page) -> None:
    page.keyboard.press("ArrowRight")
    wait_for_day(page, 1)
    page.keyboard.press("ArrowRight")
    wait_for_day(page, 2)
    page.keyboard.press("ArrowLeft")
    wait_for_day(page, 1)
    page.keyboard.press("End")
    wait_for_day(page, 60)
    page.keyboard.press("Home")
    wait_for_day(page, 0)
    page.keyboard.press("Space")
    page.get_by_role("button", name="Pause", exact=True).wait_for()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Play", exact=True).wait_for()


def test_a_road_is_searched_for_by_either_end(page: Page) -> None:
    press(page, "Injects")
    page.get_by_label("What happens").select_option("Cut a road")
    field = page.get_by_label("Road", exact=True)
    field.fill("Sudzha")
    field.press("Enter")
    page.get_by_role("alert").filter(has_text='match "Sudzha"').wait_for()
    ways = page.locator(".choice datalist option").evaluate_all("all => all.map(each => each.value)")
    wanted = next(way for way in ways if way.endswith(" - Sudzha") or way.startswith("Sudzha - "))
    field.fill(wanted.lower())
    field.press("Enter")
    page.get_by_role("button", name="Inject on the day shown").click()

    page.locator(".event.injected", has_text=f"The road {wanted} is cut").wait_for()


def test_a_chart_tells_its_values_where_the_mouse_is(page: Page) -> None:
    page.get_by_label("Day", exact=True).fill("8")
    wait_for_day(page, 8)
    wait_for_talks(page, 7)
    chart = page.locator("svg.chart", has_text="Contested ground held")
    expect(chart).to_contain_text("31 Mar")
    box = chart.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.15, box["y"] + box["height"] * 0.6)

    assert "day 1, 2 Mar" in page.locator(".reading").inner_text()


def test_undo_takes_a_change_back_and_a_reload_keeps_it(page: Page) -> None:
    page.keyboard.press("ArrowRight")
    wait_for_day(page, 1)
    press(page, "Injects")
    press(page, "Inject on the day shown")
    page.locator(".event.injected").wait_for()
    page.wait_for_function("location.search.includes('inject=')")
    page.reload()
    wait_for_day(page, 1)
    press(page, "Injects")
    page.locator(".event.injected", has_text="United States suspends its support").wait_for()
    page.get_by_role("button", name="Take back: United States suspends its support").click()
    page.locator(".event.injected").wait_for(state="detached")
    page.keyboard.press("Control+z")
    page.locator(".event.injected").wait_for()
    page.keyboard.press("Control+y")
    page.locator(".event.injected").wait_for(state="detached")


def test_at_the_width_of_a_telephone_the_map_is_usable_and_nothing_is_cut_off(page: Page) -> None:
    page.set_viewport_size({"width": 420, "height": 900})
    page.wait_for_timeout(300)
    map_ = page.locator(".theatre").bounding_box()
    assert map_ is not None
    assert furthest_right(page) <= 421
    assert shared(boxes_of(page, ".name.shown"), boxes_of(page, ".zoom, .scalebar")) == []
    press(page, "Step")
    wait_for_day(page, 1)

    assert (map_["width"], map_["height"] > 300) == (420, True)
    page.get_by_label("Seed").scroll_into_view_if_needed()
    expect(page.get_by_label("Seed")).to_be_in_viewport()


def test_the_projector_shows_large_figures_and_two_charts_that_fill_their_half(page: Page) -> None:
    page.keyboard.press("ArrowRight")
    wait_for_day(page, 1)
    wait_for_talks(page, 0)
    page.keyboard.press("p")
    expect(page.locator("svg.chart")).to_have_count(2)
    expect(page.locator(".panel")).to_be_hidden()
    smallest = page.locator(".figure:visible b, .figure:visible span").evaluate_all(
        "all => Math.min(...all.map(each => parseFloat(getComputedStyle(each).fontSize)))"
    )
    half = page.locator(".charts").bounding_box()
    charts = [each.bounding_box() for each in page.locator("svg.chart").all()]
    towns, signs = boxes_of(page, ".name.major.shown"), boxes_of(page, ".troops .app6")
    page.keyboard.press("Escape")
    page.locator(".panel").wait_for()

    assert smallest >= 20
    assert page.locator(".figure").count() >= 5
    assert len(towns) > 1
    assert shared(towns, signs, brim=(14.0, 14.0)) == []
    assert half is not None
    assert sum(chart["height"] for chart in charts if chart) > 0.8 * half["height"]
    assert all(chart["y"] + chart["height"] <= half["y"] + half["height"] for chart in charts if chart)
    expect(page.locator("svg.chart")).to_have_count(7)


@pytest.mark.slow
def test_a_server_that_went_says_so_and_a_new_one_finds_everything_again(browser: Browser) -> None:
    with served(SMALL) as first:
        page = opened(browser, first, [])
        page.keyboard.press("ArrowRight")
        wait_for_day(page, 1)
        page.wait_for_function("location.search.includes('day=1')")
    page.get_by_role("alert").filter(has_text="The server does not answer").wait_for(timeout=20_000)
    port = urlsplit(first).port or 0
    with served(SMALL, port=port) as second:
        page.get_by_role("button", name="Reload").click()
        page.get_by_label("Or enter the token here").fill(urlsplit(second).query.removeprefix("token="))
        page.get_by_role("button", name="Open").click()
        wait_for_day(page, 1)
        page.context.close()

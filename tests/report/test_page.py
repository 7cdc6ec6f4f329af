import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Page, sync_playwright
from typer.testing import CliRunner

from sim.cli import application
from sim.experiment.contrasts.comparison import attribution, comparison
from sim.experiment.contrasts.cut_offs import LEVELS, support_stopped
from sim.experiment.contrasts.endings import under_one_luck
from sim.experiment.contrasts.timing import timing
from sim.experiment.sensitivity.findings_of_sweep import Analysis, Estimate, FactorIndices, SobolFindings
from sim.report.days import Session
from sim.report.evidence import count_by_confidence, uncertain_inputs
from sim.report.map_days import map_days
from sim.report.page import page
from sim.report.readouts import readouts
from sim.report.representative import representative
from sim.results.findings import findings_in, keep_finding
from sim.validation.hindcast import hindcast
from sim.vocabulary import BadInput
from tests.experiment.short_war import kept, suspended

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
MOST = 5_000_000


@pytest.fixture(scope="module")
def file(folder: Path) -> Path:
    play = under_one_luck(1, 2)
    compared = comparison({"kept": kept(), "suspended": suspended()}, play)
    divided = replace(compared, attribution=attribution(kept(), suspended(), play))
    keep_finding(folder, "comparison", divided.as_json())
    done = CliRunner().invoke(application(), ["report", str(folder)])

    assert done.exit_code == 0, done.output
    return folder / "report.html"


@pytest.fixture(scope="module")
def noted() -> list[str]:
    """Return what the page asked for, and what went wrong in it."""
    return []


@pytest.fixture(scope="module")
def tab(noted: list[str]) -> Iterator[Page]:
    if CHROMIUM is None:
        pytest.skip("no Chromium here")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        made = browser.new_page()
        made.on("request", lambda request: noted.append(request.url))
        made.on("pageerror", lambda fault: noted.append(str(fault)))
        yield made
        browser.close()


@pytest.fixture
def opened(file: Path, tab: Page, noted: list[str]) -> Iterator[Page]:
    noted.clear()
    tab.set_viewport_size({"width": 1280, "height": 900})
    tab.goto(file.as_uri())
    yield tab

    assert noted == [file.as_uri()]


def test_a_handling_banner_stands_above_and_below(file: Path) -> None:
    assert file.read_text(encoding="utf-8").count('<p class="handling">EXERCISE</p>') == 2


def test_the_page_is_one_file_that_asks_for_nothing(file: Path) -> None:
    text = file.read_text(encoding="utf-8")

    assert len(text.encode()) < MOST
    assert re.findall(r"(?:src|href)=\"(?!#)[^\"]*\"|url\((?!#)|@import", text) == []


def test_every_section_is_there(file: Path) -> None:
    text = file.read_text(encoding="utf-8")

    sections = ["headline", "map", "story", "time", "terms", "findings", "evidence", "provenance"]
    assert re.findall(r'<section id="(\w+)">', text) == sections
    assert "Shapley parts from all 4 combinations" in text


def test_timing_and_hindcast_are_shown_when_they_lie_beside(session: Session) -> None:
    cut = partial(support_stopped, kept(), "United States", LEVELS)
    timed = timing(kept(), cut, "Ukraine", [kept().start], [0, 3], 0.001, under_one_luck(1, 2))
    dates = pd.date_range("2025-03-01", periods=3)
    forecast = pd.DataFrame([[400.0, 410.0]] * 3, index=dates)
    scores = hindcast(forecast, pd.Series([417.0, 415.0, 410.0], index=dates), 14)
    named = replace(timed, title="Kept", cut_off="support stops")
    findings = {"timing": named.as_json(), "hindcast": scores.as_json()}

    text = page(session, findings)

    assert "Kept: what if support stops?" in text
    assert "3 days, tipping date none in range" in text
    assert f"2 days, 2025-03-02 to 2025-03-03. CRPS {scores.crps:.1f} km²" in text


def test_a_title_cannot_smuggle_markup_into_the_page(session: Session) -> None:
    title = "</script><script>alert(1)</script>"

    text = page(replace(session, scenario=session.scenario.model_copy(update={"title": title})), {})

    assert title not in text
    assert "No comparison, timing curve, hindcast or sweep lies beside these results." in text


def test_the_slider_shows_each_day_of_the_run(opened: Page, session: Session) -> None:
    shown = representative(session)
    frames = map_days(session, shown)
    told = readouts(session, shown, frames)
    for day in (0, 5, 14):
        opened.locator("#day").fill(str(day))

        assert opened.locator("#at-area").inner_text() == f"{told[day]['area'][0]:,.0f} km²"
        assert opened.locator("#at-leverage").inner_text() == f"{told[day]['leverage'][0]:.3f}"
        assert opened.locator("#date").inner_text().startswith(told[day]["date"])
        assert opened.locator(".cells .h0").count() == frames[day]["holders"].count("0")
        assert opened.locator("#stacks .stack").count() == len(frames[day]["stacks"])
        assert opened.locator(".borders .on").count() > 0


def test_the_campaign_plays_by_itself_to_its_last_day(opened: Page) -> None:
    opened.locator("#day").fill("12")
    opened.locator("#play").click()
    opened.wait_for_function("document.getElementById('at-day').textContent === '14 of 14'")

    opened.wait_for_function("document.getElementById('play').textContent.includes('Play')")
    assert opened.locator("#date").inner_text() == "2025-03-14"


def test_the_whole_theatre_can_be_looked_at(opened: Page) -> None:
    near = opened.locator(".map").get_attribute("viewBox")
    opened.get_by_role("button", name="Whole theatre").click()

    assert opened.locator(".map").get_attribute("viewBox") != near


@pytest.mark.parametrize("width", [390, 768, 1280])
def test_nothing_sticks_out_of_the_page(opened: Page, width: int) -> None:
    opened.set_viewport_size({"width": width, "height": 900})

    assert opened.evaluate("document.documentElement.scrollWidth") <= width


def test_the_page_has_a_dark_side(opened: Page) -> None:
    colour = "getComputedStyle(document.body).backgroundColor"
    light = opened.evaluate(colour)
    opened.locator("#theme").click()

    assert opened.evaluate(colour) != light


def test_inputs_that_a_sweep_found_to_matter_come_first(session: Session) -> None:
    path = "sides.Russia.force.quality"
    known = Estimate(0.5, 0.4, 0.6)
    found = SobolFindings({path: FactorIndices(known, known, "matters")})
    analysis = Analysis("any", "sobol", "area_0", "area_0", points=1, runs=1, missing=0, sobol=found)

    inputs = uncertain_inputs(session.scenario, analysis)

    assert inputs[0].path == path
    assert len(inputs) <= count_by_confidence(session.scenario)["low"]
    assert all(each.verdict == "" for each in uncertain_inputs(session.scenario, None))


def test_a_finding_that_cannot_be_read_is_explained(tmp_path: Path) -> None:
    keep_finding(tmp_path, "timing", {"side": "Ukraine"})
    (tmp_path / "comparison.json").write_text("{", encoding="utf-8")

    with pytest.raises(BadInput, match=r"comparison\.json: it is no JSON"):
        findings_in(tmp_path)
    (tmp_path / "comparison.json").unlink()
    assert findings_in(tmp_path) == {"timing": {"side": "Ukraine"}}


@pytest.mark.parametrize("changed", ['{"side": "Russia", "sha256": SEAL}', '{"side": "Ukraine"}', "[1]", "null"])
def test_a_finding_that_is_not_as_it_was_written_is_no_number(tmp_path: Path, changed: str) -> None:
    file = keep_finding(tmp_path, "answers", {"side": "Ukraine"})
    seal = json.dumps(json.loads(file.read_text(encoding="utf-8"))["sha256"])
    file.write_text(changed.replace("SEAL", seal), encoding="utf-8")

    with pytest.raises(
        BadInput, match=r"answers\.json: it is (not as|no finding).* call the command that wrote it again"
    ):
        findings_in(tmp_path)


def test_a_folder_without_findings_cannot_be_shown_beside(folder: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(application(), ["report", str(folder), "--with", str(tmp_path)])

    assert done.exit_code == 2
    assert "there are no findings in it" in done.stderr

"""How fast the page plays the article's scenario: from a press of Step to a drawn day, and days drawn a second.

Both are taken inside Chromium: the map notes each day it has drawn, an animation frame after it was handed to it.
With ``--minutes`` it then plays on and on in one tab and fits what memory grows by a minute; with ``--tabs`` it plays
in so many tabs at once, and closes them.

    python benchmarks/browser.py [--rounds N] [--minutes M] [--tabs N] [--json]
"""

import argparse
import json
import os
import statistics
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.speeds.seminar import Sample, many_tabs, play_on, slope  # noqa: E402 - found above
from tests.browser.served import CHROMIUM, chromium, opened, press, served, wait_for_day  # noqa: E402 - found above

ARTICLE = ROOT / "scenarios" / "kursk" / "2025-03-article.yaml"
STEPS = 30
DRAWN = """() => { window.drawn = []; new MutationObserver(() => window.drawn.push(performance.now())).observe(
  document.querySelector('.theatre'), { attributes: true, attributeFilter: ['data-drawn'] }) }"""
STEP = """() => new Promise(done => {
  const map = document.querySelector('.theatre'), pressed = performance.now()
  new MutationObserver((_, watch) => { watch.disconnect(); done(performance.now() - pressed) }).observe(
    map, { attributes: true, attributeFilter: ['data-drawn'] })
  ;[...document.querySelectorAll('.playback button')].find(each => each.textContent.includes('Step')).click() })"""


def steps_and_pace(browser, address: str) -> tuple[list[float], float]:  # noqa: ANN001 - a browser of Playwright's
    """Return milliseconds from press to drawn day for single steps, and days drawn a second in play to the last."""
    page = opened(browser, address, [])
    steps = []
    for _ in range(STEPS):
        steps.append(page.evaluate(STEP))
        page.wait_for_timeout(150)
    page.get_by_label("Day", exact=True).fill("0")
    wait_for_day(page, 0)
    press(page, "Scenario")
    page.get_by_label("Seed").fill("2")
    press(page, "Reset")
    wait_for_day(page, 0)
    page.wait_for_timeout(1500)
    page.locator(".playback select").select_option("60")
    page.evaluate(DRAWN)
    press(page, "Play")
    page.wait_for_selector("text=day 60 of 60", timeout=60_000)
    drawn = page.evaluate("window.drawn")
    page.context.close()
    return steps, 1000 * (len(drawn) - 1) / (drawn[-1] - drawn[0])


def main() -> None:
    """Print the figures of each round, and the median of all."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--minutes", type=float, default=0.0, help="of play in one tab, to see what memory grows by")
    options.add_argument("--tabs", type=int, default=0, help="that play at once, to see what each needs and leaves")
    options.add_argument("--json", action="store_true")
    wanted = options.parse_args()
    if CHROMIUM is None:
        sys.exit("There is no Chromium here to open the page in.")
    rounds = []
    with served(ARTICLE) as address, chromium() as browser:
        for number in range(wanted.rounds):
            steps, pace = steps_and_pace(browser, address)
            load = os.getloadavg()[0]
            rounds.append(
                {"step_ms": statistics.median(steps), "step_worst_ms": max(steps), "days_a_second": pace, "load": load}
            )
            words = (
                "step {step_ms:.0f} ms (worst {step_worst_ms:.0f}), {days_a_second:.1f} days a second, load {load:.1f}"
            )
            print(f"round {number + 1}: " + words.format(**rounds[-1]), file=sys.stderr)
        endurance = endured(browser, address, wanted.minutes) if wanted.minutes else {}
        crowd = many_tabs(browser, address, wanted.tabs) if wanted.tabs else {}
    median = {name: statistics.median(each[name] for each in rounds) for name in rounds[0]} if rounds else {}
    if wanted.json:
        print(json.dumps({"rounds": rounds, "median": median, "endurance": endurance, "tabs": crowd}))
        return
    if rounds:
        print("step to drawn day {step_ms:.0f} ms, played at {days_a_second:.1f} days a second".format(**median))
    if endurance:
        print(
            "{courses:.0f} courses in {minutes:.1f} minutes: server {server_mb:.0f} MB, {server_a_minute:+.2f} a "
            "minute (standard error {server_error:.2f}); heap of the page {heap_mb:.1f} MB, {heap_a_minute:+.3f} a "
            "minute ({heap_error:.3f}), at most {heap_most_mb:.1f}; server {left_mb:.0f} MB after the tab was "
            "closed".format(**endurance)
        )
    if crowd:
        print(
            "{tabs:.0f} tabs at once: server {before_mb:.0f} MB before, {opened_mb:.0f} when they were open, "
            "{with_mb:.0f} when all had played ({a_tab_mb:+.1f} a tab; {seconds_to_the_end:.0f} s), {after_mb:.0f} "
            "after they were closed; heap of a page {heap_mb:.1f} MB".format(**crowd)
        )


def endured(browser, address: str, minutes: float) -> dict[str, float]:  # noqa: ANN001 - a browser of Playwright's
    """Return what server and page hold at the end of so many minutes of play, and what they grow by, MB."""

    def told(sample: Sample) -> None:
        words = "minute {:.1f}: server {:.1f} MB, heap {:.2f} MB".format(*sample)
        print(words, file=sys.stderr, flush=True)

    samples, left = play_on(browser, address, minutes, told)
    server, heap = slope(samples, "server_mb"), slope(samples, "heap_mb")
    return {
        "minutes": samples[-1].minute - samples[0].minute,
        "courses": len(samples),
        "server_mb": samples[-1].server_mb,
        "server_a_minute": server[0],
        "server_error": server[1],
        "heap_mb": samples[-1].heap_mb,
        "heap_most_mb": max(each.heap_mb for each in samples),
        "left_mb": left,
        "heap_a_minute": heap[0],
        "heap_error": heap[1],
    }


if __name__ == "__main__":
    main()

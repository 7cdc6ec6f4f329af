"""The price and the error of the quick table, beside rollouts from each date and beside no talks at all.

    python benchmarks/table.py [RUNS] [scenario ...]

For each scenario: processor time of an ensemble with weekly talks, with talks on the last day, and exact, over that of
the same ensemble without talks (the shortest of three turns, turn about); the mean difference of both disagreement
values to those of rollouts, with its standard error; and the root mean square error of a run's own values, beside the
spread of the true values over runs. Both are told of what is true: the error of the rollouts that stand for it, whose
luck the quick form does not share, is taken out of either. ``--horizons`` is the worth of the
counter on the first day against the mean duration of the war, and ``--look-ahead`` against the days played ahead;
``--pilot`` what power is worth, and how losses fade;
``--variants`` how leverage differs from the article's by date, with what agreements there were.
"""

import math
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sim.campaign.engine import STANDARD, play
from sim.campaign.ensemble import ensemble
from sim.campaign.negotiation.handing_back import handed_back
from sim.campaign.negotiation.prospects import RolloutPlayer
from sim.campaign.negotiation.stakes import area_held
from sim.campaign.negotiation.table import Talks, morning_of, position_at, talk
from sim.campaign.outcome import Outcome
from sim.campaign.setup.deployment import Deployment, deploy
from sim.scenario.files.reading import read_scenario
from sim.talks.continuation import WORTH
from sim.talks.position import table_at
from sim.vocabulary import SERIES
from sim.world.tables import Tables, copied

KURSK = Path(__file__).parents[1] / "scenarios" / "kursk"
SCENARIOS = ("2025-03-article", "2025-03-reinforced", "2024-09-salient")
PRICED = 100
"""Runs of the ensembles whose price is compared."""
ROLLOUTS = 12
"""Rollouts that stand for the truth, on each date of a run."""
FRESH = 5000
"""Number of the first of them: other luck than that of any rollout of the quick form."""
DURATIONS = (7, 14, 30, 60, 90, 180, 365)
PLAYED_AHEAD = (90, 365, 1000)
STEP = 0.1
"""ln of the ratio of power by which the pilot moves it, either way."""


def deployed(name: str, **changes: object) -> Deployment:
    """Return a Kursk scenario deployed with some values changed; two underscores stand for a dot."""
    return deploy(read_scenario(KURSK / f"{name}.yaml", {key.replace("__", "."): to for key, to in changes.items()}))


def outcomes(deployment: Deployment, runs: int, **how: bool) -> list[Outcome]:
    """Return the outcomes of so many runs."""
    return [result for result in ensemble(deployment, 1, range(runs), **how) if isinstance(result, Outcome)]


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time that some work takes."""
    began = time.process_time()
    work()
    return time.process_time() - began


def price(name: str, runs: int) -> str:
    """Return how many times an ensemble without talks costs with them; the shortest of three turns."""
    outcomes(deployed(name), 1)
    ways: tuple[dict[str, bool], ...] = ({"talking": False}, {}, {"last_only": True})
    turns = [[seconds(partial(outcomes, deployed(name), runs, **how)) for how in ways] for _ in range(3)]
    base, weekly_time, last_time = (min(turn[k] for turn in turns) for k in range(3))
    return f"{1000 * base / runs:6.2f} ms {weekly_time / base:6.1f}x {last_time / base:6.1f}x"


def error(name: str, runs: int) -> str:
    """Return bias and error of a run's disagreement values against rollouts, over all dates but the first."""
    deployment = deployed(name)
    quick = outcomes(deployment, runs)
    exact = deployed(name, talks__exact=True)
    ours = np.array([[(talks.terms.d_a, talks.terms.d_b) for talks in run.talks[1:]] for run in quick])
    dates = [talks.day for talks in quick[0].talks[1:]]
    found = np.array([rolled(exact, run.replication, dates) for run in quick])
    theirs, noise = found.mean(axis=2), found.var(axis=2, ddof=1) / ROLLOUTS
    lines = []
    for side in range(2):
        gap = (ours - theirs)[:, :, side]
        by_run, own = gap.mean(axis=1), noise[:, :, side].mean()
        rms = math.sqrt(max((gap**2).mean() - own, 0.0))
        spread = math.sqrt(max(theirs[:, :, side].var(axis=0, ddof=1).mean() - own, 0.0))
        se = by_run.std(ddof=1) / math.sqrt(len(by_run))
        lines.append(f"{gap.mean():+.5f} +- {se:.5f}, rmse {rms:.4f} of {spread:.4f}, {rms / spread:.2f}")
    return " | ".join(lines)


def rolled(deployment: Deployment, replication: int, dates: list[int]) -> list[NDArray[np.float64]]:
    """Return both disagreement values on each date of a run, in each of ``ROLLOUTS`` from there."""
    player, world = RolloutPlayer(deployment, (1, replication), STANDARD), deployment.world(1, replication)
    day, found = 0, []
    for date in dates:
        world = play(world, deployment.laws, day, date)
        day = date
        parts = player.prospects(world, date, ROLLOUTS, morning_of(deployment, world, date).outside, FRESH).parts
        found.append(parts[:, :, WORTH] - parts[:, :, WORTH + 1 :].sum(axis=2))
    return found


def horizons(name: str) -> None:
    """Print what holding the ground adds on the first day, against how long the war lasts on average."""
    print(f"{name}: worth of the counter on the first day, by rule; front as declared, then at rest")
    for rest in (False, True):
        for duration in DURATIONS:
            changes: dict[str, object] = {"talks__end__value": 1.0 / duration, "talks__end__range": [0.001, 0.2]}
            changes |= {"talks__horizon": 180, "sides__Russia__doctrine__assaults": not rest}
            deployment = deployed(name, **changes)
            world = deployment.world(1, 0)
            player = RolloutPlayer(deployment, (1, 0), STANDARD)
            held = by_rule(player, world)
            back = by_rule(player, handed_back(world, 0))
            lines = "  ".join(f"{rule} {held[rule] - back[rule]:+.4f}" for rule in held)
            print(f"  {duration:4d} days  {lines}")


def look_aheads(name: str, rollouts: int) -> None:
    """Print what holding the ground adds on the first day, by rule, against the days that are played ahead."""
    print(f"{name}: worth of the counter on the first day, by mean duration of the war and days played ahead")
    for duration in DURATIONS[-3:]:
        for days in PLAYED_AHEAD:
            changes: dict[str, object] = {"talks__end__value": 1.0 / duration, "talks__end__range": [0.001, 0.2]}
            deployment = deployed(name, **changes, talks__horizon=days)
            world = deployment.world(1, 0)
            player, morning = RolloutPlayer(deployment, (1, 0), STANDARD), morning_of(deployment, world, 0)
            held, back = (
                table_at(
                    deployment.frontier.lines,
                    position_at(deployment, morning, player.prospects(start, 0, rollouts, morning.outside)),
                )[1]
                for start in (world, handed_back(world, 0))
            )
            lines = "  ".join(f"{rule} {held[rule] - back[rule]:+.4f}" for rule in held)
            print(f"  {duration:4d} days, {days:4d} played  {lines}", flush=True)


def by_rule(player: RolloutPlayer, world: Tables) -> dict[str, float]:
    """Return the first side's leverage on the first day under every rule."""
    return dict(talk(player, world, 0).by_rule)


def pilot(name: str, pairs: int) -> None:
    """Print what a unit of ln power is worth to each side on the first day, and how fast losses fade."""
    deployment = deployed(name)
    player = RolloutPlayer(deployment, (1, 0), STANDARD)
    start = deployment.world(1, 0)
    outside = morning_of(deployment, start, 0).outside
    values = []
    for sign in (1.0, -1.0):
        world = copied(start, int(start.key))
        formations = world.formations
        formations["quality"] *= np.exp(np.where(formations["side"] == 0, 0.5, -0.5) * sign * STEP)
        found = player.prospects(world, 0, pairs, outside)
        values.append(found.parts[:, :, WORTH] - found.parts[:, :, 1:].sum(axis=2))
    slopes = (values[0] - values[1]) / (2.0 * STEP)
    mean, se = slopes.mean(axis=0), slopes.std(axis=0, ddof=1) / math.sqrt(pairs)
    lost = [SERIES.index("casualties_0"), SERIES.index("casualties_1")]
    reach = deployment.scenario.talks.look_ahead
    runs = np.array([player.ahead(start, 0, reach, 1 + k)[:reach, lost].sum(axis=1) for k in range(pairs)])
    late, before = runs[:, -1] - runs[:, -31], runs[:, -31] - runs[:, -61]
    print(f"{name}: worth of a unit of ln power {mean[0]:+.4f} +- {se[0]:.4f}, {mean[1]:+.4f} +- {se[1]:.4f}")
    print(f"{name}: losses fade by {math.log(before.mean() / late.mean()) / 30.0:.4f} a day; held at first ", end="")
    print(f"{area_held(start)[0]:.0f} km2")


VARIANTS = (
    "reinforced",
    "road-cut",
    "support-kept",
    "support-suspended",
    "early-withdrawal",
    "encirclement",
    "collapse",
    "pressure-on-ukraine",
    "pressure-on-russia",
    "mediated-ceasefire",
)
DATES = (0, 7, 14, 28, 42, 60)


def variants(runs: int) -> None:
    """Print paired differences of leverage from the article's, by date of talks and, on the last, by rule."""
    base = outcomes(deployed("2025-03-article"), runs)
    print(f"Leverage of the first side less the article's, mean of {runs} pairs +- half the 90 % interval of the mean")
    print(f"{'day':20s}" + "".join(f"{day:>19d}" for day in DATES) + "  last day by rule")
    for name in VARIANTS:
        other = outcomes(deployed(f"2025-03-{name}"), runs)
        columns = []
        for day in DATES:
            gap = np.array([on(b, day).leverage - on(a, day).leverage for a, b in zip(base, other, strict=True)])
            columns.append(f"{gap.mean():+10.4f} +-{1.645 * gap.std(ddof=1) / math.sqrt(runs):.4f}")
        rules = {
            rule: np.mean(
                [b.talks[-1].by_rule[rule] - a.talks[-1].by_rule[rule] for a, b in zip(base, other, strict=True)]
            )
            for rule in base[0].talks[0].by_rule
        }
        print(f"{name:20s}" + "".join(columns) + "  " + " ".join(f"{gap:+.4f}" for gap in rules.values()), flush=True)
        agreed = [run for run in other if run.agreed is not None]
        if agreed:
            held = np.array([run.final("area", 0) for run in agreed])
            print(f"  agreed in {len(agreed)} of {runs}, {(held > 0.0).sum()} with ground held, {held.mean():.0f} km2")


def on(run: Outcome, day: int) -> Talks:
    """Return the talks on a day, or the last that a run had."""
    return next((talks for talks in run.talks if talks.day >= day), run.talks[-1])


def main() -> None:
    """Print the table of prices and errors, or what is asked for."""
    words = sys.argv[1:]
    names = [word for word in words if (KURSK / f"{word}.yaml").exists()] or list(SCENARIOS)
    runs = next((int(word) for word in words if word.isdigit()), 100)
    if "--horizons" in words:
        horizons(names[0])
        return
    if "--look-ahead" in words:
        look_aheads(names[0], runs)
        return
    if "--variants" in words:
        variants(runs)
        return
    if "--pilot" in words:
        for name in names:
            pilot(name, runs)
        return
    print(f"{'scenario':24s} {'alone':>9s} {'weekly':>7s} {'last':>7s}   quick less exact: first side | second side")
    for name in names:
        print(f"{name:24s} {price(name, PRICED)}   {error(name, runs)}", flush=True)


if __name__ == "__main__":
    main()

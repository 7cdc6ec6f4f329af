"""The hindcast: a scenario played over days whose outcome is known, and scored against it."""

import os
from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd

from sim.campaign.ensemble import ensemble
from sim.campaign.outcome import Outcome
from sim.campaign.setup.deployment import deploy
from sim.experiment.worlds.runs import Runs
from sim.results.session import Watch, unwatched
from sim.scenario.scenario import Scenario
from sim.validation.beginning import begun
from sim.validation.forecast_scores import covered, fair_crps, rank, skill, wilson
from sim.validation.reference_forecasts import decay, linear_trend, persistence, recent_days
from sim.validation.score import MapDifference, Reference, Score
from sim.vocabulary import SERIES, BadInput

AREA = SERIES.index("area_0")


def forecast_area(
    scenario: Scenario, *, seed: int, replications: int, workers: int = 0, watch: Watch = unwatched
) -> pd.DataFrame:
    """Return the contested area that the first side holds, km2: a row a date, a column a replication.

    A date has the area of its evening, when the day has been played.

    Raises:
        RuntimeError: fewer than two runs succeeded.

    """
    runs = ensemble(deploy(scenario), seed, range(replications), workers=workers or os.cpu_count() or 1, talking=False)
    played = list(watch(runs, replications, scenario.title))
    outcomes = [run for run in played if isinstance(run, Outcome)]
    if len(outcomes) < 2:  # noqa: PLR2004 - an ensemble has a spread
        raise RuntimeError(f"{scenario.title}: only {len(outcomes)} of {replications} runs succeeded")
    dates = pd.date_range(scenario.start, periods=scenario.days)
    return pd.DataFrame({run.replication: run.series[:, AREA] for run in outcomes}, index=dates)


def area_of_worlds(runs: Runs, scenario: Scenario) -> pd.DataFrame:
    """Return the same of worlds that were played: a row a date, a column a run."""
    dates = pd.date_range(scenario.start, periods=scenario.days)
    return pd.DataFrame(runs.mornings["area_0"][:, 1:].T, index=dates)


def hindcast(
    forecast: pd.DataFrame,
    observed: "pd.Series[float]",
    trend_days: int,
    window: "tuple[pd.Timestamp, pd.Timestamp] | None" = None,
) -> Score:
    """Return how a forecast of area scores against what was observed, and against forecasts without a model.

    Those know only what was observed before the first day of the forecast; where that is nothing, they know the first
    observation, which then is not scored. The decays are fitted on the last ``trend_days`` of it, or on a ``window``
    from one date to another, so that they know as much as a model whose values were set there. Scores are means over
    days, in km2.

    Raises:
        BadInput: nothing that was observed can be scored, or nothing was observed in the window.

    """
    before = observed[observed.index < forecast.index[0]]
    scored = observed[observed.index.isin(forecast.index)]
    if before.empty:
        before, scored = scored.iloc[:1], scored.iloc[1:]
    if scored.empty or before.empty:
        span = f"{forecast.index[0].date()} to {forecast.index[-1].date()}"
        raise BadInput(f"nothing was observed from {span} that can be scored; give observations of those days")
    fitted = recent_days(before, trend_days) if window is None else observed[window[0] : window[1]]
    if fitted.empty:
        raise BadInput("--fit: nothing was observed on the days that the decays are fitted on; name others")
    dates = pd.DatetimeIndex(scored.index)
    areas = np.asarray(scored, dtype=np.float64)
    members = forecast.loc[dates].to_numpy(float)
    references = {
        "persistence": persistence(before, dates),
        "linear": linear_trend(before, dates, trend_days),
        "decay": decay(before, dates, fitted),
        "decay2": decay(before, dates, fitted, level_too=True),
    }
    low, middle, high = np.percentile(members, (10, 50, 90), axis=1)
    daily = {"observed": areas, "median": middle, "low80": low, "high80": high}
    daily |= {name: reference.to_numpy(float) for name, reference in references.items()}
    pairs = list(zip(members, areas.tolist(), strict=True))
    scale = float(np.abs(areas).max())
    crps = float(np.mean([fair_crps(each, area) for each, area in pairs]))
    missed = {name: float(np.abs(each.to_numpy(float) - areas).mean()) for name, each in references.items()}
    inside = {share: sum(covered(each, area, share / 100) for each, area in pairs) for share in (50, 80, 90)}
    errors = members.mean(axis=1) - areas
    ranks = [rank(each, area) for each, area in pairs]
    return Score(
        days=len(areas),
        crps=crps,
        references={name: Reference(each, skill(crps, each, scale)) for name, each in missed.items()},
        coverage={str(share): days / len(areas) for share, days in inside.items()},
        coverage80_interval=list(wilson(inside[80], len(areas))),
        mean_error_km2=float(errors.mean()),
        mean_absolute_error_km2=float(np.abs(errors).mean()),
        pit=ranks,
        ranks=np.histogram(ranks, 10, (0, 1))[0].tolist(),
        decay_fitted="before the start" if window is None else "window",
        decay_window=[str(fitted.index[0].date()), str(fitted.index[-1].date())],
        known_before=len(before),
        dates=[str(date.date()) for date in dates],
        daily={name: values.tolist() for name, values in daily.items()},
    )


def rolling(
    forecast: pd.DataFrame, observed: "pd.Series[float]", trend_days: int, origins: "Sequence[date]", ahead: int
) -> dict[str, Score]:
    """Return the scores of the ``ahead`` days from each origin, when all that was observed before it is known.

    The model's runs are moved, each by as much as it missed the last area observed, so that they too begin from it;
    what they forecast is the change. An origin needs an observation before it and one after, within the forecast.
    """
    found: dict[str, Score] = {}
    for origin in map(pd.Timestamp, origins):
        before = observed[(observed.index < origin) & observed.index.isin(forecast.index)]
        days = forecast.index[(forecast.index >= origin) & (forecast.index < origin + pd.Timedelta(days=ahead))]
        seen = observed[observed.index.isin(days)]
        if before.empty or seen.empty:
            fault = "no area was observed both before it and from it on, within the days that are played"
            raise BadInput(f"--origins {origin.date()}: {fault}; name other dates")
        moved = begun(forecast.loc[days], forecast.loc[before.index[-1]], float(before.iloc[-1]))
        known = pd.concat([observed[observed.index < origin], seen])
        found[str(origin.date())] = hindcast(pd.DataFrame(moved, index=days), known, trend_days)
    return found


def map_difference(scored: "pd.Series[float]", other: "pd.Series[float]", dates: Sequence[str]) -> MapDifference:
    """Return by how much another map set differs from the one scored, on the days that are: the floor of noise."""
    both = pd.concat([scored, other], axis=1, join="inner")
    both = both[both.index.isin(pd.DatetimeIndex(list(dates)))]
    if both.empty:
        return MapDifference(0, None)
    apart = (both.iloc[:, 0] - both.iloc[:, 1]).abs()
    return MapDifference(len(both), float(apart.mean()))

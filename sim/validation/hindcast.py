"""The hindcast: a scenario played over days whose outcome is known, and scored against it."""

import os
from typing import Any

import numpy as np
import pandas as pd

from sim.campaign.deployment import deploy
from sim.campaign.ensemble import ensemble
from sim.campaign.outcome import Outcome
from sim.results.session import Watch, unwatched
from sim.scenario.scenario import Scenario
from sim.validation.forecast_scores import covered, fair_crps, rank, skill, wilson
from sim.validation.reference_forecasts import linear_trend, persistence
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


def hindcast(forecast: pd.DataFrame, observed: "pd.Series[float]", trend_days: int) -> dict[str, Any]:
    """Return how a forecast of area scores against what was observed, and against forecasts without a model.

    Those know only what was observed before the first day of the forecast; where that is nothing, they know the first
    observation, which then is not scored. Scores are means over days, in km2.

    Raises:
        BadInput: nothing that was observed can be scored.

    """
    before = observed[observed.index < forecast.index[0]]
    scored = observed[observed.index.isin(forecast.index)]
    if before.empty:
        before, scored = scored.iloc[:1], scored.iloc[1:]
    if scored.empty or before.empty:
        span = f"{forecast.index[0].date()} to {forecast.index[-1].date()}"
        raise BadInput(f"nothing was observed from {span} that can be scored; give observations of those days")
    dates = pd.DatetimeIndex(scored.index)
    areas = scored.to_numpy(float)
    scale = float(np.abs(areas).max())
    members = forecast.loc[dates].to_numpy(float)
    still = persistence(before, dates).to_numpy(float)
    trend = linear_trend(before, dates, trend_days).to_numpy(float)
    crps = float(np.mean([fair_crps(each, area) for each, area in zip(members, areas.tolist(), strict=True)]))
    crps_persistence, crps_linear = (float(np.abs(reference - areas).mean()) for reference in (still, trend))
    inside = sum(covered(each, area) for each, area in zip(members, areas.tolist(), strict=True))
    errors = members.mean(axis=1) - areas
    ranks = [rank(each, area) for each, area in zip(members, areas.tolist(), strict=True)]
    low, middle, high = np.percentile(members, (10, 50, 90), axis=1)
    daily = {"observed": areas, "median": middle, "low80": low, "high80": high, "persistence": still, "linear": trend}
    return {
        "days": len(areas),
        "crps": crps,
        "crps_persistence": crps_persistence,
        "crps_linear": crps_linear,
        "skill_persistence": skill(crps, crps_persistence, scale),
        "skill_linear": skill(crps, crps_linear, scale),
        "coverage80": inside / len(areas),
        "coverage80_interval": list(wilson(inside, len(areas))),
        "mean_error_km2": float(errors.mean()),
        "mean_absolute_error_km2": float(np.abs(errors).mean()),
        "ranks": np.histogram(ranks, 10, (0, 1))[0].tolist(),
        "known_before": len(before),
        "dates": [str(date.date()) for date in dates],
        "daily": {name: values.tolist() for name, values in daily.items()},
    }
